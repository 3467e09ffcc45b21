"""What food needs before it is sold, and what stands on a packet."""

from datetime import date

from locales.marking import mark as _
from programme.faq.answers import Answer, Part, keys
from programme.faq.circumstances import Applies

ANSWERS = (
    Answer(
        topic="food_licence",
        subject="food_licence",
        title=_("Food licence (FSSAI)"),
        parts={
            "short": Part(
                _(
                    "Anybody who makes, packs or sells food as a business needs FSSAI, also from home. Since 1 April "
                    "2026: basic registration up to ₹1.5 crore of sales a year, state licence up to ₹50 crore, central "
                    "licence above that."
                )
            ),
            "cost": Part(
                _(
                    "I have seen no fee table for the new rules, so I name no amount; FoSCoS shows the fee before you "
                    "pay. A yearly fee is said to stay."
                )
            ),
            "papers": Part(
                _(
                    "For registration: a photo, an ID proof and an address proof. A licence needs more; FoSCoS shows the "
                    "list for your kind of business."
                )
            ),
            "how_long": Part(
                _(
                    "Since April 2026 a registration is given at once when the papers are filed, without a visit first, "
                    "and it no longer ends. A licence took up to 60 days under the old rules."
                )
            ),
            "where_how": Part(
                _(
                    "On FoSCoS (foscos.fssai.gov.in) choose your state and kind of business; it picks registration (form "
                    "A) or licence (form B). The 14-digit number goes on every pack or is shown at your place."
                )
            ),
            "who_may": Part(
                _(
                    "Makers, packers, stores, carriers and sellers of food, home kitchens too. A street vendor "
                    "registered with the municipality counts as registered; hygiene duties stay. Large caterers are not "
                    "petty business."
                )
            ),
            "what_if": Part(
                _(
                    "Many websites still show the old limits of ₹12 lakh and ₹20 crore; they ended in March 2026. The "
                    "Hygiene Rating is voluntary, for places that serve or sell straight to the eater; a home pickle "
                    "maker need not have it."
                )
            ),
        },
        applies=(
            Applies(
                text=_("With your sales, the basic registration is the one for you."),
                sectors=frozenset({"food"}),
                turnover_up_to=15_000_000,
            ),
            Applies(
                text=_("You make or sell food, so you need it."),
                sectors=frozenset({"food"}),
            ),
        ),
        sources=keys("FS-PIB FS-VIS FS-FNB FS-ADDA FS-CAG FS-BOSS FS-EBIZ FS-LENS FS-ATOZ HR-MON HR-CII"),
        as_of=date(2026, 4, 10),
        review_by=date(2027, 5, 23),
        related=("barcode_label", "sell_online_documents"),
        official="foscos.fssai.gov.in",
    ),
    Answer(
        topic="barcode_label",
        subject="barcode_label",
        title=_("Barcode and label"),
        parts={
            "short": Part(
                _(
                    "A sealed pack shows the maker's or packer's name and full address, what is inside, net quantity, "
                    "month and year, MRP with all taxes, and a customer-care contact. No law asks for a barcode, but "
                    "most shops and platforms do."
                )
            ),
            "cost": Part(
                _(
                    "GS1 India's fee depends on how many codes you need and on your turnover, with a yearly part; ask "
                    "GS1 India. An old rule paid 75% back to micro and small firms; check whether it holds. A trade mark "
                    "costs ₹4,500 a class online with Udyam."
                )
            ),
            "where_how": Part(
                _(
                    "Only GS1 India gives the numbers that start with 890. The same details, but for the packing month, "
                    "must be seen on your online listing too."
                )
            ),
            "how_long": Part(
                _(
                    "A trade mark (name or logo) holds for ten years and can be renewed. I found no official time for "
                    "how long its registration takes."
                )
            ),
            "what_if": Part(
                _(
                    "Two MRPs on the same product are forbidden. Size is written where it matters; food also needs its "
                    "best-before date. A country-of-origin filter, since July 2026, binds the platforms, not you."
                )
            ),
        },
        applies=(
            Applies(
                text=_("On food, add the best-before date and the FSSAI number."),
                sectors=frozenset({"food"}),
            ),
        ),
        sources=keys(
            "GS-EF GS-TF GS-DC GS-MU LM-LED LM-UL LM-TG LM-RAU LMD-KL GOA-FDA20 TM-SET TM-REG TM-ASH TM-OX TM-RS"
        ),
        as_of=date(2026, 2, 13),
        review_by=date(2027, 5, 23),
        related=("food_licence", "sell_online_shipping"),
        official="consumeraffairs.gov.in",
    ),
)
