"""Who said it, on pages."""

from __future__ import annotations

import re

from altering.sample import VOICE_LINK, Edit, Sample


def swap_speaker(sample: Sample) -> Edit | None:
    """A quotation given to another voice, with the link to that voice's page."""
    path, at = sample.rng.choice(sample.names)
    line = sample.pages[path][at]
    name, page = sample.rng.choice(sample.voices)
    up = "" if path == "docs/index.md" else "../"
    if line.startswith("# "):
        return sample.edit(path, at, f"# {name} {{: .bf-headline }}", f"now {name}")
    other = f"[{name}]({up}{page})"
    if VOICE_LINK.search(line):
        changed = VOICE_LINK.sub(other, line)
    elif line.startswith("### "):
        changed = f"### {other} {{: .bf-speaker }}"
    else:
        changed = re.sub(r'(<span class="bf-by">).*(</span>)', lambda m: m[1] + other + m[2], line)
    if name in line or f"{page}" in line:
        return None
    return sample.edit(path, at, changed, f"now {name}")


def edit_name(sample: Sample) -> Edit | None:
    """One letter of a speaker's name or role changed."""
    path, at = sample.rng.choice(sample.names)
    line = sample.pages[path][at]
    start = line.index('<span class="bf-by">') + len('<span class="bf-by">') if "bf-by" in line else line.index(" ")
    end = line.rindex("{:") if line.startswith("#") else len(line)
    shown = re.sub(r"\]\([^)]*\)|<[^>]*>|&#[0-9]+;", lambda m: " " * len(m[0]), line[start:end])
    letters = [start + m.start() for m in re.finditer(r"[^\W\d_]", shown)]
    if not letters:
        return None
    place = sample.rng.choice(letters)
    other = "e" if line[place] != "e" else "a"
    return sample.edit(path, at, line[:place] + other + line[place + 1 :], f"{line} letter {place}")


def edit_link_of_speaker(sample: Sample) -> Edit | None:
    """A speaker's name with a link to another voice's page."""
    path, at = sample.rng.choice(sample.linked)
    _, page = sample.rng.choice(sample.voices)
    line = sample.pages[path][at]
    up = "" if path == "docs/index.md" else "../"
    match = VOICE_LINK.search(line)
    if not match or match[2].endswith(page.removeprefix("voices/")):
        return None
    return sample.edit(path, at, line[: match.start(2)] + up + page + line[match.end(2) :], f"links to {page}")


def exchange_speakers(sample: Sample) -> Edit | None:
    """Two headings of one page in each other's place."""
    path, at = sample.rng.choice(sample.headings)
    others = [
        place for page, place in sample.headings if page == path and sample.pages[path][place] != sample.pages[path][at]
    ]
    if not others:
        return None
    other, lines = sample.rng.choice(others), list(sample.pages[path])
    lines[at], lines[other] = lines[other], lines[at]
    return Edit(path, "\n".join(lines), f"{path}:{at + 1} and {other + 1} exchanged")


def change_role(sample: Sample) -> Edit | None:
    """Another role, one more, or none."""
    path, at = sample.rng.choice([place for place in sample.names if not place[0].startswith("docs/voices/")])
    line = sample.pages[path][at]
    found = re.search(r"\]\([^)]*\)(, [^{<]*?)?(?= \{:|</span>)", line)
    if not found:
        return None
    role = sample.rng.choice([", spokeswoman", ", President", ""])
    start = found.start(1) if found[1] else found.end()
    return sample.edit(path, at, line[:start] + role + line[found.end() :], f"role now {role!r}")


def name_somebody(sample: Sample) -> Edit | None:
    """A name where the record says that none is known."""
    places = [place for place in sample.names if "Speaker not named" in sample.pages[place[0]][place[1]]]
    path, at = sample.rng.choice(places)
    name, page = sample.rng.choice(sample.voices)
    up = "" if path == "docs/index.md" else "../"
    new = sample.rng.choice([name, f"[{name}]({up}{page})"])
    return sample.edit(path, at, sample.pages[path][at].replace("Speaker not named", new), f"now {new}")


def rename_in_list(sample: Sample) -> Edit | None:
    """Another name, role or page in the list of the most quoted."""
    lists = [p for p in sample.listed if p[0] in ("docs/index.md", "docs/voices/index.md")]
    path, at = sample.rng.choice(lists)
    line = sample.pages[path][at]
    link = VOICE_LINK.search(line)
    name, _ = sample.rng.choice(sample.voices)
    if not link or name in line:
        return None
    ways = [line.replace(link[1], name, 1), line.replace(" <span", ", President <span", 1)]
    return sample.edit(path, at, sample.rng.choice(ways), f"now {name} or President")
