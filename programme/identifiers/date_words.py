"""Words for days, months and weeks in English, Hindi and Tamil, in native and in Latin letters.

Words are written as people type them; they are compared without nukta and in small letters. What is also another word
(`sun` is *listen*, வெள்ளி is *silver*, `may` is *may*) stands in the lists of `DOUBTFUL` words: it counts only beside a
word that makes a date of it, or alone.
"""

from collections.abc import Mapping
from typing import Final

_NUKTA: Final = "़"


def _numbered(first: int, *lines: str) -> Mapping[str, int]:
    """Words by line: those of the first line mean `first`, the next line's one more."""
    return {word.replace(_NUKTA, ""): first + place for place, line in enumerate(lines) for word in line.split()}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.replace(_NUKTA, "").split())


MONTHS: Final = _numbered(
    1,
    "january jan janvari janwari जनवरी ஜனவரி ஜன januari",
    "february feb farvari farwari फरवरी फ़रवरी பிப்ரவரி பெப்ரவரி பிப் februari",
    "march mar मार्च மார்ச் மார்ச்சு",
    "april apr aprail अप्रैल अप्रेल ஏப்ரல் ஏப்",
    "may मई மே",
    "june jun joon जून ஜூன்",
    "july jul julai जुलाई ஜூலை",
    "august aug agast अगस्त ஆகஸ்ட் ஆகஸ்டு",
    "september sep sept sitambar sitamber सितंबर सितम्बर செப்டம்பர் செப்",
    "october oct aktubar aktoobar octuber अक्टूबर अक्तूबर அக்டோபர்",
    "november nov navambar navamber नवंबर नवम्बर நவம்பர் நவ",
    "december dec disambar disamber desember दिसंबर दिसम्बर டிசம்பர் டிச",
)
DOUBTFUL_MONTHS: Final = _words("jan mar march may jun dec sep nov oct aug மே நவ டிச ஜன மார்ச் मई")

WEEKDAYS: Final = _numbered(
    0,
    "monday mon sombar सोमबार somvar somwar somvaar somwaar सोमवार திங்கள் திங்கட்கிழமை திங்கள்கிழமை thingal "
    "thingalkizhamai thingatkizhamai",
    "tuesday tue tues mangalbar mangalvar mangalwar mangalvaar mangal मंगलवार मंगल செவ்வாய் செவ்வாய்க்கிழமை "
    "செவ்வாய்கிழமை sevvai sevvaikizhamai "
    "chevvai",
    "wednesday wed budhbar budhvar budhwar budhvaar budh बुधवार बुध புதன் புதன்கிழமை budhan pudhan buthan budhankizhamai",
    "thursday thu thur thurs brihaspat बृहस्पत guruvar guruwar guruvaar brihaspativar brihaspatiwar veervar गुरुवार "
    "गुरूवार बृहस्पतिवार वीरवार வியாழன் "
    "வியாழக்கிழமை வியாழன்கிழமை viyazhan viyalan vyazhan viyazhakizhamai",
    "friday fri shukarvar sukarvar jumme जुम्मे जुम्मा shukravar shukrawar shukravaar sukravar jumma शुक्रवार வெள்ளி வெள்ளிக்கிழமை வெள்ளிகிழமை velli vellikizhamai",
    "saturday sat sanichchar sanibar शनिचर सनीचर shanivar shaniwar shanivaar sanivar sanichar शनिवार சனி சனிக்கிழமை சனிகிழமை sani shani sanikizhamai shanikizhamai",
    "sunday sun ravvar raviwaar etwar etvar ravivar raviwar ravivaar itvar itwar itwaar रविवार इतवार ஞாயிறு ஞாயிற்றுக்கிழமை "
    "ஞாயிற்றுகிழமை ஞாயித்துக்கிழமை nyayiru gnayiru gyayiru "
    "gnayitrukizhamai nyayitrukizhamai",
)
DOUBTFUL_WEEKDAYS: Final = _words(
    "mon tue wed thu fri sat sun mangal मंगल budh बुध brihaspat jumma jumme திங்கள் செவ்வாய் புதன் வெள்ளி சனி "
    "ஞாயிறு velli sani shani sevvai thingal budhan"
)
DAY_OF_THE_WEEK: Final = _words("day ko को கிழமை கிழமைல கிழமையில் கிழமைக்கு kizhamai kilamai kelamai வாரம் அன்று அன்னைக்கு")

