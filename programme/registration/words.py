"""Short answers as people type them, in five registers: yes, no, skip, back, and the names of the questions.

Only whole short answers are looked up here; longer sentences are understood by the model in `nlu/`.
"""

from __future__ import annotations

import re

from programme.writing import normalise

_BETWEEN_WORDS = re.compile(r"[\s,.!?;:।'\"()/*_-]+")


def words_of(text: str) -> tuple[str, ...]:
    """The words of `text`, normalised and in lower case, without punctuation."""
    return tuple(word for word in _BETWEEN_WORDS.split(normalise(text).lower()) if word)


def _phrases(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(words_of(phrase)) for line in lines for phrase in line.split("|"))


YES = _phrases(
    "yes|y|yeah|yep|ok|okay|k|sure|correct|right|fine|agree|i agree|agreed|confirm|confirmed|all correct|done|go on|continue",
    "हाँ|हां|हा|जी|जी हाँ|जी हां|ठीक|ठीक है|ठीक हैं|सही|सही है|बिल्कुल|सहमत|सहमत हूँ|मंज़ूर|मंजूर है|आगे बढ़ें|आगे बढ़ो|ओके|हओ",
    "haan|ha|han|haa|ji|ji haan|haan ji|thik|thik hai|theek|theek hai|thik h|sahi|sahi hai|bilkul|manjoor|aage badho|hao",
    "ஆம்|ஆமா|ஆமாம்|சரி|சரிங்க|சம்மதம்|ஒப்புக்கொள்கிறேன்|ஓகே|சரிதான்|தொடரலாம்|ஆமாங்க",
    "aam|aama|aamam|ama|amam|sari|seri|sarri|saringa|aamanga|sammatham|sari than|ok nga",
)
NO = _phrases(
    "no|n|nope|nah|not now|wrong|disagree|no thanks|don't agree|i do not agree|not correct",
    "नहीं|नही|ना|न|जी नहीं|गलत|ग़लत|गलत है|अभी नहीं|मना|नहीं चाहिए",
    "nahi|nahin|nhi|na|nai|ji nahi|galat|galat hai|abhi nahi|nahi chahiye",
    "இல்லை|இல்ல|வேண்டாம்|வேணாம்|தப்பு|தவறு|இப்போ வேண்டாம்|முடியாது",
    "illa|illai|ille|vendam|venam|venaam|thappu|tappu|ippo vendam|mudiyathu",
)
SKIP = _phrases(
    "skip|pass|later|none|nil|na|n/a|not yet|don't have|dont have|i don't have|no number|not available|next|leave it|-",
    "छोड़ें|छोड़ो|छोड़ दो|बाद में|नहीं है|अभी नहीं है|मेरे पास नहीं है|नंबर नहीं है|आगे|पता नहीं|रहने दो",
    "skip karo|skip kro|chhodo|chodo|baad me|baad mein|nahi hai|nhi hai|nahi h|nhi h|mere paas nahi hai|abhi nahi hai|rehne do|pata nahi",
    "தவிர்க்கவும்|விடுங்க|விடுங்கள்|பிறகு|அப்புறம்|இல்லை|என்கிட்ட இல்லை|என்னிடம் இல்லை|இன்னும் இல்லை|தெரியாது|தெரியல",
    "vidunga|apparam|appuram|piragu|illa|illai|enkitta illa|innum illa|theriyathu|theriyala|skip pannunga|skip pannu",
)
LATER = _phrases(
    "later|keep for later|not now|some other time|tomorrow",
    "बाद में|बाद मे|फिर कभी|अभी नहीं|कल करेंगे",
    "baad mein|baad me|bad me|phir kabhi|abhi nahi|kal karenge",
    "பிறகு|அப்புறம்|பின்னர்|இப்போ வேண்டாம்|நாளைக்கு",
    "apparam|appuram|piragu|ippo vendam|naalaikku",
)
COMMANDS = _phrases(
    "register|registration|start|help|menu|hi|hello|hey|hii|bye|goodbye|thanks|thank you|thx|stop|details|my details|my workshops|workshops|talk to a person|agent",
    "रजिस्टर|रजिस्ट्रेशन|पंजीकरण|मदद|नमस्ते|नमस्कार|धन्यवाद|शुक्रिया|अलविदा|मेन्यू|मेरी जानकारी|मेरी वर्कशॉप",
    "madad|namaste|namaskar|dhanyavad|dhanyavaad|shukriya|alvida|meri jankari|meri details|meri workshop",
    "பதிவு|ரிஜிஸ்டர்|உதவி|வணக்கம்|நன்றி|மெனு|என் விவரம்|என் விவரங்கள்|என் பயிற்சி",
    "udhavi|uthavi|vanakkam|nandri|en details|en vivaram|en workshop",
)
LANGUAGE_STEMS = (
    "speak", "talk", "languag", "reply", "answer", "switch", "change", "baat", "bol", "bhash", "bhaash", "jawab", "likho",
    "pesu", "pesa", "mozhi", "badhil", "maathu", "maatthu", "भाषा", "बात", "बोल", "जवाब", "लिखो", "பேசு", "பேசலா", "மொழி", "பதில்", "மாத்து", "மாற்று",
)  # fmt: skip
UNSURE = _phrases(
    "don't know|dont know|i don't know|not sure|no idea|unknown|dk|can't say|do not know",
    "पता नहीं|मालूम नहीं|नहीं पता|मुझे नहीं पता|याद नहीं|कह नहीं सकते|नहीं मालूम",
    "pata nahi|pata nhi|nahi pata|malum nahi|maloom nahi|mujhe nahi pata|yaad nahi",
    "தெரியாது|தெரியல|தெரியலை|எனக்கு தெரியாது|எனக்கு தெரியல|நினைவில்லை",
    "theriyathu|theriyala|theriyadhu|teriyala|teriyathu|enakku theriyathu|enaku theriyala",
)
BACK = _phrases(
    "back|go back|previous|last question|undo|one step back",
    "पीछे|वापस|पिछला|पिछला सवाल|पीछे जाओ|पीछे जाएँ",
    "peeche|piche|pichla|wapas|vapas|peeche jao|piche jao",
    "பின்னால்|முந்தைய|முந்தைய கேள்வி|பின்னாடி|திரும்ப",
    "pinnadi|munthaya|mundhaya|pinnala|thirumba|back pannu|back ponga",
)
EVERYTHING = _phrases(
    "show everything|show all|full|full details|details|more|read all|full notice",
    "पूरी जानकारी|पूरी जानकारी दिखाएँ|पूरा दिखाओ|सब दिखाओ|विस्तार से",
    "poori jankari|puri jankari|poora dikhao|sab dikhao|detail dikhao",
    "முழு விவரம்|முழு விவரம் காட்டுங்க|எல்லாம் காட்டுங்க|விவரம்",
    "full details kaatunga|ellam kaatunga|muzhu vivaram|vivaram",
)

