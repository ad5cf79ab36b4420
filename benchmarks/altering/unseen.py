"""What was not looked at before: counts, headings, dates beside names, and markup that hides or runs something."""

from __future__ import annotations

import re
from collections.abc import Callable

from altering.sample import WORD, Alter, Edit, Sample

ALIKE = {"a": "а", "e": "е", "o": "о", "i": "і", "c": "с", "p": "р", "y": "у", "s": "ѕ"}
Wanted = Callable[[str, list[str], int], bool]
Change = Callable[[Sample, str], str]


def line_of(wanted: Wanted, change: Change) -> Alter:
    """``change`` on one line that is ``wanted``."""

    def alter(sample: Sample) -> Edit | None:
        path, at = sample.rng.choice(list(sample.places(wanted)))
        return sample.edit(path, at, change(sample, sample.pages[path][at]), sample.pages[path][at][:80])

    return alter


def _another(sample: Sample, line: str, start: int = 0) -> str:
    """``line`` with another number in it."""
    numbers = [m for m in re.finditer(r"(?<![\w/-])\d+(?![\w-])", line) if m.start() >= start]
    if not numbers:
        return line
    number = sample.rng.choice(numbers)
    return line[: number.start()] + str(int(number[0]) + sample.rng.randint(1, 9)) + line[number.end() :]


def _on(*rooms: str) -> Callable[[str], bool]:
    return lambda path: path.split("/")[1] in rooms and not path.endswith("index.md")


def _below(name: str, *rooms: str) -> Wanted:
    on = _on(*rooms)
    return lambda path, lines, at: on(path) and lines[at + 1 : at + 2] == [f"{{: {name} }}"]


def _source(path: str, lines: list[str], at: int) -> bool:
    return path.startswith("docs/voices/") and lines[at].startswith("### ") and "bf-source" in lines[at]


def _title(path: str, lines: list[str], at: int) -> bool:
    return path.startswith(("docs/countries/", "docs/topics/")) and lines[at].startswith("# ") and "index" not in path


def _quote(path: str, lines: list[str], at: int) -> bool:
    return lines[at].startswith("> ") and not lines[at].startswith("> {:")


def _plain(path: str, lines: list[str], at: int) -> bool:
    return path.split("/")[1] in ("articles", "countries", "topics", "voices") and lines[at] == ""


def _look_alike(sample: Sample, line: str) -> str:
    found = [at for at, char in enumerate(line.partition(" {:")[0]) if char in ALIKE]
    if not found:
        return line
    at = sample.rng.choice(found)
    return line[:at] + ALIKE[line[at]] + line[at + 1 :]


def _outlet(sample: Sample, line: str) -> str:
    others = ["The Other Post", *sorted({row["outlet"] for row in sample.records if row["outlet"]})]
    return re.sub(r'(bf-source">)[^,<]+', rf"\g<1>{sample.rng.choice(others)}", line)


def _name(sample: Sample, line: str) -> str:
    return f"# {sample.rng.choice(['Norway', 'Atlantis', 'Poland', 'Sport'])} {{: .bf-headline }}"


def _wrapped(sample: Sample, line: str) -> str:
    ways = ['<span style="display:none">{}</span>', "<span hidden>{}</span>", '<span class="md-hidden">{}</span>']
    ways += ['<span style="font-size:0">{}</span>', "<!-- {} -->", "<template>{}</template>", "<del>{}</del>"]
    return "> " + sample.rng.choice(ways).format(line[2:])


def _styled(sample: Sample, line: str) -> str:
    return line.replace(
        "{: ", sample.rng.choice(['{: style="display:none" ', "{: hidden=hidden ", "{: .md-hidden "]), 1
    )


def _script(sample: Sample, line: str) -> str:
    return sample.rng.choice(
        ["<script>alert(1)</script>", '<script src="x.js"></script>', '<iframe src="x"></iframe>', "<style>p{}</style>"]
    )


def _event(sample: Sample, line: str) -> str:
    return line.replace("<span ", '<span onclick="x()" ', 1).replace("<details ", '<details ontoggle="x()" ', 1)


def _address(sample: Sample, line: str) -> str:
    ways = ["javascript:alert(1)", "https://example.net/other", "data:text/html,x"]
    return re.sub(r"\]\([^)]*\)", f"]({sample.rng.choice(ways)})", line, count=1)


def _word(sample: Sample, line: str) -> str:
    words = list(WORD.finditer(re.sub(r"<[^<>]*>|\{:[^{}]*\}|&#\d+;", lambda m: "\0" * len(m[0]), line)))
    if not words:
        return line
    word = sample.rng.choice(words)
    return f"{line[: word.start()]}{sample.rng.choice(['never', 'Grimsby', 'tax'])}{line[word.end() :]}"


def _focus(sample: Sample, line: str) -> str:
    if "bf-focus" in line:
        return line.replace('bf-focus">about', 'bf-mention">mentioned')
    return line.replace('bf-mention">mentioned', 'bf-focus">about')


def _has(*texts: str) -> Wanted:
    return lambda path, lines, at: any(text in lines[at] for text in texts) and path != "docs/about.md"


def _notice(path: str, lines: list[str], at: int) -> bool:
    before = next((line for line in reversed(lines[:at]) if line.startswith("## ")), "")
    return path.startswith("docs/articles/") and "#notices" in before and lines[at].startswith("- ")


def _drawn(path: str, lines: list[str], at: int) -> bool:
    return lines[at].startswith("<figure") and "<title>" in lines[at]


def _picture(sample: Sample, line: str) -> str:
    found = [m for m in re.finditer(r"<title>([^<]*)</title>", line) if WORD.search(m[1])]
    match = sample.rng.choice(found)
    return line[: match.start(1)] + _word(sample, match[1]) + line[match.end(1) :]


SHELVES = ("countries", "topics", "voices")
CLASSES: dict[str, Alter] = {
    "outlet on a voice's page": line_of(_source, _outlet),
    "date on a voice's page": line_of(_source, lambda s, line: _another(s, line, line.index("bf-source"))),
    "count or dates in a heading": line_of(_below(".bf-meta", *SHELVES), _another),
    "count in a list": line_of(_has('class="bf-count"'), lambda s, line: _another(s, line, line.index("bf-count"))),
    "heading of a shelf, alike": line_of(_title, _look_alike),
    "heading of a shelf, another": line_of(_title, _name),
    "quotation hidden": line_of(_quote, _wrapped),
    "quotation hidden by its list": line_of(_has("> {: #q-"), _styled),
    "script added": line_of(_plain, _script),
    "event attribute": line_of(_has("<span ", "<details "), _event),
    "link that runs or leads away": line_of(_has("](../", "](http"), _address),
    "keyword": line_of(_below(".bf-keywords", "articles"), _word),
    "focus or mention": line_of(_has("bf-focus", "bf-mention"), _focus),
    "doubt": line_of(_notice, _word),
    "terms of a topic": line_of(_has('class="bf-words"'), _word),
    "picture": line_of(_drawn, _picture),
    "trail": line_of(_has(" › "), _word),
}
