"""Signs of a reply that spelling alone does not show: a no in every form of five registers, an obstacle denied, asking.

A no is a word in Hindi and English and an ending of the verb in Tamil, and the same letters end other words too: `-la` is
also *in*. So there are sure signs and doubtful ones; a yes to a costly question is taken only without either.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_NO_WORDS = frozenset(
    "no not nope nah never dont don't didnt didn't doesnt doesn't cant can't cannot wont won't isnt isn't wasnt wasn't arent without"
    " wouldnt wouldn't shouldnt shouldn't couldnt couldn't havent haven't hasnt hasn't neither nor nothing none nobody nowhere refuse decline disagree wrong incorrect mistake"
    " nahi nahin nhi nahee nai nay nahii nhin nahe nahiin nehi nakko koni konya koniya kona mat mt mana inkar inkaar bina galat glt galti nako ney"
    " नहीं नही नहि नई नइ नहिं नहींं मत मना इनकार इन्कार बिना बगैर गलत ग़लत गलती कोनी कोन्या कोनीं नको नाही"
    " illa illai ille illaa illay ilai illeenga illinga illenga illanga illeengo illama illaama illada illapa illaiye illaye illaiyee"
    " venam venaam vena venaa vendam vendaam venda vendaa vendan vaenam vaendam venaanga vendanga vendaanga venamnga venamga venduma thevaillai thevailla"
    " thappu tappu thavaru thavaru"
    " இல்லை இல்ல இல்லீங்க இல்லைங்க இல்லங்க இல்லீங்களா இல்லைன்னு இல்லனு இல்லாம இல்லாமல் இல்லப்பா இல்லையே இல்லே இல்லியே வேணாம் வேண்டாம் வேணா வேண்டா வேணாங்க வேண்டாங்க வேணாமே வேண்டாமே"
    " வேணாமுங்க வேண்டாமுங்க வேணான்னு வேண்டான்னு தேவையில்லை தேவையில்ல தேவையில்லைங்க தேவயில்ல தப்பு தவறு கிடையாது".split()
)
_NO_FORMS = re.compile(
    r"(?:.+(?:மாட்டேன்|மாட்டோம்|மாட்டாங்க|மாட்டார்|மாட்டே[ன்ங]|மாட்டேங்க|மாட்டேனுங்க)"
    r"|மாட்டேன்.*|மாட்டோம்.*|மாட்டாங்க.*|.*முடியாது.*|முடியல.*|.*கூடாது.*|கிடையாது.*|தெரியாது.*|தெரியல.*|.+வில்லை.*|.+[ிீ]ல்ல(?:ை|ைங்க|ங்க|ீங்க|ப்பா|யே|ையே|ாம|ாமல்|ே)?|.+(?:ாது|காது)(?:ங்க|ங்கோ|ப்பா|ன்னு)?|.+[ஆா]தீங்க.*|.+[ஆா]தே|.+[ஆா]தேங்க"
    r"|.*m[aā]+tt?[ae]+n(?:ga|nga)?|.*matt?om|.*maatt?om|.*mudi?[iy]*[ay]+[dt]h?u.*|mudiy?ala.*|.*k(?:oo|u)d[ah]+[dt]h?u.*|kid[ai]+y[ah]+[dt]h?u.*|theri?y[ah]+[dt]h?u.*|theri?ya?la.*"
    r"|.+villai.*|.+illa(?:i|nga|inga|y|ye|pa|ma|mal)?|.+ala[i]+nga|.+[ao]+[dt]h(?:ee|i)nga|.+aath?(?:ee|i)nga|.+aadheenga|.+athinga|.+aathinga)$"
)
_MAYBE_NO_FORMS = re.compile(
    r"(?:.+(?:[கசடதபறமவலனணயரழள]ல|[கசடதபறமவலனணயரழள]லை|லைங்க|லீங்க|லங்க|லப்பா|லயே|லே|ாம)|.+[aeiou]l(?:a|ai|e|ae)(?:nga|inga|eenga|ngo|pa|pa|ye)?|.+aama)$"
)
_MAYBE_NO_WORDS = frozenset("na naa ना न thodi thode थोड़ी थोड़े ila n".split())
"""What says no in one place and only "won't you?" or "a little" in another."""
_NO_NEGATIVE = frozenset(
    "நல்ல நல்லா நல்லது உள்ள எல்லா இப்போல முதல்ல மேல கீழ வெளில போல பக்கத்துல கடைசில கடையில வீட்டுல ஊருல ஆன்லைன்ல நாள்ல முதலில"
    " nalla nallaa ulla mela keela pola mudhalla muthalla kadaisila kadaila veetla veettula oorula onlinela onlinla naalla pakkathula kovaila la ela ellame ellaame kaalaila kalaila indhula ithula idhula adhula athula".split()
)
_NEVER = _NO_NEGATIVE | _NO_WORDS
_OBSTACLE = re.compile(
    r"^(?:problem\w*|prblm|prob|issue\w*|objection\w*|doubt\w*|harm|tension|worry|worries|difficult\w*|trouble|matter|hesitat\w*|complaint\w*|loss"
    r"|etraz|aitraz|etraaz|aitraaz|itraz|itraaz|dikkat\w*|dikat\w*|pareshani|preshani|samasya|samsya|apatti|aapatti|shikayat|sandeh|shak|baat|chinta|takleef|taklif|nuksan|nuksaan|rok|harj|burai|farak|fark"
    r"|एतराज|एतराज़|ऐतराज|ऐतराज़|इतराज|दिक्कत|दिक्क़त|परेशानी|समस्या|आपत्ति|शिकायत|शक|संदेह|बात|चिंता|तकलीफ|तकलीफ़|नुकसान|नुक़सान|हर्ज|हर्ज़|बुराई|प्रॉब्लम|प्राब्लम|टेंशन|इश्यू|फर्क|फ़र्क"
    r"|prach[ai]+nai\w*|prachan[ai]\w*|piracha?nai\w*|aatchep\w*|atchep\w*|aatchab\w*|thadai\w*|kavalai\w*|kashtam\w*|santhegam\w*|sandhegam\w*|maruppu\w*"
    r"|பிரச்ச\w*|பிரச்சி\w*|ஆட்சேப\w*|தடை\w*|கவலை\w*|கஷ்டம\w*|சந்தேக\w*|மறுப்பு\w*|ப்ராப்ளம\w*|பிராப்ளம\w*|டென்ஷன\w*|தப்பு)"
)
_YES_WORDS = frozenset(
    "yes y yeah yep ya yup ok okay okey okk k sure correct right agree agreed confirm confirmed fine proceed go accept allowed allow definitely ofcourse course perfect"
    " haan ha haa han hn hanji haanji hmm ji jee thik theek tik teek sahi sahii bilkul manjoor manzoor hao hau chalega chalegi zaroor jarur jaroor pakka accha acha"
    " हाँ हां हा हांजी हाँजी जी ठीक सही बिल्कुल बिलकुल मंज़ूर मंजूर हओ हौ चलेगा ज़रूर जरूर पक्का अच्छा ओके सहमत राजी राज़ी"
    " aam aama aamam ama amam aamaam amaam sari seri sarri saringa seringa sammatham sammadham aamanga amanga kandippa kandipa"
    " ஆம் ஆமா ஆமாம் ஆமாங்க ஆமாமா சரி சரிங்க சரிதான் சம்மதம் கண்டிப்பா ஓகே ஒகே".split()
)
_AGE = frozenset(
    "18 eighteen atharah athara adult age years year saal sal umar umra balig major அடல்ட் साल वर्ष उम्र उमर बालिग अठारह वयस्क வயசு வயது vayasu vayadhu vayathu padhinettu பதினெட்டு".split()
)
_WRITING = re.compile(
    r"writ|note|keep|sav|likh|rakh|लिख|रख|नोट|eludh|ezhudh|ezhuth|kurich|vech|எழுத|குறி|வெச்|agree|allow|permi|manjo|manzo|मंज|மம்|சம்மத|sammat|sammad"
)
_CONDITIONS = frozenset(
    "if unless until depends maybe perhaps agar agr yadi shayad sayad अगर यदि शायद வேளை irundha irundhal iruntha ஒருவேளை oruvelai maybe".split()
)


def is_about_age(words: Sequence[str]) -> bool:
    """Whether a number of years, or the word for years, is all that is said beside a yes."""
    return bool(_AGE.intersection(words)) and not any(_WRITING.match(word) for word in words)


def sure_no(words: Sequence[str]) -> list[int]:
    """The places of words that say no for sure."""
    return [place for place, word in enumerate(words) if word in _NO_WORDS or _NO_FORMS.match(word)]


def maybe_no(words: Sequence[str]) -> list[int]:
    """The places of words that may say no by their ending, or be something else."""
    return [
        place
        for place, word in enumerate(words)
        if word in _MAYBE_NO_WORDS or (len(word) > 3 and word not in _NEVER and _MAYBE_NO_FORMS.match(word))
    ]


def obstacles(words: Sequence[str]) -> list[int]:
    """The places of words for what may stand in the way: denied, they make a yes."""
    return [place for place, word in enumerate(words) if _OBSTACLE.match(word)]


def says_yes(words: Sequence[str]) -> bool:
    """Whether a word is one of agreeing."""
    return any(word in _YES_WORDS for word in words)


def is_conditional(words: Sequence[str]) -> bool:
    """Whether a word makes what is said depend on something."""
    return any(word in _CONDITIONS for word in words)


def tokens(words: Sequence[str]) -> list[str]:
    """The signs of a reply as words of a language of their own, for the model to weigh."""
    no, maybe, hindered = sure_no(words), maybe_no(words), bool(obstacles(words))
    found = [f"no{min(len(no), 3)}", f"maybe{min(len(maybe), 2)}"]
    if no:
        found.append("no-first" if no[0] == 0 else "no-last" if no[-1] >= len(words) - 2 else "no-amid")
    found += ["yes"] * says_yes(words) + ["hindered"] * hindered + ["if"] * is_conditional(words)
    if hindered and no:
        found.append("no-hindrance")
    if says_yes(words) and no and not hindered:
        found.append("yes-and-no")
    return found
