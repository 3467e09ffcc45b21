"""What only the organiser can say: no public source has it, so it comes from the operator's programme file."""

from locales.marking import mark as _
from programme.faq.answers import OperatorNote

ELIGIBILITY = OperatorNote(
    setting="eligibility",
    known=_("The organiser says who can join: {value}"),
    silent=_("The organiser has not announced the exact joining rules yet, so I will not guess them."),
)
JOINING_LINK = OperatorNote(
    setting="joining_link",
    known=_("You can join here: {value}"),
    silent=_("The organiser has not announced the joining page yet. Be careful with links that others send you."),
)
TRAINING_LANGUAGES = OperatorNote(
    setting="training_languages",
    known=_("The organiser says that the training is in these languages: {value}"),
    silent=_("The organiser has not announced the languages of the training yet."),
)
CERTIFICATE = OperatorNote(
    setting="certificate",
    known=_("About the certificate, the organiser says: {value}"),
    silent=_("The organiser has not announced yet whether there is a certificate."),
)
CONTACT_PHONE = OperatorNote(
    setting="contact_phone",
    known=_("To talk to the organiser, call: {value}"),
    silent=_("The organiser has not announced a phone number yet."),
)
INSTITUTES = OperatorNote(
    setting="institutes",
    known=_("The organiser names these training centres: {value}"),
    silent=_("The organiser has not announced any training centre yet."),
)
COHORT_DATES = OperatorNote(
    setting="cohort_dates",
    known=_("The organiser gives these dates: {value}"),
    silent=_("The organiser has not announced the next dates yet."),
)
HELPLINE = OperatorNote(
    setting="helpline",
    known=_("If something looks wrong, ask the helpline: {value}"),
    silent=_("The organiser has not announced a helpline yet."),
)
