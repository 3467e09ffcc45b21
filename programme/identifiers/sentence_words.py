"""Words that make a sentence, a question, a wish or an order of a text, in five registers, and what the programme talks about.

Written as people type them; compared in small letters without nukta (see `introductions`). `WEAK` words also stand in
names and firms (Kar, Sari, Do It Yourself); one alone only makes a name doubtful.
"""

from functools import cache
from importlib import resources
from typing import Final

from programme.writing import normalise

_NUKTA: Final = "़"


def spelt(word: str) -> str:
    """A word as these lists compare it."""
    return normalise(word).lower().replace(_NUKTA, "").replace("ँ", "ं")


def _words(*lines: str) -> frozenset[str]:
    return frozenset(spelt(word) for line in lines for word in line.split())


ASKING: Final = _words(
    "what whats what's wat how hw when where whr why which who whom whose can could does did is are should would will shall whether",
    "kya kyaa kia kaise kese kaisay kab kahan kaha kidhar kyun kyu kyon kitna kitni kitne kaun kon kaunsa konsa kaunsi konsi kisko kiska kisne kisse",
    "क्या कैसे कैसें कब कहाँ कहां कहा किधर क्यों क्यूँ कितना कितनी कितने कौन कौनसा कौनसी कोण किसको किसका किसने किससे",
    "என்ன என்னென்ன எப்படி எப்டி எப்போ எப்ப எப்போது எங்க எங்கே ஏன் எவ்வளவு எவ்ளோ எத்தனை எத்தன யார் யாரு எது எதுக்கு எந்த எந்தெந்த என்னங்க எவ்வாறு",
    "enna ennanga epdi eppadi eppo eppa eppothu enga engae yen evlo evvalavu yaar yaaru yaaruku ethu ethukku entha enthentha ethana ethanai",
)

