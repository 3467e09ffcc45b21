"""Sample workshops for trying the assistant out: invented sittings at invented places, soon after the day they are loaded."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from programme.workshops import IN_PERSON, ONLINE, Workshop

ZONE = ZoneInfo("Asia/Kolkata")

# code, days from today, hour, hours, topic, titles (en, hi, ta), (state, district, venue) or None for online, languages, seats
SAMPLES: tuple[tuple[Any, ...], ...] = (
    ("sample-01", 5, 10, 3, "packaging", ("Packaging and labelling", "पैकेजिंग और लेबल", "பேக்கேஜிங் மற்றும் லேபிள்"),
     ("IN-MP", "Indore", ("Sample Hall A, near the sample bus stand", "नमूना हॉल, बस स्टैंड के पास", "மாதிரி ஹால், பேருந்து நிலையம் அருகில்")), ["hi", "en"], 30),
    ("sample-02", 6, 11, 3, "gst", ("GST for small sellers", "छोटे कारोबार के लिए GST", "சிறு தொழிலுக்கு GST"),
     ("IN-MP", "Bhopal", ("Sample Training Centre", "नमूना ट्रेनिंग सेंटर", "மாதிரி பயிற்சி மையம்")), ["hi"], 40),
    ("sample-03", 6, 10, 3, "packaging", ("Packaging and labelling", "पैकेजिंग और लेबल", "பேக்கேஜிங் மற்றும் லேபிள்"),
     ("IN-TN", "Coimbatore", ("Sample Hall A", "नमूना हॉल", "மாதிரி ஹால்")), ["ta", "en"], 2),
    ("sample-04", 8, 15, 2, "export", ("First steps in export", "निर्यात की शुरुआत", "ஏற்றுமதியின் முதல் படிகள்"),
     ("IN-TN", "Chennai", ("Sample Trade Centre, room 2", "नमूना ट्रेड सेंटर, कमरा 2", "மாதிரி வர்த்தக மையம், அறை 2")), ["ta", "en"], 50),
    ("sample-05", 9, 10, 4, "ecommerce", ("Selling online: the first listing", "ऑनलाइन बिक्री: पहली लिस्टिंग",
     "ஆன்லைன் விற்பனை: முதல் பட்டியல்"), ("IN-TN", "Kanchipuram", ("Sample Weavers' Hall", "नमूना बुनकर हॉल", "மாதிரி நெசவாளர் ஹால்")), ["ta"], 25),
    ("sample-06", 7, 10, 3, "ecommerce", ("Selling online: the first listing", "ऑनलाइन बिक्री: पहली लिस्टिंग",
     "ஆன்லைன் விற்பனை: முதல் பட்டியல்"), ("IN-HR", "Panipat", ("Sample Textile Institute", "नमूना टेक्सटाइल संस्थान", "மாதிரி ஜவுளி நிலையம்")), ["hi"], 35),
    ("sample-07", 10, 11, 2, "finance", ("Loans without security", "बिना गारंटी का लोन", "ஜாமீன் இல்லாத கடன்"),
     ("IN-HR", "Gurugram", ("Sample Business Centre", "नमूना बिज़नेस सेंटर", "மாதிரி தொழில் மையம்")), ["hi", "en"], 30),
    ("sample-08", 11, 10, 3, "export", ("First steps in export", "निर्यात की शुरुआत", "ஏற்றுமதியின் முதல் படிகள்"),
     ("IN-GJ", "Surat", ("Sample Market Hall", "नमूना मार्केट हॉल", "மாதிரி சந்தை ஹால்")), ["hi", "en"], 40),
    ("sample-09", 12, 11, 3, "quality", ("Quality that buyers ask for", "खरीदार कैसी क्वालिटी माँगते हैं",
     "வாங்குபவர் கேட்கும் தரம்"), ("IN-UP", "Agra", ("Sample Shoe Cluster Office", "नमूना जूता क्लस्टर दफ़्तर", "மாதிரி காலணி குழும அலுவலகம்")), ["hi"], 30),
    ("sample-10", 4, 16, 1, "photography", ("Product photos with a phone", "फ़ोन से सामान की फ़ोटो", "போனில் பொருள் படம்"),
     None, ["hi", "en"], 100),
    ("sample-11", 4, 18, 1, "photography", ("Product photos with a phone", "फ़ोन से सामान की फ़ोटो", "போனில் பொருள் படம்"),
     None, ["ta"], 100),
    ("sample-12", 13, 16, 1, "costing", ("Costing and pricing", "लागत और दाम तय करना", "அடக்கவிலையும் விற்பனை விலையும்"),
     None, ["en", "hi"], 100),
)  # fmt: skip


async def load(session: AsyncSession, now: datetime) -> int:
    """Add the samples that are not there yet; returns how many."""
    there = set(await session.scalars(select(Workshop.code).where(Workshop.code.like("sample-%"))))
    new = [_workshop(sample, now) for sample in SAMPLES if sample[0] not in there]
    session.add_all(new)
    return len(new)


def _workshop(sample: tuple[Any, ...], now: datetime) -> Workshop:
    code, days, hour, hours, topic, titles, place, languages, seats = sample
    day = now.astimezone(ZONE).date() + timedelta(days=days)
    starts = datetime.combine(day, time(hour, 30), tzinfo=ZONE).astimezone(UTC)
    state, district, venues = place or (None, None, ())
    return Workshop(
        code=code, titles=dict(zip(("en", "hi", "ta"), titles, strict=True)), topic=topic,
        mode=IN_PERSON if place else ONLINE, languages=languages, state=state, district=district, venues=dict(zip(("en", "hi", "ta"), venues, strict=False)),
        starts_at=starts, ends_at=starts + timedelta(hours=hours), seats=seats, created_at=now, updated_at=now,
    )  # fmt: skip
