"""Selling abroad: the way to a first export, and the codes it needs."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer

PORTAL = "dgft.gov.in"

STATE_HELP = ("AMZ-BS21", "TN-FM22", "TN-FM24", "TN-FM24b", "FE-MP21", "MP-INV", "YS-UP22", "FE-HR21")

ANSWERS = (
    Answer(
        topic="export_how",
        title=_("Start exporting"),
        text=_(
            "Get your papers first, then look for a buyer.\n"
            "• A current account, and GST with its yearly LUT, so that you need not pay IGST first\n"
            "• IEC from dgft.gov.in\n"
            "• AD code from your bank, registered with customs\n"
            "• Membership of your export council (RCMC), if you want trade-policy benefits\n"
            "• The other country's rules for your product\n"
            "You can supply a big buyer, as in Walmart's sourcing, or list your goods yourself, as on Walmart "
            "Marketplace or Amazon Global Selling. They choose their sellers; no training promises you a place."
        ),
        sources=("SCAL", "AD-BM", "RCMC-TW", "IEC-CN", "YS-EXP20", "BL-25", "AMZ-REG", *STATE_HELP),
        as_of=date(2025, 6, 24),
        review_by=date(2027, 11, 23),
        related=("export_iec", "quality_zed", "gst_how"),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, FaMe TN, the state's trade bureau, holds meets with buyers from abroad about every "
                "six months. In Coimbatore in November 2024, 28 of them met 231 businesses."
            ),
            "IN-GJ": _(
                "In Gujarat, the state and Amazon agreed in September 2021 to train small businesses for Amazon "
                "Global Selling, with Ahmedabad, Vadodara, Surat, Bharuch and Rajkot named. Ask whether it still runs."
            ),
            "IN-MP": _(
                "In Madhya Pradesh, the agreement with Walmart announced in November 2021 also speaks of exports. The "
                "state's MSME policy, as of 2023, gives exporting units extra help: see invest.mp.gov.in."
            ),
            "IN-UP": _(
                "In Uttar Pradesh, the Export Promotion Bureau is the office to ask. It signed with Walmart and "
                "Flipkart in January 2022."
            ),
            "IN-HR": _("In Haryana, the agreement with Walmart and Flipkart of August 2021 also speaks of exports."),
        },
        official=PORTAL,
    ),
    Answer(
        topic="export_iec",
        title=_("IEC and AD code"),
        text=_(
            "IEC is the code that you need to export or import goods for business; you get it online at "
            "dgft.gov.in.\n"
            "• One for each PAN, valid for life\n"
            "• Keep ready: PAN, proof of the business and its address, a cancelled cheque or bank certificate, and "
            "Aadhaar e-sign or a digital signature\n"
            "• The fee was ₹500 in the list of 2021\n"
            "• Confirm your details every year between April and June, or it is switched off\n"
            "AD code is your bank's code for the account that gets the foreign money. Register it on ICEGATE for each "
            "port or airport that you use; without it no shipping bill can be made."
        ),
        sources=("IEC-UD", "IEC-TG", "IEC-CN", "IEC-IF21", "IEC-LS22", "AD-EX", "AD-BM"),
        as_of=date(2022, 1, 14),
        review_by=date(2027, 5, 23),
        related=("export_how", "gst_how", "sell_online_how"),
        official=PORTAL,
    ),
)
