"""Days and times as lists really write them: 10月26日, 26 Oct 2024, 25/10/2024, 上午九点, 9.00, serial numbers."""

import datetime as dt
import re
import unicodedata
from typing import Final

NEAR: Final = 120
"""Days from the forum within which a day without a year, or with day and month in doubt, is taken."""

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july", "aug august",
         "sep sept september", "oct october", "nov november", "dec december"),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_DIGITS: Final = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_NUMERAL: Final = re.compile(r"[零〇○一二两三四五六七八九十]+")
_WEEKDAY: Final = re.compile(
    r"\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\(?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\)?",
    re.IGNORECASE,
)
_ISO_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?([+-]\d\d:?\d\d|Z)")
_EXCEL_ZERO: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day has no zone
_TIME: Final = re.compile(
    r"(?P<half>上午|早上|早晨|清晨|凌晨|中午|正午|下午|傍晚|晚上|晚|夜里|[ap]\.?m\.?)?\s*"
    r"(?P<hour>\d{1,2})"
    r"(?:\s*(?:[:.h时點点])\s*(?:(?P<minute>\d{1,2})(?:[:分](?P<second>\d{2})?)?|(?P<quarter>半|1刻|3刻|整|钟))?)?"
    r"\s*(?P<tail>[ap]\.?m\.?)?\s*(?:~|-|起|左右)?",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """Text with ASCII digits and punctuation, Chinese numerals as digits, single spaces."""
    ascii_text = unicodedata.normalize("NFKC", text).replace("—", "-").replace("–", "-").replace("：", ":")
    return " ".join(_NUMERAL.sub(lambda found: _number(found.group()), _without_weekday(ascii_text)).split())


def _without_weekday(text: str) -> str:
    return _WEEKDAY.sub(" ", text)


def _number(numeral: str) -> str:
    """二十六 -> 26, 二〇二四 -> 2024, 十 -> 10."""
    if "十" not in numeral:
        return "".join(str(_DIGITS[c]) for c in numeral)
    tens, ones = numeral.split("十", 1)
    if len(tens) > 1 or len(ones) > 1:
        return numeral
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))


def day_of(raw: object, around: dt.date | None) -> dt.date | None:
    """The day that a cell means; None where it is no day, or could be two.

    `around`: first day of the forum, for days without a year and for 05/10/2024.
    """
    if isinstance(raw, dt.datetime):
        return raw.date()
    if isinstance(raw, dt.date):
        return raw
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _day_of_number(raw)
    return _day_of_text(plain(str(raw)), around)


