"""One small model for all tests of understanding: a tenth of the intents, the encoder switched off."""

import pytest

from nlu import encoder
from nlu.intents import IntentModel
from nlu.registers import EXAMPLES, FOLDERS, RegisterModel, labelled_examples
from tests.nlu.examples import labelled_intents

SUBJECTS = (
    "greet",
    "thank",
    "list_workshops",
    "enrol_workshop",
    "faq/programme_cost",
    "faq/loan_mudra",
    "out_of_scope",
)


@pytest.fixture(scope="session")
def registers() -> RegisterModel:
    return RegisterModel.trained(list(labelled_examples(EXAMPLES)))


@pytest.fixture(scope="session")
def model() -> IntentModel:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(encoder.SWITCH, "off")
        encoder.engine.cache_clear()
        rows = [row for row in labelled_intents(FOLDERS) if row.intent in SUBJECTS]
        trained = IntentModel.trained([r.text for r in rows], [r.intent for r in rows], [r.register for r in rows])
    encoder.engine.cache_clear()
    return trained
