"""Rasa's tokenizer interface over `nlu.tokens`."""

from __future__ import annotations

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message

from nlu.tokens import READ_AT_MOST, words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class IndicTokenizer(Tokenizer):
    """A token's text is normalised and lower case; its span is of the typed text."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's own options for splitting intent names; unused here."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_"}

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """The words of the text; one token of the text itself where there is no word, as Rasa expects."""
        typed = message.get(attribute)
        found = [Token(word.text, word.start, word.end) for word in words(typed)]
        return found or [Token(typed[:READ_AT_MOST], 0)]
