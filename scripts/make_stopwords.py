"""Make ``generator/topic_briefings/languages/stopwords.tsv`` from lists that others keep.

Run ``python scripts/make_stopwords.py`` with the PyPI packages stopwordsiso 0.7.1, stop-words 2025.11.4 and
python-rake 1.5.0 installed. English is the list of the SMART system (Salton and Buckley, 1971), as python-rake
carries it: that of Stopwords ISO is twice as long and holds "system", "world" and "state", which say what a text
is about. Ukrainian is that of stop-words, since Stopwords ISO has but a few. All others are Stopwords ISO's.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import RAKE
import stop_words
import stopwordsiso

TARGET = Path(__file__).parents[1] / "generator" / "topic_briefings" / "languages" / "stopwords.tsv"
ADDRESS = ("dr", "dra", "mr", "ms")
"""Forms of address without their stop, which the list of 1971 leaves out; our own judgement."""
HEAD = """\
# Words too common to say what a text is about, in lower case: language (ISO 639-1), words parted by spaces.
# Made by scripts/make_stopwords.py from Stopwords ISO (MIT, Copyright Gene Diaz) through stopwordsiso {iso}; en
# is the list of the SMART system through python-rake {rake} (MIT), with a few
# forms of address of our own; uk is that of stop-words {many} (BSD-3-Clause, Copyright Alireza Savand).
"""


def row(language: str, words: Iterable[str]) -> str:
    """One line of the table; entries of more than one word are none that a word can be found among."""
    found = {unicodedata.normalize("NFC", word.strip().lower()) for word in words}
    return f"{language}\t{' '.join(sorted(word for word in found if word and not any(map(str.isspace, word))))}\n"


def main() -> None:
    """Write the table."""
    lists = {language: stopwordsiso.stopwords(language) for language in stopwordsiso.langs()}
    lists["en"] = {*RAKE.SmartStopList(), *ADDRESS}
    lists["uk"] = stop_words.get_stop_words("uk")
    head = HEAD.format(iso=version("stopwordsiso"), rake=version("python-rake"), many=version("stop-words"))
    TARGET.write_text(head + "".join(row(code, lists[code]) for code in sorted(lists)), encoding="utf-8")


if __name__ == "__main__":
    main()
