"""What about a subject a few words ask for: "fees?", कितने दिन, ஆவணங்கள், "kaise". The subject is what was talked of last."""

from __future__ import annotations

from collections.abc import Iterable

from nlu.lexicons import Lexicon
from nlu.tokens import words

_ASPECTS = Lexicon(
    {
        "cost": "fee, fees, feez, charge, charges, cost, costs, price, how much, how much money, rate, free, paisa, paise, pesa, kitna, kitne, kitni,"
        " kitna paisa, kitne paise, kitna lagega, kitna lagta, kharcha, kharch, kharche, muft, interest, byaj, byaaj, subsidy, commission, vatti,"
        " फीस, फ़ीस, शुल्क, खर्चा, खर्च, ख़र्च, कितना, कितने, कितनी, कितना पैसा, कितने पैसे, पैसा, पैसे, मुफ्त, मुफ़्त, फ्री, चार्ज, ब्याज, सब्सिडी,"
        " எவ்வளவு, எவ்ளோ, எவளோ, எவ்வளவு பணம், எவ்ளோ பணம், எவ்ளோ செலவு, கட்டணம், கட்டணமா, செலவு, பணம், காசு, ஃபீஸ், பீஸ், இலவசமா, இலவசம், சார்ஜ், வட்டி, மானியம்,"
        " evlo, evalavu, evvalavu, evlo panam, evlo kaasu, evlo selavu, kattanam, selavu, panam, kaasu, ilavasama, ilavasam, maniyam",
        "papers": "document*, documents, docs, papers, paper, proof, proofs, pan, pan card, aadhaar, aadhar, adhar, aadhaar card, aadhar card, photo, passbook, bank statement, rent agreement,"
        " what papers, which documents, kagaz, kagaj, kagzat, kaagaz, kagaz kya, dastavej, dastavez, kaun se kagaz, konse document,"
        " कागज*, काग़ज*, कौन से कागज*, कागज कौन से, दस्तावेज*, डॉक्यूमेंट*, डाक्यूमेंट*, पेपर, पैन, पैन कार्ड, आधार, आधार कार्ड, फोटो, पासबुक,"
        " ஆவண*, பேப்பர*, டாக்குமெண்ட*, டாகுமெண்ட*, டாக்குமென்ட*, பான், பான் கார்டு, ஆதார், ஆதார் கார்டு, போட்டோ, ஃபோட்டோ, பாஸ்புக்,"
        " aavanam, aavanangal, aavanangal enna, dokument, enna papers",
        "how": "how, how to, how do i get, how can i get, steps, process, procedure, apply, how to apply, kaise, kese, kaise kare, kaise karein, tarika, कैसे, कैसे करें, तरीका, तरीक़ा, प्रक्रिया, आवेदन,"
        " எப்படி, எப்டி, எப்படி பண்றது, எப்படி பண்ணணும், வழிமுறை, விண்ணப்பிக்க, epdi, eppadi, epdi pannanum, epdi panrathu, vazhimurai",
        "length": "how long, when do i get, when can i get, how many days, how much time, how many months, duration, validity, valid, expiry, kitne din, kitna din, kitna time, kitna samay, kitna waqt, kitne mahine, kab tak, kab milega, when will i get, din, days,"
        " कितने दिन, कितना समय, कितना टाइम, कितने महीने, कितना वक्त, कितने टाइम, कब तक, कब मिलेगा,"
        " எத்தனை நாள், எத்தன நாள், எவ்வளவு நாள், எவ்ளோ நாள், எவ்வளவு நேரம், எவ்ளோ நேரம், எத்தனை மாசம், எவ்வளவு காலம், எப்ப கிடைக்கும், எப்போ கிடைக்கும், எப்ப வரும்,"
        " ethana naal, ethanai naal, yethana naal, evlo naal, evalavu naal, evlo neram, evlo time, ethana maasam, eppo kidaikum, eppo kedaikum, eppo varum",
        "who": "who, who can, who can apply, who can get, who gets, eligibility, eligible, kaun, kon, kaun le sakta, kon le sakta, kaun kar sakta, kisko milega, kisko milta, kis ko, kise, patrata, कौन, कौन ले सकता, कौन कर सकता, किसको, किसे, किसको मिलेगा, पात्र, पात्रता,"
        " யார், யாரு, யாரெல்லாம், யாருக்கு, யாருக்கெல்லாம், தகுதி, yaar, yaaru, yaarellam, yaaruku, yaarukku, yaaruku ellam, thaguthi, thagudhi",
        "benefit": "why, benefit*, advantage*, use, fayda, faida, fayde, labh, kyu, kyun, kyon, फायदा, फ़ायदा, फायदे, फ़ायदे, लाभ, क्यों, பயன், நன்மை, பலன், எதுக்கு, ஏன், payan, nanmai, palan, ethuku, ethukku, edhuku, edhukku",
        "language": "language*, bhasha, भाषा, மொழி*, mozhi",
        "certificate": "certificate*, सर्टिफिकेट*, सर्टिफ़िकेट*, प्रमाणपत्र, प्रमाण पत्र, சான்றிதழ*, சர்டிபிகேட*, saandrithazh, certifiket, sartificate, praman patra",
        "where": "where, where do i get, where can i get, website, site, link, portal, address, which office, kaha, kahan, kidhar, kaha se, kahan se, कहां, कहाँ, कहा, किधर, कहां से, कहाँ से, वेबसाइट, पोर्टल,"
        " எங்க, எங்கே, எங்கிருந்து, எந்த ஆபீஸ், எந்த ஆபிஸ், வெப்சைட், enga, engae, enge, endha office, entha office",
        "must": "compulsory, mandatory, necessary, must, zaruri, jaruri, zaroori, jaroori, anivarya, जरूरी, ज़रूरी, अनिवार्य, கட்டாயமா, கட்டாயம், அவசியமா, kattayama, kattaayama, avasiyama",
        "what_if": "what if, what if they refuse, what happens if, refuse, otherwise, if not, problem, rejected, reject, refused, refuses, says no, penalty, fine, nahi to, nahi toh, nahin to, na ho to, na mile to, nahi mila to, nahi kiya to, nahi hua to, mana kare to, mana kar de to, mana kiya to, dikkat, jurmana,"
        " नहीं तो, न हो तो, ना हो तो, न मिले तो, नहीं मिला तो, नहीं किया तो, मना करे तो, मना कर दे तो, दिक्कत, जुर्माना, रिजेक्ट,"
        " இல்லன்னா, இல்லனா, இல்லைன்னா, இல்லாட்டி, பண்ணலன்னா, கிடைக்கலன்னா, கிடைக்கலைன்னா, தரலன்னா, மறுத்தா, பிரச்சனை, பிரச்சினை, அபராதம், ரிஜெக்ட்,"
        " illana, illena, illanna, illati, pannala na, pannalana, kidaikala na, kidaikalana, kedaikalana, tharala na, maruthuta, prachana, abaratham",
        "for_me": "apply to me, applies to me, for me, does it apply to me, is it for me, can i get it, can i get, am i eligible, do i get it, my case, mere liye, meri, mujhe milega, mujhe milegi, mujhe mil sakta, main le sakta, main le sakti, mujh par lagu, mujhpe lagu,"
        " मेरे लिए, मुझे मिलेगा, मुझे मिलेगी, मुझे मिल सकता, मुझ पर लागू, क्या मैं ले सकता, क्या मैं ले सकती,"
        " எனக்கு கிடைக்குமா, எனக்குக் கிடைக்குமா, எனக்கு பொருந்துமா, எனக்குப் பொருந்துமா, எனக்கு உண்டா, எனக்கு வருமா, எனக்கும் உண்டா, எனக்கு தருவாங்களா,"
        " enaku kidaikuma, enakku kidaikuma, enaku kedaikuma, enakku kedaikuma, enaku porunthuma, enaku porundhuma, enaku unda, enakum unda, enaku varuma, enaku tharuvangala",
        "more": "tell me more, more details, in detail, details, explain more, aur batao, aur bataiye, detail me, detail mein, vistar se, और बताओ, और बताइए, विस्तार से, डिटेल में,"
        " இன்னும் சொல்லுங்க, விவரமா, விவரமா சொல்லுங்க, விளக்கமா, innum sollunga, vivarama, vivarama sollunga, vilakama",
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
_AROUND_QUESTIONS = SMALL_WORDS | frozenset(
    (" get got take give buy apply happens happen then if i'm dont don't have has know knows see call also too it's can could this does"
         " milta milti milte milega milegi milenge lena leni lete banta banega banwana bante sakta sakti sakte bhi toh agar phir fir karna kare kar"
         " मिलता मिलती मिलते मिलेगा मिलेगी लेना बनता बनेगा बनवाना सकता सकती सकते भी अगर फिर करना करें कर तब"
         " வாங்குறது வாங்கறது வாங்கணும் வாங்கலாம் கிடைக்கும் கிடைக்குது கிடைக்குமா எடுக்கணும் எடுக்கலாம் பண்ணணும் பண்றது பண்ணனும் பண்ணலாம் ஆகுமா வேணுமா வேண்டுமா தேவையா இருக்கா போகணும் போகனும் அப்போ அதுவும் ஆகிடும் சரி அப்புறம்"
         " vaangurathu vaangradhu vaanganum vaangalam kidaikum kedaikum kidaikkum kidaikuthu kidaikuma kedaikuma edukanum edukalam pannanum panrathu pannalam aaguma venuma vendum thevaiya iruka irukka poganum apo appo apram aprom adhuvum aagidum seri ah aa ha bank they not didn't one").split()
)  # fmt: skip
_MOST_WORDS = 8


def aspect_of(typed: str) -> str | None:
    """The aspect that a bare question names; None where it names several, none, or anything else besides."""
    spoken = words(typed)
    if len(spoken) > _MOST_WORDS:
        return None
    found = list(_ASPECTS.find(spoken))
    spans = [(one.start, one.end) for one in found]
    rest = [word.text for word in spoken if not any(start <= word.start < end for start, end in spans)]
    codes = {one.code for one in found}
    return codes.pop() if len(codes) == 1 and _AROUND_QUESTIONS.issuperset(rest) else None


def is_small_talk(rest: Iterable[str]) -> bool:
    """Whether the words are only such as stand around the one that matters."""
    return all(word in SMALL_WORDS for word in rest)