STRONG: Final = ASKING | _words(
    # English
    "i'm i've i'd you u your we they he she it its this these those that there here want wants wanted need needs please pls plz kindly tell show send give "
    "gave get got getting don't dont doesn't doesnt didn't cannot can't cant couldn't won't wont isn't not have has had having was were been being "
    "help helping know knows knew think said says saying say ask asked asking stop start started register registered registering apply applied "
    "cancel delete remove change changed update wrong mistake correct incorrect explain call talk speak speaking contact sorry thanks thank "
    "because if then than but when while until already yet still later tomorrow today yesterday now again "
    "come coming came going gone went going bring wait waiting working doing done did make makes made making sell sells selling sold buy buying "
    "join joining attend attending learn learning teach use using put pay paid pays fill filled type typed write wrote read click forward "
    "i my mine our ours me us him her them anyone someone nobody nothing something anything everything whatever",
    # Hindi in Latin letters
    "hai hain hu hun hoon tha thi hota hoti hote hua hui hue hoga hogi honge ho raha rahi rahe rha rhi rhe chahiye chaiye chahie chahta chahti karo kro "
    "karna krna karni karne karun karu karta karti karte karwa karwana kariye kijiye kare karein kiya kya diya dijiye dena dedo dede deta dete "
    "batao btao bataiye batana bataye bataya bolo bola boliye bhejo bhejna bhej dikhao dikhana dekho dekhna likho likhna lena leta lete liya "
    "milega milegi mile milta milti mila sakta sakti sakte padega padegi lagega lagegi lagta lagti aana aata aaya aayega aayi jana jaana jata gaya "
    "gayi gaye mujhe mujhko muje mere_ko meko hame humko hamko tum tumhe aap aapko aapka aapke aapki tera teri mera meri mere hamara hamari hamare "
    "humara humari main hum nahi nahin nhi nai mat bina kripya krupya koi kuch kuchh kisi abhi abi ab kal aaj baad pehle phir fir lekin magar agar "
    "kyunki isliye liye wala wali wale yaha yahan waha wahan se ko mein ka ki ke bhi hi toh yeh ye wo woh isko usko iska uska",
    "galat galti badlo badalna badal band rok roko ruko chhodo chodo rehne samajh samjha pata malum maloom zaroorat jarurat zaruri jaruri",
    "sae manne mahne thare mhare ib kit koni konya baat naam rakha maaf dusra dusre dusri doosra doosre doosri",
    # Hindi
    "है हैं हूँ हूं हु हुं था थी थे होता होती होते हुआ हुई हुए होगा होगी हो होना रहा रही रहे चाहिए चाहिये चाहता चाहती करो करना करनी करने करूं करूँ करता करती "
    "करते करवाना करिए कीजिए करें किया कर दिया दीजिए दे देना दो देता देते बताओ बताइए बताएं बताएँ बताना बता बोलो बोल भेजो भेजना भेज दिखाओ दिखाना देखो देखना "
    "लिखो लिखना लेना लेता लिया मिलेगा मिलेगी मिले मिलता मिलती मिला सकता सकती सकते पड़ेगा पड़ेगी लगेगा लगेगी लगता लगती आना आता आया आएगा जाना जाता गया गई गए "
    "मुझे मुझको मेरा मेरी मेरे हमें हमको हमारा हमारी हमारे मैं मैंने हम हमने आप आपको आपका आपके आपकी तुम तुम्हें तेरा तेरी नहीं नही नईं मत बिना कृपया कोई कुछ किसी "
    "अभी अब कल आज बाद पहले फिर लेकिन मगर अगर क्योंकि इसलिए लिए वाला वाली वाले यहां यहाँ वहां वहाँ से को में का की के ने पर भी ही तो यह ये वह वो इसको उसको इसमें "
    "गलत गलती बदलो बदलना बंद रोको रुको छोड़ो रहने समझ पता मालूम ज़रूरत जरूरी",
    "नाम रखा बात माफ दूसरा दूसरे दूसरी सै सैं मन्नै म्हने थारे म्हारे इब कित कोनी",
    # Tamil
    "நான் நாங்க நாங்கள் நீ நீங்க நீங்கள் அவர் அவங்க எனக்கு உங்க உங்களுக்கு உங்கள் எங்களுக்கு நமக்கு என் என்னோட எங்களோட என்னுடைய எனது "
    "வேணும் வேண்டும் வேணுமா வேண்டாம் வேணாம் இல்ல இல்லை இல்லாம இருக்கு இருக்கா இருக்கேன் இருக்கும் இருந்து இருந்தா உண்டா உண்டு கிடைக்கும் கிடைக்குமா "
    "முடியும் முடியுமா முடியாது பண்ண பண்ணு பண்ணணும் பண்ணுங்க பண்றது பண்ணி செய்ய செய்யணும் போட போடணும் போடுங்க சொல்லு சொல்லுங்க சொல்லுங்கள் சொல்லி குடு குடுங்க கொடுங்க "
    "காட்டு காட்டுங்க அனுப்பு அனுப்புங்க வாங்க வாங்கறது வரும் வருமா வரல வரணும் வர ஆகும் ஆகுமா ஆனா தான் மட்டும் இந்த அந்த இது அது இப்ப இப்போ அப்புறம் பிறகு "
    "பத்தி பற்றி மாதிரி திரும்ப ஏதும் ஏதாவது ஒண்ணும் எல்லாம் தெரியாது தெரியல மாட்டேன் மாட்டோம் இன்னும் பேரு பெயர் வைக்கல தப்பு தப்பா தவறு மாத்தணும் மாத்துங்க மாற்றணும் வந்து போகணும் பேச பேசணும் விடுங்க நன்றி உதவி தயவு",
    # Tamil in Latin letters
    "la ku naan naanga nee neenga avar avanga enaku enakku unga ungaluku ungalukku engaluku namaku en ennoda enoda engaloda "
    "venum vennum vendum venuma vendam venam venaam illa illai ille illama iruku irukku iruka irukka iruken irukken irukum irunthu irundhu undaa undu "
    "kedaikum kedaikuma kidaikkum mudiyum mudiyuma mudiyathu mudiyadhu panna pannu pannanum pannunga panrathu panradhu panni panren seyya seiyanum poda podanum podunga "
    "sollu sollunga solunga solli kudu kudunga kaatu kaatunga kattunga anupu anupunga anuppunga vaanga vangurathu varum varuma varala varanum vara aagum aana "
    "thaan mattum intha indha antha andha ithu idhu athu adhu ippo ippa apram apparam piragu pathi mathiri thirumba ethavathu onnum ellam theriyathu theriyala theriyadhu "
    "maaten maatten innum peru peyar vekkala thappa thappu mathanum maathanum mathunga vanthu vandhu poganum pesa pesanum vidunga nandri udhavi uthavi dayavu konjam summa kitta",
)  # fmt: skip

