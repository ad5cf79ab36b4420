"""Where it was said, on pages."""

from __future__ import annotations

import re

from altering.sample import ARTICLE_LINK, Edit, Sample


def swap_source(sample: Sample) -> Edit | None:
    """Another article's page, address, outlet or date."""
    path, at = sample.rng.choice(sample.sources)
    line = sample.pages[path][at]
    if "](http" in line:
        way = sample.rng.choice([(r"\]\(https?://[^)]*", "](https://example.net/other"), (r"[^·]+", "Another Post ")])
        return sample.edit(path, at, re.sub(way[0], way[1], line, count=1), "original")
    match = ARTICLE_LINK.search(line)
    other = sample.rng.choice([row["page"] for row in sample.records])
    if not match or match[2].endswith(other):
        return None
    if sample.rng.random() < 0.5:
        return sample.edit(path, at, f"{line[: match.start(2)]}../{other}{line[match.end(2) :]}", f"to {other}")
    return sample.edit(path, at, f"{line[: match.start(1)]}Another Post{line[match.end(1) :]}", "called otherwise")


def rename_article(sample: Sample) -> Edit | None:
    """A headline, an outlet or a date on an article's own page."""
    path = sample.rng.choice([path for path in sample.pages if path in sample.own])
    lines = sample.pages[path]
    title = next(at for at, line in enumerate(lines) if line.startswith("# "))
    at, line = sample.rng.choice([(title, lines[title]), (title + 2, lines[title + 2])])
    if line.startswith("{"):
        return None
    changed = sample.rng.choice(
        [line.replace(" · ", " · The Other Post · ", 1), re.sub(r"\d+", lambda m: str(int(m[0]) + 1), line, count=1)]
        if at != title
        else [re.sub(r" \{:", " again {:", line), re.sub(r"# (\w+)", "# Never", line)]
    )
    return None if at != title and "Other Post" in changed else sample.edit(path, at, changed, changed)


def relink_list(sample: Sample) -> Edit | None:
    """Another article behind a headline in a list."""
    path, at = sample.rng.choice([p for p in sample.listed if ARTICLE_LINK.search(sample.pages[p[0]][p[1]])])
    line = sample.pages[path][at]
    match = ARTICLE_LINK.search(line)
    other = sample.rng.choice([row["page"] for row in sample.records])
    if not match or match[2].endswith(other):
        return None
    up = match[2][: match[2].index("articles/")]
    return sample.edit(path, at, f"{line[: match.start(2)]}{up}{other}{line[match.end(2) :]}", f"to {other}")


def rename_source_in_list(sample: Sample) -> Edit | None:
    """Another outlet or date below a headline in a list."""
    path, at = sample.rng.choice(sample.origins)
    line = sample.pages[path][at]
    changed = re.sub(r'(bf-source">)[^,<\[]+', r"\1The Other Post", line)
    if sample.rng.random() < 0.5:
        changed = re.sub(r"\d+(?=[^<>]*</span>)", lambda m: str(int(m[0]) + 1), line, count=1)
    return sample.edit(path, at, changed, changed.strip())


def drop_digest(sample: Sample) -> Edit | None:
    """Another SHA-256."""
    path = sample.rng.choice(sorted(sample.own))
    lines = sample.pages[path]
    at = next(at for at, line in enumerate(lines) if "bf-digest" in line)
    digest = sample.rng.choice([row["digest"] for row in sample.records])
    return sample.edit(path, at, re.sub(r"[0-9a-f]{64}", digest, lines[at]), digest)
