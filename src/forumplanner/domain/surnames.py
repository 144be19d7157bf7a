"""Chinese family names: compound ones, those that are read otherwise than their characters, and all in pinyin."""

from typing import Final

from forumplanner.domain.variants import simplified

_COMPOUND: Final = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠
公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁
拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 公乘 南荣 东里 即墨 达奚 褚师 纳兰
侯莫 单于 淳于 邹平 完颜 南宮 钟離 長孙 顓孙 穀梁
"""
COMPOUND: Final = frozenset(_COMPOUND.split())
"""Family names of two characters, in simplified ones."""

READINGS: Final[dict[str, tuple[str, ...]]] = {
    "单": ("shan",),
    "單": ("shan",),
    "解": ("xie",),
    "仇": ("qiu",),
    "任": ("ren",),
    "区": ("ou",),
    "區": ("ou",),
    "查": ("zha",),
    "盖": ("ge",),
    "蓋": ("ge",),
    "朴": ("piao",),
    "曾": ("zeng",),
    "翟": ("zhai",),
    "覃": ("qin",),
    "乐": ("yue",),
    "樂": ("yue",),
    "缪": ("miao",),
    "繆": ("miao",),
    "繁": ("po",),
    "种": ("chong",),
    "晟": ("cheng",),
    "员": ("yun",),
    "員": ("yun",),
    "贠": ("yun",),
    "折": ("she",),
    "黑": ("he",),
    "秘": ("bi",),
    "冼": ("xian",),
    "洗": ("xian",),
    "郇": ("xun",),
    "隗": ("wei",),
    "褚": ("chu",),
    "召": ("shao",),
    "谌": ("chen",),
    "諶": ("chen",),
    "郗": ("xi",),
    "尉": ("wei",),
    "阚": ("kan",),
    "闞": ("kan",),
    "瞿": ("qu",),
    "祭": ("zhai",),
    "句": ("gou",),
    "车": ("che",),
    "車": ("che",),
    "石": ("shi",),
    "娄": ("lou",),
    "牟": ("mu",),
    "都": ("du",),
    "眭": ("sui",),
    "晁": ("chao",),
    "宓": ("mi",),
    "乜": ("nie",),
    "訾": ("zi",),
    "佴": ("nai",),
    "葛": ("ge",),
    "沈": ("shen",),
    "冯": ("feng",),
    "馮": ("feng",),
    "应": ("ying",),
    "應": ("ying",),
    "长": ("chang",),
    "尉迟": ("yu", "chi"),
    "尉遲": ("yu", "chi"),
    "万俟": ("mo", "qi"),
    "萬俟": ("mo", "qi"),
    "长孙": ("zhang", "sun"),
    "長孫": ("zhang", "sun"),
    "澹台": ("tan", "tai"),
    "澹臺": ("tan", "tai"),
    "单于": ("chan", "yu"),
    "單于": ("chan", "yu"),
    "乐正": ("yue", "zheng"),
    "樂正": ("yue", "zheng"),
    "令狐": ("ling", "hu"),
    "亓官": ("qi", "guan"),
    "宰父": ("zai", "fu"),
    "鲜于": ("xian", "yu"),
    "鮮于": ("xian", "yu"),
}
"""Family names whose reading isn't the character's usual one, or that have several, of which this is the usual; after
the table of the national standard for names. ü is written v."""

ALSO_READ: Final[dict[str, tuple[str, ...]]] = {
    "盖": ("gai",),
    "覃": ("tan",),
    "翟": ("di",),
    "乐": ("le",),
    "缪": ("mou",),
    "郇": ("huan",),
    "隗": ("kui",),
    "谌": ("shen",),
    "郗": ("chi",),
    "牟": ("mou",),
    "尉": ("yu",),
    "车": ("ju",),
    "褚": ("zhu",),
    "召": ("zhao",),
    "长": ("zhang",),
}
"""Other readings that some families use: to be asked about."""

_PINYIN: Final = """
ai an ao ba bai ban bao bei bi bian bie bo bu cai cao cen cha chai chang chao che chen cheng chi chong chu cui
da dai dan dang dao deng di diao ding dong dou du duan e fan fang fei feng fu gai gan gang gao ge geng gong gou
gu guan guang gui guo ha hai han hang hao he hei heng hong hou hu hua huai huan huang hui huo ji jia jian jiang
jiao jie jin jing ju juan jue kan kang ke kong kou kuai kuang kui lai lan lang lao le lei leng li lian liang
liao lin ling liu long lou lu lv lyu luan luo ma mai man mao mei men meng mi miao min ming mo mou mu na nai nan
nao ni nian nie ning niu nong nv nyu ou pan pang pei peng pi piao ping po pu qi qian qiang qiao qin qing qiong
qiu qu quan que ran rao ren rong ru ruan rui sa sang se sha shan shang shao she shen sheng shi shou shu shuai
shui si song su sui sun suo tai tan tang tao teng ti tian tie tong tu tuan wan wang wei wen weng wu xi xia xian
xiang xiao xie xin xing xiong xu xuan xue xun ya yan yang yao ye yi yin ying yong you yu yuan yue yun za zai zan
zang zeng zha zhai zhan zhang zhao zhen zheng zhi zhong zhou zhu zhuang zhuo zi zong zou zu zuo ouyang shangguan
sima dongfang nangong moqi wenren xiahou zhuge yuchi helian huangfu puyang taishu gongsun murong zhongsun
zhongli zhangsun yuwen situ xianyu sikong linghu tuoba xuanyuan duanmu dugu shentu tantai baili huyan dongguo
ximen nalan
"""
PINYIN: Final = frozenset(_PINYIN.split())
"""How family names of the mainland are spelled."""


def length(zh: str) -> int:
    """How many characters of a Chinese name are its family name: 2 for a compound one with a given name behind it."""
    return 2 if len(zh) > 2 and simplified(zh[:2]) in COMPOUND else min(1, len(zh))