def _day_of_number(number: float) -> dt.date | None:
    """A spreadsheet's serial number (20000 to 80000: 1954 to 2119) or 20241026."""
    if 20_000 <= number < 80_000:
        return (_EXCEL_ZERO + dt.timedelta(days=int(number))).date()
    if number == int(number) and 19_000_101 <= number <= 21_001_231:
        return _date(int(number) // 10_000, int(number) // 100 % 100, int(number) % 100)
    return None


def _day_of_text(text: str, around: dt.date | None) -> dt.date | None:
    text = text.strip(" .,")
    if re.fullmatch(r"\d+(\.\d+)?", text) and text.count(".") == 0:
        return _day_of_number(int(text))
    if found := re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?", text):
        return _date(*map(int, found.groups()))
    if found := re.fullmatch(r"(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?", text):
        return _nearest_year(int(found[1]), int(found[2]), around)
    if found := re.fullmatch(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", text):
        return _day_or_month_first(int(found[1]), int(found[2]), int(found[3]), around)
    return _day_in_words(text, around)


def _day_in_words(text: str, around: dt.date | None) -> dt.date | None:
    """26 October 2024, Oct 26th, 2024, 26-Oct-2024, 26 Oct."""
    words = re.findall(r"[a-z]+|\d+", re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text.lower()))
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [int(word) for word in words if word.isdigit()]
    if len(months) != 1 or len(words) != len(numbers) + 1 or len(numbers) not in {1, 2}:
        return None
    day = next((n for n in numbers if n <= 31), 0)
    years = [n for n in numbers if n > 1000]
    if len(years) != len(numbers) - 1:
        return None
    return _date(years[0], months[0], day) if years else _nearest_year(months[0], day, around)


def _day_or_month_first(first: int, second: int, year: int, around: dt.date | None) -> dt.date | None:
    """25/10/2024 is one day only; 05/10/2024 is the one near the forum, else nothing is guessed."""
    days = {_date(year, second, first), _date(year, first, second)} - {None}
    if len(days) > 1 and around:
        days = {day for day in days if day and abs((day - around).days) <= NEAR}
    return days.pop() if len(days) == 1 else None


def _nearest_year(month: int, day: int, around: dt.date | None) -> dt.date | None:
    if not around:
        return None
    days = [found for year in (-1, 0, 1) if (found := _date(around.year + year, month, day))]
    near = [found for found in days if abs((found - around).days) <= NEAR]
    return near[0] if len(near) == 1 else None


def _date(year: int, month: int, day: int) -> dt.date | None:
    """A real day; a year of the Buddhist era (2567) is counted back."""
    try:
        return dt.date(year - 543 if 2400 < year < 2700 else year, month, day)
    except ValueError:
        return None


def seconds_of(raw: object) -> int | None:
    """Seconds since midnight that a cell means, "25:10" for past midnight included; None where it is no time."""
    if isinstance(raw, dt.datetime):
        return seconds_of(raw.time())
    if isinstance(raw, dt.time):
        return raw.hour * 3600 + raw.minute * 60 + raw.second
    if isinstance(raw, dt.timedelta):
        return round(raw.total_seconds())
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return round(raw * 86_400) if 0 < raw < 1 else None
    return _seconds_of_text(plain(str(raw)))


def _seconds_of_text(text: str) -> int | None:
    if found := re.fullmatch(r"(\d\d):?(\d\d)|(\d{3})", text):
        digits = "".join(filter(None, found.groups())).zfill(4)
        return _seconds(int(digits[:2]), int(digits[2:]), 0)
    found = _TIME.fullmatch(text)
    if not found or not (found["minute"] or found["quarter"] or found["half"] or found["tail"] or _has_mark(text)):
        return None
    quarter = {"半": 30, "1刻": 15, "3刻": 45}.get(found["quarter"] or "", 0)
    minute = int(found["minute"]) if found["minute"] else quarter
    hour = _on_24_hours(int(found["hour"]), (found["half"] or found["tail"] or "").lower().replace(".", ""))
    return _seconds(hour, minute, int(found["second"] or 0))


def _has_mark(text: str) -> bool:
    """A bare "9" is no time; "9点" and "9h" are."""
    return bool(re.search(r"\d\s*[点點时h]", text, re.IGNORECASE))


def _on_24_hours(hour: int, half: str) -> int:
    if half in {"下午", "傍晚", "晚上", "晚", "夜里", "pm"} and hour < 12:
        return hour + 12
    if half in {"中午", "正午"} and hour < 3:
        return hour + 12
    return 0 if half in {"凌晨", "am"} and hour == 12 else hour


def _seconds(hour: int, minute: int, second: int) -> int | None:
    return hour * 3600 + minute * 60 + second if hour < 48 and minute < 60 and second < 60 else None


def clock_text(seconds: int) -> str:
    """Seconds since midnight of the conference day: "09:05", "25:10" past midnight, "09:05:30" where seconds matter."""
    hours, rest = divmod(seconds, 3600)
    tail = f":{rest % 60:02d}" if rest % 60 else ""
    return f"{hours:02d}:{rest // 60:02d}{tail}"


def span_of(raw: object) -> tuple[str, str] | None:
    """The two halves of "9:00-9:10" in one cell; None where there is one time only."""
    parts = re.split(r"\s*(?:-|~|至|到|to)\s*", plain(raw), maxsplit=1) if isinstance(raw, str) else []
    both = len(parts) == 2 and all(_seconds_of_text(part) is not None for part in parts)
    return (parts[0], parts[1]) if both else None


def moment_of(raw: object, around: dt.date | None) -> tuple[dt.date, int] | None:
    """Day and seconds that one cell means ("10月25日 14:30"); None where either is missing."""
    if isinstance(raw, dt.datetime):
        return (raw.date(), seconds_of(raw) or 0) if raw.time() != dt.time() else None
    if isinstance(raw, float) and 20_000 <= raw < 80_000 and raw != int(raw):
        at = _EXCEL_ZERO + dt.timedelta(seconds=round(raw * 86_400))
        return at.date(), seconds_of(at) or 0
    return _moment_of_text(plain(raw), around) if isinstance(raw, str) else None


def _moment_of_text(text: str, around: dt.date | None) -> tuple[dt.date, int] | None:
    """Try every place where the day may end and the time begin, and the time first."""
    places = [found.start() for found in re.finditer(r"(?<=[\s日号,T])|(?=[上下早晚中凌])", text)]
    for place in places:
        for day_text, time_text in ((text[:place], text[place:]), (text[place:], text[:place])):
            seconds = _seconds_of_text(time_text.strip(" ,T"))
            day = _day_of_text(day_text.strip(" ,T"), around) if seconds is not None else None
            if day and seconds is not None:
                return day, seconds
    return None


def instant_of(raw: object) -> dt.datetime | None:
    """An instant with its distance from UTC: "2024-10-27T02:30+01:00"."""
    if not isinstance(raw, str) or not _ISO_INSTANT.fullmatch(raw.strip()):
        return None
    return dt.datetime.fromisoformat(raw.strip()).astimezone(dt.UTC)
