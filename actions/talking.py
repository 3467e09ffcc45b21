"""Small talk, help, who we are, and what was not understood."""

from __future__ import annotations

from typing import Any

from rasa_sdk.events import SlotSet

from actions.faq import questions_menu
from actions.menus import language_menu, main_menu, meaning
from actions.turn import Choice, Event, Line, Turn, TurnAction, choice
from programme.businesses import draft_of
from programme.messages import NOT_UNDERSTOOD, ask_staff
from programme.writing import script_of

PLAUSIBLE = 0.08
MOST_MEANINGS = 3
SECRETS = ("otp", "pin", "card", "account", "pan")
NEVER_MEANT = ("out_of_scope", "affirm", "deny", "greet", "goodbye", "thank", "cancel")


async def _menu(turn: Turn) -> list[Choice]:
    """What one can do next; inside a form nothing, for there the form's question comes next with its own buttons."""
    if turn.tracker.active_loop_name:
        return []
    return main_menu(registered=bool(await turn.businesses()))


class ActionGreet(TurnAction):
    """Hello; offers to go on with an unfinished registration."""

    def name(self) -> str:
        return "action_greet"

    async def act(self, turn: Turn) -> list[Event] | None:
        if turn.tracker.active_loop_name is None and await draft_of(turn.session, turn.person):
            go_on = choice("continue", "register_business")
            turn.say("greet_unfinished", choices=[go_on, choice("workshops", "list_workshops"), choice("help", "help")])
            return None
        if turn.tracker.active_loop_name:
            return None
        if turn.person.name:
            turn.say("greet_by_name", name=turn.person.name, choices=await _menu(turn))
        else:
            choices = [*await _menu(turn), choice("language", "change_language")]
            lines: list[Line] = [] if turn.profile.said("operator", turn.language) else [("independent", {})]
            turn.say("greet", bot_name=turn.profile.bot_name(turn.language), choices=choices, lines=lines)
        return None


class ActionGreetInvited(ActionGreet):
    """Hello to who followed an owner's invitation, which is remembered until the registration, and never named."""

    def name(self) -> str:
        return "action_greet_invited"

    async def act(self, turn: Turn) -> list[Event] | None:
        await super().act(turn)
        return [SlotSet("invitation", turn.entity("value"))]


class ActionGoodbye(TurnAction):
    def name(self) -> str:
        return "action_goodbye"

    async def act(self, turn: Turn) -> list[Event] | None:
        turn.say("goodbye")
        return None


class ActionThank(TurnAction):
    def name(self) -> str:
        return "action_thank"

    async def act(self, turn: Turn) -> list[Event] | None:
        turn.say("thank")
        return None


class ActionAffirm(TurnAction):
    """A yes that nothing asked for."""

    def name(self) -> str:
        return "action_affirm"

    async def act(self, turn: Turn) -> list[Event] | None:
        turn.say("affirm", choices=await _menu(turn))
        return None


class ActionDeny(TurnAction):
    """A no that nothing asked for."""

    def name(self) -> str:
        return "action_deny"

    async def act(self, turn: Turn) -> list[Event] | None:
        turn.say("deny", choices=await _menu(turn))
        return None


class ActionCancel(TurnAction):
    """Stop, outside of any form."""

    def name(self) -> str:
        return "action_cancel"

    async def act(self, turn: Turn) -> list[Event] | None:
        turn.say("nothing_to_cancel", choices=await _menu(turn))
        return None


class ActionHelp(TurnAction):
    """What the assistant can do, or the questions that are asked most."""

    def name(self) -> str:
        return "action_help"

    async def act(self, turn: Turn) -> list[Event] | None:
        if turn.entity("about") == "questions":
            turn.say("which_question", choices=questions_menu())
            return None
        menu = await _menu(turn)
        rest = [choice("language", "change_language"), choice("person", "talk_to_human")] if menu else []
        turn.say("help", choices=[*menu, *rest])
        return None


class ActionBotIdentity(TurnAction):
    def name(self) -> str:
        return "action_bot_identity"

    async def act(self, turn: Turn) -> list[Event] | None:
        operator = turn.profile.said("operator", turn.language)
        facts: dict[str, Any] = {"bot_name": turn.profile.bot_name(turn.language)}
        if operator:
            turn.say("identity_operated", operator=operator, **facts)
        else:
            turn.say("identity", **facts)
        return None


class ActionOutOfScope(TurnAction):
    """Not understood, or not ours: two or three things that may be meant, else the way back. Kept for staff."""

    def name(self) -> str:
        return "action_out_of_scope"

    async def act(self, turn: Turn) -> list[Event] | None:
        await self._keep(turn)
        meanings = self._meanings(turn)
        if any(letter.isalpha() for letter in turn.text) and script_of(turn.text) is None:
            turn.say("choose_language", choices=language_menu())
        elif meanings:
            turn.say("did_you_mean", asks="did_you_mean", choices=meanings)
        elif not turn.text.strip():
            turn.say("empty")
        else:
            turn.say("out_of_scope", choices=await _menu(turn))
        return None

    async def _keep(self, turn: Turn) -> None:
        if turn.text.strip():
            ask_staff(
                turn.session, person_id=turn.person.id if turn.consented() else None, kind=NOT_UNDERSTOOD,
                text=turn.text, language=turn.language, now=turn.now, intent=turn.intent_name,
                confidence=turn.intent.get("confidence"),
            )  # fmt: skip

    def _meanings(self, turn: Turn) -> list[Choice]:
        if not turn.intent.get("below_threshold"):
            return []
        ranking: list[dict[str, Any]] = turn.tracker.latest_message.get("intent_ranking") or []
        plausible = [guess.get("full") or guess["name"] for guess in ranking if guess["confidence"] >= PLAUSIBLE]
        meant = [name for name in plausible if name not in NEVER_MEANT][:MOST_MEANINGS]
        return [meaning(name) for name in meant] if len(meant) > 1 else []


class ActionRefuseAadhaar(TurnAction):
    def name(self) -> str:
        return "action_refuse_aadhaar"

    async def act(self, turn: Turn) -> list[Event] | None:
        turn.say("aadhaar_refused")
        return None


class ActionRefuseSecret(TurnAction):
    """A password, a PIN, the number of a card or an account, a PAN: nothing of it was kept."""

    def name(self) -> str:
        return "action_refuse_secret"

    async def act(self, turn: Turn) -> list[Event] | None:
        kind = str(turn.entity("kind"))
        turn.say(f"secret_{kind}" if kind in SECRETS else "secret_pin")
        return None


class ActionExplainNotText(TurnAction):
    """A photo, a voice message and the like."""

    def name(self) -> str:
        return "action_explain_not_text"

    async def act(self, turn: Turn) -> list[Event] | None:
        kind = turn.entity("kind")
        turn.say({"photo": "not_text_photo", "voice": "not_text_voice", "empty": "empty"}.get(str(kind), "not_text"))
        return None


class ActionExplainOldButton(TurnAction):
    def name(self) -> str:
        return "action_explain_old_button"

    async def act(self, turn: Turn) -> list[Event] | None:
        if turn.tracker.active_loop_name:
            return None
        turn.say("number_not_asked" if turn.metadata.get("shared_phone") else "old_button", choices=await _menu(turn))
        return [SlotSet("registration_note", None)]
