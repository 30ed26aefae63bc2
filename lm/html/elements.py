"""The kinds of HTML elements that decide where one ends: HTML Living Standard, 13.1.2 (syntax) and 13.2.6 (parsing)."""

VOID = frozenset(
    (
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen"),
        *("link", "meta", "param", "source", "track", "wbr"),
    )
)
"""Elements without content or end tag."""

RAW_TEXT = frozenset(("plaintext", "script", "style", "title"))
"""Elements whose text has no markup but their own end tag."""

SEALED = frozenset(("iframe", "noembed", "noframes", "textarea", "xmp"))
"""Hold text for a browser; for the person who writes a page it is often HTML, shown as an example, and so it is here.

No tag inside reaches past them, so that what is left open there is over with them.
"""

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

CLOSES_PARAGRAPH = HEADINGS | frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "hr", "li", "listing", "main"),
        *("menu", "nav", "ol", "p", "plaintext", "pre", "search", "section", "summary", "table", "ul", "xmp"),
    )
)
"""Their start tag ends an open paragraph."""

HEAD_CONTENT = frozenset(
    (
        *("base", "basefont", "bgsound", "link", "meta", "noframes", "noscript", "script", "style", "template"),
        "title",
    )
)
"""What may stand in a head; any other start tag ends it."""

FORMATTING = frozenset(
    ("a", "b", "big", "code", "em", "font", "form", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)
"""Their end tag leaves a block open that was opened inside them (`form` is no formatting element but does the same)."""

SPECIAL = (
    VOID
    | RAW_TEXT
    | SEALED
    | CLOSES_PARAGRAPH
    | HEAD_CONTENT
    | frozenset(
        (
            *("applet", "body", "button", "caption", "colgroup", "frameset", "head", "html", "marquee", "object"),
            *("select", "tbody", "td", "tfoot", "th", "thead", "tr"),
        )
    )
) - {"dialog"}
"""An end tag of another kind does not reach past them."""

SCOPE = frozenset(("applet", "caption", "html", "marquee", "object", "table", "td", "template", "th"))
"""An end tag does not reach past them."""
BUTTON_SCOPE = SCOPE | {"button"}
LIST_SCOPE = SCOPE | {"ol", "ul"}
TABLE_SCOPE = frozenset(("html", "table", "template"))
SELECT_SCOPE = SCOPE | {"datalist", "select"}

ROW_GROUPS = frozenset(("tbody", "tfoot", "thead"))
CELLS = frozenset(("td", "th"))
TABLE_HEADS = frozenset(("caption", "colgroup"))
TABLE_PARTS = ROW_GROUPS | TABLE_HEADS | CELLS | {"table", "tr"}

FOREIGN = frozenset(("math", "svg"))
"""Inside them the rules of XML hold: a slash closes, and no text is raw."""

INTEGRATION = frozenset(("annotation-xml", "desc", "foreignobject", "mi", "mn", "mo", "ms", "mtext", "title"))
"""Inside these parts of SVG and MathML the rules of HTML hold again."""
