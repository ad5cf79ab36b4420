"""How the cost of one article grows with its length: ``python benchmarks/costs.py``.

Each pattern is text, or a file of a format, that some rule might read again for every place where it begins. It is
made in three lengths, each twice the one before, and read and analysed in a process of its own; what is printed is the
processor's time and the exponent that fits it best: 1 where twice the length takes twice the time, 2 where it takes
four times. Lexicons are loaded before the clock starts. Ends with code 1 where an exponent is above ``--most``.
"""

from __future__ import annotations

import argparse
import gc
import json
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from topic_briefings.build import generate
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge
from topic_briefings.reading import articles_in
from topic_briefings.reading.draft import Draft, article
from topic_briefings.reading.files import File
from topic_briefings.reading.limits import Limits
from topic_briefings.running.execution import seldom_collected
from topic_briefings.settings import Settings, parse

ROOT = Path(__file__).resolve().parents[1]
LENGTHS = (100_000, 200_000, 400_000)
"""Characters."""
AMPLE = Limits(characters=100_000_000, bytes=1_000_000_000)
SITE = "site: "
"""How the patterns are called that a site is made of."""
NAMES = ("Mara Quell", "Otis Brandt", "Lena Foss", "Ines Okoro", "Tomas Reyl", "Ada Winter", "Jon Pell", "Rosa Imani")
PLACES = ("Kenya", "Paris", "Ottawa", "Georgia", "Lima", "Jordan", "Berlin", "Chad")

