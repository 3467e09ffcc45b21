"""What a workshop or lesson is about, from the words owners use for it."""

from __future__ import annotations

from nlu.lexicons import Lexicon

TOPICS = Lexicon(
    {
        "gst": "gst, g s t, gstin, gst return*, gst filing, jeesti, gst tax, जीएसटी*, जी एस टी, जी.एस.टी, जिएसटी, ஜிஎஸ்டி*, ஜி.எஸ்.டி, ஜி எஸ் டி*, ஜிஎஸ்டின்",
        "packaging": "packaging, packing, pakaging, packeging, packging, pack, packet, pakking, label*, labelling, labeling, पैकेजिंग, पैकिंग, पैकिग, पैकजिंग, लेबल*, पैकेट,"
        " பேக்கேஜிங*, பேக்கிங*, பேக்கேஜிங், பாக்கிங*, லேபிள*, பொதி*",
        "digital_marketing": "digital marketing, digital marketting, marketing, social media, facebook, fb, instagram, insta, whatsapp business, whatsapp marketing, youtube, google ads,"
        " google my business, google business, ads, advertis*, branding, brand, promotion*, vilambaram, prachar, vigyapan,"
        " डिजिटल मार्केटिंग, डिजिटल मार्केटिग, मार्केटिंग, सोशल मीडिया, फेसबुक, इंस्टाग्राम, व्हाट्सएप बिजनेस, विज्ञापन, प्रचार, ब्रांडिंग, ब्रांड, यूट्यूब,"
        " டிஜிட்டல் மார்க்கெட்டிங், டிஜிட்டல் மார்கெட்டிங், மார்க்கெட்டிங*, மார்கெட்டிங*, சமூக ஊடக*, சோஷியல் மீடியா, பேஸ்புக், ஃபேஸ்புக், இன்ஸ்டா*, விளம்பர*, பிராண்ட*, யூடியூப*",
        "export": "export*, exporting, eksport, expot, niryat, iec, ad code, foreign market, overseas, abroad, videsh, velinadu, velinaadu, foreign buyer*, import export, global sell*,"
        " निर्यात*, एक्सपोर्ट*, एक्स्पोर्ट*, विदेश*, आईईसी, ஏற்றுமதி*, எக்ஸ்போர்ட*, வெளிநாட*, வெளிநாடு*, ஐஇசி",
        "photography": "photography, photo, photos, photoshoot, photo shoot, product photo*, foto, camera, video shoot, catalogue photo*, catalog photo*, pugaipadam, padam edukka,"
        " फोटोग्राफी, फ़ोटोग्राफ़ी, फोटो*, फ़ोटो*, तस्वीर*, புகைப்பட*, போட்டோ*, ஃபோட்டோ*, போட்டோகிராபி, ஃபோட்டோகிராஃபி, படம் எடுக்க*",
        "finance": "finance, financial, accounts, accounting, bookkeeping, book keeping, tally, loan*, lone, credit, bank*, banking, working capital, karz, karza, rin, udhaar, kadan,"
        " mudra, cash flow, invoice discounting, treds, money management, hisab kitab, hisab, bahi khata, nidhi, kanakku, insurance, tax planning, income tax,"
        " फाइनेंस, फाइनैंस, वित्त*, लोन*, ऋण*, कर्ज*, क़र्ज़*, उधार, बैंक*, मुद्रा, हिसाब*, अकाउंट*, टैली, पूंजी, बही खाता,"
        " நிதி*, கடன*, லோன*, வங்கி*, பேங்க*, முத்ரா*, கணக்கு*, பைனான்ஸ், ஃபைனான்ஸ், முதலீடு*",
        "quality": "quality, qualty, kwality, zed, z e d, iso, bis, isi, isi mark, fssai, agmark, certification*, quality control, quality check, guvatta, gunvatta, tharam, lean, 5s, kaizen, standards,"
        " क्वालिटी*, गुणवत्ता*, ज़ेड, जेड, जेडईडी, आईएसओ, आई एस ओ, एफएसएसएआई, बीआईएस, मानक*, தரம், தரத்த*, தரக்*, தரச்*, தரமான, குவாலிட்டி*, ஐஎஸ்ஓ*, ஜெட் சான்றிதழ், பிஐஎஸ், எஃப்எஸ்எஸ்ஏஐ",
        "ecommerce": "ecommerce, e-commerce, e commerce, ecom, online sell*, selling online, sell online, online sale*, online selling, flipkart*, flpkart, amazon*, meesho*, marketplace*, online bech*,"
        " online store, online shop, ondc, gem portal, gem, online vikri, online vyapar, online virpanai, online la vikka, seller account, jiomart, indiamart, website, catalog, catalogue, listing*,"
        " ई-कॉमर्स, ई कॉमर्स, ईकॉमर्स, इ-कॉमर्स, ऑनलाइन बेच*, ऑनलाइन बिक्री, ऑनलाइन सेल*, फ्लिपकार्ट*, अमेज़न*, अमेजन*, अमेज़ॉन*, मीशो*, ओएनडीसी, जेम पोर्टल, मार्केटप्लेस, वेबसाइट, कैटलॉग,"
        " இ-காமர்ஸ், இ காமர்ஸ், இகாமர்ஸ், மின்வணிக*, மின் வணிக*, ஆன்லைன் விற்பனை*, ஆன்லைன்ல விக்க*, ஆன்லைனில் விற்*, ஆன்லைன் வியாபாரம், ஃபிளிப்கார்ட*, பிளிப்கார்ட*, அமேசான*, மீஷோ*,"
        " ஓஎன்டிசி*, ஜெம் போர்டல், மார்க்கெட்பிளேஸ், வெப்சைட*, இணையதள*",
        "udyam": "udyam*, udhyam*, udyog aadhaar, udyog aadhar, udayam, udhayam, udyog adhar, msme registration, msme certificate, उद्यम*, उद्योग आधार, उधम*, உத்யம*, உதயம*, உத்யாம*, எம்எஸ்எம்இ பதிவு",
        "costing": "costing, pricing, price fixing, cost calculation, lagat, laagat, keemat tay, kimat tay, rate fix*, price set*, profit margin, margin, vilai nirnayam, vilai nirnaya*, adakka vilai,"
        " costng, product pricing, price kaise rakhe,"
        " कॉस्टिंग, लागत*, कीमत तय*, दाम तय*, प्राइसिंग, मूल्य निर्धारण, मार्जिन, मुनाफा, விலை நிர்ணய*, விலை வைக்க*, காஸ்டிங*, அடக்க விலை*, செலவு கணக்கு*, பிரைசிங், லாப*",
    }
)  # fmt: skip
