"""Make ``generator/topic_briefings/knowledge/data/date_names.tsv`` from CLDR.

Run ``python scripts/make_date_names.py`` when CLDR moves; Babel carries its names. They are those of the languages
in ``news_languages.tsv``, and of countries that have names of their own; ``PRESS`` adds what newspapers print besides.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from babel import Locale

DATA = Path(__file__).parents[1] / "generator" / "topic_briefings" / "knowledge" / "data"
VARIANTS = ("en_GB", "en_CA", "en_AU", "de_AT", "fr_CA", "fr_CH", "es_419", "es_MX", "pt_PT", "sr_Latn", "nb", "nn")
NUMBERED = ("ja", "ko", "zh")
"""Languages whose months have numbers for names."""
PRESS = {
    ("month", "en", 9): ("sept",),
    ("month", "de", 1): ("jän", "jaenner"),
    ("month", "de", 2): ("feber",),
    ("month", "de", 3): ("mrz", "maerz"),
    ("month", "es", 9): ("setiembre", "set"),
    ("month", "fr", 2): ("fev",),
    ("month", "it", 9): ("sett",),
    ("month", "nl", 2): ("febr",),
    ("month", "nl", 3): ("mrt", "mar"),
    ("weekday", "en", 1): ("tues",),
    ("weekday", "en", 2): ("weds",),
    ("weekday", "en", 3): ("thur", "thurs"),
    ("weekday", "de", 5): ("sonnabend",),
}
"""Our own judgement: abbreviations that CLDR does not list."""
HEAD = """\
# Names and abbreviations of months and weekdays: kind, language (ISO 639-1), number (January is 1, Monday 0), names.
# From Unicode CLDR (Unicode License v3) through Babel {babel} (BSD-3-Clause), in running text and alone, and a few that
# newspapers print besides. Made by scripts/make_date_names.py.
"""


def names(locale: Locale, kind: str, number: int) -> Iterator[str]:
    """Every name that ``locale`` has for one month or weekday."""
    for context in (locale.months if kind == "month" else locale.days).values():
        for width in ("wide", "abbreviated"):
            yield context[width][number].lower().rstrip(".")


def main() -> None:
    """Write the table."""
    lines = (DATA / "news_languages.tsv").read_text(encoding="utf-8").splitlines()
    locales = [Locale.parse(code) for code in (*(line for line in lines if not line.startswith("#")), *VARIANTS)]
    found: dict[tuple[str, str, int], dict[str, None]] = {}
    for locale in locales:
        for kind, numbers in (("month", range(1, 13)), ("weekday", range(7))):
            for number in numbers:
                key = (kind, locale.language, number)
                if kind == "weekday" or locale.language not in NUMBERED:
                    found.setdefault(key, {}).update(dict.fromkeys(names(locale, kind, number)))
    for key, more in PRESS.items():
        found[key].update(dict.fromkeys(more))
    table = "".join("\t".join([*map(str, key), *forms]) + "\n" for key, forms in sorted(found.items()))
    (DATA / "date_names.tsv").write_text(HEAD.format(babel=version("babel")) + table, encoding="utf-8")


if __name__ == "__main__":
    main()
