"""Selling abroad: the way to a first export, the codes it needs, and small parcels."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="export_how",
        subject="export",
        title=_("Start exporting"),
        parts={
            "short": Part(
                _(
                    "Get your papers first, then look for a buyer: a current account, GST with its yearly LUT, the IEC "
                    "from dgft.gov.in, and the AD code from your bank. A few pieces can go by post or courier."
                )
            ),
            "papers": Part(
                _(
                    "Current account · GST and LUT, so that you need not pay IGST first · IEC · AD code registered with "
                    "customs · membership of your export council (RCMC) if you want trade-policy benefits · the other "
                    "country's rules for your product."
                )
            ),
            "where_how": Part(
                _(
                    "You can supply a big buyer, as in Walmart's sourcing, or list your goods yourself, as on Walmart "
                    "Marketplace or Amazon Global Selling. They choose their sellers."
                )
            ),
            "who_may": Part(
                _(
                    "Any business with a PAN and an IEC; small ones too. Buyers and marketplaces choose whom they take; "
                    "no training promises you a place."
                )
            ),
        },
        applies=(
            Applies(
                text=_("You have your GSTIN; next is the IEC."),
                has_gstin=True,
            ),
        ),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, FaMe TN, the state's trade bureau, holds meets with buyers from abroad about every "
                "six months. In Coimbatore in November 2024, 28 of them met 231 businesses."
            ),
            "IN-GJ": _(
                "In Gujarat, the state and Amazon agreed in September 2021 to train small businesses for Amazon "
                "Global Selling, with Ahmedabad, Vadodara, Surat, Bharuch and Rajkot named. Ask whether it still "
                "runs."
            ),
            "IN-MP": _(
                "In Madhya Pradesh, the agreement with Walmart announced in November 2021 also speaks of exports. "
                "The state's MSME policy, as of 2023, gives exporting units extra help: see invest.mp.gov.in."
            ),
            "IN-UP": _(
                "In Uttar Pradesh, the Export Promotion Bureau is the office to ask. It signed with Walmart and "
                "Flipkart in January 2022."
            ),
            "IN-HR": _("In Haryana, the agreement with Walmart and Flipkart of August 2021 also speaks of exports."),
        },
        sources=keys(
            "SCAL AD-BM RCMC-TW IEC-CN YS-EXP20 BL-25 AMZ-REG AMZ-BS21 TN-FM22 TN-FM24 TN-FM24b FE-MP21 "
            "MP-INV YS-UP22 FE-HR21 EX-PIB"
        ),
        as_of=date(2026, 3, 31),
        review_by=date(2027, 11, 23),
        related=("export_iec", "export_parcel"),
        official="dgft.gov.in",
    ),
    Answer(
        topic="export_iec",
        subject="export",
        title=_("IEC and AD code"),
        parts={
            "short": Part(
                _(
                    "IEC is the 10-character code for exporting or importing goods for business. You get it online at "
                    "dgft.gov.in, one for each PAN, valid for life. Confirm your details every year between April and "
                    "June, or it is switched off."
                )
            ),
            "cost": Part(
                _(
                    "The fee was ₹500 in the list of 2021. The yearly confirmation costs nothing if no detail changes; "
                    "blogs of 2026 give ₹200 for a change."
                )
            ),
            "papers": Part(
                _(
                    "PAN, proof of the business and its address, a cancelled cheque or bank certificate, and Aadhaar "
                    "e-sign (on the official portal only) or a digital signature."
                )
            ),
            "how_long": Part(
                _(
                    "I have found no official time for it. Once you have it, it is for life, with the yearly "
                    "confirmation from April to June."
                )
            ),
            "where_how": Part(
                _(
                    "AD code is your bank's code for the account that gets the foreign money. Register it on ICEGATE for "
                    "each port or airport that you use; without it no shipping bill can be made."
                )
            ),
            "what_if": Part(
                _(
                    "If the yearly confirmation was missed and the IEC is switched off, update it online at dgft.gov.in "
                    "and it is switched on again."
                )
            ),
        },
        sources=keys("IEC-UD IEC-TG IEC-CN IEC-IF21 IEC-LS22 AD-EX AD-BM IE-IUR IE-ABC IE-BL IE-OF"),
        as_of=date(2026, 4, 1),
        review_by=date(2027, 5, 23),
        related=("export_how", "export_parcel"),
        official="dgft.gov.in",
    ),
    Answer(
        topic="export_parcel",
        subject="export",
        title=_("Parcels abroad"),
        parts={
            "short": Part(
                _(
                    "A few pieces can go by post or courier. By post, book at a Dak Ghar Niryat Kendra (DNK); the "
                    "customs papers are made online. By courier there has been no value limit since 1 April 2026. A sale "
                    "needs an IEC."
                )
            ),
            "papers": Part(
                _(
                    "For DNK: IEC and GSTIN were required in the procedure of 2022; AD code and LUT if you have them. "
                    "Register on the portal with an OTP and KYC, then file. A gift or personal parcel uses form CN-22 or "
                    "CN-23 and needs no IEC."
                )
            ),
            "cost": Part(
                _(
                    "Postage goes by weight and country; the post office or courier shows it. Since 15 January 2026 you "
                    "can claim duty drawback and RoDTEP by post too, if the postal bill is electronic. I give no rates: "
                    "they changed several times in 2026."
                )
            ),
            "where_how": Part(
                _(
                    "By 2024 about a thousand post offices took DNK parcels. To claim the refunds: register on ICEGATE, "
                    "add your bank account for the DNK site, register the AD code and upload the papers to e-Sanchit."
                )
            ),
            "what_if": Part(
                _(
                    "Rejected or returned parcels are handled more simply since April 2026; a parcel not cleared in 15 "
                    "days can go back to you. Check the other country's rules for your product before you send."
                )
            ),
        },
        applies=(
            Applies(
                text=_("You have your GSTIN; for a sale abroad you need the IEC as well."),
                has_gstin=True,
            ),
        ),
        sources=keys("EX-PIB EX-TTI EX-OWL EX-TM EX-A2Z EX-CEN EX-TTC DNK-PS DNK-PST DNK-ENT DNK-MUM"),
        as_of=date(2026, 3, 31),
        review_by=date(2027, 5, 23),
        related=("export_iec", "export_how"),
        official="indiapost.gov.in",
    ),
)
