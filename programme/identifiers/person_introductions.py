"""`my name is …`, `मेरा नाम … है`, `… bol raha hu`, `என் பேரு …`, `…-nu kooppiduvanga`: how people introduce themselves.

Those that need words on both sides come first, those with words behind the name only come last.
"""

import re
from typing import Final

from programme.identifiers.introductions import (
    HAI,
    HAI_BETWEEN,
    HAI_FIRST,
    HELLO,
    HELLO_ALONE,
    LIKHO,
    NU,
    PERU,
    POLITE,
    POLITE_TAMIL,
    SIGN,
    TAIL,
    THAAN,
    TO,
    VANDHU,
    introductions,
    maybe,
    one_of,
    some,
)  # fmt: skip

_MY_NAME: Final = (
    some(one_of("my our the owner owners owner's proprietor proprietors proprietor's"))
    + maybe(one_of("full good real first own nick"))
    + "name(?:'s)? "
)
_NAME_IS: Final = some(f"is |as |{SIGN}")
_I_AM: Final = one_of(
    "i_am_called i_am_known_as i_am i'm im iam i_m am this_is its_me it's_me its it's it_is this_side my_self myself_is myself_am myself "
    "you_can_call_me u_can_call_me you_may_call_me u_may_call_me please_call_me pls_call_me just_call_me call_me people_call_me everyone_calls_me everybody_calls_me "
    "friends_call_me they_call_me all_call_me known_as owner_is the_owner_is proprietor_is"
)
_SPEAKING: Final = one_of("here speaking this_side calling")
_IS_MY_NAME: Final = one_of("is_my_name is_my_full_name is_my_good_name is_the_name is_the_owner is_me my_name")

# Hindi in both scripts, with its neighbours of Haryana, Gujarat and the east
_MHARO: Final = one_of("mharo mhaaro mhara mhaara mharaa mharro maharo म्हारो म्हारा म्हारौ म्हार")
_MERA: Final = one_of(
    "mharo mhaaro mhara mhaara mharaa mharro maharo म्हारो म्हारा म्हारौ म्हार mera meraa meri mere mero maro maru maaru mor hamara hamaara hamar "
    "humara humaara hmara hamro apna मेरा मेरी मेरे मेरो मारो मारू मारु मोर हमारा हमार हमरो अपना"
)
_WHOLE: Final = some(one_of("poora pura shubh asli to toh पूरा शुभ असली तो"))
_MY_NAAM: Final = f"(?:{_MERA}|(?:malik|owner|मालिक) (?:ka|का) )" + _WHOLE + one_of("naam nam naav name नाम नांव नाव")
_SAI: Final = one_of("sai sei se s saii सै से स")
_MAIN: Final = one_of("main mai mein mei me maine मैं मै में मे")
_HUM: Final = one_of("hum ham हम")
_HAIN: Final = one_of("hain hai hein हैं है")
_MAIN_ALONE: Final = one_of("main_hu main_hoon main_hun main mai मैं_हूँ मैं_हूं मैं मै")
_HOON: Final = one_of("hu hun hoon hoo huu हूं हु हुं chhu chu su sun छूं सूं")
_BOL: Final = one_of(
    "bol_raha bol_rahi bol_rha bol_rhi bol_rahe bolta bolti baat_kar_raha baat_kar_rahi बोल_रहा बोल_रही बोल_रहे बोलता बोलती बात_कर_रहा बात_कर_रही"
)
_FROM_HINDI: Final = maybe(r"\S+ (?:se|से) ")
_EVERYBODY: Final = some(one_of("log sab sab_log ghar_me ghar_mein pyar_se लोग सब सब_लोग घर_में प्यार_से"))
_MUJHE: Final = _EVERYBODY + one_of("mujhe mujhko muje mhane mereko mere_ko मुझे मुझको मेरे_को म्हने") + _EVERYBODY
_KEHTE: Final = (
    maybe(one_of("ke_naam_se naam_se के_नाम_से नाम_से"))
    + one_of("kehte kahte kehate kahate bulate bulaate pukarte jaante jante कहते बुलाते पुकारते जानते बोलते bolte")
    + maybe(HAI)
)
_NAAM_HAI: Final = one_of("naam nam नाम") + HAI

