"""Small loans for stock, tools and machines, in plain words."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="loan_working_capital",
        subject="loan_working_capital",
        title=_("Small loan for stock"),
        parts={
            "short": Part(
                _(
                    "Mudra is the usual small loan: up to ₹50,000 for a first tool or stock, ₹5 lakh for a growing shop "
                    "or workshop, ₹10 lakh for a machine. Ask your bank. Terms change, and the bank decides."
                )
            ),
            "cost": Part(
                _(
                    "The lender sets the interest. On psbloansin59minutes.com a fee of ₹1,000 is charged when an offer "
                    "matches. No agent may charge you for a government scheme."
                )
            ),
            "papers": Part(
                _(
                    "Each bank has its own list. For a loan online, public banks look at your account statements, "
                    "income-tax return, GST and credit record."
                )
            ),
            "how_long": Part(
                _(
                    "It depends on the bank. psbloansin59minutes.com gives only a first approval; the bank then took "
                    "about 7 to 8 working days."
                )
            ),
            "where_how": Part(
                _(
                    "Go to your bank branch, or to the government's JanSamarth portal. Since 1 April 2026 banks must not "
                    "ask micro and small businesses for security on loans of up to ₹20 lakh."
                )
            ),
            "who_may": Part(
                _(
                    "Shops count too. Street vendors have PM SVANidhi: ₹15,000, then ₹25,000, then ₹50,000, till March "
                    "2030. For big machines MCGS-MSME guarantees 60% of the loan; it needs Udyam."
                )
            ),
            "what_if": Part(
                _(
                    "If the bank says no, ask for the reason in writing, try another one, and complain at "
                    "champions.gov.in if it was not fair. It aims to look at it in three days."
                )
            ),
        },
        applies=(
            Applies(
                text=_("In Tamil Nadu, women can also ask for TWEES: up to ₹10 lakh, 25% subsidy."),
                states=frozenset({"IN-TN"}),
                woman_owned=True,
            ),
            Applies(
                text=_("In Haryana, women can also ask for Matrushakti Udyamita, up to ₹5 lakh."),
                states=frozenset({"IN-HR"}),
                woman_owned=True,
            ),
            Applies(
                text=_("Weavers have a loan of their own, the Weaver Mudra: ask me about looms."),
                sectors=frozenset({"handloom"}),
            ),
        ),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu: TWEES for women, up to ₹10 lakh, 25% subsidy up to ₹2 lakh, age 18 to 55. Announced "
                "in 2024: through TAICO Bank, makers of goods up to ₹20 lakh at 7%. Check at msmeonline.tn.gov.in."
            ),
            "IN-HR": _(
                "In Haryana: Matrushakti Udyamita for women with family income under ₹5 lakh: loan up to ₹5 lakh; "
                "the state pays 7% of interest for three years. Ask the Women Development Corporation."
            ),
        },
        sources=keys(
            "MUD-PIB26 MUD-BS25 CF-OM CF-DD SV-PN SV-LH SV-TB PSB-MM PSB-BT PSB-DN PSB-NA MC-BT MC-TS TW-ZT "
            "TW-ZT2 TN-TH24 HM-NK HM-LN CHA-FE23 WM-BS"
        ),
        as_of=date(2026, 3, 14),
        review_by=date(2027, 5, 23),
        related=("loan_mudra", "loan_collateral_free"),
        official="jansamarth.in",
    ),
)
