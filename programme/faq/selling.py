"""Selling in India: marketplaces, their papers, charges and delivery, ONDC and GeM."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer

SELLER_PORTAL = "seller.flipkart.com"

ANSWERS = (
    Answer(
        topic="sell_online_how",
        title=_("Start selling online"),
        text=_(
            "Choose one marketplace, keep your papers ready and open a seller account. For Flipkart that is at "
            "seller.flipkart.com.\n"
            "• Give your business, tax and bank details and a pickup address\n"
            "• List each product with photos, a price and its HSN code\n"
            "• Begin with a few products that you can send quickly\n"
            "Artisans, weavers, self-help groups and women-led businesses can ask Flipkart about Samarth: help for a "
            "limited time with listing and, where you qualify, a lower commission. You may sell on other marketplaces "
            "as well."
        ),
        sources=("HRB-18", "CDT-23", "SLIDE-FK", "SAM-19", "SAM-FE21", "SAM-YS21", "TN-FM22", "FE-MP21", "YS-UP22"),
        as_of=date(2023, 2, 7),
        review_by=date(2027, 11, 23),
        related=("sell_online_documents", "gst_required", "sell_online_charges"),
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
        official=SELLER_PORTAL,
    ),
    Answer(
        topic="sell_online_documents",
        title=_("Papers to sell online"),
        text=_(
            "You need a GSTIN, a PAN, a bank account and a pickup address, and for some goods a licence.\n"
            "• GSTIN: there is a small exception, ask me about GST\n"
            "• PAN: yours if you alone own the business, else the firm's\n"
            "• Bank account: in the same name, with a cancelled cheque or a statement\n"
            "• Mobile, e-mail and business address\n"
            "• HSN code and photos of each product\n"
            "• Food, also from a home kitchen: FSSAI registration or licence, at foscos.fssai.gov.in\n"
            "The marketplace's own list has the last word."
        ),
        sources=("HRB-18", "SLIDE-FK", "CDT-23", "GOA-FDA20"),
        as_of=date(2023, 2, 7),
        review_by=date(2027, 5, 23),
        related=("gst_required", "gst_how", "sell_online_charges"),
        official=SELLER_PORTAL,
    ),
    Answer(
        topic="sell_online_charges",
        title=_("Marketplace charges"),
        text=_(
            "The marketplace takes its fees out of each sale: usually commission, shipping, a collection fee and a "
            "fixed fee. Rates differ by product and change often, so read the rate card in your seller account before "
            "you set a price. Two taxes are held back as well: GST TCS of 0.5% and income-tax TDS of 0.1%, the rates "
            "since July and October 2024. Older pages show higher ones. TCS comes back as a credit in your GST "
            "account; ask your accountant about both. Payment days differ too: a page of 2022 says 7 to 15 working "
            "days after dispatch for Flipkart, so check today's rule."
        ),
        sources=("AIOVA-16", "FK-PAY22", "TCS-TG", "TCS-GS", "TDS-TMI", "TCS-CDT"),
        as_of=date(2024, 7, 30),
        review_by=date(2027, 5, 23),
        related=("sell_online_shipping", "gst_required", "delayed_payment"),
        official="gst.gov.in",
    ),
    Answer(
        topic="sell_online_shipping",
        title=_("Delivery and returns"),
        text=_(
            "You pack, and the marketplace's delivery people usually collect from you. On Flipkart they come to the "
            "pickup address in your account.\n"
            "• Shipping goes by weight or box size, whichever is more, so a small, strong box saves money\n"
            "• Oil, liquids and glass need a good seal and a second layer\n"
            "• Take a photo before you close the box; it helps if a return is disputed\n"
            "How fast you must send, and who pays for a return, differs by marketplace and product. Read the return "
            "rules in your seller account before your first sale."
        ),
        sources=("SLIDE-FK", "AIOVA-16", "FK-PAY22"),
        as_of=date(2022, 1, 1),
        review_by=date(2027, 11, 23),
        related=("sell_online_charges", "quality_zed", "sell_online_how"),
        official=SELLER_PORTAL,
    ),
    Answer(
        topic="ondc_gem",
        title=_("ONDC and GeM"),
        text=_(
            "ONDC shows your goods to buyers in many apps; on GeM you sell to government offices.\n"
            "• ONDC: join through one seller app, for example Mystore. Keep ready: address, GSTIN, bank account, ID "
            "and address proof, your products. Some apps take sellers without a GSTIN, for sales in their own state.\n"
            "• GeM: registering at gem.gov.in is free. Keep ready: Aadhaar or PAN of the person who signs, the "
            "business's PAN, address and bank account. With a Udyam number you get the benefits for small "
            "businesses.\n"
            "Rules on deposits and fees change, so check before you pay anything."
        ),
        sources=("ONDC-FE23", "ONDC-KL", "MYST", "GEM-SC", "GEM-EG"),
        as_of=date(2023, 5, 23),
        review_by=date(2027, 5, 23),
        related=("sell_online_how", "udyam_about", "gst_required"),
        official="gem.gov.in",
    ),
)
