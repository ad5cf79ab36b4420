"""What programs read: feeds and the blocks of JSON-LD."""

from __future__ import annotations

import json
import re

from altering.sample import WORD, Edit, Sample
from altering.words import change_case, change_word, drop_word

LINKED = '<script type="application/ld+json">'


def _linked(sample: Sample) -> tuple[str, int, dict[str, list[dict[str, object]]]]:
    path = sample.rng.choice(sorted(sample.own))
    lines = sample.pages[path]
    at = next(at for at, line in enumerate(lines) if line.startswith(LINKED))
    return path, at, json.loads(lines[at].removeprefix(LINKED).removesuffix("</script>"))


def _with(sample: Sample, path: str, at: int, data: object, shown: str) -> Edit | None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return sample.edit(path, at, f"{LINKED}{text}</script>", shown)


def linked_words(sample: Sample) -> Edit | None:
    """Words of a quotation in the JSON-LD."""
    path, at, data = _linked(sample)
    quotations = [item for item in data["@graph"][1:] if WORD.search(str(item["text"]))]
    if not quotations:
        return None
    item = sample.rng.choice(quotations)
    item["text"] = sample.rng.choice([change_word, drop_word, change_case])(str(item["text"]), sample.rng)
    return _with(sample, path, at, data, str(item["text"]))


def linked_speaker(sample: Sample) -> Edit | None:
    """Another creator of a quotation in the JSON-LD."""
    path, at, data = _linked(sample)
    if len(data["@graph"]) < 2:
        return None
    item, (name, _) = sample.rng.choice(data["@graph"][1:]), sample.rng.choice(sample.voices)
    creator = item.get("creator")
    if isinstance(creator, dict) and creator["name"] == name:
        return None
    item["creator"] = {"@type": "Person", "name": name}
    return _with(sample, path, at, data, name)


def linked_source(sample: Sample) -> Edit | None:
    """Another headline, outlet, date or address in the JSON-LD."""
    path, at, data = _linked(sample)
    new = {
        "headline": "Another headline",
        "publisher": {"@type": "Organization", "name": "The Other Post"},
        "datePublished": "2020-01-01",
        "url": "https://example.net/other",
    }
    key = sample.rng.choice(sorted(new))
    data["@graph"][0][key] = new[key]
    return _with(sample, path, at, data, key)


def linked_made_up(sample: Sample) -> Edit | None:
    """A quotation more, or less, in the JSON-LD."""
    path, at, data = _linked(sample)
    graph = data["@graph"]
    if len(graph) > 1 and sample.rng.random() < 0.5:
        graph.pop()
    else:
        graph.append({"@type": "Quotation", "text": "Never.", "isBasedOn": {"@id": "#article"}, "url": "#q-0"})
    return _with(sample, path, at, data, "one more or less")


def feed_words(sample: Sample) -> Edit | None:
    """A word of an entry's text in a feed."""
    return _feed(sample, r"<summary>(.*?)\(", r'"content_text": "(.*?)\(')


def feed_title(sample: Sample) -> Edit | None:
    """A word of an entry's headline in a feed."""
    return _feed(sample, r"<entry>.*?<title>(.*?)</title>", r'"title": "([^\n]*?)",\n   "content')


def feed_head(sample: Sample) -> Edit | None:
    """Another address of the feed itself, or of its page."""
    return _feed(
        sample, r'<link rel="\w+" type="[^"]*" href="([^"]*[a-z][^"]*)"', r'"(?:home_page|feed)_url": "([^"]*)"'
    )


def _feed(sample: Sample, atom: str, json_feed: str) -> Edit | None:
    path = sample.rng.choice(sample.feeds)
    text = (sample.folder / path).read_bytes().decode()
    found = list(re.finditer(atom if path.endswith(".xml") else json_feed, text, re.DOTALL))
    if not found:
        return None
    match = sample.rng.choice(found)
    words = re.sub(r"&[a-z]+;|\\\\.", lambda m: " " * len(m[0]), match[1])
    if not WORD.search(words):
        return None
    word = sample.rng.choice(list(WORD.finditer(words)))
    start = match.start(1) + word.start()
    changed = text[:start] + "never" + text[start + len(word[0]) :]
    return None if changed == text else Edit(path, changed, f"{path}: {word[0]} → never")


def feed_source(sample: Sample) -> Edit | None:
    """Another date, outlet or address of an entry in a feed."""
    path = sample.rng.choice(sample.feeds)
    text = (sample.folder / path).read_bytes().decode()
    xml = path.endswith(".xml")
    ways = [
        (r"(<entry>.*?<updated>)\d{4}" if xml else r'("date_published": ")\d{4}', r"\g<1>1999"),
        (r"( \()[^()]*, (?=\d)", r"\1The Other Post, "),
        (
            r'(<entry>.*?href="[^"]*articles/)[^"]*' if xml else r'("url": "[^"]*articles/)[^"]*',
            r"\1" + sample.rng.choice(sample.records)["page"].removeprefix("articles/").removesuffix(".md") + "/",
        ),
    ]
    changed = re.sub(*sample.rng.choice(ways), text, count=1, flags=re.DOTALL)
    return None if changed == text else Edit(path, changed, path)