RELATIVE_DAYS: Final = _numbered(
    -1,
    "yesterday நேற்று நேத்து netru nethu neththu",
    "today aaj aj आज இன்று இன்னைக்கு இன்றைக்கு இன்னிக்கு indru innaiku innaikku inniku inru",
    "tomorrow tomorow tommorow tomorrrow tomoro tomo tmrw tmrow tmro tmw tmr kal कल நாளை நாளைக்கு நாளைக்குள் நாளைல naalai "
    "nalai naalaiku naalaikku nalaiku nalaikku "
    "naalaki naalaikki",
    "parson parso parsoon परसों परसो நாளன்னைக்கு நாளன்னிக்கு நாளான்னைக்கு நாளான்னிக்கு naalaannaiku naalaanniku naalanniku naalannaiku naalannaikku",
    "narson narso tarson tarso नरसों तरसों",
)
EITHER_WAY: Final = _words(
    "kal कल parson parso parsoon परसों परसो narson narso tarson tarso नरसों तरसों"
)  # Hindi has one word for yesterday and tomorrow
OF_THE_PAST: Final = _words("था थी थीं tha thi thaa thee")
NO_DAY_BEFORE: Final = _words("aaj आज")  # आज कल: nowadays
NO_DAY_AFTER: Final = _words("पुर्जे पुर्जा पुर्जों पुरजे purje purja purze")  # कल-पुर्जे: machine parts
AFTER_TOMORROW: Final = (
    *(("day", "after", word) for word in ("tomorrow", "tomorow", "tmrw", "tmr", "tmrow", "tomo", "tomoro")),
    ("நாளை", "மறுநாள்"),
    ("நாளைக்கு", "மறுநாள்"),
    ("naalai", "marunaal"),
    ("naalaiku", "marunaal"),
    ("nalai", "marunaal"),
    ("nalai", "marunal"),
    ("naalai", "marunal"),
)

THIS: Final = _words("this is iss isi yeh ye इस इसी यह இந்த indha intha inda current")
NEXT: Final = _words(
    "next agle agli agla aane aanewale coming upcoming अगले अगली अगला आने आगामी அடுத்த வரும் வர வர்ற adutha aduththa varum vara varra nxt"
)
LAST: Final = _words("last pichhle pichle pichli pichhli beete gaye पिछले पिछली बीते गए போன கடந்த pona kadantha kadandha")
COMING: Final = _words("wale wali वाले वाली")  # between: `aane wale hafte`
WEEK: Final = _words(
    "week hafte hafta haftay saptah हफ्ते हफ़्ते हफ्ता सप्ताह வாரம் வாரத்தில் வாரத்துல வார vaaram "
    "varam vaarathula vaarathil vaarathile"
)
MONTH: Final = _words(
    "month mahine mahina maheene mah महीने महीना माह மாதம் மாசம் மாதத்தில் மாசத்துல maadham maasam masam matham maadam maathathil"
)
DAYS: Final = _words("day days din dino दिन दिनों நாள் நாட்கள் நாளில் நாள்ல naal naatkal naalla")
WEEKS: Final = WEEK | _words("weeks hafton हफ्तों வாரங்கள் vaarangal")
LATER: Final = _words(
    "later after baad bad me mein बाद में கழித்து கழிச்சு பிறகு அப்புறம் kazhichu kazhithu piragu appuram apram apparam la ல time hence"
)
WITHIN: Final = _words("in after")
A_OR_SOME: Final = _words("oru ஒரு konjam konja கொஞ்ச சில")  # ஒரு நாளைக்கு is *a day*, not tomorrow

DATE_WORDS: Final = _words(
    "tareekh taareekh taarikh tarikh tareek tarik date तारीख तारीख़ தேதி தேதில தேதிக்கு தேதியில் thethi thedhi theethi dethi"
)
ORDINALS: Final = _words("st nd rd th ko को vi வது ஆம் ம் aam am vadhu vathu")
ENGLISH_ORDINALS: Final = _words("st nd rd th")
NOT: Final = _words("nahi nahin nhi nai नहीं नही illa illai ille வேண்டாம் இல்ல இல்லை vendam venam")
WEEKEND: Final = _words("weekend weekends वीकेंड வீக்கெண்ட் வீகெண்ட்")
ON: Final = _words("on by ko को la ல tak தேதி")
TO: Final = _words("to till se tak से तक முதல் வரை muthal mudhal varai")

ALL: Final = (
    frozenset(MONTHS) | frozenset(WEEKDAYS) | frozenset(RELATIVE_DAYS) | WEEK | MONTH | DAYS | WEEKS | DATE_WORDS
)
