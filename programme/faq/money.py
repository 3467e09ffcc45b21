"""Loans, subsidies and money that a buyer owes. Terms change here faster than anywhere else."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="loan_mudra",
        subject="loan_mudra",
        title=_("Mudra loan"),
        parts={
            "short": Part(
                _(
                    "Mudra (PMMY) is a loan without security for a small business. Terms change, and the lender decides.\n"
                    "• Shishu: up to ₹50,000\n"
                    "• Kishor: above that, up to ₹5 lakh\n"
                    "• Tarun: above that, up to ₹10 lakh\n"
                    "• Tarun Plus: above that, up to ₹20 lakh"
                )
            ),
            "cost": Part(
                _(
                    "There is no subsidy in Mudra; the lender sets the interest, so compare two or three. Nobody may ask "
                    "a fee for an approval letter: fake letters that want ₹1,750 to ₹4,500 come every year."
                )
            ),
            "where_how": Part(
                _(
                    "Ask at a bank, an NBFC or a microfinance company; Mudra lends to nobody directly. Say what the "
                    "money is for: a tool, stock, a machine."
                )
            ),
            "who_may": Part(
                _(
                    "For making, trading or services, and for work linked to farming such as dairy; not for growing "
                    "crops. Tarun Plus, up to ₹20 lakh, is only for those who took and repaid a Tarun loan."
                )
            ),
            "what_if": Part(
                _(
                    "If the bank says no, ask for the reason in writing, try another bank, and complain at "
                    "champions.gov.in if it was not fair."
                )
            ),
        },
        sources=(
            "MUD-NDTV",
            "MUD-FE",
            "MUD-MG",
            "MUD-PIB26",
            "FR-LAT25",
        ),
        as_of=date(2026, 3, 14),
        review_by=date(2027, 5, 23),
        related=("loan_working_capital", "fraud"),
        official="mudra.org.in",
    ),
    Answer(
        topic="loan_collateral_free",
        subject="loan_collateral_free",
        title=_("Loan without security"),
        parts={
            "short": Part(
                _(
                    "For loans of up to ₹20 lakh given or renewed since 1 April 2026, banks must not ask a micro or "
                    "small business for security. Above that, CGTMSE can guarantee the loan. Terms change, and the bank "
                    "decides."
                )
            ),
            "cost": Part(
                _(
                    "The guarantee has a yearly fee, which your bank adds. The guarantee protects the bank: you still "
                    "pay the whole loan back."
                )
            ),
            "where_how": Part(
                _(
                    "You apply to the bank, not to CGTMSE. Ask for a loan without security under the RBI rule or with "
                    "CGTMSE cover."
                )
            ),
            "who_may": Part(
                _(
                    "CGTMSE can cover up to ₹10 crore for a micro or small business, shops too; women-led ones get 90% "
                    "cover and 10% off the fee. A good record may take the RBI limit to ₹25 lakh, by your bank's policy."
                )
            ),
            "what_if": Part(
                _(
                    "If a bank says no, ask for the reason in writing and try another one; you can complain at "
                    "champions.gov.in. Stand-Up India ended on 31 March 2025; a successor was announced, but I found no "
                    "start."
                )
            ),
        },
        applies=(
            Applies(
                text=_("For women, CGTMSE covers 90% and takes 10% off its fee."),
                woman_owned=True,
            ),
        ),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, the state has a guarantee scheme of its own with CGTMSE. As announced in August "
                "2022, it covers up to 90% of loans of up to ₹40 lakh."
            ),
        },
        sources=keys("CGT-DC CGT-LL25 CGT-MP CGT-CT CHA-GOV TN-FM22 CF-OM CF-DD CF-NB CG-CW PIB-W26 SU-FE"),
        as_of=date(2026, 3, 9),
        review_by=date(2027, 5, 23),
        related=("loan_mudra", "loan_working_capital"),
        official="cgtmse.in",
    ),
    Answer(
        topic="delayed_payment",
        subject="delayed_payment",
        title=_("Buyer has not paid"),
        parts={
            "short": Part(
                _(
                    "By law a buyer must pay a micro or small supplier by the date agreed in writing, at most 45 days "
                    "after accepting the goods; with nothing in writing, within 15 days. Remind in writing, then file at "
                    "odr.msme.gov.in."
                )
            ),
            "cost": Part(
                _(
                    "For a late payment the buyer owes interest on interest, at three times the RBI's bank rate. I know "
                    "of no fee on the portal; check there."
                )
            ),
            "papers": Part(
                _(
                    "Udyam number, invoices, purchase order, proof of delivery. Your Udyam must be older than the "
                    "invoice."
                )
            ),
            "how_long": Part(
                _(
                    "The law's aim is 90 days for a case. The council first tries a settlement, then decides "
                    "(arbitration), mostly online."
                )
            ),
            "where_how": Part(
                _(
                    "Since 15 October 2025 new cases go to odr.msme.gov.in, not to Samadhaan, which only moves old ones. "
                    "Your case comes before your state's council for micro and small firms."
                )
            ),
            "who_may": Part(
                _(
                    "Micro and small suppliers with a Udyam older than the invoice. Medium firms and pure traders are "
                    "not covered."
                )
            ),
            "what_if": Part(
                _(
                    "For your reminder letter: since March 2025 a company that pays a micro or small supplier later than "
                    "45 days must report it to the ministry twice a year, and it can deduct the cost only once paid."
                )
            ),
        },
        applies=(
            Applies(
                text=_("Note: pure traders cannot use these councils."),
                sectors=frozenset({"trade"}),
            ),
            Applies(
                text=_("You have a Udyam number, so you can file a case."),
                has_udyam=True,
            ),
        ),
        sources=keys("DP-FN DP-ET ODR-DD ODR-RTI TRD-MC21b DP-CAC DP-TS CAS-43B"),
        as_of=date(2026, 1, 1),
        review_by=date(2027, 5, 23),
        related=("udyam_how", "fraud"),
        official="odr.msme.gov.in",
    ),
)
