"""What a template or a program left in a text: tags, placeholders, labels of its fields."""

from __future__ import annotations

import re

from topic_briefings.models import Notice, Span

_LEFT = re.compile(
    r"</?(?:(?-i:[abip])|div|span|br|em|strong|img|h[1-6]|ul|ol|li|figure|figcaption|table|tr|td|blockquote)"
    r"(?:\s[^<>]{0,200}=[^<>]{0,300}|\s?/)?>"  # tags
    r"|^<(?:script|style|iframe)(?:\s[^<>]{0,300})?/?>"  # inside a sentence such a word is what the article is about
    r"|<!--.{0,80}?-->|<!\[CDATA\["
    r"|\{\{[^{}\n]{1,80}\}\}|\{%[^{}\n]{1,80}%\}|\$\{\w{1,40}\}|%%\w{1,40}%%"  # placeholders
    r"|(?<=\w)\{[-+]\d{1,2}\}"  # codes of a typesetter: "H{-2}O"
    r"|\[/?(?:caption|embed|gallery|video|audio|quote|img|url)(?:\s[^\[\]\n]{0,200})?\]"  # short codes
    r"|\[https?://[^\s\[\]]{1,200} [^\[\]\n]{1,80}\]"  # a wiki's links
    r"|\[object Object\]|\b(?:document\.write|window\.\w{2,30}|googletag\.\w{2,30})\b|\bfunction\s?\(\w{0,20}\)\s?\{"
    r"|\blorem ipsum dolor\b"
    r"|&(?:[a-z]{2,8}|#\d{2,5});"  # references that were escaped too often
    r"|\[#(?:x[0-9a-f]{2,5}|\d{2,5})\.?\]"  # and that lost their signs
    r"|</?[a-z]\w{1,20}(?:(?:\s[\w-]{1,30}=[\"'][^<>\"']{0,300}[\"']){1,9}\s?/?|\s?/)>",  # tags of a paper's own
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(
    r"^(?:SUMMARY|BODY(?: TEXT)?|HEADLINE|LEAD|LEDE|TEASER|CAPTION|SLUG|KICKER|DEK|SUBHEAD)[.:]?$"
    r"|^(?:BYLINE|SECTION|LENGTH|HIGHLIGHT|GRAPHIC|LOAD-DATE|PUBLICATION-TYPE): [^\n]{1,60}$",
    re.MULTILINE,
)
"""A line that is nothing but the name of a field, or an archive's field with what it holds.

That an abstract comes before the full text is no fault of it: readers had no use for being told."""
_FURNITURE = re.compile(
    r"^(?:Related (?:articles|stories|links|content|coverage|news)|Read more|More (?:on this|from)|See also)\b"
    r"[^.\n]{0,30}:$"
    r"|^[\"“]?(?:Related|Also on [A-Z]\w{2,20}):[\"”]?$"
    r"|\b[Tt]his (?:video|content|clip|media) (?:is|has been) (?:restricted from playing|not available in your"
    r"|unavailable in your)[^.\n]{0,40}"
    r"|(?:Comment|Flag|Follow|Like|Loading|Pin|Print|Reply|Share|Tweet){3,}|\b(?:Follow|Like|Pin|Reply|Share|Tweet){2}\b"
    r"|\bYour browser (?:does not|doesn['’]t) support [^.\n]{2,40}|\bPlease enable JavaScript\b[^.\n]{0,40}",
    re.MULTILINE,
)
"""What stands around an article on its page: a list's heading without its list, buttons that ran together, what a
player says that does not play. That a photograph has its credit in the text is of no use to a reader."""
_PAGE = re.compile(
    r"\b(?:This|Our) (?:web ?)?site uses cookies\b[^.\n]{0,40}"
    r"|\b(?:Like|Follow|Find) us on (?:Facebook|Twitter|Instagram)\b"
    r"|\b[Ss]ign up (?:for|to) our [^.\n]{0,30}newsletter\b"
)
"""What a page asks of its readers, which goes before what stands around the text."""
_ASKED = ("uses cookies", " us on ", "ign up ")
_ADDRESS = re.compile(
    r"\b[\w.+-]{2,40}@[\w-]{2,40}\.[a-z]{2,6}(?= (?:(?:Jan|Febr)uary|March|April|May|June|July|August"
    r"|(?:Sept|Nov|Dec)ember|October) [0-9])"
)
"""The address of who wrote it before the date."""
_FURNISHED = (
    "restricted from",
    "available in your",
    "Your browser",
    "enable JavaScript",
    "Related",
    "Reply",
    "Share",
    "Tweet",
    "Also on",
    "Read more",
    "More on",
    "More from",
    "See also",
)
_SIGNS = ("<", "{", "%%", "&", "document.write", "window.", "googletag.", "function(", "function (", "orem ipsum")
_CODES = (
    "[/",
    "[caption",
    "[embed",
    "[gallery",
    "[video",
    "[audio",
    "[quote",
    "[img",
    "[url",
    "[object",
    "[#",
    "[http",
)
"""What such things are not without; most texts have none of it."""
_MARKS = "“\"„«‘'`"
_LONGEST_SHOWN = 40
_LONGEST_LABEL = 17


def notices(headline: str, body: str) -> tuple[Notice, ...]:
    """A notice on the first thing in ``body`` (cleaned) that no writer wrote; none where all of it may be text.

    A headline that is nothing but a field is such a thing. Where it has another, or it is quoted, the article is about
    them.
    """
    if field := _LABEL.match(headline):
        return (_notice(field[0], None),)
    label = _LABEL.search(body) if _may_be_label(body) else None
    furniture = _FURNITURE.search(body) if any(map(body.__contains__, _FURNISHED)) else None
    address = _ADDRESS.search(body) if "@" in body else None
    found = [match for match in (_sign(body), label, furniture, address) if match]
    if not found or _LEFT.search(headline):
        return ()
    match = min(found, key=re.Match.start)
    if match is furniture and (page := _PAGE.search(body) if any(map(body.__contains__, _ASKED)) else None):
        match = page
    if body[match.start() - 1 : match.start()] in _MARKS and match.start():
        return ()
    return (_notice(match[0], Span(*match.span())),)


def _notice(left: str, span: Span | None) -> Notice:
    shown = left if len(left) <= _LONGEST_SHOWN else f"{left[: _LONGEST_SHOWN - 1]}…"
    message = f"The text holds what a template or a program left in it: “{shown}”."
    return Notice(code="residue", message=message, span=span, words=(shown,))


def _sign(body: str) -> re.Match[str] | None:
    signs = _SIGNS + _CODES if "[" in body else _SIGNS
    return _LEFT.search(body) if any(map(body.__contains__, signs)) else None


def _may_be_label(body: str) -> bool:
    """Whether a line of ``body`` begins with capitals alone, up to a colon or for as long as a label is."""
    return any(line[:_LONGEST_LABEL].partition(":")[0].isupper() for line in body.split("\n"))
