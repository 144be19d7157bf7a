"""What a language is called in Chinese and in English, as papers speak of their own: 中文 / Chinese."""

from typing import Final

from forumplanner.domain.text import EN, ZH

_NAMES: Final = {
    "zh": ("中文", "Chinese"),
    "en": ("英文", "English"),
    "ru": ("俄文", "Russian"),
    "fr": ("法文", "French"),
    "es": ("西班牙文", "Spanish"),
    "ar": ("阿拉伯文", "Arabic"),
    "th": ("泰文", "Thai"),
    "lo": ("老挝文", "Lao"),
    "my": ("缅甸文", "Burmese"),
    "km": ("高棉文", "Khmer"),
    "vi": ("越南文", "Vietnamese"),
    "ms": ("马来文", "Malay"),
    "id": ("印尼文", "Indonesian"),
    "bn": ("孟加拉文", "Bengali"),
    "ne": ("尼泊尔文", "Nepali"),
    "si": ("僧伽罗文", "Sinhala"),
    "ta": ("泰米尔文", "Tamil"),
    "hi": ("印地文", "Hindi"),
    "ur": ("乌尔都文", "Urdu"),
    "fa": ("波斯文", "Persian"),
    "ps": ("普什图文", "Pashto"),
    "dz": ("宗卡文", "Dzongkha"),
    "dv": ("迪维希文", "Dhivehi"),
    "kk": ("哈萨克文", "Kazakh"),
    "ky": ("吉尔吉斯文", "Kyrgyz"),
    "uz": ("乌兹别克文", "Uzbek"),
    "tg": ("塔吉克文", "Tajik"),
    "tk": ("土库曼文", "Turkmen"),
    "mn": ("蒙古文", "Mongolian"),
    "ja": ("日文", "Japanese"),
    "ko": ("朝鲜文", "Korean"),
    "de": ("德文", "German"),
}


def base(tag: str) -> str:
    """The language of a BCP 47 tag without script and region: "zh" of "zh-Hans"."""
    return tag.partition("-")[0]


def language_name(tag: str) -> dict[str, str]:
    """A language's name in each language of the program; the tag itself for one that isn't in the table."""
    chinese, english = _NAMES.get(base(tag), (tag, tag))
    return {ZH: chinese, EN: english}


def tag_of(word: str) -> str:
    """The tag of a language called by its name in Chinese (泰文, 泰语) or English, or by its tag; "" for none."""
    plain = word.strip().casefold()
    chinese = f"{plain[:-1]}文" if plain[-1:] in {"语", "話", "话"} else plain
    for tag, names in _NAMES.items():
        if plain == tag or chinese in names or plain in {name.casefold() for name in names}:
            return ZH if tag == "zh" else tag
    return ZH if plain == ZH.casefold() else ""
