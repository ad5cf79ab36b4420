"""The page that says how the site is made and how good it is, with the figures last measured."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from topic_briefings.models import Page
from topic_briefings.pages.lists import page
from topic_briefings.pages.markdown import front_matter
from topic_briefings.pages.searched import PAGES, Searched
from topic_briefings.pages.site import PageKind, Site

FIGURES = Path(__file__).parents[1] / "figures.json"
"""Written by ``benchmarks/scores.py --record``; committed, so that the page says when and on what it was measured."""


def about_page(site: Site) -> Iterator[Page]:
    """The page ``about.md``."""
    found: dict[str, Any] = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    title = site.words["about_title"]
    body = site.template(f"about.{site.words.language}.md.j2").render(
        title=title,
        front_matter=front_matter({"title": title, "description": title}),
        threshold=site.settings.threshold,
        measured=site.words.date(dt.date.fromisoformat(found["measured"])) if found else "",
        commit=found.get("commit", ""),
        figures=found.get("figures", {}),
    )
    yield page("about.md", body)


KIND = PageKind(
    key="about",
    place=60,
    pages=about_page,
    templates=("about.{language}.md.j2",),
    searched=Searched(group=PAGES),
    quotes=False,
)
