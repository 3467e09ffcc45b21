"""The training inside the programme: what is taught, in which language, where, and what counts as complete."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer
from programme.faq.organiser import CERTIFICATE, COHORT_DATES, CONTACT_PHONE, INSTITUTES, TRAINING_LANGUAGES

ANSWERS = (
    Answer(
        topic="programme_curriculum",
        title=_("What is taught?"),
        text=_(
            "You learn how to run a business and make it grow, one module at a time.\n"
            "• Planning and managing the business\n"
            "• Growing it, and looking after customers\n"
            "• Good ways of making things, with care for the environment\n"
            "The lessons are online, with live classes, tests, personal feedback and one-to-one advice; there are "
            "seminars and workshops too. Five core modules are the least for completing it, the others are your "
            "choice. I have no sure figure for how many weeks it takes."
        ),
        sources=("FE-EI20", "FI-AGRA20", "BS-TN21", "ET-25"),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_certificate", "programme_language", "programme_cost"),
        operator=(COHORT_DATES,),
    ),
    Answer(
        topic="programme_language",
        title=_("Which languages?"),
        text=_(
            "The reports that I have read do not say in which languages the lessons are, so only the organiser can "
            "tell. With me you can write in English, Hindi or Tamil, in their own letters or in English letters, and "
            "mixing them is fine. Before you take a seat in a workshop, ask in which language it is held."
        ),
        sources=("BS-TN21", "ET-25"),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_curriculum", "programme_institutes"),
        operator=(TRAINING_LANGUAGES,),
    ),
    Answer(
        topic="programme_certificate",
        title=_("Is there a certificate?"),
        text=_(
            "You have completed the programme when you have finished at least five core modules. The other modules "
            "are your choice. That is how Walmart described it in 2025; whether you get a certificate for it, only "
            "the organiser can say. After completing, you are offered a chance to sell on Flipkart, and you are free "
            "to say no. A training certificate is not a licence or a quality mark, and it does not promise orders."
        ),
        sources=("ET-25",),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_curriculum", "programme_benefits", "quality_zed"),
        operator=(CERTIFICATE,),
    ),
    Answer(
        topic="programme_institutes",
        title=_("Where are the centres?"),
        text=_(
            "The reports name two e-institutes: Panipat in Haryana and Agra in Uttar Pradesh. In 2021 they spoke of "
            "other places too, without naming them. You need not live near one, because the training moved to a "
            "digital platform in 2020. So please do not travel before you have an address and a time from the "
            "organiser."
        ),
        sources=("FE-EI20", "FI-AGRA20", "FE-HR21", "BS-TN21", "ET-25"),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_states", "programme_curriculum", "programme_language"),
        by_state={
            "IN-HR": _(
                "In Haryana, the first e-institute opened in October 2020 for the belt of Panipat, Sonipat and Kundli."
            ),
            "IN-UP": _("In Uttar Pradesh, the e-institute at Agra opened in December 2020."),
            "IN-MP": _("The reports that I have read name no centre in Madhya Pradesh."),
            "IN-TN": _("The reports that I have read name no centre in Tamil Nadu."),
            "IN-GJ": _("The reports that I have read name no centre in Gujarat."),
        },
        operator=(INSTITUTES, CONTACT_PHONE),
    ),
)
