"""Quality marks."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="quality_zed",
        subject="quality",
        title=_("ZED, quality, labels"),
        parts={
            "short": Part(
                _(
                    "ZED is a government quality certificate in three steps, Bronze, Silver and Gold, for businesses "
                    "with Udyam. Its approved period ran till 31 March 2026, so see first whether it goes on."
                )
            ),
            "cost": Part(
                _(
                    "Till March 2026 the subsidy was 80% of the cost for micro, 60% for small and 50% for medium units, "
                    "10% more for women, SC and ST owners, 5% more in clusters. A ₹10,000 reward made Bronze free in "
                    "effect, for any owner, once."
                )
            ),
            "who_may": Part(_("Businesses with a Udyam number; each unit under one number applies for itself.")),
            "where_how": Part(_("See zed.msme.gov.in first, whether new applications are taken now.")),
            "what_if": Part(
                _(
                    "Other marks depend on the buyer and the goods: ISO if the buyer asks, FSSAI for food. A training "
                    "certificate is not a quality mark."
                )
            ),
        },
        applies=(
            Applies(
                text=_("As a woman owner you had 10% more subsidy."),
                woman_owned=True,
            ),
        ),
        by_state={
            "IN-MP": _(
                "In Madhya Pradesh, the MSME policy, as of 2023, gives up to ₹5 lakh towards quality certificates. A "
                "newer policy was approved in February 2025, so check at invest.mp.gov.in."
            ),
        },
        sources=keys("ZED-GOV ZED-FE22 ZED-FR ZED-ZEE MP-INV MP-BW25"),
        as_of=date(2023, 9, 1),
        review_by=date(2027, 1, 31),
        related=("barcode_label", "food_licence"),
        official="zed.msme.gov.in",
    ),
)
