"""The widget kit: what every page is built of. Words are given as `lambda: _("Save")`, so that they can be said again.

attentive    Attentive: mix-in before the Qt class; `say(setter, text)`, `retranslate()`, `recolour()`
labels       Label(text, role=), Elide, Pill(text, tone=), Count (badge), Key, Picture(icon, colour), Rule, Plain
buttons      Button(text, name=, kind=, icon=, tip=, key=, small=): kinds "primary", "" (secondary), "ghost", "text",
             "link", "danger", "icon"; `disable(reason)`, `enable()`; Chip (filter), Segmented, Tabs
cards        Card(name=, look=).column, Banner(title, text, look=, buttons=), ErrorCard, EmptyState, Choice
fields       SearchField (query, leave), Field, Combo((key, words)...), TimeField, Number, Labelled
adding       AddingCard(title, (label, field)..., name=, add=): a new entry above the inspector; wanted, left
day          DayField: a date as people write it, or nothing
writing      WritingBox, GrowingBox: more than a line of text; finished, on
pair         BilingualField: Chinese left; edited(tag, text), confirmed(tag)
head         PageHead(title, *actions).set_facts, Toolbar().add/.rule/.stretch
scroll       PageScroll(name=).column: the cards of a page below its head
lines        LineCard(name=): lines of numbers that lead somewhere; fill, lead, opened
inspector    Inspector(label=).column/.set_content, WithInspector(body, inspector): a drawer below 1240 px
toast        Toast(window).say(sentence, undo=); pages call it through `Desk.toast` of gui.page
columns      Column(key, title, text, ...), Cell, ticks(); table_model FastTableModel; table FastTable
folding      FoldingModel, FoldingView, RowPainter: rows of several kinds and levels, folded by the page
search_keys  haystack(*texts), hits(text, query), fold: type-ahead by Chinese, pinyin, initials and Latin letters

Looks are properties that the sheet reads (resources/style/layers): QLabel[role], QPushButton[kind], QFrame[card],
QFrame[place] ("head", "tools", "side", "panel", "inspector", "foot", "canvas"). Colours for painters: gui.theme.colour.
Every widget takes `name` (objectName); fields and lists take `label` (accessible name).
"""