TEXTS: dict[str, Callable[[int], str]] = {
    "plain sentences": lambda n: _sentence(n, "The harbour council of {place} met {name} on Tuesday."),
    "plain paragraphs": lambda n: _sentence(n, "The council of {place} met {name}.\n\n"),
    "quotations": lambda n: _sentence(n, "“We will mend the dam number {n},” said {name}, the mayor of {place}."),
    "quotations, paragraphs": lambda n: _sentence(n, "“We will mend the dam {n},” {name} said in {place}.\n\n"),
    "quotations by she": lambda n: _sentence(n, "“We will mend the dam {n},” she said."),
    "many speakers": lambda n: f"“We will mend the dam {n},” said {_letters(n)} Brandt. ",
    "many surnames": lambda n: f"“We will mend the dam {n},” said {_letters(n)}. ",
    "many titles": lambda n: f"“We will mend the dam {n},” said Mr. {_letters(n)}. ",
    "many bodies": lambda n: f"“We will mend the dam {n},” the {_letters(n)} Council said. ",
    "many of a family": lambda n: f"{_letters(n)} Quell met Mara Quell. {_letters(n)} said “We will mend it”. ",
    "many slips": lambda n: f"“We go,” said Mara Quelt{_letters(n).lower()}. “No,” said Quell{_letters(n).lower()}. ",
    "many tweets": lambda n: f"{_letters(n)} tweeted: “We will mend {n}”. ",
    "many roles": lambda n: f"“We will mend it,” said Mara Quell, the mayor of {_letters(n)}. ",
    "reported speech": lambda n: _sentence(n, "{name} said that the dam {n} of {place} would hold."),
    "said that said that": lambda _: "said that ",
    "she said she said": lambda _: "she said ",
    "according to according to": lambda _: "according to ",
    "mixed marks": lambda _: "“'\"‘„»«”’ ",
    "mixed marks, words": lambda _: "“a 'b \"c ‘d „e »f «g ” ’ ",
    "opening marks": lambda _: "“",
    "straight marks": lambda _: '"',
    "straight marks, words": lambda _: '"We go" ',
    "apostrophes": lambda _: "'a'b ",
    "dashes": lambda _: "— a ",
    "dash paragraphs": lambda _: "— We go.\n\n",
    "dates": lambda _: "2025-03-04 ",
    "dates of the day first": lambda _: "03.04.2025 ",
    "aAaA": lambda _: "aA",
    "one word": lambda _: "a",
    "one word of capitals": lambda _: "A",
    "one word with hyphens": lambda _: "a-",
    "capitals": lambda _: "Aa ",
    "numbered names": lambda n: _letters(n) + " ",
    "names with of": lambda n: f"{_letters(n)} of ",
    "names with commas": lambda n: f"{_letters(n)}, ",
    "one name": lambda _: "Mara Quell ",
    "roles": lambda _: "the former mayor of ",
    "roles, names": lambda n: f"Mayor {_letters(n)}, ",
    "combining marks": lambda _: "\u0301",
    "combining marks, letters": lambda _: "e\u0301\u0316",
    "digits": lambda _: "7",
    "numbers": lambda n: f"{n} ",
    "numbers with commas": lambda _: "1,000,",
    "money": lambda n: f"${n} million ",
    "days": lambda _: "on 3 March 2026, ",
    "line ends": lambda _: "\n",
    "short lines": lambda _: "a\n",
    "wrapped lines": lambda _: "the council met again and again to mend the dam of the town here\n",
    "spaces": lambda _: " ",
    "tabs and spaces": lambda _: "a \t ",
    "parentheses": lambda _: "(",
    "parentheses, closed": lambda _: "(a) ",
    "parentheses, nested": lambda _: "(a [b ",
    "brackets": lambda _: "[",
    "full stops": lambda _: ".",
    "full stops, words": lambda _: "a. ",
    "initials": lambda _: "A. B. ",
    "commas": lambda _: "a, ",
    "colons": lambda _: "a: ",
    "questions": lambda _: "Q: Why?\n\nA: So.\n\n",
    "ellipses": lambda _: "… ",
    "ampersands": lambda _: "&",
    "references": lambda _: "&amp;",
    "references in references": lambda n: "amp;" if n else "&amp;",
    "addresses": lambda _: "http://a.b/",
    "at signs": lambda _: "@a.",
    "tags": lambda _: "#a",
    "angle brackets": lambda _: "<",
    "countries": lambda _: "Kenya ",
    "countries, sentences": lambda n: _sentence(n, "{place} and Chad met."),
    "cities": lambda _: "Paris, Lima, ",
    "georgia": lambda _: "Georgia ",
    "emoji": lambda _: "😀",
    "han": lambda _: "水",
    "arabic": lambda _: "ماء ",
    "thai": lambda _: "น้ำ",
    "cyrillic": lambda _: "вода ",
    "german speech": lambda n: _sentence(n, "„Der Damm {n} hält“, sagte {name}, Leiterin des Hafenamts."),
    "german reported speech": lambda n: _sentence(n, "{name} sagte, der Damm {n} halte. "),
    "twice encoded": lambda _: "â€œa ",
    "zero-width": lambda _: "a\u200d",
    "controls": lambda _: "\x01a",
    "headline again": lambda _: "Dam is mended\n\n",
    "verbs": lambda _: "says ",
    "and": lambda _: "and ",
    "the": lambda _: "the ",
    "who said": lambda _: "who said, ",
    "relative clauses": lambda _: "who met the man ",
    "semicolons": lambda _: "he said; ",
    "months": lambda _: "March ",
    "hyphens": lambda _: "- ",
    "underscores": lambda _: "_",
    "slashes": lambda _: "a/",
}
WHOLE = (
    *("plain sentences", "plain paragraphs", "quotations", "quotations, paragraphs", "quotations by she"),
    *("reported speech", "many speakers", "many roles", "countries, sentences", "cities", "questions", "money"),
    *("german speech", "numbered names", "names with commas", "straight marks, words"),
)
"""Those that a site is made of, too: an article's page, its quotations, its countries, its voices."""
FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "html: paragraphs": (".html", lambda n: f"<p>The harbour council met for the {n}th time today.</p>"),
    "html: line breaks": (".html", lambda _: "Hello there world<br>"),
    "html: two line breaks": (".html", lambda _: "Hello there world<br><br>"),
    "html: spans": (".html", lambda _: "<span>Hello</span>"),
    "html: bold": (".html", lambda _: "<b>Hello</b> there "),
    "html: links": (".html", lambda n: f'<a href="/{n}">Hello there</a> '),
    "html: lists": (".html", lambda _: "<li>Hello there</li>"),
    "html: tables": (".html", lambda _: "<table><tr><td>Hello there</td></tr></table>"),
    "html: boxes": (".html", lambda _: "<div>Hello there</div>"),
    "html: boxes in boxes": (".html", lambda _: f"{'<div>' * 100}Hello there{'</div>' * 100}"),
    "html: spans in spans": (".html", lambda _: f"{'<span>' * 100}Hello there{'</span>' * 100}"),
    "html: attributes": (".html", lambda n: f"<p {' '.join(f'a{n}x{k}' for k in range(500))}>Hello there</p>"),
    "html: text without elements": (".html", lambda _: "Hello there world, "),
    "html: comments": (".html", lambda _: "<!-- a --> b "),
    "html: open comments": (".html", lambda _: "<!-- "),
    "html: scripts": (".html", lambda _: "<script>a()</script>"),
    "html: data": (".html", lambda _: '<script type="application/ld+json">{"@type": "x"}</script>'),
    "html: meta": (".html", lambda n: f'<meta name="a{n}" content="b">'),
    "html: less than": (".html", lambda _: "< "),
    "html: preformatted": (".html", lambda _: "<pre>Hello\nthere</pre>"),
    "html: quotations": (".html", lambda _: "<blockquote><p>Hello there</p></blockquote>"),
    "html: headings": (".html", lambda _: "<h2>Hello there</h2>"),
    "html: times": (".html", lambda _: "<time>2026-01-02</time>"),
    "markdown: paragraphs": (".md", lambda _: "The harbour council met.\n\n"),
    "markdown: brackets": (".md", lambda _: "["),
    "markdown: images": (".md", lambda _: "![a]("),
    "markdown: stars": (".md", lambda _: "*a_ "),
    "markdown: stars, bold": (".md", lambda _: "**a"),
    "markdown: backticks": (".md", lambda n: "`" * (n % 500) + " "),
    "markdown: quotations": (".md", lambda _: "> a\n\n"),
    "markdown: nested quotations": (".md", lambda _: ">"),
    "markdown: lists": (".md", lambda _: "- a\n"),
    "markdown: nested lists": (".md", lambda n: " " * min(2 * n, 600) + "- a\n"),
    "markdown: tables": (".md", lambda n: "| a | b |\n" if n else "| a | b |\n| - | - |\n"),
    "markdown: definitions": (".md", lambda n: f"[a{n}]: /b\n"),
    "markdown: links": (".md", lambda n: f"[a](/b{n}) "),
    "markdown: html": (".md", lambda _: "<a "),
    "markdown: tildes": (".md", lambda _: "~~a "),
    "markdown: escapes": (".md", lambda _: "\\"),
    "markdown: front matter": (".md", lambda n: "---\ntitle: a\n" if not n else "x: y\n"),
    "text: lines": (".txt", lambda _: "By A\n"),
    "text: credits": (".txt", lambda n: f"By Mara Quell {n}\n\n"),
    "json: articles": (".jsonl", lambda n: json.dumps({"id": str(n), "title": "A dam", "text": "It holds."}) + "\n"),
    "json: junk": (".jsonl", lambda _: "junk\n"),
    "json: brackets": (".jsonl", lambda _: "[\n"),
    "json: authors": (".jsonl", lambda n: '{"text": "a", "authors": ["b"' if not n else ', "c"'),
}


