"""GST registration: who needs it, and how it is had."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer

PORTAL = "gst.gov.in"

ANSWERS = (
    Answer(
        topic="gst_required",
        title=_("Do I need GST?"),
        text=_(
            "To sell online you normally need a GSTIN, however small you are. One exception came in October 2023: if "
            "you sell goods only inside your own state, and your turnover is below the GST limit (for this, ₹20 lakh "
            "in most states, ₹10 lakh in some), an enrolment number from gst.gov.in can be enough. The marketplace "
            "decides whether it takes you with that, so ask it first. Away from the internet, GST begins above ₹40 "
            "lakh a year for goods and ₹20 lakh for services in most states, Madhya Pradesh, Tamil Nadu, Haryana, "
            "Gujarat and Uttar Pradesh among them. Goods sold to another state need it at any turnover."
        ),
        sources=("LEX-34", "MMT-34", "RMPS-34", "GST-IBF", "GST-TLN", "GST-GH26"),
        as_of=date(2026, 3, 1),
        review_by=date(2027, 5, 23),
        related=("gst_how", "sell_online_documents", "sell_online_charges"),
        official=PORTAL,
    ),
    Answer(
        topic="gst_how",
        title=_("How to get a GSTIN"),
        text=_(
            "You apply online at gst.gov.in.\n"
            "• Usually asked: PAN, Aadhaar, a photo, a bank paper and a proof of the business address; a partnership "
            "or company adds its own papers\n"
            "• The portal shows the exact list for you\n"
            "• Since November 2025 a low-risk business with GST of up to ₹2.5 lakh a month on its sales may get the "
            "number in 3 working days, after Aadhaar verification; the portal decides\n"
            "If you need only the enrolment number for selling goods online in your own state, look there under User "
            "Services, at Generate User ID for Unregistered Applicant. Share your OTP with nobody."
        ),
        sources=("GST-BF24", "GST-14A", "GST-14C", "TOT-34"),
        as_of=date(2025, 11, 1),
        review_by=date(2027, 5, 23),
        related=("gst_required", "sell_online_documents", "udyam_documents"),
        official=PORTAL,
    ),
)
