"""What is read of small files of every form, whole: ``tests/cases/reading/files.txt`` has them, one behind the other.

``=== name`` begins a file, with two backslashes and ``u`` for what no editor shows. Below each stands the article, or
the sentence that refuses it, with what is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from topic_briefings.models import Article
from topic_briefings.reading import read_folder

FILE = Path(__file__).parent / "cases" / "reading" / "files.txt"


def files(folder: Path) -> Iterator[str]:
    """The record of all files, read in ``folder``."""
    for number, block in enumerate(FILE.read_text(encoding="utf-8").split("\n=== ")[1:]):
        name, _, content = block.partition("\n")
        place = folder / str(number)
        place.mkdir()
        meant = re.sub(r"\\u((?!d[89a-f])[0-9a-f]{4})", lambda hit: chr(int(hit[1], 16)), content)
        (place / name).write_text(meant, encoding="utf-8")
        yield f"=== {name}"
        yield from (f"> {line}".rstrip() for line in content.rstrip("\n").split("\n"))
        for item in read_folder(place, "seeds"):
            yield from _article(item) if isinstance(item, Article) else (f"refused: {item}",)


def _article(article: Article) -> Iterator[str]:
    stated = {
        "headline": article.headline,
        "by": " + ".join(article.authors),
        "outlet": article.outlet,
        "published": article.published,
        "dateline": article.dateline,
        "url": article.url,
    }
    told = ", ".join(f"{name} {value}" for name, value in stated.items() if value)
    yield f"{article.id} in {article.language}: {told or 'nothing stated'}"
    yield from (f"| {line}".rstrip() for line in article.body.split("\n"))
    yield from (f"doubt {notice.code}: {notice.message}" for notice in article.notices)