ENDS_OF_VERBS: Final = (
    "ுமா", "லாமா", "ங்களா", "டுமா", "ல்லையா", "ருக்கா", "ிறேன்", "றேன்", "ிறோம்", "றோம்", "ட்டேன்", "ந்தேன்", "த்தேன்", "ணும்", "ங்கள்", "ுங்க", "டுச்சு", "ாச்சு",
    "லாம்", "லிருந்து", "ாதீங்க", "பவும்", "வேண்டும்", "ாங்க", "ிருக்கு", "ல்லை", "ியாது", "டாது", "றியா", "ட்டியா", "த்தில்", "த்துல", "க்கான", "ிக்கிட்டு", "ுதிய", "ிருச்சு", "ாதே",
    "ाइए", "इये", "िएगा", "ूंगा", "ूंगी", "ऊंगा", "ऊंगी", "ाएंगे", "ेंगे", "वाना", "ाउंगा",
)  # fmt: skip
"""Of native words: no name ends so."""
ENDS_LIKE_VERBS: Final = (
    "uma", "umaa", "laama", "eengala", "ungala", "iruken", "irukken", "kiren", "kirom", "anum", "onum", "aachu", "duchu", "uchu", "lama", "ungo", "anga", "unga", "idhu",
    "kku", "laam", "iyega", "aiye", "ungi", "ogi", "enge", "wana",
)  # fmt: skip
"""Of words in Latin letters: Kusuma and Ganga end so too."""
SHORTEST_WITH_END: Final = 6
SHORTEST_IN_LATIN: Final = 7

WEAK: Final = _words(
    "i name do will may can be to of for in on at with by and or the a an is are it its we our my me us here this that man all good new best one two you your make made work "
    "works have love from sell call buy join now today come coming use wait making stop start help read not am was had then than but if made",
    "naam kar kare ho hi se ko ki ke ka hum do de le lo ja na mai mera meri mere tera main bina band aap aaj kal ab phir fir wala wali wale bhi ye bol sa mat apna apni apne ji",
    "कर हो ही दो दे ले हम का की के में से को और बिना आज कल बंद वाला वाली वाले अपना अपनी अपने आप मेरा मेरी मेरे हमारा हमारी जी बोल भी पर ने",
    "நம்ம என் எங்க ஒரு தான் வாங்க இந்த வர எல்லாம் எனது நான் வந்து",
    "la ku namma en enga oru thaan vaanga kada sari seri intha vara ellam naan yen",
)

SHORT_ANSWERS: Final = _words(
    "yes y yeah yep no n nope nah ok okay k sure correct right fine agree confirm done continue skip pass later none nil na next back undo "
    "hi hii hello hey bye goodbye thanks thx help menu start stop register registration details workshops agent test testing hmm hm oh",
    "haan ha han haa ji nahi nahin nhi thik theek sahi bilkul accha acha badme baadme hao namaste namaskar dhanyavad dhanyavaad shukriya alvida madad",
    "हाँ हां हा जी नहीं नही ना ठीक सही बिल्कुल अच्छा हओ नमस्ते नमस्कार धन्यवाद शुक्रिया मदद छोड़ो छोड़ें आगे पीछे",
    "ஆம் ஆமா ஆமாம் சரி சரிங்க ஆமாங்க இல்லை இல்ல ஓகே வணக்கம் நன்றி உதவி மெனு பிறகு அப்புறம் தவிர் தவிர்க்கவும் பதிவு",
    "gm gn tc ty tq tnx thnx thnks thanku thankyou thanq welcome morning evening night good shree shri jai jay krishna ram radhe sat sri akal allah hafiz salam salaam "
    "walekum assalam suprabhat shubh pranam yup yo sup sorry oops super nice great lol haha hahaha wow okk oke kk thk nmste namskar sir ji bhai bhaiya madam",
    "सुप्रभात शुभ रात्रि संध्या प्रणाम सलाम अलविदा बाय ओके थैंक्स थैंक्यू हेलो हैलो हाय जय श्री राम कृष्णा सत अकाल भाई भैया सर मैडम गुड मॉर्निंग",
    "பை ஹாய் ஹலோ ஓகே சூப்பர் தேங்க்ஸ் சார் மேடம் அண்ணா அக்கா காலை மாலை",
    "aam aama aamam ama amam sari seri sarri saringa aamanga illa illai ille vanakkam nandri udhavi apparam appuram piragu vendam venam",
)

