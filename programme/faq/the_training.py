"""The training inside the programme: what is taught, in which language, where, and what counts as complete."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, OperatorNote, Part
from programme.faq.organiser import CONTACT_PHONE

ANSWERS = (
    Answer(
        topic="programme_curriculum",
        subject="programme",
        title=_("What is taught?"),
        parts={
            "short": Part(
                _(
                    "You learn how to run a business and make it grow, one module at a time.\n"
                    "• Planning and managing the business\n"
                    "• Growing it, and looking after customers\n"
                    "• Good ways of making things, with care for the environment"
                )
            ),
            "how_long": Part(
                _("Five core modules are the least for completing it, the others are your choice."),
                note=OperatorNote(
                    setting="cohort_dates",
                    known=_("The organiser gives these dates: {value}"),
                    silent=_(
                        "I have no sure figure for how many weeks it takes.\n"
                        "The organiser has not announced the next dates yet."
                    ),
                ),
            ),
            "where_how": Part(
                _(
                    "The lessons are online, with live classes, tests, personal feedback and one-to-one advice; there "
                    "are seminars and workshops too."
                )
            ),
        },
        sources=(
            "FE-EI20",
            "FI-AGRA20",
            "BS-TN21",
            "ET-25",
        ),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_certificate", "programme_language"),
    ),
    Answer(
        topic="programme_language",
        subject="programme",
        title=_("Which languages?"),
        parts={
            "short": Part(
                note=OperatorNote(
                    setting="training_languages",
                    known=_("The organiser says that the training is in these languages: {value}"),
                    silent=_(
                        "The reports that I have read do not say in which languages the lessons are, so only the organiser "
                        "can tell.\n"
                        "The organiser has not announced the languages of the training yet."
                    ),
                )
            ),
            "where_how": Part(
                _(
                    "With me you can write in English, Hindi or Tamil, in their own letters or in English letters, and "
                    "mixing them is fine."
                )
            ),
            "what_if": Part(_("Before you take a seat in a workshop, ask in which language it is held.")),
        },
        sources=(
            "BS-TN21",
            "ET-25",
        ),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_curriculum", "programme_institutes"),
    ),
    Answer(
        topic="programme_certificate",
        subject="programme",
        title=_("Is there a certificate?"),
        parts={
            "short": Part(
                _(
                    "You have completed the programme when you have finished at least five core modules. The other "
                    "modules are your choice."
                ),
                note=OperatorNote(
                    setting="certificate",
                    known=_("About the certificate, the organiser says: {value}"),
                    silent=_(
                        "That is how Walmart described it in 2025. The organiser has not announced yet whether there is a "
                        "certificate."
                    ),
                ),
            ),
            "what_if": Part(
                _(
                    "After completing, you are offered a chance to sell on Flipkart, and you are free to say no. A "
                    "training certificate is not a licence or a quality mark, and it does not promise orders."
                )
            ),
        },
        sources=("ET-25",),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_curriculum", "programme_benefits"),
    ),
    Answer(
        topic="programme_institutes",
        subject="programme",
        title=_("Where are the centres?"),
        parts={
            "short": Part(
                _("You need not live near one, because the training moved to a digital platform in 2020."),
                note=OperatorNote(
                    setting="institutes",
                    known=_("The organiser names these training centres: {value}"),
                    silent=_(
                        "The reports name two e-institutes: Panipat in Haryana and Agra in Uttar Pradesh. In 2021 they spoke "
                        "of other places too, without naming them."
                    ),
                ),
            ),
            "where_how": Part(
                _("So please do not travel before you have an address and a time from the organiser."),
                note=CONTACT_PHONE,
            ),
        },
        by_state={
            "IN-HR": _(
                "In Haryana, the first e-institute opened in October 2020 for the belt of Panipat, Sonipat and Kundli."
            ),
            "IN-UP": _("In Uttar Pradesh, the e-institute at Agra opened in December 2020."),
        },
        sources=(
            "FE-EI20",
            "FI-AGRA20",
            "FE-HR21",
            "BS-TN21",
            "ET-25",
        ),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_states", "programme_curriculum"),
    ),
)
