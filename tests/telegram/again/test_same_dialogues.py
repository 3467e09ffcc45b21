"""Every dialogue of the terminal once more, over Telegram: the same words lead to the same answers and the same rows."""

from tests.bot.test_registering import *  # noqa: F403
from tests.bot.test_talking import *  # noqa: F403
from tests.bot.test_workshops import *  # noqa: F403

del test_every_topic_is_answered_with_buttons_for_its_parts_and_two_related_questions  # noqa: F821 - presses what no message ever showed
