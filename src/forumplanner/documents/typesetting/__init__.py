r"""The text layer of every paper: any script, any direction, set with own fonts so that what is printed can be copied.

All of it in the order a paper uses it. Widths and sizes are PDF points, measures called `units` are 1/1000 em.

    book = FontBook()                        # the faces of resources/fonts; opened only when they occur
    book = FontBook(fallback=Path("Ext-B.ttf"))  # and the user's own face for characters no other has
    texts = ParagraphCache(book)             # one for a document, or for the whole program

    para = texts.get("沈知行教授", bold=True, lang="zh")   # user text: never markup, `<b>` and `&` print as they are
        # lang is the language of the LINE: "zh..." sets digits, quotes and Latin in Noto Sans SC; any other
        # ("en", "th", "ur") sets them in Noto Sans. serif=True: Noto Serif SC (Bold only) comes first.
        # "\n" ends a line. keep_together("沈知行") gives a text that is never broken inside (names in running text);
        # spread("方禾") gives one drawn as wide as three characters, and read by every reader as the two.
    para.width(size)                         # of the text on one line
    para.missing                             # (Missing(offset, text, codes), ...): no face has this; preflight tells

    canvas = Canvas(buffer_or_path, (width, height), lang="zh-CN", title="...", author="...", subject="...")
        # a ReportLab canvas: rect, line, drawImage, bookmarkPage, showPage, save ... same input gives the same bytes

    draw(canvas, para, x, y, size, width=None, *, align="start", leading=1.3, lines=None)  # -> the last baseline
        # y is the FIRST BASELINE; wraps to `width` unless `lines` are given. align: "start" (right for a
        # right-to-left paragraph with a width), "left", "right", "center", "justify"; without a width x is the
        # place they are aligned at.
    draw_line(canvas, para, line, x, y, size, slack=0)    # one line, its left edge at x

    fit(para, width, height, size=, floor=, leading=1.3, max_lines=3, policy=TEXT, nominal=False)
        # -> Fit(size, lines, leading, height, overflow, broken, first)
        # TEXT wraps, then shrinks in 0.2 pt steps; TITLE also breaks after ：，、 and evens its lines out;
        # NAME tries one line, two, three in 0.5 pt steps, breaks only at spaces and hyphens, and prefers one
        # line if that costs at most 15 %. `overflow` is "", "width" or "height": report it by name, never clip.
        # `broken`: a word had to be broken between graphemes.
        # `first` is the way from the box's top to the first baseline: by ink, or with nominal=True 0.88 x size
        # (and `height` then ends 0.12 x size under the last baseline), so that neighbouring cells align.
    draw(canvas, para, x, top - found.first, found.size, width, leading=found.leading, lines=found.lines)

    para.wrap(units, anywhere=True)          # -> lines; units = width * 1000 / size
    balance(para, units)                     # as many lines as wrap gives, but as even as possible
    pitch(lines, size, leading)              # -> [first drop from the top by ink, baseline distance, ...] in points

A `Line` has start and end (offsets into `para.text`), width, ascent, descent (units) and hard.
"""

from forumplanner.documents.memory import uncollected

with uncollected():  # ReportLab and HarfBuzz make many objects, and all of them stay
    from forumplanner.documents.typesetting.canvas import Canvas
    from forumplanner.documents.typesetting.characters import keep_together, spread
    from forumplanner.documents.typesetting.draw import draw, draw_line
    from forumplanner.documents.typesetting.fit import NAME, NOMINAL_ASCENT, TEXT, TITLE, Fit, Policy, fit
    from forumplanner.documents.typesetting.fonts import FontBook, FontRefused
    from forumplanner.documents.typesetting.itemise import Missing
    from forumplanner.documents.typesetting.layout import balance, break_title, pitch
    from forumplanner.documents.typesetting.paragraph import Line, Paragraph, ParagraphCache

__all__ = [
    "NAME",
    "NOMINAL_ASCENT",
    "TEXT",
    "TITLE",
    "Canvas",
    "Fit",
    "FontBook",
    "FontRefused",
    "Line",
    "Missing",
    "Paragraph",
    "ParagraphCache",
    "Policy",
    "balance",
    "break_title",
    "draw",
    "draw_line",
    "fit",
    "keep_together",
    "pitch",
    "spread",
]
