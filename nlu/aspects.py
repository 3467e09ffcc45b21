"""What about a subject a few words ask for: "fees?", कितने दिन, ஆவணங்கள், "kaise". The subject is what was talked of last."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.lexicons import Lexicon
from nlu.tokens import words

_ASPECTS = Lexicon(
    {
        "cost": "fee, fees, feez, charge, charges, cost, price, how much, rate, free, paisa, paise, pesa, kitna, kitne, kitni, kharcha, kharch, muft,"
        " फीस, शुल्क, खर्चा, खर्च, कितना, कितने, कितनी, पैसा, पैसे, मुफ्त, फ्री, चार्ज,"
        " எவ்வளவு, எவ்ளோ, கட்டணம், கட்டணமா, செலவு, பணம், காசு, ஃபீஸ், பீஸ், இலவசமா, இலவசம், சார்ஜ்,"
        " evlo, evalavu, evvalavu, kattanam, selavu, panam, kaasu, ilavasama, ilavasam",
        "papers": "document*, documents, docs, papers, paper, proof, kagaz, kagaj, kagzat, dastavej, कागज*, काग़ज*, दस्तावेज*, डॉक्यूमेंट*, पेपर,"
        " ஆவண*, பேப்பர*, டாக்குமெண்ட*, டாகுமெண்ட*, aavanam, aavanangal, aavanangal enna",
        "how": "how, steps, process, procedure, apply, kaise, kese, tarika, कैसे, तरीका, प्रक्रिया, आवेदन, எப்படி, எப்டி, வழிமுறை, விண்ணப்பிக்க, epdi, eppadi, vazhimurai",
        "length": "how long, how many days, duration, kitne din, kitna time, kitna samay, kitne mahine, कितने दिन, कितना समय, कितना टाइम, कितने महीने,"
        " எத்தனை நாள், எவ்வளவு நாள், எவ்வளவு நேரம், எத்தனை மாசம், ethana naal, evlo naal, evlo neram, ethana maasam",
        "who": "who, who can, eligibility, eligible, kaun, kon, patrata, कौन, पात्रता, पात्र, யார், யாரு, யாரெல்லாம், தகுதி, yaar, yaaru, yaarellam, thaguthi",
        "benefit": "why, benefit*, advantage*, use, fayda, faida, fayde, labh, kyu, kyon, फायदा, फ़ायदा, फायदे, लाभ, क्यों, பயன், நன்மை, பலன், எதுக்கு, ஏன், payan, nanmai, palan, ethuku, ethukku",
        "language": "language*, bhasha, भाषा, மொழி*, mozhi",
        "certificate": "certificate*, सर्टिफिकेट*, प्रमाणपत्र, प्रमाण पत्र, சான்றிதழ*, சர்டிபிகேட*, saandrithazh, praman patra",
        "where": "where, website, site, link, address, kaha, kahan, कहां, कहाँ, कहा, वेबसाइट, எங்க, எங்கே, வெப்சைட், enga, engae",
        "must": "compulsory, mandatory, necessary, zaruri, jaruri, anivarya, जरूरी, ज़रूरी, अनिवार्य, கட்டாயமா, கட்டாயம், அவசியமா, kattayama, avasiyama",
    }
)  # fmt: skip
SMALL_WORDS = frozenset(
    "? ₹ the a an is are and what about for it its this that of in on at to do does i we you need any some will be there please pls so ok then me my"
    " one ones kya hai h hain ka ki ke ko aur liye lagega lagenge lagta lagti lagte chahiye chaiye hota hoga bhi iska iske iski isme uska uske"
    " ji sir bhai batao bolo bataiye wala wali wale vala vali mein se to par pe padega dena"
    " है हैं क्या का की के को और लिए लगेगा लगेंगे लगता लगती लगते चाहिए होता होगा भी इसका इसके इसकी इसमें उसका उसके जी बताओ बताइए बताइये वाला वाली"
    " वाले में से तो पर पड़ेगा देना"
    " என்ன என்னென்ன ஆகும் ஆகுது வேணும் வேண்டும் இருக்கு இதுக்கு அதுக்கு இதற்கு அதற்கு இதோட அதோட கட்டணும் தேவை சொல்லுங்க சொல்லு ல லே க்கு இல் பக்கம் நடக்குது"
    " enna ennenna ku aagum venum iruku ithuku athuku ithukku athukku idhuku adhuku idhukku adhukku idhoda adhoda kattanum thevai sollunga sollu la oda ullathu nadakuma".split()
)
_MOST_WORDS = 6


def aspect_of(typed: str) -> str | None:
    """The aspect that a bare question names; None where it names several, none, or anything else besides."""
    spoken = words(typed)
    if len(spoken) > _MOST_WORDS:
        return None
    found = list(_ASPECTS.find(spoken))
    spans = [(one.start, one.end) for one in found]
    rest = [word.text for word in spoken if not any(start <= word.start < end for start, end in spans)]
    codes = {one.code for one in found}
    return codes.pop() if len(codes) == 1 and is_small_talk(rest) else None


def is_small_talk(rest: Iterable[str]) -> bool:
    """Whether the words are only such as stand around the one that matters."""
    return all(word in SMALL_WORDS for word in rest)