NEVER_ALONE: Final = _words("ram shri sri jai jay krishna radhe sat hari sari राम श्री जय कृष्णा")
"""Short answers when others stand beside them, else names."""

ABOUT_THE_PROGRAMME: Final = _words(
    "loan loans gst gstin udyam udyog msme pan aadhaar aadhar iec fssai pmegp mudra cgtmse ondc gem zed tds tcs otp kyc workshop workshops training seminar "
    "webinar class classes course session module lesson certificate certificates scheme schemes subsidy registration register enrol enroll enrolment booking "
    "seat seats reminder reminders message messages limit turnover fee fees charges commission price cost documents document papers form link portal app login "
    "password account bank payment refund invoice bill number phone mobile address language english hindi tamil date time schedule list status details "
    "flipkart amazon meesho walmart vriddhi programme program online offline export import whatsapp telegram bot human person staff complaint fraud government sarkari",
    "yojana karyashala prashikshan shivir pramanpatra jankari jaankari kagaz kagaj fayda paisa paise rupaye",
    "लोन जीएसटी उद्यम एमएसएमई पैन आधार मुद्रा योजना वर्कशॉप कार्यशाला ट्रेनिंग प्रशिक्षण सेमिनार क्लास कोर्स सर्टिफिकेट प्रमाणपत्र सब्सिडी रजिस्ट्रेशन पंजीकरण बुकिंग सीट "
    "रिमाइंडर मैसेज टर्नओवर फीस खर्चा कागज दस्तावेज फॉर्म लिंक पोर्टल खाता बैंक पेमेंट नंबर फोन मोबाइल पता भाषा अंग्रेजी हिंदी तमिल तारीख समय लिस्ट जानकारी ऑनलाइन फ्लिपकार्ट "
    "अमेजन वॉलमार्ट वृद्धि एक्सपोर्ट सरकार सरकारी",
    "லோன் கடன் ஜிஎஸ்டி உத்யம் எம்எஸ்எம்இ பான் ஆதார் முத்ரா திட்டம் வொர்க்ஷாப் ஒர்க்ஷாப் பயிற்சி வகுப்பு கிளாஸ் கோர்ஸ் சர்டிபிகேட் சான்றிதழ் மானியம் பதிவு புக்கிங் சீட் ரிமைண்டர் "
    "மெசேஜ் கட்டணம் ஃபீஸ் பேப்பர் ஆவணம் லிங்க் கணக்கு அக்கவுண்ட் பேங்க் பணம் நம்பர் போன் முகவரி மொழி தமிழ் தேதி நேரம் விவரம் தகவல் ஆன்லைன் ஃப்ளிப்கார்ட் எக்ஸ்போர்ட் ஏற்றுமதி அரசு",
    "kadan payirchi vaguppu saandrithazh maaniyam pathivu vivaram thagaval thittam ettrumathi arasu panam",
)

