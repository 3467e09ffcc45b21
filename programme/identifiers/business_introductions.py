"""`the firm is …`, `dukaan ka naam … rakha hai`, `நம்ம கடை பேரு …`: how people tell what their business is called.

Fewer words count than for people: Main Street Traders, I Am Traders and Name Plate Works are names. So a bare "name"
wants a sign or a verb behind it.
"""

import re
from typing import Final

from programme.identifiers.introductions import (
    HAI,
    HAI_BETWEEN,
    HAI_FIRST,
    HELLO,
    HELLO_AND,
    NU,
    PERU,
    POLITE_TAMIL,
    SIGN,
    TAIL_OF_A_FIRM,
    THAAN,
    VANDHU,
    introductions,
    maybe,
    one_of,
    some,
)  # fmt: skip

_OWN: Final = one_of(
    "my our the this mera meri mere hamara hamari hamare hamaara hamaari humara humari humare apna apni apne mhari mhaari mharo mhara mhare "
    "मेरा मेरी मेरे हमारा हमारी हमारे अपना अपनी अपने म्हारी म्हारो म्हारा म्हारे "
    "en enga engal engaloda engoda ennoda enoda namma nama nammoda என் எங்க எங்கள் எங்களோட எங்களுடைய எனது என்னோட என்னுடைய நம்ம நமது"
)
_ENGLISH_FIRM: Final = (
    "business busines bussiness buisness company compny firm shop unit factory workshop group brand enterprise store shg organisation "
    "organization startup mill business's company's firm's shop's unit's brand's "
)
_FIRM: Final = one_of(
    _ENGLISH_FIRM
    + "dukaan dukan dokan karobar karobaar vyapar vyapaar byapar udyog udhyog karkhana kaarkhana sanstha samuh hatti "
    "kadai kada kadaiyoda kadaioda thozhil tholil niruvanam niruvanathoda "
    "दुकान दूकान कारोबार व्यापार बिजनेस कंपनी कम्पनी फर्म उद्योग कारखाना कारखाने इकाई यूनिट समूह संस्था ब्रांड ब्रैंड हट्टी "
    "கடை கடையின் கடையோட தொழில் தொழிலின் தொழிலோட நிறுவனம் நிறுவனத்தின் நிறுவனத்தோட நிறுவன கம்பெனி கம்பெனியோட கம்பெனியின் பிசினஸ் "
    "வியாபார வியாபாரம் பிராண்ட் யூனிட் குழு குழுவின் குழுவோட ஷாப் மில்"
)
_KA: Final = one_of("ka ki ke k का की के")
_NAAM: Final = one_of("naam nam नाम")
_LABEL: Final = one_of("name naam nam peyar peyaru peru per नाम பெயர் பேரு பேர் நேம்")
_SORT: Final = maybe(one_of("mahila magalir self_help swayam_sahayata महिला स्वयं_सहायता மகளிர் சுய_உதவி மகளிர்_சுய_உதவி"))
_FIRM_NAME: Final = (
    maybe(_OWN)
    + _SORT
    + (
        f"(?:{_FIRM}{_KA}{_LABEL}|{one_of(_ENGLISH_FIRM)}{_NAAM}"
        f"|{_FIRM}{maybe(one_of('oda udaiya'))}{one_of('name peyar peyaru peru per பெயர் பேரு பேர் நேம்')})"
    )
)
_HAMARI: Final = one_of(
    "mera meri mere hamara hamari hamare humara humari mhari mharo मेरा मेरी मेरे हमारा हमारी हमारे म्हारी"
)
_ITS: Final = one_of("its iska uska is_ka us_ka इसका उसका adhoda athoda அதோட அதன் இதன்")
_RAKHA_HAI: Final = (
    "(?:"
    + maybe(one_of("rakha rakhi rakhe rakkha rakh_rakha रखा रखी रख_रखा"))
    + maybe(one_of("hua हुआ"))
    + HAI
    + "|"
    + one_of("rakha रखा")
    + ")"
)
_VECHIRUKOM: Final = r"(?:v[ae]+i?c*h+[a-z]*|vaith?[a-z]*|வச்சி\S*|வைச்சி\S*|வைத்\S*) "
_CALLED: Final = one_of("called named known_as titled")
_WE_ARE: Final = one_of("i_run we_run i_own we_own we_are we're")
_IT_IS_CALLED: Final = maybe(_OWN) + f"(?:{_FIRM}|it |it's |its |we )?(?:is |are )?{_CALLED}"
_CHALTA: Final = some(r"chal\S* |चल\S* |hai |hain |h |है |हैं |karte |करते |karta |करता |hum |हम ")
_UNDER_THE_NAME: Final = one_of("naam_se naam_ki naam_ka नाम_से नाम_की नाम_का")
_SIR: Final = some(maybe(", ") + one_of("sir madam सर मैडम"))  # not ji: a shop may be called Baba Ji