# Tamil in both scripts
_EN: Final = one_of(
    "en yen enoda ennoda ennode ennudaiya enadhu enathu enga engal என் எனது என்னுடைய என்னோட என்னோடு எங்க எங்கள்"
)
_FULL: Final = maybe(one_of("full muzhu sontha முழு சொந்த"))
_NAAN: Final = one_of("naan nan na naa naanga நான் நா நாங்க நாங்கள்")
_NAAN_ALONE: Final = one_of("naan_thaan naan_vandhu naan நான்_தான் நான்தான் நான்_வந்து நான்")
_PESUREN: Final = "(?:pes[aeu]*r[aeu]+n(?:ga)?|pesukiren|பேசு?[றர][ேெ]ன்|பேசுகிறேன்|பேசு?றேங்க) "
_FROM_TAMIL: Final = maybe(
    r"\S+ (?:la |le |ல )?(?:irundhu|irunthu|lendhu|lerundhu|lernthu|இருந்து|லேர்ந்து) |\S+(?:லிருந்து|லேர்ந்து|லருந்து) "
)
_ALL_TAMIL: Final = maybe(one_of("ellarum ellaarum yellarum ellorum எல்லாரும் எல்லோரும்"))
_ME: Final = _ALL_TAMIL + one_of("enna ennai ennaiya enaku enakku என்னை என்ன என்னைய எனக்கு") + _ALL_TAMIL
_KOOPIDU: Final = (
    r"(?:k[uo]+p+i?d+[a-z]*|azh?ai[a-z]*|sol[lra-z]*|கூப்\S*|அழை\S*|சொல்\S*|peru|peyar|per|பேரு|பெயர்|பேர்) "
    r"(?:irukku |vechanga |nga |இருக்கு |வச்சாங்க |ங்க )*"
)
_NAME_QUOTED: Final = r"(?P<called>(?:\S+ )*?\S{2,}(?:nu|னு) )"

OF_A_PERSON: Final = (
    *introductions(
        HELLO_ALONE,
        (_MUJHE, _KEHTE + POLITE),
        (one_of("log sab sab_log लोग सब सब_लोग"), _KEHTE + maybe(_MUJHE) + POLITE),
        ("", _KEHTE + _MUJHE),
        (_ME, NU + maybe(THAAN) + _KOOPIDU),
        ("", NU + maybe(THAAN) + _KOOPIDU),
    ),
    re.compile(HELLO_ALONE + maybe(_ME) + _NAME_QUOTED + maybe(THAAN) + _KOOPIDU),
    *introductions(
        HELLO_ALONE,
        (_MHARO + _WHOLE + one_of("naam nam नाम") + some(SIGN), _SAI + POLITE),
        (_MHARO + _WHOLE + one_of("naam nam नाम") + one_of("sai sei सै"), POLITE + TAIL),
        (_MY_NAAM + LIKHO + HAI_FIRST + TO, HAI + POLITE + TAIL),
        (_MY_NAAM + LIKHO + HAI_BETWEEN, POLITE + TAIL),
        (one_of("naam नाम") + HAI_FIRST + some(SIGN), HAI + POLITE + TAIL),
        (one_of("naam नाम") + HAI_BETWEEN, POLITE + TAIL),
        (f"nam (?:hai |h |{SIGN})+", POLITE + TAIL),
        (_EN + _FULL + PERU + VANDHU, POLITE_TAMIL + TAIL),
        (one_of("peyar peyaru peru பெயர் பேரு பேர்") + VANDHU, POLITE_TAMIL + TAIL),
        (_EN + _FULL + "name " + VANDHU, POLITE_TAMIL + TAIL),
        (f"(?:owner|proprietor|prop|मालिक|malik) (?:{SIGN})+", POLITE),
        ("name of (?:the )?(?:owner|proprietor) " + _NAME_IS, POLITE),
        (_MY_NAME + _NAME_IS, maybe(one_of("hai है")) + POLITE + TAIL),
        (_MAIN, _FROM_HINDI + maybe(_BOL) + _HOON + POLITE),
        (_MAIN, _FROM_HINDI + _BOL + POLITE),
        (_HUM, _FROM_HINDI + _BOL + maybe(_HAIN) + POLITE),
        (_NAAN, _FROM_TAMIL + maybe(THAAN) + _PESUREN + POLITE_TAMIL),
        (_I_AM, maybe(_SPEAKING) + POLITE + TAIL),
        (_MAIN_ALONE, POLITE + TAIL),
        (_NAAN_ALONE, POLITE_TAMIL + TAIL),
        ("", _IS_MY_NAME + POLITE),
        ("", maybe(", ") + "my name is "),
        ("", maybe(HAI) + _MY_NAAM + maybe(HAI) + POLITE),
        ("", _NAAM_HAI + maybe(_MERA) + POLITE),
        ("", _FROM_HINDI + maybe(_BOL) + _HOON + maybe(_MAIN_ALONE) + POLITE),
        ("", _FROM_HINDI + _BOL + POLITE),
        ("", maybe(THAAN) + _EN + _FULL + PERU + POLITE_TAMIL),
        ("", _FROM_TAMIL + maybe(THAAN) + _PESUREN + POLITE_TAMIL),
        ("", _SPEAKING + POLITE + TAIL),
    ),
)

NOBODY: Final = re.compile(
    HELLO
    + "(?:"
    + "|".join(
        (
            _MY_NAAM + HAI_BETWEEN,
            one_of("naam नाम") + HAI_BETWEEN,
            _EN + _FULL + f"(?:{PERU}|name )" + VANDHU,
            one_of("peyar peru பெயர் பேரு பேர்") + VANDHU,
            _MY_NAME + _NAME_IS,
            one_of("i_am i'm myself call_me main mai naan मैं நான் this_is"),
        )
    )
    + ")"
)
"""Only the words of an introduction, and no name."""