OF_A_FIRM: Final = _words(
    "traders trader trading enterprise enterprises industries industry works store stores mart agency agencies co company pvt ltd limited llp inc corporation "
    "fashion fashions textiles textile tex garments collections collection creations creation boutique silks sarees tailors tailor handloom handlooms looms mills "
    "foods food pickles pickle masala spices bakery bakers sweets snacks namkeen dairy farms agro organics naturals herbals cosmetics beauty parlour parlor salon "
    "crafts craft handicrafts arts art pottery jewellers jewellery bangles leather shoes footwear furniture plastics packaging printers press engineering "
    "engineers tools hardware electricals electronics motors auto parts chemicals exports exporters international brothers bros sons associates services "
    "solutions group samiti samuh udyog bhandar kendra vastralaya emporium mess hotel dhaba cafe kitchen rasoi unit house point corner centre center world zone hub "
    "kadai maligai nilayam niruvanam kuzhu",
    "ट्रेडर्स एंटरप्राइजेज इंडस्ट्रीज वर्क्स स्टोर स्टोर्स मार्ट एजेंसी कंपनी फैशन टेक्सटाइल गारमेंट्स क्रिएशन बुटीक सिल्क साड़ी टेलर्स हैंडलूम मिल्स फूड्स अचार मसाले मसाला बेकरी "
    "स्वीट्स नमकीन डेयरी हस्तशिल्प ज्वेलर्स चूड़ी लेदर शूज फर्नीचर प्लास्टिक प्रिंटर्स इंजीनियरिंग एक्सपोर्ट्स ब्रदर्स संस समिति समूह उद्योग भंडार केंद्र वस्त्रालय ढाबा रसोई हाउस सेंटर",
    "ஸ்டோர்ஸ் ஸ்டோர் டிரேடர்ஸ் என்டர்பிரைசஸ் இண்டஸ்ட்ரீஸ் டெக்ஸ்டைல்ஸ் டெக்ஸ் சில்க்ஸ் ஃபேஷன்ஸ் மில்ஸ் ஃபுட்ஸ் பேக்கரி ஸ்வீட்ஸ் மசாலா ஊறுகாய் கடை கம்பெனி நிறுவனம் குழு மெஸ் "
    "ஹோட்டல் பிரிண்டர்ஸ் இன்ஜினியரிங் வொர்க்ஸ் ஏஜென்சி எக்ஸ்போர்ட்ஸ் மளிகை நிலையம் கிச்சன் சமையல் பட்டு",
)

ANY_FIRM: Final = _words(
    "shop firm company business factory unit store brand dukaan dukan karobar kadai kada thozhil दुकान कारोबार कंपनी फर्म கடை கம்பெனி நிறுவனம் தொழில்"
)
"""What every firm is and none is called."""

CONNECTING: Final = _words("ka ki ke का की के of for in by with and aur और the a se से மற்றும் & on to")

OF_MAKING: Final = _words(
    "make makes making made sell sells selling produce manufacture manufacturing stitch stitching weave weaving cook trade deal repair grow we i my our",
    "banate banata banati banaate bechte bechta bechti banake bech karte karti karta silai bunai hum ham main mera hamara humara ka ki ke kaam kam hai hain hu hun hoon",
    "बनाते बनाता बनाती बेचते बेचता बेचती करते करती करता सिलाई बुनाई हम मैं मेरा हमारा का की के काम है हैं हूं",
    "செய்றோம் செய்யறோம் செய்கிறோம் செய்யுறோம் செய்றேன் விக்கிறோம் விக்கறோம் விற்கிறோம் விக்கிறேன் பண்றோம் பண்றேன் பண்ணுறோம் தயாரிக்கிறோம் தைக்கிறேன் தைக்கிறோம் நெய்றோம் நாங்க நான் வியாபாரம் தொழில்",
    "seyrom seirom seyyarom seikirom seiren vikkirom vikrom vikirom vikkiren panrom panren pannurom thayarikkirom thaikiren thaikirom neirom naanga naan viyabaram thozhil",
)


@cache
def ordinary() -> frozenset[str]:
    """The words of everyday sentences that are nobody's name."""
    text = resources.files(__package__).joinpath("ordinary_words.txt").read_text(encoding="utf-8")
    return _words(*(line for line in text.splitlines() if not line.startswith("#")))
