"""Rows of the data files, and the articles themselves."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

from altering.sample import WORD, Alter, Edit, Sample
from altering.words import add_word, change_case, change_digit, change_word, drop_word
from topic_briefings.pages.machine.data import ARTICLES, QUOTATIONS, TABLE, VOICES


def row(change: Callable[[dict[str, object], random.Random, Sample], bool]) -> Alter:
    """``change`` on a record of a quotation, in either file."""

    def alter(sample: Sample) -> Edit | None:
        path = sample.rng.choice([QUOTATIONS, ARTICLES])
        lines = sample.data[path].split("\n")
        at = sample.rng.randrange(len(lines) - 1)
        row = json.loads(lines[at])
        one = row if path == QUOTATIONS else sample.rng.choice(row["quotations"]) if row["quotations"] else None
        if one is None or not change(one, sample.rng, sample):
            return None
        lines[at] = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return Edit(f"docs/{path}", "\n".join(lines), f"docs/{path}:{at + 1} {json.dumps(one)[:200]}")

    return alter


def row_words(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """Words of a record."""
    text = str(row["text"])
    if not WORD.search(text):
        return False
    row["text"] = rng.choice([change_word, drop_word, add_word, change_case])(text, rng)
    return row["text"] != text


def row_place(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """A record's place in the article."""
    key = rng.choice(["start", "end"])
    row[key] = int(str(row[key])) + 1
    return True


