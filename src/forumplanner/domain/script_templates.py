"""What a host says for each kind of item, in Chinese and English, as templates with `{fields}`; none is a translation.

A forum may put templates of its own under the same keys. Fields: `{who}` one person with post and courtesy; `{people}`,
`{presenters}`, `{recipients}`, `{witnesses}`, `{moderators}`, `{parties}` several, one a line where they stand alone on
one; `{title}` what the item is called, `{held}` how a Chinese host opens it, `{quoted}` its title in quotation marks,
`{act}` that of an act, `{first}` "首先" or "接下来"; also `{groups}`, `{session}`, `{forum}`, `{greeting}`, `{resume}`
and `{read}`.
"""

from collections.abc import Mapping
from typing import Final

Templates = Mapping[str, tuple[str, str]]
"""Chinese and English by key: the code of a kind of item, or of a kind and what is different about it."""

TEMPLATES: Final[Templates] = {
    "address": ("下面，有请{who}致辞，大家欢迎！", "May I now invite {who} to deliver an address."),
    "address.next": ("接下来，有请{who}致辞，大家欢迎！", "Next, may I invite {who} to deliver an address."),
    "welcome": (
        "下面，有请{who}致欢迎辞，大家欢迎！",
        "Now let us welcome {who} to deliver the welcome remarks.",
    ),
    "video_address": (
        "{who}因故不能亲临现场，特地发来视频致辞。请大家观看大屏幕。",
        "{who} is unable to be with us in person and has sent a video address. Please turn to the screen.",
    ),
    "online": ("下面，让我们在线连接{who}，大家欢迎！", "We now go online to {who}. Please give a warm welcome."),
    "online.titled": (
        "下面，让我们在线连接{who}，报告题目是{quoted}，大家欢迎！",
        "We now go online to {who}, who will speak on {quoted}. Please give a warm welcome.",
    ),
    "keynote": (
        "下面，有请{who}作主旨报告，大家欢迎！",
        "It is my great pleasure to invite {who} to deliver a keynote speech.",
    ),
    "keynote.titled": (
        "下面，有请{who}作主旨报告，报告题目是{quoted}，大家欢迎！",
        "It is my great pleasure to invite {who} to deliver a keynote speech entitled {quoted}.",
    ),
    "report": ("下面，有请{who}作报告，大家欢迎！", "The next speaker is {who}. Please welcome our speaker."),
    "report.titled": (
        "下面，有请{who}作报告，报告题目是{quoted}，大家欢迎！",
        "The next speaker is {who}, who will speak on {quoted}. Please welcome our speaker.",
    ),
    "introduction": (
        (
            "尊敬的各位领导、各位来宾，女士们、先生们：\n{greeting}！欢迎大家出席{session}。"
            "首先，请允许我介绍今天到场的领导和嘉宾。\n{groups}"
        ),
        (
            "Distinguished guests, ladies and gentlemen, {greeting} and welcome to the {session}.\n"
            "Allow me first to introduce the guests who are with us today.\n{groups}"
        ),
    ),
    "group.home": (
        "出席今天活动的领导和嘉宾有：\n{people}。\n让我们以热烈的掌声，欢迎各位领导和嘉宾的到来！",
        "We are honoured to have with us:\n{people}.\nPlease join me in welcoming them with warm applause.",
    ),
    "group.consular": (
        "出席今天活动的领馆嘉宾有：\n{people}。\n让我们以热烈的掌声，欢迎各位领馆嘉宾的到来！",
        "From the consulates we are honoured to have with us:\n{people}.\nPlease give them a warm round of applause.",
    ),
    "group.abroad": (
        "远道而来的国外嘉宾有：\n{people}。\n让我们以热烈的掌声，欢迎各位国外嘉宾的到来！",
        "From abroad we have the pleasure of welcoming:\n{people}.\nPlease give them a warm round of applause.",
    ),
    "group.alliance": (
        "出席今天活动的联盟领导有：\n{people}。\n让我们以热烈的掌声，欢迎各位联盟领导的到来！",
        "The leaders of the alliance who are with us:\n{people}.\nPlease give them a warm round of applause.",
    ),
    "group.host": (
        "出席今天活动的主办方领导有：\n{people}。\n让我们以热烈的掌声，感谢各位领导的支持！",
        "From our host institution we have with us:\n{people}.\nPlease join me in thanking them.",
    ),
    "panel": (
        "下面{held}。有请{people}，大家欢迎！",
        "We now come to {title}. Please welcome {people}.",
    ),
    "panel.moderated": (
        "下面{held}。有请主持人{moderators}；有请讨论嘉宾：\n{people}。\n大家欢迎！",
        "We now come to {title}, moderated by {moderators}. Please welcome our panellists:\n{people}.",
    ),
    "panel.open": ("下面{held}，请各位畅所欲言。", "We now come to {title}. The floor is open."),
    "qa": (
        "下面是提问时间。提问前，请先介绍姓名和单位。",
        "We now have time for questions. Please give your name and institution before you ask.",
    ),
    "signing": ("下面举行签约仪式。", "We now come to the signing ceremony."),
    "signing.act": (
        "{first}签署{act}。有请签约代表上台：\n{parties}。",
        "{first}, {act}. May I invite the signatories to the stage:\n{parties}.",
    ),
    "signing.bare": ("{first}签署{act}。", "{first}, {act}."),
    "signing.plain": ("有请签约代表上台：\n{parties}。", "May I invite the signatories to the stage:\n{parties}."),
    "signing.witness": ("有请{witnesses}见证签约。", "{witnesses} will witness the signing."),
    "signing.end": (
        "签约完成，请双方交换文本、握手合影。让我们以热烈的掌声表示祝贺！",
        "The documents are signed. Please exchange the texts and pose for a photo. Congratulations to all parties!",
    ),
    "unveiling": (
        "下面{held}。有请{people}上台，共同揭牌！",
        "We now come to {title}. May I invite {people} to unveil the plaque together.",
    ),
    "plaque": (
        "下面{held}。有请以下单位的代表上台：\n{recipients}。\n有请{presenters}授牌。让我们以热烈的掌声表示祝贺！",
        (
            "We now come to {title}. May I invite the representatives of the following to the stage:\n{recipients}.\n"
            "{presenters} will present the plaques. Please join me in congratulating them."
        ),
    ),
    "award": (
        "下面{held}。有请获奖者上台：\n{recipients}。\n有请{presenters}颁奖。让我们以热烈的掌声表示祝贺！",
        (
            "We now come to {title}. May I invite those to be honoured to the stage:\n{recipients}.\n"
            "{presenters} will present the awards. Please join me in congratulating them."
        ),
    ),
    "award.act": ("获得{act}的是：{recipients}。", "For {act}: {recipients}."),
    "appointment": (
        "下面{held}。有请以下专家上台：\n{recipients}。\n有请{presenters}颁发聘书。让我们以热烈的掌声表示祝贺！",
        (
            "We now come to {title}. May I invite the following to the stage:\n{recipients}.\n"
            "{presenters} will present the letters of appointment. Please join me in congratulating them."
        ),
    ),
    "appointment.act": ("受聘{act}的是：{recipients}。", "Appointed {act}: {recipients}."),
    "conferment": (
        "下面{held}。有请{recipients}上台。\n有请{presenters}颁授证书。让我们以热烈的掌声表示祝贺！",
        (
            "We now come to {title}. May I invite {recipients} to the stage.\n"
            "{presenters} will confer the title. Please join me in congratulating them."
        ),
    ),
    "conferment.act": ("被授予{act}的是：{recipients}。", "The title of {act} is conferred on {recipients}."),
    "stage.presented": ("有请{presenters}颁授。", "{presenters} will make the presentation."),
    "stage.end": ("让我们以热烈的掌声表示祝贺！", "Please join me in congratulating them."),
    "stage.start": ("下面{held}。", "We now come to {title}."),
    "admission": (
        "下面宣布新成员单位名单：\n{recipients}。\n让我们以热烈的掌声，欢迎新成员的加入！",
        "I now announce the new members:\n{recipients}.\nPlease join me in welcoming them.",
    ),
    "adoption": (
        "下面{held}。有请{people}作说明，请各位代表审议。如无异议，请以掌声通过。",
        (
            "We now come to {title}. May I invite {people} to introduce the text. "
            "If there is no objection, please adopt it by acclamation."
        ),
    ),
    "adoption.plain": (
        "下面{held}，请各位代表审议。如无异议，请以掌声通过。",
        "We now come to {title}. If there is no objection, please adopt it by acclamation.",
    ),
    "release": (
        "下面{held}。有请{people}上台，共同发布！",
        "We now come to {title}. May I invite {people} to the stage.",
    ),
    "vote": ("下面进行表决：{title}。请各位代表表决。", "We now proceed to the vote: {title}. Please cast your votes."),
    "declaration": ("下面，有请{who}{read}，大家欢迎！", "May I now invite {who} {read}."),
    "summary": (
        "下面是{title}。有请{people}，大家欢迎！",
        "We now come to {title}. Please welcome {people}.",
    ),
    "photo": (
        "现在合影留念。请各位领导和嘉宾按工作人员的指引就位，其他代表请稍候。",
        (
            "It is time for the group photo. Our distinguished guests, please follow the staff to your places; "
            "everybody else, please wait a moment."
        ),
    ),
    "tea": ("现在是茶歇时间。", "It is time for the tea break."),
    "tea.resume": (
        "现在是茶歇时间，请各位代表于{resume}回到会场。",
        "It is time for the tea break. Please be back in the hall at {resume}.",
    ),
    "meal": (
        "现在是用餐时间，请各位代表移步就餐。",
        "It is time for the meal. Please follow the staff to the restaurant.",
    ),
    "performance": ("下面，请大家欣赏{title}。", "Please enjoy {title}."),
    "other": ("下面{held}。", "We now come to {title}."),
    "tba": (
        "下面{held}（嘉宾待定）。",
        "We now come to {title} (speaker to be announced).",
    ),
    "thanks.talk": ("感谢精彩的报告！", "Thank you for the inspiring talk."),
    "thanks.address": ("感谢热情洋溢的致辞！", "Thank you for your kind words."),
    "thanks": ("感谢{who}！", "Thank you, {who}."),
    "end": ("（结束后）{session}到此结束，感谢各位！", "(Afterwards) This concludes the {session}. Thank you."),
    "end.closing": (
        "（结束后）{forum}到此圆满结束，感谢各位领导、各位来宾，祝大家返程平安！",
        "(Afterwards) This brings the {forum} to a close. Thank you all, and have a safe journey home.",
    ),
}
"""The program's own words."""

GREETINGS: Final = (("上午好", "good morning"), ("下午好", "good afternoon"), ("晚上好", "good evening"))
"""Before noon, before six, later."""

ORDINALS: Final = (("首先", "First"), ("接下来", "Next"), ("最后", "Finally"), ("现在", "Now"))
"""Opens the first, a middle and the last of several acts, and a single one."""
