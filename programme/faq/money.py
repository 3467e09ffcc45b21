"""Loans, subsidies and money that a buyer owes. Terms change here faster than anywhere else."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer

STATE_SCHEMES = (
    *("TN-UY23", "TN-ND23", "TN-KK24"),
    *("MP-FPJ22", "MP-BS22"),
    *("GJ-CAP", "GJ-INT"),
    *("UP-KNN25", "UP-AN25"),
    "HR-HT21",
)

ANSWERS = (
    Answer(
        topic="loan_mudra",
        title=_("Mudra loan"),
        text=_(
            "Mudra is a loan without security for a small business: up to ₹10 lakh, and up to ₹20 lakh for those who "
            "have taken and repaid a Tarun loan.\n"
            "• Shishu: up to ₹50,000\n"
            "• Kishor: above that, up to ₹5 lakh\n"
            "• Tarun: above that, up to ₹10 lakh\n"
            "• Tarun Plus: above that, up to ₹20 lakh\n"
            "It is for making, trading or services, not for farming. Ask a bank, an NBFC or a microfinance company. "
            "Mudra has no subsidy, and the lender sets the interest. Terms change, and the lender decides."
        ),
        sources=("MUD-NDTV", "MUD-FE", "MUD-MG"),
        as_of=date(2024, 10, 25),
        review_by=date(2027, 5, 23),
        related=("loan_collateral_free", "loan_new_unit", "udyam_about"),
        official="mudra.org.in",
    ),
    Answer(
        topic="loan_collateral_free",
        title=_("Loan without security"),
        text=_(
            "A bank can lend to a micro or small business without security when CGTMSE, a trust of the "
            "government and SIDBI, guarantees the loan. You apply to the bank, not to CGTMSE. Since 1 April 2025 up "
            "to ₹10 crore can be covered, and shops count too. The guarantee protects the bank: you still pay the "
            "loan back, and there is a yearly fee. If a bank says no, ask for the reason in writing and try another "
            "one; you can complain at champions.gov.in. Terms change, and the bank decides."
        ),
        sources=("CGT-DC", "CGT-LL25", "CGT-MP", "CGT-CT", "CHA-GOV", "TN-FM22"),
        as_of=date(2025, 12, 2),
        review_by=date(2027, 5, 23),
        related=("loan_mudra", "loan_new_unit", "udyam_about"),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, the state has a guarantee scheme of its own with CGTMSE. As announced in August 2022, "
                "it covers up to 90% of loans of up to ₹40 lakh."
            ),
        },
        official="cgtmse.in",
    ),
    Answer(
        topic="loan_new_unit",
        title=_("Help for a new unit"),
        text=_(
            "PMEGP is the central subsidy scheme for a new unit, but its approved period ended on 31 March 2026. Ask "
            "your District Industries Centre whether it goes on. Its rules till then:\n"
            "• Project up to ₹50 lakh for making, ₹20 lakh for services\n"
            "• Subsidy 15% in towns, 25% in villages; 25% and 35% for women, SC, ST, OBC and some others\n"
            "• Own share 10%, or 5% for those groups\n"
            "• Age above 18, one person in a family\n"
            "For 18 traditional trades there is PM Vishwakarma: a loan of ₹1 lakh, then ₹2 lakh, at 5%. Terms change, "
            "and the bank and the office decide."
        ),
        sources=("PME-MINT22", "PME-MV", "PME-SF", "CGT-LL25", "PMV-23", *STATE_SCHEMES),
        as_of=date(2025, 12, 2),
        review_by=date(2027, 1, 31),
        related=("loan_mudra", "loan_collateral_free", "udyam_how"),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, see msmeonline.tn.gov.in (rules of 2023 and 2024). NEEDS: for first-generation owners "
                "with class 12, ITI, a diploma or a degree; project ₹10 lakh to ₹5 crore, 25% subsidy up to ₹75 lakh. "
                "UYEGP: project up to ₹15 lakh, 25% subsidy up to ₹3.75 lakh. Both up to age 45, for some groups 55. "
                "For crafts, the state has Kalaignar Kaivinai Thittam, from age 35, in place of PM Vishwakarma."
            ),
            "IN-MP": _(
                "In Madhya Pradesh, Mukhyamantri Udyam Kranti Yojana is for new units: a loan of ₹1 lakh to ₹50 lakh "
                "for making, up to ₹25 lakh for services, with a 3% interest subsidy for up to 7 years. In 2022 it "
                "was opened to ages 18 to 45 with class 8. Check at samast.mponline.gov.in."
            ),
            "IN-HR": _(
                "In Haryana, the Gramin Udyogik Vikas Yojana for new village units ran for five years and ended on "
                "31 December 2025. I do not know what came after it, so ask your District Industries Centre."
            ),
            "IN-GJ": _(
                "In Gujarat, the Aatmanirbhar Gujarat scheme runs till 4 October 2027. A micro unit that makes goods "
                "can get 10% to 25% of its term loan as subsidy, at most ₹35 lakh, and help with interest; it depends "
                "on your taluka. Check the rates on the state's Investor Facilitation Portal."
            ),
            "IN-UP": _(
                "In Uttar Pradesh, the CM Yuva scheme of 2025 offers a loan of up to ₹5 lakh without interest or "
                "guarantee, for ages 21 to 40 with class 8 and skill training. Check at msme.up.gov.in."
            ),
        },
        official="kviconline.gov.in",
    ),
    Answer(
        topic="delayed_payment",
        title=_("Buyer has not paid"),
        text=_(
            "By law, a buyer must pay a micro or small supplier by the date agreed in writing, at most 45 days after "
            "accepting the goods or the work; with nothing in writing, within 15 days. After that, compound interest "
            "at three times the RBI's bank rate is due.\n"
            "• Remind the buyer in writing\n"
            "• If that fails, file at odr.msme.gov.in; since 15 October 2025 new cases go there, not to Samadhaan\n"
            "• Keep ready: Udyam number, invoices, order, proof of delivery\n"
            "Your state's council first tries a settlement, then decides the case (arbitration). Your Udyam must be "
            "older than the invoice. Medium firms and pure traders are not covered."
        ),
        sources=("DP-FN", "DP-ET", "ODR-DD", "ODR-RTI", "TRD-MC21b"),
        as_of=date(2025, 10, 15),
        review_by=date(2027, 5, 23),
        related=("udyam_how", "loan_mudra", "msme_classification"),
        official="odr.msme.gov.in",
    ),
)