def _sentence(n: int, form: str) -> str:
    return form.format(n=n, name=NAMES[n % len(NAMES)], place=PLACES[n // 3 % len(PLACES)]) + " "


def _letters(n: int) -> str:
    """A name of its own for each number."""
    found = ""
    while True:
        found = chr(97 + n % 26) + found
        n //= 26
        if not n:
            return found.title() + "son"


def grown(unit: Callable[[int], str], length: int) -> str:
    """``unit`` of 0, 1, 2 and so on, until they are ``length`` characters."""
    parts, size = [], 0
    while size < length:
        parts.append(unit(len(parts)))
        size += max(1, len(parts[-1]))
    return "".join(parts)[:length]


def main() -> None:
    """Print a line for each pattern, the largest exponent last."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("patterns", nargs="*", help="only those whose name holds one of these words")
    parser.add_argument("--lengths", type=int, nargs="+", default=LENGTHS)
    parser.add_argument("--most", type=float, default=1.15)
    parser.add_argument("--patience", type=int, default=240, help="seconds of the processor for one pattern")
    parser.add_argument("--rounds", type=int, default=2, help="of which the quickest counts")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.inside:
        resource.setrlimit(resource.RLIMIT_CPU, (given.patience, given.patience))
        print(json.dumps(_times(given.inside, given.lengths, given.rounds)))
        return
    names = (*TEXTS, *FILES, *(f"{SITE}{name}" for name in WHOLE))
    chosen = [name for name in names if not given.patterns or any(word in name for word in given.patterns)]
    exponents = {name: _measured(name, given) for name in chosen}
    steep = sorted(name for name, found in exponents.items() if found > given.most)
    print(f"{len(chosen)} patterns; the largest exponent is {max(exponents.values()):.2f}")
    for name in steep:
        print(f"above {given.most}: {name} ({exponents[name]:.2f})")
    sys.exit(bool(steep))


def _measured(name: str, given: argparse.Namespace) -> float:
    """Print what ``name`` costs; gives its exponent, infinite where it took too long."""
    command = [sys.executable, __file__, "--inside", name, "--rounds", str(given.rounds)]
    command += ["--patience", str(given.patience), "--lengths", *map(str, given.lengths)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - this file
    if done.returncode:
        print(f"{name:28} {done.stderr.splitlines()[-1] if done.stderr else 'too long'}", flush=True)
        return math.inf
    times = json.loads(done.stdout)
    found = exponent(given.lengths, times)
    print(f"{name:28} {found:5.2f}   {'  '.join(f'{taken:7.3f} s' for taken in times)}", flush=True)
    return found


def exponent(lengths: Sequence[int], times: Sequence[float]) -> float:
    """The slope of time over length, both as logarithms, by least squares."""
    fit = statistics.linear_regression([math.log(n) for n in lengths], [math.log(max(t, 1e-4)) for t in times])
    return fit.slope


def _times(name: str, lengths: Sequence[int], rounds: int) -> list[float]:
    knowledge = Knowledge()
    warm = _sentence(1, "“We will mend the dam of {place},” said {name}, the mayor, on 3 March 2026.")
    analyse(article(Draft(id="warm", source="warm", headline="Dam is mended", body=warm)), knowledge)
    with tempfile.TemporaryDirectory() as folder:
        if name.startswith(SITE):
            generate(_site_of(Path(folder), warm))
        gc.freeze()  # as a process does that analyses; else each search for cycles goes through all lexicons
        with seldom_collected():
            return [min(_time(name, length, knowledge, Path(folder)) for _ in range(rounds)) for length in lengths]


def _time(name: str, length: int, knowledge: Knowledge, folder: Path) -> float:
    """Seconds of the processor: of reading and analysing a text, of reading a file, of making a site of an article."""
    if name.startswith(SITE):
        settings = _site_of(folder, grown(TEXTS[name.removeprefix(SITE)], length))
        began = time.process_time()
        generate(settings)
    elif name in TEXTS:
        body = grown(TEXTS[name], length)
        began = time.process_time()
        analyse(article(Draft(id="a", source="a", headline="Dam is mended", body=body), AMPLE), knowledge)
    else:
        file = _file_of(folder, *FILES[name], length)
        began = time.process_time()
        for found in articles_in(file):
            del found
    return time.process_time() - began


def _site_of(folder: Path, body: str) -> Settings:
    """A site of one article, of which nothing is made yet."""
    for made in ("docs", ".cache"):
        shutil.rmtree(folder / made, ignore_errors=True)
    (folder / "seeds").mkdir(exist_ok=True)
    told = json.dumps({"id": "a", "title": "Dam is mended", "text": body})
    (folder / "seeds" / "a.jsonl").write_text(told, encoding="utf-8")
    return parse({"workers": 1, "longest_article": 20_000_000, "largest_file": 1_000}, root=folder)


def _file_of(folder: Path, suffix: str, unit: Callable[[int], str], length: int) -> File:
    path = folder / f"a{suffix}"
    text = grown(unit, length)
    if suffix == ".html":
        text = f"<html><head><title>Dam</title></head><body><article><h1>Dam</h1>{text}</article></body></html>"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return File(path=path, shown_as=path.name, id="a", limits=AMPLE)


if __name__ == "__main__":
    main()
