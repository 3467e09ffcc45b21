"""What a business makes or does, from the words owners use for it."""

from __future__ import annotations

from nlu.lexicons import Lexicon

SECTORS = Lexicon(
    {
        "food": "food, foods, food processing, pickle*, achar, achaar, papad, pappad, masala, masale, masalas, spice*, snack*, namkeen, namkin,"
        " bakery, bakeri, biscuit*, sweets, mithai, halwai, atta chakki, flour mill, rice mill, dal mill, oil mill, ghee, paneer, dairy products, bread, cake, cakes,"
        " jam, juice, sauce, murabba, honey, shahad, tea powder, coffee, chips, murukku, appalam, oorugai, urugai, vadagam, vadam, podi, idli batter,"
        " maavu, karupatti, jaggery, gud, vellam, chikki, kadalai mittai, restaurant, catering, tiffin, cloud kitchen, sattu, poha, sev,"
        " खाद्य*, फूड, फ़ूड, फूड प्रोसेसिंग, अचार, पापड़, पापड, मसाल*, नमकीन, बेकरी, बिस्किट, मिठाई, हलवाई, आटा चक्की, चक्की, तेल मिल, राइस मिल,"
        " दाल मिल, घी, पनीर, मुरब्बा, जैम, जूस, शहद, चिप्स, गुड़, खाने का सामान, सत्तू, पोहा, टिफिन,"
        " உணவு*, ஊறுகாய*, அப்பளம், அப்பள*, மசாலா, வடகம், வடாம், பொடி, இட்லி மாவு, மாவு, பலகாரம், முறுக்கு, பேக்கரி, இனிப்பு*, கருப்பட்டி,"
        " வெல்லம், கடலை மிட்டாய், எண்ணெய் மில், அரிசி மில், தேன், நெய், ஜாம், மிக்சர், சிப்ஸ், கேட்டரிங், மளிகை பொருள்",
        "textile": "textile*, tex tile, garment*, readymade, ready made, cloth, clothes, clothing, kapda, kapde, kapdon, t-shirt*, tshirt*, shirts, knitwear,"
        " knitting, hosiery, tailor*, tailoring, silai, sewing, boutique, blouse, nighties, nighty, kurti, kurtis, saree, sarees, sari, saris, pudavai, selai, lehenga,"
        " powerloom, power loom, spinning mill, yarn, bedsheet*, towel*, thuni, thuni kadai, thaiyal, dyeing, uniform*, jeans, embroidery, fabric*,"
        " कपड़*, कपड़*, टेक्सटाइल*, गारमेंट*, रेडीमेड, सिलाई, टेलर*, दर्जी, बुटीक, साड़ी, साड़ियां, कुर्ती, पावरलूम, धागा, होजरी, चादर, तौलिया,"
        " कढ़ाई, वस्त्र, टी-शर्ट, टीशर्ट, यूनिफॉर्म, यूनिफार्म,"
        " ஜவுளி*, துணி*, ஆடை*, தையல*, தைய*, டெய்லர*, பனியன*, கார்மெண்ட*, கார்மென்ட*, டெக்ஸ்டைல*, நூல் மில், நூற்பு*, பின்னலாடை*, விசைத்தறி*, சேலை*, புடவை*,"
        " ரெடிமேட*, சாயப்பட்டறை*, துண்டு, பெட்ஷீட*, போர்வை*, நைட்டி*, எம்பிராய்டரி",
        "handloom": "handloom*, hand loom*, hathkargha, hathkarga, hath kargha, bunkar*, bunkari, weaver*, weaving, julaha, kaithari, kaithari nesavu, kaitharai,"
        " nesavu, nesavalar, tari, chanderi, maheshwari, silk saree*, pattu, pattu saree, pattu pudavai, kanchipuram silk, khadi, loom,"
        " हथकरघ*, हैंडलूम, हैण्डलूम, बुनकर*, बुनाई, जुलाहा, करघा, चंदेरी, माहेश्वरी, महेश्वरी, खादी, रेशम*,"
        " கைத்தறி*, நெசவ*, நெசவாள*, தறி*, பட்டு*, பட்டு சேலை, பட்டுப் புடவை, ஹேண்ட்லூம், ஹேண்ட்லூம்*, காதி",
        "handicraft": "handicraft*, handcraft*, hand craft*, craft*, hastshilp, hasthshilp, pottery, potter, potters, kumhar, mitti ke bartan, mitti ka kaam, clay,"
        " terracotta, bamboo*, baans, cane work, toys, toy, khilona, khilone, kaivinai, kaivinai porul*, paanai, mannpaandam, basket*, kolam, painting*,"
        " gond art, madhubani, candle*, mombatti, agarbatti, agarbathi, incense, jute*, macrame, dolls, golu, bommai, mat weaving, palm leaf, coir, brass lamp,"
        " हस्तशिल्प*, हैंडीक्राफ्ट*, हस्तकला, कुम्हार, मिट्टी के बर्तन, मिट्टी का काम, मिट्टी के दीये, खिलौन*, बांस*, बाँस*, टोकरी, मूर्ति*, मोमबत्ती,"
        " अगरबत्ती, जूट, टेराकोटा, पेंटिंग, कलाकृति,"
        " கைவினை*, மண்பாண்ட*, மண்பானை*, பானை*, பொம்மை*, மூங்கில*, கூடை*, பாய் நெசவு, பனை ஓலை*, ஓலை*, மெழுகுவர்த்தி*, ஊதுபத்தி*, அகர்பத்தி*, சணல*, களிமண*,"
        " குயவர*, கயிறு*, கயிர்*, தென்னை நார*, டெரகோட்டா, சிற்ப*",
        "leather": "leather*, chamda, chamde, chamra, shoe*, juta, joota, jute chappal, jutti, footwear, chappal, chappals, sandal*, cheruppu, seruppu, thol porul*,"
        " tholporul, tannery, mojari, mojri, kolhapuri, belt*,"
        " चमड़*, लेदर, जूत*, चप्पल, जूती, मोजड़ी, फुटवियर, फुटवेयर, सैंडल,"
        " தோல் பொருள*, தோல் பொருட்கள*, தோல் பொருட்க*, தோல் தொழில், தோல் பை*, லெதர், செருப்பு*, காலணி*, ஷூ, பெல்ட்",
        "engineering": "engineering, auto part*, auto parts, auto component*, machine part*, machine shop, machining, lathe, cnc, fabrication, foundry, casting*, forging,"
        " welding, steel*, sheet metal, pump*, motor*, valve*, gear*, bearing*, tools, die casting, mould*, fasteners, nut bolt, iron*, loha, lohe, lohar, hardware"
        " manufacturing, workshop lathe, pattarai lathe, irumbu, kharad, brass parts, aluminium, utensil*, bartan, grinder*, wet grinder, cycle parts,"
        " इंजीनियरिंग, ऑटो पार्ट*, मशीन पार्ट*, लेथ, खराद, फैब्रिकेशन, फाउंड्री, वेल्डिंग, लोहा, लोहे*, लोहार, स्टील*, पंप, नट बोल्ट, बर्तन, एल्युमिनियम, कास्टिंग,"
        " இன்ஜினியரிங், எஞ்சினியரிங், பொறியியல், லேத், வெல்டிங், ஃபவுண்டரி, பவுண்டரி, வார்ப்பு*, பம்ப்*, மோட்டார*, ஆட்டோ பார்ட்ஸ், ஆட்டோ பாகங்கள், இரும்பு*, ஸ்டீல*,"
        " எஃகு*, கிரைண்டர*, பாத்திர*, மெஷின் பார்ட்ஸ், உதிரி பாக*",
        "chemical": "chemical*, rasayan, soap*, sabun, detergent*, phenyl*, phenol, paint*, plastic*, rubber, fertilizer*, cosmetic*, shampoo, herbal products,"
        " ayurved*, medicine manufacturing, pharma*, dye, dyes, glue, sanitizer, hand wash, rasayanam, perfume, attar, candles chemical, match box, matchbox, fireworks,"
        " crackers, pattasu, theepetti, polymer*, packaging material,"
        " केमिकल*, रसायन*, साबुन*, डिटर्जेंट, फिनाइल, प्लास्टिक*, रबर, पेंट, आयुर्वेद*, कॉस्मेटिक*, दवा, दवाई, इत्र, शैम्पू,"
        " கெமிக்கல*, வேதிப்பொருள*, ரசாயன*, சோப்பு*, சோப், பினாயில*, பிளாஸ்டிக*, ரப்பர*, பட்டாசு*, தீப்பெட்டி*, மருந்து*, ஆயுர்வேத*, ஷாம்பு*, பெயிண்ட*, வாசனை திரவிய*",
        "electronics": "electronic*, electrical*, electricals, led bulb*, led, bulb*, light fittings, pcb, circuit*, inverter*, battery*, solar*, transformer*, switch board*,"
        " mobile accessories, mobile repair, charger*, wire*, cable*, computer parts, minnanu, elektronik,"
        " इलेक्ट्रॉनिक*, इलेक्ट्रिकल*, इलेक्ट्रोनिक*, एलईडी, बल्ब, इन्वर्टर, सोलर, बैटरी, मोबाइल रिपेयर, चार्जर, तार,"
        " எலக்ட்ரானிக*, எலெக்ட்ரானிக*, மின்னணு*, எலக்ட்ரிக்கல*, பல்ப்*, எல்இடி, பேட்டரி*, சோலார*, இன்வெர்ட்டர*, மொபைல் ரிப்பேர்",
        "agriculture": "agriculture, agri, farming, dairy, murgi, kozhi, farmer*, kheti, kheti badi, kisan, krishi, vivasayam, vivasaya*, fpo, organic farm*, vegetables, sabzi, nursery, plants,"
        " seeds, beej, dairy farm*, poultry, murgi palan, kozhi pannai, goat farm*, bakri palan, fisher*, fish farm*, mushroom*, kaalan, beekeeping, floriculture,"
        " flowers, millets, siruthaniyam, coconut*, thengai, banana, turmeric, haldi, manjal,"
        " कृषि*, खेती*, किसान*, बीज, डेयरी, दूध, मुर्गी पालन, पोल्ट्री, बकरी पालन, मशरूम, मछली पालन, सब्जी, सब्ज़ी, हल्दी, नर्सरी, मधुमक्खी पालन, एफपीओ, मिलेट*,"
        " விவசாய*, வேளாண்*, கோழி பண்ணை, கோழிப்பண்ணை, பால் பண்ணை, மாட்டு பண்ணை, ஆட்டு பண்ணை, காளான*, மீன் வளர்ப்பு, தேங்காய*, வாழை*, மஞ்சள*, சிறுதானிய*, நாற்று*, விதை*, பால*",
        "wood": "wood, wooden, furniture, furnichar, timber, carpent*, lakdi, lakadi, badhai, plywood, sofa making, almirah, thachu, thachar, mara velai, maravelai, maram, sawmill,"
        " फर्नीचर, फ़र्नीचर, लकड़ी*, बढ़ई, प्लाईवुड,"
        " மரவேலை*, மர வேலை, மரச்சாமான*, மர சாமான*, தச்சு*, பர்னிச்சர*, ஃபர்னிச்சர*, மரப்பொருள*, மர பொம்மை, பிளைவுட்",
        "jewellery": "jewel*, jewellery, jewelry, jwellery, gold ornaments, ornament*, imitation jewel*, artificial jewel*, bangle*, chudi, chudiyan, choodi, zevar, gehne, gahne, sunar,"
        " nagai, thanga nagai, valaiyal, silver work, chandi, kundan, beads, anklet*, payal, kolusu, diamond*, gems, terracotta jewel*,"
        " आभूषण, ज्वेलरी, ज्वैलरी, जेवर*, गहने, गहना, गहनों, चूड़*, सुनार, चांदी, पायल, कुंदन, हीरा, हीरे,"
        " நகை*, ஆபரண*, வளையல*, கொலுசு*, ஜுவல்லரி, ஜூவல்லரி, தங்க நகை, வெள்ளி நகை, கவரிங்*, வைர*",
        "services": "service*, service provider, beauty parlour, beauty parlor, parlour, parlor, salon, transport*, travel*, taxi, repair*, printing press, printing, xerox, software,"
        " it company, web design*, consult*, coaching, tuition, school, hospital, clinic, hotel, lodge, event*, laundry, courier service, photo studio, security agency,"
        " architect*, ca firm, sevai, seva, cleaning, design studio, cyber cafe, csc,"
        " सेवा, सेवाएं, सर्विस*, ब्यूटी पार्लर, पार्लर, ट्रांसपोर्ट, ट्रैवल*, रिपेयर*, मरम्मत, प्रिंटिंग*, सॉफ्टवेयर, कोचिंग, होटल, लॉन्ड्री, सैलून, साइबर कैफे,"
        " சேவை*, சர்வீஸ*, பியூட்டி பார்லர*, அழகு நிலையம், போக்குவரத்து*, டிராவல்ஸ், ரிப்பேர*, பழுது*, பிரிண்டிங*, அச்சக*, சாப்ட்வேர், சாஃப்ட்வேர், ஹோட்டல*, ட்யூஷன், சலூன்",
        "trade": "trade, trader*, trading, wholesale*, retail*, dealer*, distributor*, kirana*, shop, dukan, dukaan, dukandar, vyapar*, vyapaar*, vyapari, general store, stationery shop,"
        " maligai, maligai kadai, kadai, viyabaram, vyabaram, viyabari, reseller, supermarket, merchant*, stockist,"
        " व्यापार*, व्यापारी, ट्रेड*, ट्रेडिंग, थोक*, रिटेल*, किराना*, दुकान*, होलसेल*, डीलर*, दुकानदार*, खुदरा, जनरल स्टोर,"
        " வியாபார*, வணிக*, டிரேடிங*, மொத்த வியாபார*, சில்லறை*, மளிகை*, கடை, கடைக்கு, கடைல, கடையில*, கடைக்கார*, கடைகார*, டீலர*, ஹோல்சேல*, வர்த்தக*",
    }
)  # fmt: skip
