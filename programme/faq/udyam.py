"""Udyam registration and the size classes that come with it."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="udyam_about",
        subject="udyam",
        title=_("What is Udyam?"),
        parts={
            "short": Part(
                _(
                    "Udyam is the government's free registration for micro, small and medium businesses. It is asked for "
                    "at bank loans for small businesses, complaints about unpaid bills, the ZED quality scheme and GeM."
                )
            ),
            "how_long": Part(
                _(
                    "You get a permanent number and an e-certificate, and there is no renewal. In July 2020 it replaced "
                    "Udyog Aadhaar; if you have only that old paper, register again."
                )
            ),
            "who_may": Part(
                _(
                    "Any micro, small or medium business that makes goods or gives a service, also with one owner. Shops "
                    "and wholesalers may register too, but only for bank lending."
                )
            ),
        },
        applies=(
            Applies(
                text=_("You gave me a Udyam number, so you have it already."),
                has_udyam=True,
            ),
        ),
        sources=keys("UDY-TMI UDY-FR UAP-24 TRD-FE22 DP-ET ZED-GOV GEM-SC PIB-W26"),
        as_of=date(2026, 3, 9),
        review_by=date(2027, 11, 23),
        related=("udyam_how", "msme_classification"),
        official="udyamregistration.gov.in",
    ),
    Answer(
        topic="udyam_how",
        subject="udyam",
        title=_("How to get Udyam"),
        parts={
            "short": Part(
                _(
                    "You register online at udyamregistration.gov.in, by yourself and free of charge.\n"
                    "• On the portal, confirm yourself with the OTP\n"
                    "• Fill in what your business is, where it is and what it does; nothing has to be uploaded\n"
                    "• Save the number and the e-certificate"
                )
            ),
            "papers": Part(
                _(
                    "• Keep near you: your Aadhaar number, the mobile linked to it and your PAN\n"
                    "Type your Aadhaar number only on the government's site, never here, and tell nobody the OTP."
                )
            ),
            "how_long": Part(
                _("I have no official figure for how long it takes. There is no renewal: the number stays yours.")
            ),
            "what_if": Part(
                _(
                    "Later changes are made on the same portal, under Update/Cancel. If you get stuck, ask your District "
                    "Industries Centre or an MSME office; they help free of charge."
                )
            ),
        },
        sources=(
            "UDY-FE22",
            "FE-CAN23",
            "UAP-24",
            "UDY-FR",
            "UD-HT",
        ),
        as_of=date(2024, 3, 15),
        review_by=date(2027, 11, 23),
        related=("udyam_documents", "udyam_cost"),
        official="udyamregistration.gov.in",
    ),
    Answer(
        topic="udyam_documents",
        subject="udyam",
        title=_("Papers for Udyam"),
        parts={
            "short": Part(
                _(
                    "The government's site asks for two numbers, your Aadhaar and your PAN, and no papers are uploaded. "
                    "A GSTIN is asked only where GST law makes you register. Type your Aadhaar number only on that site, "
                    "never here."
                )
            ),
            "who_may": Part(
                _(
                    "Whose Aadhaar is asked:\n"
                    "• Single owner: the owner's Aadhaar\n"
                    "• Partnership: the managing partner's; joint family business (HUF): the karta's\n"
                    "• Company, LLP, co-operative, society or trust: that of the person who signs for it, with its PAN "
                    "and GSTIN"
                )
            ),
            "what_if": Part(
                _(
                    "If you are outside GST, a bank can register you as a micro business on Udyam Assist; for bank loans "
                    "it counts the same. Investment and turnover are read from tax records, so you type no proof."
                )
            ),
        },
        sources=(
            "UDY-FR",
            "UAP-24",
            "UAP-SC",
            "UAP-OB",
        ),
        as_of=date(2024, 3, 15),
        review_by=date(2027, 11, 23),
        related=("udyam_how", "udyam_cost"),
        official="udyamregistration.gov.in",
    ),
    Answer(
        topic="udyam_cost",
        subject="udyam",
        title=_("What Udyam costs"),
        parts={
            "short": Part(
                _(
                    "Udyam is free: nothing to pay for registering, and no renewal to pay for. A site or caller that "
                    "wants money for Udyam is not the government."
                )
            ),
            "what_if": Part(
                _(
                    "The government's own portal is udyamregistration.gov.in. If someone asks you for money, you need "
                    "not pay. Tell nobody your OTP."
                )
            ),
        },
        sources=(
            "UDY-FE22",
            "FE-CAN23",
            "UDY-FR",
        ),
        as_of=date(2023, 5, 4),
        review_by=date(2027, 5, 23),
        related=("udyam_how", "fraud"),
        official="udyamregistration.gov.in",
    ),
    Answer(
        topic="msme_classification",
        subject="udyam",
        title=_("Micro, small, medium?"),
        parts={
            "short": Part(
                _(
                    "You are micro if your machines and equipment cost up to ₹2.5 crore and your yearly turnover is up "
                    "to ₹10 crore. Above that come:\n"
                    "• Small: up to ₹25 crore, and turnover up to ₹100 crore\n"
                    "• Medium: up to ₹125 crore, and turnover up to ₹500 crore"
                )
            ),
            "who_may": Part(
                _(
                    "Both figures must be within the limit; if one is above it, you are in the next class. All your "
                    "units under one PAN are added together. The limits are the same for making and for services."
                )
            ),
            "how_long": Part(
                _(
                    "These limits began on 1 April 2025; many websites still show older, lower ones. If you move up a "
                    "class, you keep the benefits other than tax for three more years."
                )
            ),
        },
        sources=(
            "ELP-25",
            "ACU-25",
            "MDQ-25",
            "UDY-TMI",
            "UD-OD",
        ),
        as_of=date(2025, 4, 14),
        review_by=date(2027, 3, 31),
        related=("udyam_about", "udyam_how"),
        official="udyamregistration.gov.in",
    ),
)
