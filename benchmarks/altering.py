"""Edits of a site, by class: one thing altered in one file, drawn by a seed.

A class is which files, a pattern whose first group is what is altered, and how: a text, or a function of what stands
there. Tags, links' targets and numeric references inside the group stay as they are.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, TABLE, VOICES

WORD = re.compile(r"[^\W\d_]{2,}")
MARKS = "“”„«»‘’‚‹›\"'"
ALIKE = dict(zip("aeocpyisAI-’", "аеосруіѕАІ‐ʼ", strict=True))
_PLAIN = re.compile(r"<[^>]*>|&#?\w+;|\]\([^)]*\)|\\.|\{:[^}]*\}")

Change = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Edit:
    """One file with one thing altered."""

    path: str
    """Below the folder."""
    content: str
    shown: str
    """What was done, for the list of those not caught."""


@dataclass(frozen=True, slots=True)
class Class:
    """Where an edit of this class is made, and how."""

    files: str
    """A pattern of paths, as a shell has them."""
    pattern: str
    ways: tuple[str | Change, ...]


class Sample:
    """The files below a folder, read when one is asked for."""

    def __init__(self, folder: Path, rng: random.Random) -> None:
        self.folder, self.rng = folder, rng
        self.paths = sorted(f.relative_to(folder).as_posix() for f in folder.rglob("*") if f.is_file())
        self._known: dict[tuple[str, str], list[tuple[str, int, int]]] = {}

    def text(self, path: str) -> str:
        """The file at ``path``, line ends as they are."""
        return (self.folder / path).read_bytes().decode("utf-8")

    def places(self, of: Class) -> list[tuple[str, int, int]]:
        """Path, start and end of each place that can be altered so."""
        key = (of.files, of.pattern)
        if key not in self._known:
            self._known[key] = [
                (path, *match.span(1))
                for path in self.paths
                if fnmatch(path, of.files)
                for match in re.finditer(of.pattern, self.text(path), re.DOTALL | re.MULTILINE)
            ]
        return self._known[key]

    def alter(self, of: Class) -> Edit | None:
        """An edit of that class; None where the one that was drawn changes nothing."""
        path, start, end = self.rng.choice(self.places(of))
        text, way = self.text(path), self.rng.choice(of.ways)
        new = way if isinstance(way, str) else self._within(text[start:end], way)
        changed = text[:start] + new + text[end:]
        same = changed == text or (bool(new.strip()) and new.split() == text[start:end].split() and way is not space)
        return None if same else Edit(path, changed, f"{path}: {text[start:end][:60]!r} → {new[:60]!r}")

    def _within(self, text: str, change: Change) -> str:
        """``change`` in one stretch of ``text`` that is no markup."""
        edges = [0, *(edge for match in _PLAIN.finditer(text) for edge in match.span()), len(text)]
        pairs = [(s, e) for s, e in zip(edges[::2], edges[1::2], strict=True) if re.search(r"\w", text[s:e])]
        if not pairs:
            return text
        start, end = self.rng.choice(pairs)
        return text[:start] + change(text[start:end], self.rng) + text[end:]


# ------------------------------------------------------------------ how


def _one(pattern: str, make: Callable[[re.Match[str], random.Random], str]) -> Change:
    """One match of ``pattern`` made another way; the same where there is none."""

    def change(text: str, rng: random.Random) -> str:
        found = list(re.finditer(pattern, text))
        if not found:
            return text
        match = rng.choice(found)
        return text[: match.start()] + make(match, rng) + text[match.end() :]

    return change


def _drawn(*ways: str) -> Callable[[re.Match[str], random.Random], str]:
    return lambda match, rng: rng.choice([way for way in ways if way != match[0]])


word = _one(WORD.pattern, _drawn("never", "always", "Grimsby", "some"))
dropped = _one(r" ?[^\W\d_]{2,}", _drawn(""))
added = _one(WORD.pattern, lambda m, rng: f"{m[0]} {rng.choice(['not', 'really', 'again'])}")
swapped = _one(r"\b(\w+) (\w+)\b", lambda m, _: f"{m[2]} {m[1]}")
case = _one(WORD.pattern, lambda m, _: m[0][0].swapcase() + m[0][1:])
digit = _one(r"\d", lambda m, rng: str((int(m[0]) + rng.randint(1, 9)) % 10))
denial = _one(r" (?:not|never|no)(?= )|n[’']t\b", _drawn(""))
alike = _one("|".join(ALIKE), lambda m, _: ALIKE[m[0]])
hidden = _one(r"\b", _drawn(*"\u200b\u00ad\u202e\u200e\u2060\ufeff\u0301\u2066"))
space = _one(" ", _drawn("\u00a0", "\u2009", "  ", "\t"))
marks = _one(f"[{MARKS}]", _drawn(*MARKS))

# ------------------------------------------------------------------ where

PAGES = "docs/[actv]*/*.md"
"""The pages of articles, countries, topics and voices."""
OWN = "docs/articles/*.md"
QUOTED = r"^> (?!\{:)(?:<[^>]*>)*(.+?)(?: <span class=\"bf-by\">[^\n]*)?$"
CONTEXT = r'"bf-context"><summary>In[^<]*</summary><p>(.*?)</p>'
HEADING = r"^()##+ "
NAMES = ("Mara Example", "Otto Other")
_MADE = "> “We have never paid for it.”\n> {: %s.bf-quote }\n\n"


def _value(name: str) -> str:
    return rf'"{name}":"?([^",\]}}]+)'


CLASSES: dict[str, Class] = {
    **{
        f"{name} in a quotation": Class(PAGES, pattern, (change,))
        for name, change in (
            *(("word changed", word), ("word dropped", dropped), ("word added", added), ("words swapped", swapped)),
            *(("case", case), ("digit", digit), ("denial dropped", denial), ("letter alike", alike)),
            *(("invisible character", hidden), ("white space", space), ("marks", marks)),
        )
        for pattern in [QUOTED if name in ("marks", "word dropped", "case") else CONTEXT]
    },
    "quotation shortened": Class(PAGES, r"^> [“\"](\w+ )", ("",)),
    "quotation made up": Class(PAGES, HEADING, (_MADE % "", _MADE % "#q-12345678 ")),
    "sentence made up": Class(PAGES, HEADING, ("“We never paid,” Mara Example said.\n\n", "- She said so.\n\n")),
    "quotation moved": Class(PAGES, r"^> \{: #(q-[0-9a-f]+)", (digit,)),
    "quotation taken off": Class(OWN, r"(^> [^\n]*\n> \{: #q-[^\n]*\n)", ("",)),
    "point": Class(PAGES, r"^([^\n<>]*?)(?:<sup>[^\n]*)?\n\{: \.bf-(?:point|lead)", (word, dropped, added)),
    "evidence": Class(OWN, r'"bf-why"><summary>[^<]*</summary><p>(.*?)</p>', (word, dropped, added)),
    "description": Class(PAGES, r"^description: (.*?)$", (word,)),
    "speaker": Class(PAGES, r"(?:^### |bf-by\">)\[([^\]]*)\]\(\.\./voices", (*NAMES, alike, word)),
    "speaker's link": Class(PAGES, r"^### \[[^\]]*\]\(\.\./(voices/[a-z-]+)\.md", ("voices/other",)),
    "role": Class(PAGES, r'bf-role">, ([^<]*)<', (word, added, "President")),
    "nobody made somebody": Class(PAGES, r"^### (Speaker not named)", NAMES),
    "voice's page called otherwise": Class("docs/voices/[!i]*.md", r"^# (.*?) \{", (*NAMES, alike)),
    "voice in a list": Class("docs/voices/index.md", r"^- \[([^\]]+)\]", (*NAMES, alike)),
    "source": Class("docs/[ctv]*/*.md", r"\]\(\.\./articles/([\w-]+)\.md#q-", ("another",)),
    "source called otherwise": Class("docs/[ctv]*/*.md", r"\[([^\]]*)\]\(\.\./articles/[\w-]+\.md#q-", (word, digit)),
    "original": Class(OWN, r"\]\((https?://[^)#]*)", ("https://example.net/other", "javascript:x()")),
    "headline": Class(OWN, r"^# (.*?) \{", (word, added)),
    "outlet and date": Class(OWN, r"^([^\n]*?)<span[^\n]*\n\{: \.bf-meta \}", (word, digit)),
    "link in a list": Class(PAGES, r"^- \[[^\]]*\]\(((?:\.\./)?[\w/-]+)\.md", ("another",)),
    "source in a list": Class(PAGES, r'bf-source">([^<]*)<', (word, digit)),
    "digest": Class(OWN, r'bf-digest">([^<]*)<', (digit,)),
    "count or dates": Class(PAGES, r"^([^\n]*?)<span[^\n]*\n\{: \.bf-meta \}", (digit,)),
    "count in a list": Class(PAGES, r'bf-count">(\d+)', (digit,)),
    "shelf's heading": Class("docs/[ct]*/[!i]*.md", r"^# (.*?) \{", (alike, "Atlantis")),
    "quotation hidden": Class(
        PAGES,
        r"^> ()(?!\{:)",
        ('<span style="display:none">', "<span hidden>", '<b class="md-hidden">', "<!-- -->", "<template>", "<del>"),
    ),
    "hidden by its list": Class(PAGES, r"^> \{: ()#q-", ('style="display:none" ', "hidden=hidden ", ".md-hidden ")),
    "script": Class(
        PAGES, HEADING, ("<script>x()</script>\n\n", '<iframe src="x"></iframe>\n\n', "<style>p{}</style>\n\n")
    ),
    "event": Class(PAGES, r"<(?:span|details)()", (' onclick="x()"', ' ontoggle="x()"')),
    "keyword": Class(OWN, r"^([^\n]*)\n\{: \.bf-keywords", (word,)),
    "focus": Class(OWN, r'class="bf-(focus">about|mention">mentioned)', ('other">x',)),
    "terms of a topic": Class(OWN, r'bf-words">([^<]*)', (word,)),
    "picture": Class("docs/*.md", r"<title>([^<]*)</title>", (word, digit)),
    "trail": Class(PAGES, r"^([^\n]* › [^\n]*)$", (word,)),
    "style sheet": Class("docs/assets/*.css", r"^()\.", (".bf-quote { display: none }\n",)),
    **{
        f"record: {name}": Class(f"docs/{QUOTATIONS}", _value(name), ways)
        for name, ways in {
            **{"text": (word, case, dropped), "start": (digit,), "end": (digit,), "name": (*NAMES, alike)},
            **{"voice": NAMES, "voice_page": ("voices/other.md",), "article": ("another",), "digest": (digit,)},
            **{"source": ("seeds/another.md",), "outlet": (word,), "published": (digit,), "certain": ("false", "true")},
            **{"role": (word,), "confidence": (digit,), "kind": ("scare", "direct", "partial")},
        }.items()
    },
    **{
        f"voice: {name}": Class(f"docs/{VOICES}", _value(name), ways)
        for name, ways in {
            "name": NAMES,
            "page": ("voices/other.md",),
            "form": (word,),
            "first": ("2019-05-06",),
        }.items()
    },
    **{
        f"article: {name}": Class(f"docs/{ARTICLES}", _value(name), ways)
        for name, ways in {"text": (word,), "salience": (digit,), "headline": (word,), "code": ("XX",)}.items()
    },
    "row taken out": Class("docs/data/*s.jsonl", r"(^[^\n]*\n)", ("",)),
    "table": Class(f"docs/{TABLE}", r",([^,\"\r\n]+),", (word, digit, case)),
    "JSON-LD: words": Class(OWN, r'"Quotation","text":"([^"]*)', (word, case, dropped)),
    "JSON-LD: speaker": Class(OWN, r'"creator":\{"@type":"\w+","name":"([^"]*)', NAMES),
    "JSON-LD: source": Class(OWN, r'"(?:headline|datePublished)":"([^"]*)', (word, digit)),
    "feed: words": Class("docs/feeds/*", r'(?:<summary>|"content_text": ")(.*?)\(', (word, case)),
    "feed: headline": Class("docs/feeds/*", r"<entry>.*?<title>(.*?)</title>", (word,)),
    "feed: source": Class("docs/feeds/*", r'href="([^"]*)"', ("../other.xml",)),
    "feed: date": Class("docs/feeds/*", r"<updated>(.*?)<", (digit,)),
    "article edited": Class("seeds/*", r"\n\n([A-Z“][^\n]{40,})", (word, dropped)),
}

_INSIDE = r"(?=[^\0]*</article>)"
_PROSE = r"<(?:p|h1|h3|mark|span class=\"bf-by\")[^>]*>([^<>]{12,})<(?=[^\0]*</article>)"
_QUOTE = r'<p ()(?=[^>]*class="bf-(?:quote|partial|point))'

BUILT: dict[str, Class] = {
    **{
        f"built: {name}": Class("[actv]*/*/index.html", _PROSE, (change,))
        for name, change in (
            *(("word changed", word), ("word dropped", dropped), ("word added", added), ("case", case)),
            *(("digit", digit), ("letter alike", alike), ("marks", marks)),
        )
    },
    **{
        f"built: {name}": Class("[actv]*/*/index.html", pattern, ways)
        for name, pattern, ways in (
            ("hidden by an attribute", _QUOTE, ('style="display:none" ', "hidden ", 'aria-label="No" ')),
            ("hidden by a class", r'class="()bf-(?:quote|partial|point)', ("md-hidden ", "bf-act ")),
            (
                "hidden by a style",
                r"()</head>",
                ("<style>.bf-quote{display:none}</style>", "<style>.md-typeset blockquote { opacity: 0 }</style>"),
            ),
            ("all of it hidden", r"<(?:article|main|body)()(?=[ >])", (' style="display:none"', " hidden")),
            ("event", r"<(?:body|main|a|p|span|details)()(?=[ >])", (' onclick="x()"', ' onload="x()"')),
            ("script in it", f"()<(?:h2|blockquote){_INSIDE}", ("<script>x()</script>", '<iframe src="x"></iframe>')),
            ("link", r'<p[^>]*>[^<]*<a href="(\.\./[^"]*)', ("javascript:x()", "https://example.net/", "../other/")),
            ("leads elsewhere", r"<head>()", ('<meta http-equiv="refresh" content="0; url=x">', '<base href="x">')),
            ("title", r"<title>(.*?) - ", ("Never", alike)),
            ("description", r'<meta name="?description"? content="(.*?)"', (word,)),
            ("data", r'"Quotation","text":"([^"]*)', (word,)),
            ("anchor", r'<p[^>]* id="(q-[0-9a-f]+)"', (digit,)),
            ("a quotation more", r"()<h2", ("<blockquote><p>“We have never paid for it.”</p></blockquote>",)),
            ("a quotation less", r"(<blockquote.*?</blockquote>)", ("",)),
            ("a comment", f"()<p>{_INSIDE}", ("<!-- -->",)),
        )
    },
}


def drawn(sample: Sample, classes: dict[str, Class], edits: int) -> Iterable[tuple[str, Edit]]:
    """So many edits, one class after the other; a class that has no place in the sample has none."""
    names = [name for name, of in classes.items() if sample.places(of)]
    for number in range(edits):
        name = names[number % len(names)]
        edit = next((found for _ in range(500) if (found := sample.alter(classes[name]))), None)
        if edit:
            yield name, edit
