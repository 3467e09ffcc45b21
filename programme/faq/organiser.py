"""What only the organiser can say: no public source has it, so it comes from the operator's programme file."""

from locales.marking import mark as _
from programme.faq.answers import OperatorNote

JOINING_LINK = OperatorNote(
    setting="joining_link",
    known=_("You can join here: {value}"),
    silent=_("The organiser has not announced the joining page yet. Be careful with links that others send you."),
)
CONTACT_PHONE = OperatorNote(
    setting="contact_phone",
    known=_("To talk to the organiser, call: {value}"),
    silent=_("The organiser has not announced a phone number yet."),
)
HELPLINE = OperatorNote(
    setting="helpline",
    known=_("If something looks wrong, ask the helpline: {value}"),
    silent=_("The organiser has not announced a helpline yet."),
)
