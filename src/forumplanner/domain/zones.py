"""Whose clock shows what: the time zone of a country, or of a city where a country has several zones.

Zones are IANA keys. China keeps one official time, so every place in it reads Beijing Time.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from forumplanner.domain.text import EMPTY, EN, ZH, LocalizedText


@dataclass(frozen=True, slots=True)
class ClockPlace:
    """A city whose clock is meant, and its zone: the country's capital, or a city of the country's other zones."""

    country: str
    zone: str
    zh: str
    en: str

    @property
    def name(self) -> dict[str, str]:
        """The city in each language of the program."""
        return {ZH: self.zh, EN: self.en}


_PLACES: Final = tuple(
    ClockPlace(*row)
    for row in (
        ("CN", "Asia/Shanghai", "北京", "Beijing"),
        ("HK", "Asia/Hong_Kong", "香港", "Hong Kong"),
        ("MO", "Asia/Macau", "澳门", "Macao"),
        ("TW", "Asia/Taipei", "台北", "Taipei"),
        ("AF", "Asia/Kabul", "喀布尔", "Kabul"),
        ("BD", "Asia/Dhaka", "达卡", "Dhaka"),
        ("BT", "Asia/Thimphu", "廷布", "Thimphu"),
        ("IN", "Asia/Kolkata", "新德里", "New Delhi"),
        ("LK", "Asia/Colombo", "科伦坡", "Colombo"),
        ("MV", "Indian/Maldives", "马累", "Malé"),
        ("NP", "Asia/Kathmandu", "加德满都", "Kathmandu"),
        ("PK", "Asia/Karachi", "伊斯兰堡", "Islamabad"),
        ("BN", "Asia/Brunei", "斯里巴加湾", "Bandar Seri Begawan"),
        ("ID", "Asia/Jakarta", "雅加达", "Jakarta"),
        ("ID", "Asia/Makassar", "登巴萨", "Denpasar"),
        ("ID", "Asia/Makassar", "望加锡", "Makassar"),
        ("ID", "Asia/Jayapura", "查亚普拉", "Jayapura"),
        ("KH", "Asia/Phnom_Penh", "金边", "Phnom Penh"),
        ("LA", "Asia/Vientiane", "万象", "Vientiane"),
        ("MM", "Asia/Yangon", "仰光", "Yangon"),
        ("MY", "Asia/Kuala_Lumpur", "吉隆坡", "Kuala Lumpur"),
        ("PH", "Asia/Manila", "马尼拉", "Manila"),
        ("SG", "Asia/Singapore", "新加坡", "Singapore"),
        ("TH", "Asia/Bangkok", "曼谷", "Bangkok"),
        ("TL", "Asia/Dili", "帝力", "Dili"),
        ("VN", "Asia/Ho_Chi_Minh", "河内", "Hanoi"),
        ("KG", "Asia/Bishkek", "比什凯克", "Bishkek"),
        ("KZ", "Asia/Almaty", "阿斯塔纳", "Astana"),
        ("TJ", "Asia/Dushanbe", "杜尚别", "Dushanbe"),
        ("TM", "Asia/Ashgabat", "阿什哈巴德", "Ashgabat"),
        ("UZ", "Asia/Tashkent", "塔什干", "Tashkent"),
        ("MN", "Asia/Ulaanbaatar", "乌兰巴托", "Ulaanbaatar"),
        ("MN", "Asia/Hovd", "科布多", "Khovd"),
        ("JP", "Asia/Tokyo", "东京", "Tokyo"),
        ("KR", "Asia/Seoul", "首尔", "Seoul"),
        ("KP", "Asia/Pyongyang", "平壤", "Pyongyang"),
        ("IR", "Asia/Tehran", "德黑兰", "Tehran"),
        ("TR", "Europe/Istanbul", "安卡拉", "Ankara"),
        ("AE", "Asia/Dubai", "阿布扎比", "Abu Dhabi"),
        ("SA", "Asia/Riyadh", "利雅得", "Riyadh"),
        ("QA", "Asia/Qatar", "多哈", "Doha"),
        ("IL", "Asia/Jerusalem", "耶路撒冷", "Jerusalem"),
        ("EG", "Africa/Cairo", "开罗", "Cairo"),
        ("ET", "Africa/Addis_Ababa", "亚的斯亚贝巴", "Addis Ababa"),
        ("KE", "Africa/Nairobi", "内罗毕", "Nairobi"),
        ("NG", "Africa/Lagos", "阿布贾", "Abuja"),
        ("ZA", "Africa/Johannesburg", "比勒陀利亚", "Pretoria"),
        ("RU", "Europe/Moscow", "莫斯科", "Moscow"),
        ("RU", "Europe/Samara", "萨马拉", "Samara"),
        ("RU", "Asia/Yekaterinburg", "叶卡捷琳堡", "Yekaterinburg"),
        ("RU", "Asia/Omsk", "鄂木斯克", "Omsk"),
        ("RU", "Asia/Novosibirsk", "新西伯利亚", "Novosibirsk"),
        ("RU", "Asia/Tomsk", "托木斯克", "Tomsk"),
        ("RU", "Asia/Krasnoyarsk", "克拉斯诺亚尔斯克", "Krasnoyarsk"),
        ("RU", "Asia/Irkutsk", "伊尔库茨克", "Irkutsk"),
        ("RU", "Asia/Yakutsk", "雅库茨克", "Yakutsk"),
        ("RU", "Asia/Vladivostok", "符拉迪沃斯托克", "Vladivostok"),
        ("RU", "Asia/Vladivostok", "哈巴罗夫斯克", "Khabarovsk"),
        ("GB", "Europe/London", "伦敦", "London"),
        ("IE", "Europe/Dublin", "都柏林", "Dublin"),
        ("FR", "Europe/Paris", "巴黎", "Paris"),
        ("DE", "Europe/Berlin", "柏林", "Berlin"),
        ("IT", "Europe/Rome", "罗马", "Rome"),
        ("ES", "Europe/Madrid", "马德里", "Madrid"),
        ("PT", "Europe/Lisbon", "里斯本", "Lisbon"),
        ("NL", "Europe/Amsterdam", "阿姆斯特丹", "Amsterdam"),
        ("BE", "Europe/Brussels", "布鲁塞尔", "Brussels"),
        ("CH", "Europe/Zurich", "伯尔尼", "Bern"),
        ("AT", "Europe/Vienna", "维也纳", "Vienna"),
        ("SE", "Europe/Stockholm", "斯德哥尔摩", "Stockholm"),
        ("NO", "Europe/Oslo", "奥斯陆", "Oslo"),
        ("DK", "Europe/Copenhagen", "哥本哈根", "Copenhagen"),
        ("FI", "Europe/Helsinki", "赫尔辛基", "Helsinki"),
        ("PL", "Europe/Warsaw", "华沙", "Warsaw"),
        ("CZ", "Europe/Prague", "布拉格", "Prague"),
        ("HU", "Europe/Budapest", "布达佩斯", "Budapest"),
        ("GR", "Europe/Athens", "雅典", "Athens"),
        ("BY", "Europe/Minsk", "明斯克", "Minsk"),
        ("UA", "Europe/Kyiv", "基辅", "Kyiv"),
        ("US", "America/New_York", "华盛顿", "Washington"),
        ("US", "America/New_York", "纽约", "New York"),
        ("US", "America/New_York", "波士顿", "Boston"),
        ("US", "America/Chicago", "芝加哥", "Chicago"),
        ("US", "America/Chicago", "休斯敦", "Houston"),
        ("US", "America/Denver", "丹佛", "Denver"),
        ("US", "America/Los_Angeles", "洛杉矶", "Los Angeles"),
        ("US", "America/Los_Angeles", "旧金山", "San Francisco"),
        ("US", "America/Los_Angeles", "西雅图", "Seattle"),
        ("US", "Pacific/Honolulu", "火奴鲁鲁", "Honolulu"),
        ("CA", "America/Toronto", "渥太华", "Ottawa"),
        ("CA", "America/Toronto", "多伦多", "Toronto"),
        ("CA", "America/Winnipeg", "温尼伯", "Winnipeg"),
        ("CA", "America/Edmonton", "卡尔加里", "Calgary"),
        ("CA", "America/Vancouver", "温哥华", "Vancouver"),
        ("MX", "America/Mexico_City", "墨西哥城", "Mexico City"),
        ("BR", "America/Sao_Paulo", "巴西利亚", "Brasília"),
        ("BR", "America/Manaus", "马瑙斯", "Manaus"),
        ("AR", "America/Argentina/Buenos_Aires", "布宜诺斯艾利斯", "Buenos Aires"),
        ("CL", "America/Santiago", "圣地亚哥", "Santiago"),
        ("AU", "Australia/Sydney", "堪培拉", "Canberra"),
        ("AU", "Australia/Sydney", "悉尼", "Sydney"),
        ("AU", "Australia/Brisbane", "布里斯班", "Brisbane"),
        ("AU", "Australia/Adelaide", "阿德莱德", "Adelaide"),
        ("AU", "Australia/Darwin", "达尔文", "Darwin"),
        ("AU", "Australia/Perth", "珀斯", "Perth"),
        ("NZ", "Pacific/Auckland", "惠灵顿", "Wellington"),
    )
)


@cache
def _capitals() -> dict[str, ClockPlace]:
    return {place.country: place for place in reversed(_PLACES)}


@cache
def _cities() -> dict[tuple[str, str], ClockPlace]:
    return {(place.country, name.casefold()): place for place in _PLACES for name in (place.zh, place.en)}


def clock_place(country: str, city: LocalizedText = EMPTY) -> ClockPlace | None:
    """Whose clock somebody from `country` (ISO 3166-1 alpha-2) lives by; None for a country that isn't in the table.

    A city that the table knows in that country decides; else the capital does.
    """
    for tag in city:
        if place := _cities().get((country, city.get(tag).casefold())):
            return place
    return _capitals().get(country)


def city_of(zone: str) -> dict[str, str]:
    """The city that a zone's clock is named after, in each language: 北京 / Beijing for Asia/Shanghai."""
    for place in _PLACES:
        if place.zone == zone:
            return place.name
    city = zone.rsplit("/", 1)[-1].replace("_", " ")
    return {ZH: city, EN: city}
