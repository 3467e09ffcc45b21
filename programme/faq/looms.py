"""Help for handloom and powerloom."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="loom_schemes",
        subject="loom_schemes",
        title=_("Help for looms"),
        parts={
            "short": Part(
                _(
                    "Handloom weavers have the Weaver Mudra: a loan with 20% margin money, up to ₹25,000, and 6% "
                    "interest for three years. Electricity help depends on the state. For powerlooms I found no central "
                    "scheme that is open now."
                )
            ),
            "cost": Part(
                _(
                    "Weaver Mudra: the government pays 20% of the loan as margin money (up to ₹25,000 a weaver) and the "
                    "guarantee fee; you pay 6% interest for three years. Loans go up to ₹10 lakh under Mudra."
                )
            ),
            "where_how": Part(
                _(
                    "Ask at your bank, at the weaver service centre or at the handloom office of your district. Central "
                    "help for handloom also covers looms and accessories, lights, work sheds, insurance and yarn at a "
                    "15% price subsidy (older texts)."
                )
            ),
            "who_may": Part(
                _(
                    "Weaver Mudra and the central handloom programme are for handloom weavers, not for powerlooms. "
                    "Powerloom help comes from the state."
                )
            ),
            "what_if": Part(
                _(
                    "PowerTex India ended in March 2021, so do not pay anyone for it. Budget 2026 announced a National "
                    "Handloom and Handicraft Programme and a textile scheme for machines; I found no rules for them yet."
                )
            ),
        },
        applies=(
            Applies(
                text=_("Tamil Nadu gives looms free units of electricity: see In Tamil Nadu."),
                states=frozenset({"IN-TN"}),
            ),
            Applies(
                text=_("Uttar Pradesh has a flat electricity rate for powerlooms: see In Uttar Pradesh."),
                states=frozenset({"IN-UP"}),
            ),
        ),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, since 1 March 2023: powerlooms have the first 1,000 units of electricity free every "
                "two months, handlooms 300. The 2025-26 budget had money to modernise 3,000 powerlooms. Ask your "
                "electricity office for today's rates."
            ),
            "IN-UP": _(
                "In Uttar Pradesh: the Atal Bihari Vajpayee flat rate for powerlooms, up to 5 kW, by loom size: ₹400 "
                "to ₹800 a loom a month in towns, ₹300 to ₹600 in villages (2023). SC and ST weavers: Jhalkari Bai "
                "Kori scheme for looms."
            ),
            "IN-MP": _(
                "In Madhya Pradesh I found no electricity or loom subsidy for powerlooms. Ask the District "
                "Industries Centre."
            ),
        },
        sources=keys(
            "PL-TH1 PL-TH2 PL-NIE PL-DT PL-TH24 PL-UNI UPL-NC UPL-N18 UPL-AR UPL-DB UPL-SS WM-BS WM-EG "
            "NH-ST24 NH-TVC NH-NB26 MINT-B26 PT-TVC PT-CT"
        ),
        as_of=date(2026, 2, 1),
        review_by=date(2027, 5, 23),
        related=("loan_working_capital", "gst_required"),
        official="texmin.gov.in",
    ),
)
