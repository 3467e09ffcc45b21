"""Typed or tapped alike: which of the buttons just shown a text means, and what pressing a button says to Rasa."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.said import Button
from programme.writing import normalise

ORDINALS = {
    1: "first 1st pehla pahla pehli pahli पहला पहली पहले पहिला mudhal muthal modhal முதல் முதலாவது onnu ஒன்னு ஒண்ணு one ek एक",
    2: "second 2nd dusra doosra dusri doosri dusre दूसरा दूसरी दूसरे rendavathu rendaavadhu rendaavathu இரண்டாவது ரெண்டாவது rendu ரெண்டு two do दो",
    3: "third 3rd teesra tisra teesri tisri तीसरा तीसरी तीसरे moonavathu moonaavadhu moonaavathu மூன்றாவது மூணாவது moonu மூணு three teen तीन",
    4: "fourth 4th chautha chauthi चौथा चौथी naalavathu naalaavathu நான்காவது நாலாவது four char चार",
}
AROUND_ORDINALS = frozenset(
    "the one wala wali wale vala vali number no option button नंबर वाला वाली वाले one. nambar நம்பர் எண்".split()
)
_BY_WORD = {word: index for index, words in ORDINALS.items() for word in words.split()}
SHARE_NUMBER = "/share_number"
"""Only the phone itself can act on it: typed or pressed elsewhere it says nothing."""
COMMANDS = {
    "start": "greet", "register": "register_business", "workshops": "list_workshops", "mine": "my_workshops",
    "language": "change_language", "help": "help", "privacy": "data_privacy", "stop": "stop_reminders",
    "invite": "invite_friend",
}  # fmt: skip

STOP = frozenset("stop|stop all|unsubscribe|स्टॉप|स्टाप|ஸ்டாப்".split("|"))
"""What everybody knows as the end of all messages; also in the middle of a form."""
STOP_OUTSIDE_A_FORM = frozenset("बंद|बंद करो|बंद करें|रोको|band karo|band karein|நிறுத்து|நிறுத்துங்கள்|நிறுத்துங்க|niruthu|niruthunga".split("|"))  # fmt: skip
START = frozenset("start|स्टार्ट|शुरू|शुरू करो|shuru|shuru karo|ஸ்டார்ட்|தொடங்கு|thodangu|unstop".split("|"))


def pressed(press: str, shown: Sequence[Button]) -> Button | None:
    """The button that a doorway says was pressed, by its payload or its label."""
    return next((button for button in shown if button.payload == press), None) or meant(press, shown)


def meant(text: str, shown: Sequence[Button]) -> Button | None:
    """The button that a typed `text` means: its label, its number from 1, or "the second one"; None when it means none."""
    wanted = normalise(text).strip().casefold()
    shown = [button for button in shown if button.payload != SHARE_NUMBER]
    labelled = next((button for button in shown if wanted == normalise(button.label).strip().casefold()), None)
    number = number_in(wanted)
    if labelled is not None or number is None:
        return labelled
    return shown[number - 1] if 1 <= number <= len(shown) else None


def number_in(text: str) -> int | None:
    """The number from 1 that a text names: `2`, "the second one"; None where it says more or less than that."""
    plain = text.strip(" .)#(").removesuffix("️⃣")
    if plain.isascii() and plain.isdigit() and len(plain) <= 2:
        return int(plain)
    words = [word for word in plain.split() if word not in AROUND_ORDINALS]
    return _BY_WORD.get(words[0]) if len(words) == 1 else None


def is_number(text: str) -> bool:
    """Whether a text is a number and nothing else: an answer to the question that stands, of which the model knows nothing."""
    return any(sign.isdigit() for sign in text) and not any(sign.isalpha() for sign in text)


def ordinal_in(text: str) -> int | None:
    """The one number from 1 among the words of a longer text: "book the second one"."""
    found = {_BY_WORD[word] for word in text.casefold().split() if word in _BY_WORD and word not in AROUND_ORDINALS}
    return found.pop() if len(found) == 1 else None


def parsed_payload(payload: str) -> dict[str, Any]:
    """A payload `/intent{"entity": value}` as the reading of a message that nobody typed."""
    name, brace, entities = payload.removeprefix("/").partition("{")
    values = json.loads(brace + entities) if brace else {}
    return parsed_intent(name, **values)


def parsed_intent(name: str, **entities: Any) -> dict[str, Any]:
    """The reading of a message whose intent is known for sure."""
    full = f"faq/{entities['faq_topic']}" if name == "faq" and "faq_topic" in entities else name
    found = [{"entity": entity, "value": value} for entity, value in entities.items()]
    return {"text": "", "intent": {"name": name, "confidence": 1.0, "full": full}, "entities": found}


def command_in(text: str) -> str | None:
    """The intent of a slash command, or None. Anything else that begins with a slash is only text."""
    return COMMANDS.get(text[1:].strip().lower()) if text.startswith("/") else None


def stop_or_start(text: str, *, in_form: bool, stopped: bool) -> str | None:
    """The intent of the words with which messages are stopped, in any language and case, and allowed again by who
    stopped them; None for all other words."""
    words = " ".join(normalise(text).casefold().strip(" .!।").split())
    if words in STOP or (not in_form and words in STOP_OUTSIDE_A_FORM):
        return "stop_reminders"
    return "resume_reminders" if stopped and words in START else None
