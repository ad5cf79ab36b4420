"""A digest as Markdown, as plain text and as the HTML of a mail; each quotation is its article's, to the letter.

What is said is put together once, as plain pieces; a form only says how a heading, a link and a quotation look. A mail
program shows no style sheet of ours, so its HTML carries its few styles in itself, and asks for nothing.
"""

from __future__ import annotations

import textwrap
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from html import escape

from topic_briefings.gathering.digest import Digest, Item, News
from topic_briefings.models import Line, QuotationKind, Report
from topic_briefings.pages.context import sentences_around, window
from topic_briefings.pages.markdown import text, visible
from topic_briefings.pages.quoted import in_marks, source
from topic_briefings.pages.site import Link, Site

Address = Callable[[str], str | None]
"""The path of a page → its whole address; None where nobody knows where the site stands."""

WIDTH = 78
"""Code points in a line of plain text, as mail wants it (RFC 5322, 2.1.1)."""


class Form(ABC):
    """How the pieces of a digest look."""

    @abstractmethod
    def begin(self, title: str, language: str) -> str:
        """The first line, and what must stand before it."""

    @abstractmethod
    def heading(self, words: str) -> str:
        """The heading of a subject."""

    @abstractmethod
    def item(self, headline: str, address: str | None, about: str) -> str:
        """The headline of an item, and what stands below it."""

    @abstractmethod
    def point(self, words: str) -> str:
        """The sentence that an item opens with."""

    @abstractmethod
    def quote(self, words: str, by: str, cited: str, address: str | None) -> str:
        """A quotation with its speaker and where it is from."""

    @abstractmethod
    def line(self, label: str, words: str, address: str | None = None) -> str:
        """A line of its own."""

    def end(self) -> str:
        """What must stand at the end."""
        return ""


class Markdown(Form):
    """CommonMark."""

    def begin(self, title: str, language: str) -> str:
        """See ``Form``."""
        del language
        return f"# {text(title)}\n\n"

    def heading(self, words: str) -> str:
        """See ``Form``."""
        return f"## {text(words)}\n\n"

    def item(self, headline: str, address: str | None, about: str) -> str:
        """See ``Form``."""
        return f"### {_linked(headline, address)}\n\n{text(about)}\n\n"

    def point(self, words: str) -> str:
        """See ``Form``."""
        return f"{text(words)}\n\n"

    def quote(self, words: str, by: str, cited: str, address: str | None) -> str:
        """See ``Form``."""
        return f"> {text(words)}\n>\n> — {text(by)} ({_linked(cited, address)})\n\n"

    def line(self, label: str, words: str, address: str | None = None) -> str:
        """See ``Form``."""
        return f"{f'**{text(label)}** ' if label else ''}{_linked(words, address)}\n\n"


def _linked(words: str, address: str | None) -> str:
    return f"[{text(words)}](<{address}>)" if address else str(text(words))


class Plain(Form):
    """Text as a mail without markup has it."""

    def begin(self, title: str, language: str) -> str:
        """See ``Form``."""
        del language
        return f"{_folded(title)}\n{'=' * min(WIDTH, len(title))}\n"

    def heading(self, words: str) -> str:
        """See ``Form``."""
        return f"\n{_folded(words.upper())}\n"

    def item(self, headline: str, address: str | None, about: str) -> str:
        """See ``Form``."""
        lines = [_folded(f"* {headline}", 2), f"  {address}" if address else "", _folded(f"  {about}", 2)]
        return "\n" + "".join(f"{line}\n" for line in lines if line)

    def point(self, words: str) -> str:
        """See ``Form``."""
        return f"\n{_folded(f'  {words}', 2)}\n"

    def quote(self, words: str, by: str, cited: str, address: str | None) -> str:
        """See ``Form``."""
        del address  # the item's own address leads to it
        return f"\n{_folded(f'    {words}', 4)}\n{_folded(f'    -- {by} ({cited})', 7)}\n"

    def line(self, label: str, words: str, address: str | None = None) -> str:
        """See ``Form``."""
        told = "\n" + _folded(f"{label} {words}".strip(), 2)
        return f"{told}\n{f'  {address}' + chr(10) if address else ''}"


