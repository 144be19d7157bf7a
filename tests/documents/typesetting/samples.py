"""Texts that every test of the text layer sets: names and institutions of twelve scripts, and lines that mix them."""

from typing import NamedTuple


class Sample(NamedTuple):
    """A person's name and an institution as their own language writes them."""

    language: str
    name: str
    institution: str


SAMPLES = (
    Sample("zh", "龑喆堃㛃𬭎䶮㬎禤逄昝", "昆明医科大学第一附属医院"),
    Sample("vi", "Nguyễn Thị Hoài Phượng", "Đại học Y Dược TP. Hồ Chí Minh"),
    Sample("th", "ศ.นพ.บรรจง มไหสวริยะ", "คณะแพทยศาสตร์ มหาวิทยาลัยสงขลานครินทร์"),
    Sample("lo", "ພູທອນ ມ່ວງປາກ", "ມະຫາວິທະຍາໄລວິທະຍາສາດສຸຂະພາບ"),
    Sample("my", "ဒေါ်ခင်မြတ်ကြည်နွယ်", "မန္တလေးဆေးတက္ကသိုလ်"),
    Sample("km", "ស៊ុន ព្រះវិសុទ្ធិ ចាន់ថាវី", "សាកលវិទ្យាល័យវិទ្យាសាស្ត្រសុខាភិបាល"),
    Sample("bn", "মোহাম্মদ রফিকুল শ্রীকান্ত", "বঙ্গোপসাগর মেডিকেল বিশ্ববিদ্যালয়"),
    Sample("ne", "कृष्ण प्रसाद श्रेष्ठ", "चिकित्सा विज्ञान राष्ट्रिय प्रतिष्ठान"),
    Sample("si", "ශ්‍රී ක්‍රිෂ්ණ විජේසූරිය", "කොළඹ විශ්වවිද්‍යාලය"),
    Sample("ta", "கிருஷ்ணமூர்த்தி ஸ்ரீதரன்", "யாழ்ப்பாணப் பல்கலைக்கழகம்"),
    Sample("ur", "پروفیسر ذیشان قریشی", "یونیورسٹی آف ہیلتھ سائنسز لاہور"),
    Sample("tg", "Ғайрат Қодиров Жұмабаев", "Таджикский медицинский университет"),
)
STRINGS = tuple((sample.language, text) for sample in SAMPLES for text in (sample.name, sample.institution))

MORE_SCRIPTS = (
    ("te", "ఆంధ్ర విశ్వవిద్యాలయం"),
    ("kn", "ಮೈಸೂರು ವಿಶ್ವವಿದ್ಯಾನಿಲಯ"),
    ("ml", "കേരള സർവ്വകലാശാല"),
    ("gu", "ગુજરાત યુનિવર્સિટી"),
    ("pa", "ਪੰਜਾਬੀ ਯੂਨੀਵਰਸਿਟੀ"),
    ("or", "ଉତ୍କଳ ବିଶ୍ୱବିଦ୍ୟାଳୟ"),
    ("dz", "འབྲུག་རྒྱལ་ཁབ་"),
    ("dv", "ދިވެހިރާއްޖޭގެ ޤައުމީ"),
)

MIXED = (
    "ڈاکٹر عبدالرحمٰن (UHS 2026) خان",
    "پروفیسر 沈知行 (Kunming) نے 13 ممالک",
    "Prof. ذیشان قریشی (UHS), Lahore 2026",
    "沈知行教授 (Prof. SHEN Zhixing) 𬭎𠅤",
    "ศ.ดร. Somsak (PSU) 2026",
    "ព្រះ Royal (RUPP) ១២៣ 2026",
    "اجلاس 10:30–12:00، کمرہ نمبر 5 (A-301)",
    "ကျန်းမာရေး KMU 昆明",
    "د. عبد الله الأحمد (جامعة بغداد) 2026",
    "العلاقات الدولية ولائحة لا إله",
)

PROSE = (
    (
        "本报告围绕《健康中国2030》战略，介绍区域内医学院校在人才培养、科学研究、医疗服务等方面的合作进展（2019—2026），"
        "讨论“数据共享”、学分互认、远程会诊等问题；欢迎参与！"
    ),
    (
        "联盟（South and Southeast Asia Medical Alliance）成立于2019年，由Kunming Medical University与"
        "“上海交通大学医学院”共同发起；目前有13个国家、52所成员院校。"
    ),
    (
        "会议定于2026年11月14日（星期六）10:30–12:00在昆明国际会展中心第3会议室举行，请于9:00前报到。"
        "联系人：李老师，电话0871-65920000，邮箱office@forum.example。"
    ),
    "根据昆医外字〔2026〕118号文件，参会代表每人1间房，费用3.5万元以内；室温约25 ℃，湿度36.5%。",
    "“一带一路”倡议提出以来……各国‘共商、共建、共享’——成果丰硕：第1届论坛来了120人，第2届来了350人。",
    "主持人：沈知行（昆明医科大学）、Nguyễn Thị Hoài Phượng（胡志明市医药大学）、阿卜杜拉·拉赫曼（拉合尔）。",
    (
        "Regional co-operation in medical education: what 13 countries have learnt from each other between 2019 "
        "and 2026, and why a shared register of credits (not only degrees) matters."
    ),
    (
        "The opening ceremony starts at 9:00 a.m.; guests are asked to take their seats by 8:45. "
        "Dress: business/formal. Questions: forum-office@kmu.example."
    ),
    "Siti Nurhaliza binti Tarudin's talk, “Three years on”, is in Room A-301 (5 km from the hotel; 15 min by coach).",
    "请携带护照/身份证、邀请函（PDF）以及2寸照片2张；停车费¥20/小时，超过3小时$5。",
    "学术委员会由来自中国、老挝、缅甸、泰国、越南、柬埔寨、尼泊尔、斯里兰卡、巴基斯坦等国的25位专家组成。",
    "专题一：热带病防治（疟疾、登革热）；专题二：中医药国际化；专题三：AI+医学影像；专题四：护理教育4.0。",
)