NEGATING = frozenset("not no nahi nahin nhi nai नहीं नही illa illai ille இல்லை இல்ல".split())
WRONG = frozenset(
    "wrong incorrect mistake change edit correct galat galti badalna badlo badal badlna गलत ग़लत गलती बदलना बदलो बदलें बदल "
    "thappu tappu mathanum maathanum maathu mathu தப்பு தவறு மாத்தணும் மாற்றணும் மாற்ற மாத்து மாற்றுங்க".split()
)

FIELD_WORDS: dict[str, frozenset[str]] = {
    "phone": frozenset("phone mobile number no num cell फोन फ़ोन मोबाइल नंबर नम्बर போன் மொபைல் நம்பர் எண் ஃபோன் nambar".split()),
    "name": frozenset(
        "business shop firm company unit दुकान कारोबार फर्म कंपनी व्यापार தொழில் கடை நிறுவனம் kada thozhil dukan karobar".split()
    ),
    "owner_name": frozenset("name naam नाम பெயர் பேரு peru peyar spelling".split()),
    "district": frozenset(
        "district place city town address zila jila ज़िला जिला शहर जगह पता மாவட்டம் ஊர் இடம் oor ooru mavattam jagah".split()
    ),
    "state": frozenset("state rajya राज्य प्रदेश மாநிலம் maanilam manilam".split()),
    "products": frozenset(
        "product products work item items sector काम सामान उत्पाद பொருள் வேலை porul kaam samaan".split()
    ),
    "udyam": frozenset("udyam udhyam उद्यम उद्यम் உத்யம் உதயம்".split()),
    "gstin": frozenset("gst gstin जीएसटी ஜிஎஸ்டி".split()),
    "turnover": frozenset("turnover sales size टर्नओवर बिक्री விற்றுமுதல் டர்னோவர் bikri".split()),
    "investment": frozenset("investment machinery machine निवेश मशीन முதலீடு மெஷின் nivesh".split()),
    "sells_online": frozenset("online ऑनलाइन ஆன்லைன்".split()),
}