def _folded(words: str, indent: int = 0) -> str:
    first = words[: len(words) - len(words.lstrip())]
    return textwrap.fill(
        visible(words).strip(),
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


class Mail(Form):
    """HTML with its styles in itself."""

    def begin(self, title: str, language: str) -> str:
        """See ``Form``."""
        return (
            f'<!doctype html>\n<html lang="{_html(language)}">\n<head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width">'
            f"<title>{_html(title)}</title></head>\n"
            '<body style="margin:0 auto;max-width:38em;padding:1em;font:16px/1.5 Georgia,serif;color:#1a1a1a">\n'
            f'<h1 style="font-size:1.6em;line-height:1.2">{_html(title)}</h1>\n'
        )

    def heading(self, words: str) -> str:
        """See ``Form``."""
        style = "font:bold 0.9em sans-serif;border-top:1px solid #767676;padding-top:0.6em;margin-top:2em"
        return f'<h2 style="{style}">{_html(words)}</h2>\n'

    def item(self, headline: str, address: str | None, about: str) -> str:
        """See ``Form``."""
        style = "font:0.85em sans-serif;color:#595959;margin:0"
        return (
            f'<h3 style="font-size:1.15em;margin:1.2em 0 0.2em">{_anchor(headline, address)}</h3>\n'
            f'<p style="{style}">{_html(about)}</p>\n'
        )

    def point(self, words: str) -> str:
        """See ``Form``."""
        return f"<p>{_html(words)}</p>\n"

    def quote(self, words: str, by: str, cited: str, address: str | None) -> str:
        """See ``Form``."""
        return (
            '<blockquote style="margin:0.8em 0;padding-left:0.8em;border-left:3px solid #b3b3b3">'
            f'{_html(words)}<br><span style="font:0.85em sans-serif;color:#595959">{_html(by)} '
            f"({_anchor(cited, address)})</span></blockquote>\n"
        )

    def line(self, label: str, words: str, address: str | None = None) -> str:
        """See ``Form``."""
        return f"<p>{f'<b>{_html(label)}</b> ' if label else ''}{_anchor(words, address)}</p>\n"

    def end(self) -> str:
        """See ``Form``."""
        return "</body>\n</html>\n"


def _html(words: str) -> str:
    return escape(visible(words))


def _anchor(words: str, address: str | None) -> str:
    return f'<a href="{_html(address)}" style="color:#0b57a4">{_html(words)}</a>' if address else _html(words)


FORMS: dict[str, Form] = {"markdown": Markdown(), "text": Plain(), "html": Mail()}


# ------------------------------------------------------------------ what is said


def tell(digest: Digest, site: Site, form: Form, address: Address) -> str:
    """``digest`` in one ``form``, in the words of the ``site``."""
    return "".join(_pieces(digest, site, form, address))


def _pieces(digest: Digest, site: Site, form: Form, address: Address) -> Iterator[str]:
    w = site.words
    yield form.begin(title(digest, site), w.language)
    if not digest.subjects:
        yield form.line("", w["digest_none"])
    for key, items in digest.subjects:
        yield form.heading(site.topic(key).text if key else w["digest_others"])
        for item in items:
            yield from _item(item, site, form, address)
    if digest.countries:
        yield form.heading(w["digest_countries"])
    for code, items in digest.countries:
        heads = "; ".join(item.chief.article.headline for item in items)
        yield form.line(f"{site.country(code).text}:", heads)
    if digest.withdrawn:
        yield form.line(f"{w['digest_withdrawn']}:", "; ".join(digest.withdrawn))
    if digest.undated:
        yield form.line(w["digest_undated"], w.count(digest.undated, "articles"))
    if home := address("index.md"):
        yield form.line(w["digest_read"], home, home)
    yield form.end()


def title(digest: Digest, site: Site) -> str:
    """What the digest is called; the subject of a mail."""
    w = site.words
    named = f"{site.settings.site_name}: {w['digest']}"
    if digest.since is None:
        return f"{named}, {w.date(digest.until)}" if digest.until else named
    until = f", {w['digest_until']} {w.date(digest.until)}" if digest.until else ""
    return f"{named}, {w['since'].lower()} {w.date(digest.since)}{until}"


def _item(item: Item, site: Site, form: Form, address: Address) -> Iterator[str]:
    link = _page(item, site)
    yield form.item(item.chief.article.headline, address(link.path), _about(item, site))
    told = item.chief if item.chief in item.reports else item.reports[0]
    if points := " ".join(point.span.of(told.article.body) for point in told.analysis.gist[:1]):
        yield form.point(points)
    for line in item.lines:
        page = site.printed(line.article).page(line)
        where = address(page or site.article(line.article).path)
        anchored = f"{where}#{site.anchor(line)}" if where and page else where
        yield form.quote(_words(line), _by(line, site), source(site, line.article), anchored)


def _page(item: Item, site: Site) -> Link:
    if item.story and site.has("story", item.story.id):
        return site.link("story", item.story.id)
    return site.article(item.chief.article)


def _about(item: Item, site: Site) -> str:
    """What became of it, how many tell it, when and where: "grown · 2 reports · 18 November 2026 · Canada"."""
    w = site.words
    dates = sorted(report.article.published for report in item.reports if report.article.published)
    when = w.period(dates[0], dates[-1]) if dates else w["undated"]
    outlets = tuple(dict.fromkeys(outlet for report in item.reports if (outlet := report.article.outlet)))
    who = w.count(len(item.reports), "reports") if len(item.reports) > 1 else _outlet(item.reports[0])
    more = w.count(len(outlets), "outlets") if len(outlets) > 1 else ""
    countries = ", ".join(site.country(code).text for code in item.countries)
    news = w[f"digest_{News(item.news).value}"]
    return " · ".join(filter(None, (news, who, more, when, countries)))


def _outlet(report: Report) -> str:
    return report.article.outlet or ""


def _by(line: Line, site: Site) -> str:
    name = line.byline.heading or site.words["not_named"]
    return f"{name}, {line.byline.role}" if line.byline.role and line.byline.name else name


def _words(line: Line) -> str:
    """The characters of the article: a whole quotation in its marks; a quoted fragment in the sentence around it."""
    body, fragments = line.article.body, line.quotation.fragments
    if line.quotation.kind is not QuotationKind.DIRECT:
        shown = window(body, sentences_around(line), fragments)
        return shown.of(body)
    return " … ".join(in_marks(body, fragment).of(body) for fragment in fragments)
