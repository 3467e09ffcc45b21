"""Subsidies and loans for starting a new unit, of the centre and of the states."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="loan_new_unit",
        subject="loan_new_unit",
        title=_("Help for a new unit"),
        parts={
            "short": Part(
                _(
                    "PMEGP is the central subsidy for a new unit. Its approved period ended on 31 March 2026; it was "
                    "expected to go on, so ask your District Industries Centre. Terms change, and the bank and the "
                    "office decide."
                )
            ),
            "cost": Part(
                _(
                    "PMEGP rules till then: project up to ₹50 lakh for making, ₹20 lakh for services. Subsidy 15% in "
                    "towns, 25% in villages; for women, SC, ST, OBC and some others 25% and 35%. Own share 10%, or 5% "
                    "for those groups."
                )
            ),
            "who_may": Part(
                _(
                    "PMEGP: age above 18, one person in a family, a new unit. For 18 traditional trades there is PM "
                    "Vishwakarma: training, ₹15,000 for tools, a loan of ₹1 lakh, then ₹2 lakh, at 5%. Tamil Nadu has a "
                    "scheme of its own instead."
                )
            ),
            "where_how": Part(
                _(
                    "Ask at your District Industries Centre; the bank then decides on the loan. No agent is allowed to "
                    "charge for a PMEGP sanction, and fake sanction letters go round. For PM Vishwakarma you register "
                    "free at a CSC."
                )
            ),
        },
        applies=(
            Applies(
                text=_("In Tamil Nadu, TWEES is for women: see In Tamil Nadu."),
                states=frozenset({"IN-TN"}),
                woman_owned=True,
            ),
            Applies(
                text=_("In Tamil Nadu look first at NEEDS and UYEGP, for crafts at KKT."),
                states=frozenset({"IN-TN"}),
            ),
            Applies(
                text=_("In Madhya Pradesh look first at Udyam Kranti."),
                states=frozenset({"IN-MP"}),
            ),
            Applies(
                text=_("In Haryana, Matrushakti Udyamita is for women: see In Haryana."),
                states=frozenset({"IN-HR"}),
                woman_owned=True,
            ),
            Applies(
                text=_("In Uttar Pradesh look first at CM YUVA."),
                states=frozenset({"IN-UP"}),
            ),
            Applies(
                text=_("In Gujarat look first at the Aatmanirbhar Gujarat scheme."),
                states=frozenset({"IN-GJ"}),
            ),
            Applies(
                text=_("For women the PMEGP subsidy was the higher one: 25% in towns, 35% in villages."),
                woman_owned=True,
            ),
        ),
        by_state={
            "IN-TN": _(
                "As of 2023-26, at msmeonline.tn.gov.in: NEEDS (new owners with class 12, ITI, diploma or degree; "
                "₹10 lakh to ₹5 crore, 25% up to ₹75 lakh). UYEGP (up to ₹15 lakh, 25% up to ₹3.75 lakh). TWEES for "
                "women (loan up to ₹10 lakh, 25% up to ₹2 lakh). KKT for crafts from age 35."
            ),
            "IN-MP": _(
                "In Madhya Pradesh: Mukhyamantri Udyam Kranti, loan of ₹50,000 to ₹50 lakh for making, to ₹25 lakh "
                "for service or trade; age 18 to 45, class 8, family income up to ₹12 lakh; 3% interest subsidy for "
                "up to 7 years. At samast.mponline.gov.in (notices of 2025)."
            ),
            "IN-HR": _(
                "In Haryana, the Gramin Udyogik Vikas Yojana ended on 31 December 2025; ask your District Industries "
                "Centre what came after it. Women with family income under ₹5 lakh: Matrushakti Udyamita, loan up to "
                "₹5 lakh with a 7% interest subsidy for three years."
            ),
            "IN-GJ": _(
                "In Gujarat, the Aatmanirbhar Gujarat scheme runs till 4 October 2027. A micro unit that makes goods "
                "can get 10% to 25% of its term loan as subsidy, at most ₹35 lakh, and help with interest, by "
                "taluka. Check the rates on the state's Investor Facilitation Portal."
            ),
            "IN-UP": _(
                "In Uttar Pradesh, CM YUVA: first loan up to ₹5 lakh, no interest for four years, no guarantee, 10% "
                "margin subsidy; age 21 to 40, class 8, skill training. The loan itself must be repaid. At "
                "msme.up.gov.in, then the District Industries Centre."
            ),
        },
        sources=keys(
            "PME-MINT22 PME-MV PME-SF CGT-LL25 PMV-23 TN-UY23 TN-ND23 TN-KK24 MP-BS22 GJ-CAP GJ-INT HR-HT21 "
            "PM-BS22 CF-DD UK-PJ UK-KH UK-GB CY-MC CY-TB CY-NP KK-ND KK-TNM TW-ZT2 TW-EN HM-NK TN-DT23"
        ),
        as_of=date(2026, 3, 12),
        review_by=date(2027, 1, 31),
        related=("loan_mudra", "loan_collateral_free"),
        official="kviconline.gov.in",
    ),
)
