"""Quality marks, licences and labels."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer

ANSWERS = (
    Answer(
        topic="quality_zed",
        title=_("ZED, quality, labels"),
        text=_(
            "ZED is a government quality certificate in three steps, Bronze, Silver and Gold, for businesses with "
            "Udyam. Its approved period ran till 31 March 2026, so see first whether it goes on. Till then the "
            "subsidy was 80% of the cost for micro, 60% for small and 50% for medium units, and 10% more for women, "
            "SC and ST owners; a ₹10,000 reward made Bronze free in effect. Other marks depend on the buyer and the "
            "goods: ISO if the buyer asks, FSSAI for food. A packet's label shows the maker's name and address, what "
            "is inside, how much, month and year, MRP, and whom to contact; food also its best-before date."
        ),
        sources=("ZED-GOV", "ZED-FE22", "ZED-FR", "GOA-FDA20", "LMD-KL", "MP-INV", "MP-BW25"),
        as_of=date(2022, 12, 1),
        review_by=date(2027, 1, 31),
        related=("udyam_how", "export_how", "sell_online_shipping"),
        by_state={
            "IN-MP": _(
                "In Madhya Pradesh, the MSME policy, as of 2023, gives up to ₹5 lakh towards quality certificates. A "
                "newer policy was approved in February 2025, so check at invest.mp.gov.in."
            ),
        },
        official="zed.msme.gov.in",
    ),
)