_OF_A_BUSINESS: Final = introductions(
    HELLO_AND,
    ("", f"is (?:the )?{maybe(_OWN)}{maybe(_FIRM)}name (?:of {maybe(_OWN)}{_FIRM})?"),
    ("", f"{maybe(HAI)}{_OWN}{_FIRM}{_KA}{_LABEL}{maybe(HAI)}"),
    ("", f"{maybe(HAI)}{_FIRM}{_KA}{_NAAM}{maybe(HAI)}"),
    ("", f"is (?:my|our) {one_of(_ENGLISH_FIRM)}"),
    ("", f"{one_of('hai h है')}{_NAAM}"),
    ("", f"{NU}{maybe(_OWN)}{_FIRM}{PERU}"),
    ("", f"{maybe('(?:ke|के) ')}{_UNDER_THE_NAME}(?:{maybe(_OWN)}{_FIRM})?{_CHALTA}"),
    (_FIRM_NAME + some(SIGN), NU + maybe(PERU) + _VECHIRUKOM),
    (maybe(_OWN) + _FIRM + "(?:ku|kku|க்கு) ", NU + PERU + maybe(_VECHIRUKOM)),
    (one_of("mhari mhaari म्हारी") + _FIRM + _KA + _NAAM, one_of("sai sei सै") + _SIR),
    (_FIRM_NAME + HAI_FIRST + some(SIGN), _RAKHA_HAI + _SIR + TAIL_OF_A_FIRM),
    (_FIRM_NAME + "(?:rakha|rakhi|रखा) (?:hai|h|है) " + some(SIGN), _SIR + TAIL_OF_A_FIRM),
    (_FIRM_NAME + HAI_BETWEEN + VANDHU + maybe(_CALLED), POLITE_TAMIL + TAIL_OF_A_FIRM),
    (f"(?:the )?name of {maybe(_OWN)}{_FIRM}" + some(f"is |{SIGN}"), TAIL_OF_A_FIRM),
    (f"(?:{_OWN}|{_ITS})?{_LABEL}(?:{SIGN})+", maybe(HAI) + TAIL_OF_A_FIRM),
    (f"(?:{_OWN}|{_ITS})?{_NAAM}{HAI_FIRST}", _RAKHA_HAI + TAIL_OF_A_FIRM),
    (f"(?:{_OWN}|{_ITS})?{_LABEL}(?:(?:is|hai|h|है|vandhu|வந்து) )+{maybe(_CALLED)}", POLITE_TAMIL + TAIL_OF_A_FIRM),
    (f"(?:{_OWN}|{_ITS}){_LABEL}", maybe(HAI) + POLITE_TAMIL + TAIL_OF_A_FIRM),
    (one_of("பெயர் பேரு பேர் peyar नाम"), POLITE_TAMIL),
    (_IT_IS_CALLED, TAIL_OF_A_FIRM),
    (f"{maybe(_OWN)}{_FIRM}(?:{SIGN})+", maybe(HAI)),
    (f"(?:{_OWN}{_FIRM}(?:is |hai |h |है )|{_FIRM}is ){maybe(_CALLED)}", _SIR + TAIL_OF_A_FIRM),
    ("we call it ", ""),
    (f"{_WE_ARE}(?:(?:a|an|one) {_FIRM}{maybe(_CALLED)})?", TAIL_OF_A_FIRM),
    ("", f"{_NAAM}{HAI}(?:{maybe(_OWN)}{_FIRM}{_KA})?"),
    (_HAMARI + _FIRM, r"(?<!\bme )(?<!\bmein )(?<!\bse )(?<!में )(?<!से )" + HAI + _SIR),
    ("", NU + maybe(PERU) + _VECHIRUKOM),
    ("", f"{THAAN}{maybe(_OWN)}{_FIRM}{_LABEL}"),
    ("", one_of("is_my_name my_name hai_mera_naam mera_naam_hai en_peru मेरा_नाम_है என்_பெயர்")),
)

_KADAIKU: Final = maybe(maybe(_OWN) + r"(?:kadai|company|shop|firm|கடை|கம்பெனி|நிறுவனத்து|குழுவு)(?:ku|kku|க்கு) ")
_NAME_QUOTED: Final = r"(?P<called>(?:\S+ )*?\S{2,}(?:nu|னு) )"
_QUOTED: Final = re.compile(f"{HELLO_AND}{_KADAIKU}{_NAME_QUOTED}(?:{PERU}{maybe(_VECHIRUKOM)}|{_VECHIRUKOM})")
OF_A_BUSINESS: Final = (*_OF_A_BUSINESS, _QUOTED)

NOTHING: Final = re.compile(f"{HELLO}(?:{_FIRM_NAME}{HAI_BETWEEN}{VANDHU}|{_OWN}{_LABEL}{HAI_BETWEEN})")
"""Only the words of an introduction, and no name."""
