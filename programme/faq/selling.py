"""Selling in India: marketplaces, their papers, charges and delivery, ONDC and GeM."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="sell_online_how",
        subject="sell_online",
        title=_("Start selling online"),
        parts={
            "short": Part(
                _(
                    "Choose one marketplace and open a seller account; for Flipkart that is at seller.flipkart.com. List "
                    "each product with photos, a price and its HSN code. Begin with a few that you can send quickly."
                )
            ),
            "where_how": Part(
                _(
                    "In the seller account you give your business, tax and bank details and a pickup address. You may "
                    "sell on several marketplaces. Listing is no promise of sales."
                )
            ),
            "who_may": Part(
                _(
                    "Any seller with the papers. Artisans, weavers, self-help groups and women-led businesses can ask "
                    "Flipkart about Samarth: help for a limited time and, where you qualify, a lower commission. Amazon "
                    "has Karigar for artisans."
                )
            ),
        },
        applies=(
            Applies(
                text=_("You told me that you sell online already, so begin with better listings:"),
                sells_online=True,
            ),
            Applies(
                text=_("Weavers and artisans can ask for help: Flipkart Samarth, Amazon Karigar."),
                sectors=frozenset({"handloom", "handicraft"}),
            ),
            Applies(
                text=_("Women-led businesses can ask for help: Flipkart Samarth, Amazon Saheli."),
                woman_owned=True,
            ),
        ),
        by_state={
            "IN-TN": _(
                "In Tamil Nadu, Flipkart and the state's trade bureau (now FaMe TN) agreed in February 2021 to bring "
                "artisans, weavers and small industries online. Ask FaMe TN about it."
            ),
            "IN-MP": _(
                "In Madhya Pradesh, the agreement with Walmart and Flipkart announced in November 2021 is about "
                "selling across India online. Ask the MSME Department about it."
            ),
            "IN-UP": _(
                "In Uttar Pradesh, Flipkart said in January 2022 that goods of the One District One Product scheme "
                "sell well on it. Ask your district's industries office about it."
            ),
        },
        sources=keys("HRB-18 CDT-23 SLIDE-FK SAM-19 SAM-FE21 SAM-YS21 TN-FM22 FE-MP21 YS-UP22 SA-PB AM-NU AM-IR AM-ST"),
        as_of=date(2025, 1, 1),
        review_by=date(2027, 11, 23),
        related=("sell_online_documents", "sell_online_charges"),
        official="seller.flipkart.com",
    ),
    Answer(
        topic="sell_online_documents",
        subject="sell_online",
        title=_("Papers to sell online"),
        parts={
            "short": Part(
                _(
                    "A GSTIN (there is a small exception), a PAN, a bank account in the same name with a cancelled "
                    "cheque or statement, a mobile, an e-mail, a pickup address, and the HSN code and photos of each "
                    "product."
                )
            ),
            "who_may": Part(
                _(
                    "PAN: yours if you alone own the business, else the firm's. Some goods need a licence too: for food "
                    "FSSAI, also from a home kitchen. The marketplace's own list has the last word."
                )
            ),
        },
        applies=(
            Applies(
                text=_("For food you also need FSSAI registration, also from a home kitchen: foscos.fssai.gov.in."),
                sectors=frozenset({"food"}),
            ),
            Applies(
                text=_("You have your GSTIN; the rest of the list is what is left."),
                has_gstin=True,
            ),
        ),
        sources=(
            "HRB-18",
            "SLIDE-FK",
            "CDT-23",
            "FS-PIB",
            "FS-FNB",
        ),
        as_of=date(2026, 4, 10),
        review_by=date(2027, 5, 23),
        related=("gst_required", "sell_online_how"),
        official="seller.flipkart.com",
    ),
    Answer(
        topic="sell_online_charges",
        subject="sell_online",
        title=_("Marketplace charges"),
        parts={
            "short": Part(
                _(
                    "The marketplace takes its fees out of each sale: usually commission, shipping, a collection fee and "
                    "a fixed fee. Rates differ by product and change often, so read the rate card in your seller account "
                    "before you set a price."
                )
            ),
            "cost": Part(
                _(
                    "Two taxes are held back as well: GST TCS of 0.5% and income-tax TDS of 0.1%, the rates since July "
                    "and October 2024. Older pages show higher ones. TCS comes back as a credit in your GST account; ask "
                    "your accountant about both."
                )
            ),
            "how_long": Part(
                _(
                    "When you are paid differs by marketplace. A page of 2022 says 7 to 15 working days after dispatch "
                    "for Flipkart, so check today's rule in your seller account."
                )
            ),
        },
        sources=keys("AIOVA-16 FK-PAY22 TCS-TG TCS-GS TDS-TMI TCS-CDT"),
        as_of=date(2024, 7, 30),
        review_by=date(2027, 5, 23),
        related=("sell_online_shipping", "gst_required"),
        official="gst.gov.in",
    ),
    Answer(
        topic="sell_online_shipping",
        subject="sell_online",
        title=_("Delivery and returns"),
        parts={
            "short": Part(
                _(
                    "You pack, and the marketplace's delivery people usually collect from you. On Flipkart they come to "
                    "the pickup address in your account."
                )
            ),
            "cost": Part(
                _("Shipping goes by weight or box size, whichever is more, so a small, strong box saves money.")
            ),
            "where_how": Part(
                _(
                    "Oil, liquids and glass need a good seal and a second layer. Take a photo before you close the box; "
                    "it helps if a return is disputed."
                )
            ),
            "how_long": Part(
                _(
                    "How fast you must send a parcel differs by marketplace and product; your seller account shows the "
                    "time for each order."
                )
            ),
            "what_if": Part(
                _(
                    "Who pays for a return differs by marketplace and product. Read the return rules in your seller "
                    "account before your first sale."
                )
            ),
        },
        sources=(
            "SLIDE-FK",
            "AIOVA-16",
            "FK-PAY22",
        ),
        as_of=date(2022, 1, 1),
        review_by=date(2027, 11, 23),
        related=("sell_online_charges", "barcode_label"),
        official="seller.flipkart.com",
    ),
    Answer(
        topic="ondc_gem",
        subject="sell_online",
        title=_("ONDC and GeM"),
        parts={
            "short": Part(
                _(
                    "ONDC shows your goods to buyers in many apps; on GeM you sell to government offices. For ONDC you "
                    "join through one seller app, for example Mystore; on GeM you register at gem.gov.in."
                )
            ),
            "cost": Part(
                _("Registering on GeM is free. Rules on deposits and fees change, so check before you pay anything.")
            ),
            "papers": Part(
                _(
                    "ONDC: address, GSTIN, bank account, ID and address proof, your products.\n"
                    "GeM: Aadhaar or PAN of the person who signs, the business's PAN, address and bank account."
                )
            ),
            "what_if": Part(
                _(
                    "Without a GSTIN: some ONDC seller apps take you for sales in your own state. With a Udyam number "
                    "you get the benefits for small businesses on GeM."
                )
            ),
        },
        applies=(
            Applies(
                text=_("With the Udyam number you gave me you get the benefits for small businesses on GeM."),
                has_udyam=True,
            ),
        ),
        sources=(
            "ONDC-FE23",
            "ONDC-KL",
            "MYST",
            "GEM-SC",
            "GEM-EG",
        ),
        as_of=date(2023, 5, 23),
        review_by=date(2027, 5, 23),
        related=("sell_online_how", "udyam_about"),
        official="gem.gov.in",
    ),
)
