"""GST registration: who needs it, and how it is had."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="gst_required",
        subject="gst",
        title=_("Do I need GST?"),
        parts={
            "short": Part(
                _(
                    "To sell online you normally need a GSTIN. One exception: goods sold only inside your own state, "
                    "below the GST limit, with an enrolment number from gst.gov.in. The marketplace decides whether it "
                    "takes you with that."
                )
            ),
            "who_may": Part(
                _(
                    "Shops and orders away from the internet need GST above ₹40 lakh a year for goods, ₹20 lakh for "
                    "services, in most states (MP, Tamil Nadu, Haryana, Gujarat and UP too). The online exception has "
                    "the limit of ₹20 lakh, in some states ₹10 lakh. Goods sold to another state normally need it at any "
                    "turnover."
                )
            ),
            "what_if": Part(
                _(
                    "Hand-made goods on the official list, handloom cloth too, may be sold to other states without a "
                    "GSTIN up to ₹20 lakh a year (₹10 lakh in some states), with a PAN and an e-way bill. Above that, "
                    "ask a tax adviser. Through an online platform, sales to other states need a GSTIN."
                )
            ),
        },
        applies=(
            Applies(
                text=_("You gave me a GSTIN, so you are ready on this point, for other states too."),
                has_gstin=True,
            ),
            Applies(
                text=_("For hand-made goods there is a relief of their own: see Special cases."),
                sectors=frozenset({"handloom", "handicraft"}),
            ),
            Applies(
                text=_("Your sales are below ₹20 lakh, so the exception can fit you."),
                sectors=frozenset({"food", "textile", "leather", "engineering", "agriculture", "trade", "other"}),
                turnover_up_to=2_000_000,
                states=frozenset({"IN-MP", "IN-TN", "IN-HR", "IN-GJ", "IN-UP"}),
            ),
        ),
        sources=keys("LEX-34 MMT-34 RMPS-34 GST-IBF GST-TLN GST-GH26 TG-34 HC-SCCO HC-SRTEPC HC-A2Z HC-GYAN"),
        as_of=date(2026, 3, 1),
        review_by=date(2027, 5, 23),
        related=("gst_how", "sell_online_documents"),
        official="gst.gov.in",
    ),
    Answer(
        topic="gst_how",
        subject="gst",
        title=_("How to get a GSTIN"),
        parts={
            "short": Part(
                _(
                    "Apply online at gst.gov.in; the portal shows the exact list of papers for you. Share your OTP with "
                    "nobody."
                )
            ),
            "cost": Part(
                _(
                    "I know of no fee for registering on gst.gov.in. An accountant or agent who does it for you takes a "
                    "charge of their own."
                )
            ),
            "papers": Part(
                _(
                    "Usually asked: PAN, Aadhaar, a photo, a bank paper and a proof of the business address. A "
                    "partnership or company adds its own papers. Officers are told not to ask for a Udyam certificate, a "
                    "shop or trade licence, or originals on paper."
                )
            ),
            "how_long": Part(
                _(
                    "The stated time is 7 working days, and up to 30 days if the officer has doubts or visits. Since "
                    "November 2025 a low-risk business with GST of up to ₹2.5 lakh a month on its sales may get it in 3 "
                    "working days after Aadhaar verification; the portal decides."
                )
            ),
            "what_if": Part(
                _(
                    "If you only sell goods online in your own state, you may need just the enrolment number: on "
                    "gst.gov.in open User Services, then Generate User ID for Unregistered Applicant, and tick that you "
                    "supply through e-commerce. Sell nothing online before you have it."
                )
            ),
        },
        sources=keys("GST-BF24 GST-14A GST-14C TOT-34 GST-I325 GST-SAN GST-TTC"),
        as_of=date(2025, 11, 1),
        review_by=date(2027, 5, 23),
        related=("gst_required", "udyam_documents"),
        official="gst.gov.in",
    ),
)
