"""The supplier development programme itself: what it is, for whom, at what cost, in which states."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer
from programme.faq.organiser import CONTACT_PHONE, ELIGIBILITY, HELPLINE, JOINING_LINK

ANSWERS = (
    Answer(
        topic="programme_about",
        title=_("What is Vriddhi?"),
        text=_(
            "Walmart Vriddhi is a free training programme for small Indian businesses. Walmart started it in December "
            "2019. It teaches you to run your business better and to sell more, in India and abroad. By 2024 about "
            "70,000 businesses had been trained; the next goal is 1,00,000 more by 2028, with a partner called Ideas "
            "to Impact Foundation. It is not a government scheme, though some states have signed agreements with it. "
            "I am a computer helper and independent: I do not speak for Walmart, Flipkart or any government."
        ),
        sources=("BL-19", "BS-TN21", "ET-25", "SAK-25"),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_eligibility", "programme_cost", "programme_benefits"),
        operator=(JOINING_LINK,),
    ),
    Answer(
        topic="programme_eligibility",
        title=_("Who can join?"),
        text=_(
            "The programme is for micro, small and medium businesses in India. When it began, Walmart said that it is "
            "not tied to one line of work, so pickles, cloth and machine parts are all alike. Whether your business "
            "must have a certain size, age or paper, only the organiser can say. Do you run a home business, a "
            "self-help group, a shop or a service? Ask before you count on a seat: I have seen no written rule for or "
            "against you."
        ),
        sources=("BL-19", "FI-19"),
        as_of=date(2019, 12, 9),
        review_by=date(2027, 11, 23),
        related=("programme_cost", "msme_classification", "programme_states"),
        operator=(ELIGIBILITY, JOINING_LINK),
    ),
    Answer(
        topic="programme_cost",
        title=_("Is it free?"),
        text=_(
            "The training is free for your business. That is what was announced with Haryana and with Tamil Nadu "
            "in 2021. If anyone asks you for a fee, a deposit or an OTP in the programme's name, do not pay, do not "
            "share it, and tell us. Some costs stay yours: phone data, travel to a workshop and, once you sell "
            "online, the marketplace's charges."
        ),
        sources=("FE-HR21", "BS-TN21", "FE-TN21"),
        as_of=date(2021, 9, 22),
        review_by=date(2027, 5, 23),
        related=("programme_benefits", "sell_online_charges", "programme_eligibility"),
        operator=(HELPLINE,),
    ),
    Answer(
        topic="programme_benefits",
        title=_("What do I gain?"),
        text=_(
            "You get free lessons and advice that help you run your business better and reach more buyers.\n"
            "• Online lessons, live classes and one-to-one advice\n"
            "• Mentors, and other owners to learn with\n"
            "• Once you complete it, a chance to sell on Flipkart, if you wish\n"
            "You stay free to sell anywhere, also to other companies. One honest word: training does not promise you "
            "orders, a listing or a supplier's place."
        ),
        sources=("MINT-19", "FE-EI20", "BS-TN21", "FE-HR21", "FE-MP21", "YS-UP22", "ET-25"),
        as_of=date(2025, 6, 1),
        review_by=date(2027, 11, 23),
        related=("programme_curriculum", "sell_online_how", "export_how"),
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
    ),
    Answer(
        topic="programme_states",
        title=_("Is my state covered?"),
        text=_(
            "I know of four states that announced an agreement with the programme:\n"
            "• Haryana, August 2021\n"
            "• Tamil Nadu, September 2021\n"
            "• Madhya Pradesh, November 2021\n"
            "• Uttar Pradesh, January 2022\n"
            "If your state is not in the list, ask all the same: the programme was announced for businesses all over "
            "India. An agreement means that the state helps; it does not make this a government scheme."
        ),
        sources=("BL-19", "FE-HR21", "BS-TN21", "TR-TN21", "FE-MP21", "YS-UP22", "AMZ-BS21"),
        as_of=date(2022, 1, 6),
        review_by=date(2027, 11, 23),
        related=("programme_eligibility", "programme_institutes", "programme_about"),
        by_state={
            "IN-MP": _("Yes, Madhya Pradesh is one of them. The partner is the state's MSME Department."),
            "IN-TN": _("Yes, Tamil Nadu is one of them. The partner is the MSME Department with its trade bureau."),
            "IN-HR": _("Yes, Haryana is one of them. The partner is the state's MSME Directorate."),
            "IN-UP": _("Yes, Uttar Pradesh is one of them. The partner is the state's Export Promotion Bureau."),
            "IN-GJ": _(
                "I have found no agreement between Gujarat and this programme. The state did sign one with Amazon in "
                "September 2021, about selling abroad."
            ),
        },
        operator=(CONTACT_PHONE,),
    ),
)
