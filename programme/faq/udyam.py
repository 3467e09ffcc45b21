"""Udyam registration and the size classes that come with it."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer

PORTAL = "udyamregistration.gov.in"

ANSWERS = (
    Answer(
        topic="udyam_about",
        title=_("What is Udyam?"),
        text=_(
            "Udyam is the government's free registration for micro, small and medium businesses. You get a permanent "
            "number and an e-certificate, and there is no renewal. It is asked for in many places:\n"
            "• bank loans meant for small businesses\n"
            "• a complaint about a buyer who does not pay\n"
            "• the ZED quality scheme, and small-business benefits on GeM\n"
            "In July 2020 it replaced Udyog Aadhaar; if you have only that old paper, register again. Shops and "
            "wholesalers may register too, but only for bank lending."
        ),
        sources=("UDY-TMI", "UDY-FR", "UAP-24", "TRD-FE22", "DP-ET", "ZED-GOV", "GEM-SC"),
        as_of=date(2024, 3, 15),
        review_by=date(2027, 11, 23),
        related=("udyam_how", "udyam_cost", "msme_classification"),
        official=PORTAL,
    ),
    Answer(
        topic="udyam_how",
        title=_("How to get Udyam"),
        text=_(
            "You register online at udyamregistration.gov.in, by yourself and free of charge.\n"
            "• Keep near you: your Aadhaar number, the mobile linked to it and your PAN\n"
            "• On the portal, confirm yourself with the OTP\n"
            "• Fill in what your business is, where it is and what it does; nothing has to be uploaded\n"
            "• Save the number and the e-certificate\n"
            "I have no official figure for how long it takes. Later changes are made on the same portal, under "
            "Update/Cancel. Type your Aadhaar number only there, never here, and tell nobody the OTP."
        ),
        sources=("UDY-FE22", "FE-CAN23", "UAP-24", "UDY-FR"),
        as_of=date(2024, 3, 15),
        review_by=date(2027, 11, 23),
        related=("udyam_documents", "udyam_cost", "udyam_about"),
        official=PORTAL,
    ),
    Answer(
        topic="udyam_documents",
        title=_("Papers for Udyam"),
        text=_(
            "You need two numbers, Aadhaar and PAN, and you upload no papers.\n"
            "• Single owner: the owner's Aadhaar\n"
            "• Partnership: the managing partner's; joint family business (HUF): the karta's\n"
            "• Company, LLP, co-operative, society or trust: that of the person who signs for it, with its PAN and "
            "GSTIN\n"
            "A GSTIN is asked only where GST law makes you register. Investment and turnover are read from tax "
            "records. If you are outside GST, a bank can register you as a micro business on Udyam Assist, which "
            "counts the same for bank lending. Please do not send your Aadhaar number here."
        ),
        sources=("UDY-FR", "UAP-24", "UAP-SC", "UAP-OB"),
        as_of=date(2024, 3, 15),
        review_by=date(2027, 11, 23),
        related=("udyam_how", "gst_required", "udyam_cost"),
        official=PORTAL,
    ),
    Answer(
        topic="udyam_cost",
        title=_("What Udyam costs"),
        text=_(
            "Udyam is free: nothing to pay for registering, and no renewal to pay for. The government's own portal is "
            "udyamregistration.gov.in. In 2022 the government warned of a look-alike site that asked ₹2,700 for "
            "printing the certificate. A site or a caller that wants money for Udyam is not the government, so you "
            "need not pay. Keep your OTP to yourself, also when the caller sounds friendly."
        ),
        sources=("UDY-FE22", "FE-CAN23", "UDY-FR"),
        as_of=date(2023, 5, 4),
        review_by=date(2027, 5, 23),
        related=("udyam_how", "udyam_documents", "udyam_about"),
        official=PORTAL,
    ),
    Answer(
        topic="msme_classification",
        title=_("Micro, small, medium?"),
        text=_(
            "You are micro if your machines and equipment cost up to ₹2.5 crore and your yearly turnover is up to ₹10 "
            "crore. Above that come:\n"
            "• Small: up to ₹25 crore, and turnover up to ₹100 crore\n"
            "• Medium: up to ₹125 crore, and turnover up to ₹500 crore\n"
            "Both figures must be within the limit; if one is above it, you are in the next class. All your units "
            "under one PAN are added together. The limits are the same for making and for services. They began on "
            "1 April 2025, and many websites still show older, lower ones."
        ),
        sources=("ELP-25", "ACU-25", "MDQ-25", "UDY-TMI"),
        as_of=date(2025, 4, 1),
        review_by=date(2027, 3, 31),
        related=("udyam_about", "udyam_how", "loan_collateral_free"),
        official=PORTAL,
    ),
)
