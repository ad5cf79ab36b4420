"""Pictures: what they show, that they are well-formed, link where they can and survive Markdown."""

from __future__ import annotations

import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.iso3166 import CODES
from topic_briefings.pages.pictures import (
    Bar,
    Series,
    timeline,
    trend,
    world_map,
)
from topic_briefings.pages.pictures.steps import classes, legend, tone

NASTY = '"><script>alert(1)</script> {{ x }} *a* [b](c) `d` & \n\n# e'


def drawn(counts, *, linked=True):
    hrefs = {code: f"../countries/{code.lower()}/" for code in counts} if linked else {}
    titles = {code: f"{code}: {count} articles" for code, count in counts.items()}
    return str(world_map(counts, hrefs, titles, title="Coverage", caption="By country.", unit="Articles"))


XLINK = "http://www.w3.org/1999/xlink"


def parse(picture):
    """The picture as XML, which, unlike HTML, wants to be told what "xlink" is."""
    return etree.fromstring(str(picture).replace("<svg ", f'<svg xmlns:xlink="{XLINK}" ', 1))


def titles(picture):
    return [element.text for element in parse(picture).iter("title")]


def bars(*counts, href="x/"):
    return [
        Bar(label=f"week {n}", count=count, title=f"week {n}, {count}", href=href) for n, count in enumerate(counts)
    ]


# ------------------------------------------------------------------ the map


def test_a_country_with_articles_is_a_titled_link_to_its_page():
    (link,) = parse(drawn({"JP": 6})).iter("a")
    assert link.get(f"{{{XLINK}}}href") == "../countries/jp/"
    assert link.get("href") is None, "Material's instant navigation would write to it, and stop"
    assert link.find("title").text == "JP: 6 articles"
    assert link.find("path").get("class") == "bf-step-4"


def test_every_country_of_iso_3166_is_drawn():
    links = list(parse(drawn(dict.fromkeys(CODES, 1))).iter("a"))
    assert sorted(link.find("title").text[:2] for link in links) == CODES
    for link in links:
        assert re.match(r"M\d+ \d+(l[-\d]|h0)", link.findall("path")[-1].get("d"))


def test_kosovo_is_drawn_too():
    assert titles(drawn({"XK": 1})) == ["XK: 1 articles"]


@pytest.mark.parametrize("code", ["TV", "SG", "MT", "VA", "AQ"])
def test_a_country_without_an_outline_is_a_dot(code):
    assert "bf-dot" in drawn({code: 1})


def test_dots_are_drawn_over_outlines():
    assert titles(drawn({"VA": 9, "IT": 1})) == ["IT: 1 articles", "VA: 9 articles"]


def test_most_articles_come_first_and_ties_follow_the_code():
    assert titles(drawn({"SE": 2, "NO": 2, "DE": 8})) == ["DE: 8 articles", "NO: 2 articles", "SE: 2 articles"]


@pytest.mark.parametrize("counts", [{}, {"JP": 0}, {"SU": 4}, {"-": 4}, {"*": 4}, {"JP": -1}])
def test_nothing_to_show_is_no_map(counts):
    assert drawn(counts) == ""


def test_without_links_the_map_is_one_image():
    assert parse(drawn({"JP": 1}, linked=False)).find("svg").get("role") == "img"
    assert parse(drawn({"JP": 1})).find("svg").get("role") == "group"


def test_a_country_is_either_land_without_articles_or_filled():
    without, canada = (parse(drawn({code: 1})).find("svg/path").get("d") for code in ("JP", "CA"))
    filled = parse(drawn({"CA": 1})).find("svg/a/path").get("d")
    assert filled in without
    assert filled not in canada


def test_the_map_of_every_country_is_small_enough_for_a_page():
    assert len(drawn(dict.fromkeys(CODES, 3))) < 70_000
    assert len(drawn({"JP": 1})) < 35_000


# ------------------------------------------------------------------ the classes of the map


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([1], "1"),
        ([6, 6], "6"),
        ([7, 1, 2], "1 2 7"),
        ([1, 2, 3, 4, 5, 12], "1 2 3 4–6 7–12"),
        ([3, 4, 5, 6, 7, 100], "3–5 6–9 10–19 20–49 50–100"),
        ([1, 2, 3, 4, 5, 100_000], "1–9 10–99 100–999 1000–9999 10000–100000"),
    ],
)
def test_the_legend_tells_the_counts_there_are(counts, expected):
    assert " ".join(label for _, label in legend(classes(counts), str)) == expected


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=12))
def test_more_articles_never_have_a_weaker_tone(counts):
    among = classes(counts)
    tones = [tone(count, among) for count in sorted(counts)]
    assert tones == sorted(tones)
    assert set(tones) <= {1, 2, 3, 4, 5}
    assert tones[-1] >= 4
    assert all(any(first <= count <= last for first, last in among) for count in counts)


# ------------------------------------------------------------------ the timeline