def row_speaker(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """A record's speaker."""
    speaker, (name, page) = row["speaker"], rng.choice(sample.voices)
    if not isinstance(speaker, dict) or name in (speaker["name"], row.get("voice")):
        return False
    key = rng.choice(["name", "text", "voice", "voice_page"] if "voice" in row else ["name", "text"])
    if key.startswith("voice"):
        row[key] = name if key == "voice" else page
    else:
        speaker[key] = name
    return True


def row_source(row: dict[str, object], rng: random.Random, sample: Sample) -> bool:
    """A record's source."""
    other = rng.choice(sample.records)
    key = rng.choice(["article", "digest", "source", "url", "outlet", "published", "page"])
    if key not in row or row[key] == other[key]:
        return False
    row[key] = other[key]
    return True


def edit_table(sample: Sample) -> Edit | None:
    """A word, a name or a number of the table."""
    lines = sample.data[TABLE].split("\r\n")
    at = sample.rng.randrange(1, len(lines) - 1)
    if not WORD.search(lines[at]):
        return None
    lines[at] = sample.rng.choice([change_word, drop_word, add_word, change_case, change_digit])(lines[at], sample.rng)
    content = "\r\n".join(lines)
    return Edit(f"docs/{TABLE}", content, f"{TABLE}:{at + 1} {lines[at]}") if content != sample.data[TABLE] else None


def edit_article(sample: Sample) -> Edit | None:
    """A word of an article that pages quote."""
    row = sample.rng.choice(sample.records)
    file = sample.folder / row["source"]
    text = file.read_bytes().decode()
    words = [word for word in row["text"].split() if WORD.fullmatch(word) and text.count(f" {word} ") == 1]
    if not words:
        return None
    word = sample.rng.choice(words)
    return Edit(row["source"], text.replace(f" {word} ", " otherwise "), f"{row['source']}: {word}")


def exchange_voices(sample: Sample) -> Edit | None:
    """Two records of one article with each other's voice."""
    rows = [json.loads(line) for line in sample.data[QUOTATIONS].split("\n")[:-1]]
    one = sample.rng.choice(rows)
    others = [row for row in rows if row["article"] == one["article"] and row["voice"] != one["voice"]]
    if not others:
        return None
    other = sample.rng.choice(others)
    for key in ("voice", "voice_page", "role"):
        one[key], other[key] = other[key], one[key]
    return _written(QUOTATIONS, rows, f"{one['anchor']} and {other['anchor']}")


def claim_certainty(sample: Sample) -> Edit | None:
    """A speaker given where the record is not sure, or none where it is."""
    rows = [json.loads(line) for line in sample.data[QUOTATIONS].split("\n")[:-1]]
    row = sample.rng.choice(rows)
    row["certain"] = not row["certain"]
    if row["certain"] and sample.rng.random() < 0.5:
        row["voice"], row["voice_page"] = sample.rng.choice(sample.voices)
    return _written(QUOTATIONS, rows, f"{row['anchor']} certain {row['certain']}")


def change_recorded_role(sample: Sample) -> Edit | None:
    """Another role in a record."""
    rows = [json.loads(line) for line in sample.data[QUOTATIONS].split("\n")[:-1]]
    row = sample.rng.choice(rows)
    role = sample.rng.choice(["President", "spokeswoman", None])
    if row["role"] == role or not row["voice"]:
        return None
    row["role"] = role
    return _written(QUOTATIONS, rows, f"{row['anchor']} role {role}")


def change_voice(sample: Sample) -> Edit | None:
    """A name, a page, a role, a form or a member of a voice's record."""
    rows = [json.loads(line) for line in sample.data[VOICES].split("\n")[:-1]]
    row, (name, page) = sample.rng.choice(rows), sample.rng.choice(sample.voices)
    if row["name"] == name:
        return None
    what = sample.rng.choice(["name", "page", "roles", "form", "member"])
    if what in ("name", "page"):
        row[what] = name if what == "name" else page
    elif what == "roles":
        row["roles"] = [*row["roles"], "President of Nowhere"]
    elif what == "form":
        row["spellings"][0]["form"] += "y"
    else:
        row["members"][0]["speaker"] = name
    return _written(VOICES, rows, f"{row['name']}: {what}")


def change_dated_role(sample: Sample) -> Edit | None:
    """Another day, or another article, for a role of a voice."""
    rows = [json.loads(line) for line in sample.data[VOICES].split("\n")[:-1]]
    row = sample.rng.choice([row for row in rows if row["dated_roles"]])
    dated = sample.rng.choice(row["dated_roles"])
    what = sample.rng.choice(["first", "last", "articles"])
    if what == "articles":
        dated[what] = [*dated[what], sample.rng.choice(sample.records)["article"]]
    else:
        dated[what] = "2019-05-06"
    return _written(VOICES, rows, f"{row['name']}: {what} of {dated['role']}")


def change_salience(sample: Sample) -> Edit | None:
    """A keyword, a country or a topic that weighs more than the one before it."""
    rows = [json.loads(line) for line in sample.data[ARTICLES].split("\n")[:-1]]
    row, kind = sample.rng.choice(rows), sample.rng.choice(["keywords", "countries", "topics"])
    if len(row[kind]) < 2:
        return None
    row[kind][-1]["salience"] = 1.5 if sample.rng.random() < 0.3 else row[kind][0]["salience"] + 0.01
    return _written(ARTICLES, rows, f"{row['id']}: {kind}")


def change_points(sample: Sample) -> Edit | None:
    """A recorded bottom line that begins or ends elsewhere."""
    rows = [json.loads(line) for line in sample.data[ARTICLES].split("\n")[:-1]]
    row = sample.rng.choice([row for row in rows if row["points"]])
    sample.rng.choice(row["points"])[sample.rng.randrange(2)] += 3
    return _written(ARTICLES, rows, f"{row['id']}: {row['points']}")


def drop_row(sample: Sample) -> Edit | None:
    """A record less."""
    path = sample.rng.choice([QUOTATIONS, VOICES, ARTICLES])
    rows = [json.loads(line) for line in sample.data[path].split("\n")[:-1]]
    gone = rows.pop(sample.rng.randrange(len(rows)))
    return _written(path, rows, f"{gone.get('anchor') or gone.get('id') or gone.get('name')} gone")


def _written(path: str, rows: list[dict[str, object]], shown: str) -> Edit:
    lines = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    return Edit(f"docs/{path}", "".join(lines), f"{path}: {shown}")