ASKING = frozenset(
    "what how when where why which who whom can do does is are should tell kya kaise kese kab kahan kaha kyun kyu kyon kitna "
    "kitni kitne kaun kon konsa batao bataye bataiye batayen क्या कैसे कब कहाँ कहां क्यों कितना कितनी कितने कौन कौनसा बताओ "
    "बताइए बताएं बताएँ enna ena epdi eppadi eppo eppa enga yen evlo evvalavu yaar sollunga solunga என்ன எப்படி எப்போ எப்ப "
    "எப்போது எங்க எங்கே ஏன் எவ்வளவு யார் சொல்லுங்க சொல்லுங்கள் எத்தனை எது".split()
)

ASKING_ENDS = ("uma", "umaa", "laama", "lama", "ngala", "ngalaa", "ுமா", "லாமா", "ங்களா", "ளா", "க்கா", "டுமா", "ல்லையா")
SENTENCE = frozenset(
    "i my me you your we it please want need give tell show get stop there have has am will do to of for about "
    "hai h hain ho hu hoon mera meri mere mujhe mujhko hum humko aap tum karo kro karna karni karein kar do de dena chahiye chaiye "
    "milega milegi mile lagega lagegi lagta sakte sakta sakti padega padegi dikhao bhejo batana jaana hona raha rahi wala "
    "है हैं हो हूँ हूं मेरा मेरी मेरे मुझे हम हमें आप तुम करो करना करनी करें कर दो दे देना चाहिए चाहिये मिलेगा मिलेगी लगेगा लगेंगे "
    "लगेगी सकते सकता सकती पड़ेगा दिखाओ भेजो बताना होगा रहा रही को से में का की के "
    "venum venam vennum vendum irukku iruku irukka iruka illa pannanum pannunga pannu panren mudiyum mudiyuma kidaikkum kekkureenga "
    "kudunga kaatunga en enakku enaku unga naan naanga neenga kattanum kattanuma la ku "
    "வேணும் வேண்டும் இருக்கு இருக்கா இல்ல பண்ணணும் பண்ணுங்க முடியும் முடியுமா கிடைக்கும் கொடுங்க காட்டுங்க என் எனக்கு நான் நாங்க "
    "நீங்க உங்க ஆகும் தேவை தேவையா".split()
)


def asks_something(text: str) -> bool:
    """Whether `text` is put as a question: a question mark, a word that asks, or a verb with a question's ending."""
    words = words_of(text)
    return "?" in text or bool(ASKING.intersection(words)) or (len(words) > 1 and words[-1].endswith(ASKING_ENDS))


def speaks_of_language(text: str) -> bool:
    """Whether a word of `text` is about speaking: "talk in Hindi" is a wish, "Hindi Book Depot" a name."""
    return any(word.startswith(LANGUAGE_STEMS) for word in words_of(text))


def is_sentence(text: str) -> bool:
    """Whether `text` has a verb, a pronoun or a case word: names of people and firms hardly ever have one."""
    return bool(SENTENCE.intersection(words_of(text)))


def negates(text: str) -> bool:
    """Whether a word of `text` says no to something."""
    return bool(NEGATING.intersection(words_of(text)))


def is_one_of(text: str, phrases: frozenset[str]) -> bool:
    """Whether the whole of `text` is one of `phrases`."""
    return " ".join(words_of(text)) in phrases


def field_complained_of(text: str) -> str | None:
    """The question whose answer a short complaint calls wrong: "phone galat hai" → `phone`; None if it is not one.

    A complaint has a word for wrong or change and a word for a field, in at most seven words.
    """
    words = words_of(text)
    if len(words) > 7 or not WRONG.intersection(words):
        return None
    return field_named(text)


def field_named(text: str) -> str | None:
    """The question that `text` names, or None. A number of Udyam or GST is that number, not the phone's."""
    words = set(words_of(text))
    for field in ("udyam", "gstin", "turnover", "investment", "sells_online", "name", "phone", "products"):
        if FIELD_WORDS[field] & words:
            return field
    for field in ("district", "state", "owner_name"):
        if FIELD_WORDS[field] & words:
            return field
    return None