def test_a_timeline_names_its_first_last_and_highest_period():
    found = [element.text for element in parse(timeline(bars(1, 0, 9, 2, 3), title="By week")).iter("text")]
    assert found == ["week 0", "week 4", "week 2: 9"]


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("26 October – 1 November 2026", "16–22 November 2026", 1),
        ("26 October 2026", "16 November 2026", 2),
    ],
)
def test_on_a_phone_the_labels_of_both_ends_are_written_only_where_they_do_not_meet(first, last, shown):
    labels = (first, "second", "third", last)
    weeks = [Bar(label=label, count=count) for label, count in zip(labels, (1, 7, 9, 7), strict=True)]
    ends = list(parse(timeline(weeks, Bar(label="undated", count=2), title="")).iter("text"))
    assert sum(text.text in (first, last) and text.get("class") != "bf-wide-only" for text in ends) == shown


def test_every_bar_that_has_articles_is_a_link():
    assert titles(timeline(bars(1, 0, 9), title="By week")) == ["week 0, 1", "week 2, 9"]


def test_the_undated_stand_apart():
    undated = Bar(label="undated", count=4, title="Undated: 4 articles")
    picture = str(timeline(bars(1, 2), undated, title="By week"))
    assert titles(picture)[-1] == "Undated: 4 articles"
    assert 'class="bf-undated" x="95.00%"' in picture


def test_only_undated_articles_are_a_timeline_too():
    assert titles(timeline([], Bar(label="undated", count=4), title="By week")) == ["undated: 4"]


def test_one_article_among_a_hundred_thousand_is_still_to_be_seen():
    heights = re.findall(r'class="bf-bar"[^>]* height="(\d+)"', str(timeline(bars(1, 100_000), title="By week")))
    assert heights == ["2", "74"]


@pytest.mark.parametrize("counts", [(), (0,), (0, 0, 0)])
def test_no_articles_are_no_timeline(counts):
    assert timeline(bars(*counts), Bar(label="undated", count=0), title="By week") == ""


# ------------------------------------------------------------------ trends


def test_trends_share_a_scale():
    series = [Series(name="tides", counts=(0, 2), title="tides"), Series(name="ports", counts=(4, 0), title="ports")]
    picture = trend(series)
    assert [path.get("d") for path in parse(picture).iter("path")] == ["M10 100v-50h7V100z", "M0 100v-100h7V100z"]
    assert [svg.get("aria-label") for svg in parse(picture).iter("svg")] == ["tides", "ports"]


def test_no_trends_are_no_picture():
    assert trend([]) == "" == trend([Series(name="tides", counts=(0, 0), title="tides")])


# ------------------------------------------------------------------ all of them


def gallery(words):
    bar = Bar(label=words, count=3, title=words, href="a/")
    series = Series(name=words, counts=(1, 2), title=words, href="a/")
    yield world_map(
        {"JP": 3, "MT": 1}, {"JP": "jp/"}, {"JP": words, "MT": words}, title=words, caption=words, unit=words
    )
    yield timeline([bar, bar], bar, title=words, number=str)
    yield trend([series], caption=words, number=str)


def elements(picture):
    """What a browser makes of it: tag, attributes and words of each element in order."""
    return [
        (element.tag, sorted(element.attrib.items()), (element.text or "").strip()) for element in parse(picture).iter()
    ]


@settings(max_examples=25)
@given(st.text(min_size=1))
def test_no_text_becomes_markup(words):
    for picture, plain in zip(gallery(words), gallery("a"), strict=True):
        assert [tag for tag, *_ in elements(picture)] == [tag for tag, *_ in elements(plain)]
        assert "\n" not in picture


def test_pictures_hold_no_script_style_or_foreign_address():
    for picture in gallery(NASTY):
        for element in parse(picture).iter():
            assert element.tag not in ("script", "style", "image", "use", "foreignObject")
            assert not {"style", "onclick", "onload"} & set(element.attrib)
        assert "http" not in picture


def test_an_address_that_is_not_ours_is_refused():
    with pytest.raises(ValueError, match="is not an address"):
        timeline([Bar(label="a", count=1, href="javascript:alert(1)")], title="a")


@pytest.mark.parametrize(
    "frame", ["{}", '<div class="a" markdown>\n<section markdown>\n\n## B\n\n{}\n\n</section>\n</div>']
)
def test_markdown_passes_pictures_through(frame):
    for picture in gallery(NASTY):
        page = frame.format(f"Before.\n\n{picture}\n\nAfter *it*.")
        html = markdown.markdown(page, extensions=["attr_list", "md_in_html", "tables"])
        inner = re.search("<figure.*</figure>", html, re.DOTALL)
        assert elements(inner[0]) == elements(picture)
        assert "<em>it</em>" in html


def test_the_numbers_are_written_as_the_language_writes_them():
    picture = str(timeline([Bar(label="a", count=12_000)], title="a", number="{:,}".format))
    assert "12,000" in picture
