"""Languages that people name, so that "Hindi me bolo" and "ஆங்கிலத்தில்" find their way. Codes are the ones of settings."""

from __future__ import annotations

from nlu.lexicons import Lexicon

LANGUAGES = Lexicon(
    {
        "hi-Latn": "hinglish, hindi abc, hindi in english letters, hindi english letters, roman hindi, english letters me hindi, हिंग्लिश",
        "ta-Latn": "tanglish, thanglish, tamil abc, tamil in english letters, roman tamil, english letters la tamil, தங்கிலீஷ், தமிங்கிலம்",
        "en": "english, inglish, englis, angrezi, angreji, aangilam, aangilathil, angilam, inglees, engilish, अंग्रेज़ी, अंग्रेजी*, अँग्रेज़ी, इंग्लिश, इंगलिश, अंग्रेज़ी*, ஆங்கில*, இங்கிலீஷ*, இங்லீஷ*, இங்கிலிஷ*",
        "hi": "hindi, hindhi, hindee, hindi bhasha, हिंदी, हिन्दी, हिंदि, हिन्दि, ஹிந்தி*, இந்தி, இந்தில, இந்தியில்*, ஹிந்தில*",
        "ta": "tamil, tamizh, thamil, thamizh, tamizhil, tamilil, tamil la, thamizhil, tamilla, तमिल, तामिल, तमील, தமிழ், தமிழில*, தமிழ்ல*, தமிழ்லே*, தமிழு*, தமிழா, தமிழே, தமிழ்தான், தமில*",
        "te": "telugu, telgu, telegu, तेलुगु, तेलुगू, தெலுங்கு*",
        "kn": "kannada, kannad, कन्नड़, कन्नड, கன்னட*",
        "ml": "malayalam, malyalam, मलयालम, மலையாள*",
        "mr": "marathi, मराठी, மராத்தி*",
        "gu": "gujarati, gujrati, गुजराती, குஜராத்தி*, குஜராத்தி",
        "bn": "bengali, bangla, बंगाली, बांग्ला, வங்காள*, பெங்காலி",
        "pa": "punjabi, panjabi, पंजाबी, பஞ்சாபி*",
        "ur": "urdu, उर्दू, உருது*",
        "or": "odia, oriya, उड़िया, ओड़िया, ஒடியா*",
    }
)  # fmt: skip
