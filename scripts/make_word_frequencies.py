"""Write the tables of common words in ``knowledge/data/frequencies`` from the PyPI package wordfreq.

    pip install wordfreq==3.1.1 && python scripts/make_word_frequencies.py

A row is a frequency, in tenths of the Zipf scale (60 is once in a thousand words, 40 once in a hundred thousand), and
the words that are so frequent, sorted. Words below ``LEAST`` are rare enough to be taken for equals.
"""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import version
from pathlib import Path

from wordfreq import get_frequency_dict, word_frequency, zipf_frequency

LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pt")
LEAST = 4.0
TARGET = Path(__file__).parents[1] / "generator/topic_briefings/knowledge/data/frequencies"
HEAD = """\
# How frequent the common words of the language ({language}) are: tenths of the Zipf scale, and the words.
# Provenance: PyPI package wordfreq {version} (Robyn Speer and others), made by scripts/make_word_frequencies.py.
# Licence: Creative Commons Attribution-ShareAlike 4.0.
"""


def main() -> None:
    """Write one table a language."""
    TARGET.mkdir(exist_ok=True)
    for language in LANGUAGES:
        rows: dict[int, list[str]] = defaultdict(list)
        for word in get_frequency_dict(language, wordlist="best"):
            zipf = zipf_frequency(word, language)
            if zipf >= LEAST and len(word) > 1 and word.isalpha() and word_frequency(word, language) > 0:
                rows[round(zipf * 10)].append(word)
        head = HEAD.format(language=language, version=version("wordfreq"))
        lines = (f"{tenths}\t{' '.join(sorted(rows[tenths]))}\n" for tenths in sorted(rows, reverse=True))
        (TARGET / f"{language}.tsv").write_text(head + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
