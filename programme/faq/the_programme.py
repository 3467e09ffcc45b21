"""The supplier development programme itself: what it is, for whom, at what cost, in which states."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, OperatorNote, Part, keys
from programme.faq.circumstances import Applies
from programme.faq.organiser import CONTACT_PHONE, HELPLINE, JOINING_LINK

ANSWERS = (
    Answer(
        topic="programme_about",
        subject="programme",
        title=_("What is Vriddhi?"),
        parts={
            "short": Part(
                _(
                    "Walmart Vriddhi is a free training programme for small Indian businesses. It is not a government "
                    "scheme, though some states have signed agreements with it."
                ),
                note=OperatorNote(
                    setting="operator",
                    known=_("This assistant is run by {value}."),
                    silent=_(
                        "I am a computer helper and independent: I do not speak for Walmart, Flipkart or any government."
                    ),
                ),
            ),
            "how_long": Part(
                _(
                    "Walmart started it in December 2019. By 2024 about 70,000 businesses had been trained; the next "
                    "goal is 1,00,000 more by 2028, with a partner called Ideas to Impact Foundation."
                )
            ),
            "where_how": Part(
                _("It teaches you to run your business better and to sell more, in India and abroad."),
                note=JOINING_LINK,
            ),
        },
        sources=(
            "BL-19",
            "BS-TN21",
            "ET-25",
            "SAK-25",
        ),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_eligibility", "programme_benefits"),
    ),
    Answer(
        topic="programme_eligibility",
        subject="programme",
        title=_("Who can join?"),
        parts={
            "short": Part(
                note=OperatorNote(
                    setting="eligibility",
                    known=_("The organiser says who can join: {value}"),
                    silent=_(
                        "The programme is for micro, small and medium businesses in India.\n"
                        "The organiser has not announced the exact joining rules yet, so I will not guess them."
                    ),
                )
            ),
            "papers": Part(
                note=OperatorNote(
                    setting="eligibility",
                    known=_("The organiser says who can join: {value}"),
                    silent=_("The organiser has not announced a list of papers for joining, so I will not guess one."),
                )
            ),
            "where_how": Part(note=JOINING_LINK),
            "who_may": Part(
                note=OperatorNote(
                    setting="eligibility",
                    known=_("The organiser says who can join: {value}"),
                    silent=_(
                        "When it began, Walmart said that it is not tied to one line of work, so pickles, cloth and machine "
                        "parts are all alike. Whether your business must have a certain size, age or paper, only the "
                        "organiser can say."
                    ),
                )
            ),
            "what_if": Part(
                _(
                    "Do you run a home business, a self-help group, a shop or a service? Ask before you count on a seat: "
                    "I have seen no written rule for or against you."
                )
            ),
        },
        sources=(
            "BL-19",
            "FI-19",
        ),
        as_of=date(2019, 12, 9),
        review_by=date(2027, 11, 23),
        related=("programme_cost", "msme_classification"),
    ),
    Answer(
        topic="programme_cost",
        subject="programme",
        title=_("Is it free?"),
        parts={
            "short": Part(
                _(
                    "The training is free for your business. That is what was announced with Haryana and with Tamil Nadu "
                    "in 2021."
                )
            ),
            "cost": Part(
                _(
                    "Some costs stay yours: phone data, travel to a workshop and, once you sell online, the "
                    "marketplace's charges."
                )
            ),
            "what_if": Part(
                _(
                    "If anyone asks you for a fee, a deposit or an OTP in the programme's name, do not pay and do not "
                    "share it."
                ),
                note=HELPLINE,
            ),
        },
        sources=(
            "FE-HR21",
            "BS-TN21",
            "FE-TN21",
        ),
        as_of=date(2021, 9, 22),
        review_by=date(2027, 5, 23),
        related=("programme_benefits", "fraud"),
    ),
    Answer(
        topic="programme_benefits",
        subject="programme",
        title=_("What do I gain?"),
        parts={
            "short": Part(
                _(
                    "You get free lessons and advice that help you run your business better and reach more buyers.\n"
                    "• Online lessons, live classes and one-to-one advice\n"
                    "• Mentors, and other owners to learn with\n"
                    "• Once you complete it, a chance to sell on Flipkart, if you wish"
                )
            ),
            "what_if": Part(
                _(
                    "You stay free to sell anywhere, also to other companies. One honest word: training does not promise "
                    "you orders, a listing or a supplier's place."
                )
            ),
        },
        by_state={
            "IN-MP": _(
                "In Madhya Pradesh, the agreement announced in November 2021 is about going digital, selling across "
                "India online and finding a way to export."
            ),
            "IN-TN": _("In Tamil Nadu, the agreement of September 2021 also speaks of seminars and workshops."),
            "IN-HR": _(
                "In Haryana, the agreement of August 2021 speaks of free training and support, and of ways to sell "
                "online, offline and abroad."
            ),
            "IN-UP": _("In Uttar Pradesh, the agreement of January 2022 is with the Export Promotion Bureau."),
        },
        sources=keys("MINT-19 FE-EI20 BS-TN21 FE-HR21 FE-MP21 YS-UP22 ET-25"),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_curriculum", "sell_online_how"),
    ),
    Answer(
        topic="programme_states",
        subject="programme",
        title=_("Is my state covered?"),
        parts={
            "short": Part(
                _(
                    "I know of four states that announced an agreement with the programme:\n"
                    "• Haryana, August 2021\n"
                    "• Tamil Nadu, September 2021\n"
                    "• Madhya Pradesh, November 2021\n"
                    "• Uttar Pradesh, January 2022"
                )
            ),
            "where_how": Part(note=CONTACT_PHONE),
            "what_if": Part(
                _(
                    "If your state is not in the list, ask all the same: the programme was announced for businesses all "
                    "over India. An agreement means that the state helps; it does not make this a government scheme."
                )
            ),
        },
        applies=(
            Applies(
                text=_("Yes, Madhya Pradesh is one of them. The partner is the state's MSME Department."),
                states=frozenset({"IN-MP"}),
            ),
            Applies(
                text=_("Yes, Tamil Nadu is one of them. The partner is the MSME Department with its trade bureau."),
                states=frozenset({"IN-TN"}),
            ),
            Applies(
                text=_("Yes, Haryana is one of them. The partner is the state's MSME Directorate."),
                states=frozenset({"IN-HR"}),
            ),
            Applies(
                text=_("Yes, Uttar Pradesh is one of them. The partner is the state's Export Promotion Bureau."),
                states=frozenset({"IN-UP"}),
            ),
            Applies(
                text=_("I have found no agreement between Gujarat and this programme."),
                states=frozenset({"IN-GJ"}),
            ),
        ),
        sources=keys("BL-19 FE-HR21 BS-TN21 TR-TN21 FE-MP21 YS-UP22 AMZ-BS21"),
        as_of=date(2022, 1, 6),
        review_by=date(2027, 11, 23),
        related=("programme_eligibility", "programme_institutes"),
    ),
)
