"""No text of an article becomes anything but characters, wherever it stands on a page."""

from __future__ import annotations

import html
import re

import markdown
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from topic_briefings.pages.markdown import attribute, front_matter, link_target, own_address, text

EXTENSIONS = ["attr_list", "md_in_html", "tables", "toc"]

# Each context as a template writes it, the article's text at the slot, and the HTML around it.
CONTEXTS = {
    "paragraph": "{}",
    "heading": "# {} {{: .bf-headline }}",
    "quotation": "> “{}”\n> {{: #q-1 .bf-quote }}",
    "list item": "- {}",
    "link text": "[{}](other.md)",
    "inside an HTML block": "<details><summary>More</summary><p>{}</p></details>",
    "Markdown inside HTML": '<section class="a" markdown>\n\n{}\n\n</section>',
}

NASTY = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](y.png)",
    "*a* _b_ **c** `d` ~~e~~",
    "{: onclick=alert(1) }",
    "{{ config }} {% raw %}",
    "1. one",
    "- item",
    "# heading",
    "> quoted",
    "    code",
    "a | b | c",
    "[label]: https://example.org",
    "*[HTML]: abbreviation",
    "--8<-- 'file'",
    "---",
    "line\n\n# other",
    "&amp; &#60;b&#62;",
    "https://example.org/a_b_c",
    "<!-- comment -->",
    "\\<b>",
    "[^1]: note",
    "\u202eabc",
]

prose = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(NASTY)


def visible(fragment: str) -> str:
    """The characters that a reader sees, white space folded."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", fragment)).split())


def shape(fragment: str) -> list[str]:
    """The tags of ``fragment`` in order, without the ids that headings take from their text."""
    return re.findall(r"<[^>]*>", re.sub(r' id="[^"]*"', "", fragment))


@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
@given(value=prose)
@example(value="<b>*x*</b> {: .y } [z](w)")
@example(value="'")
def test_text_adds_no_markup_in_any_context(context: str, value: str) -> None:
    plain = markdown.markdown(context.format("word"), extensions=EXTENSIONS)
    found = markdown.markdown(context.format(f"word {text(value)}"), extensions=EXTENSIONS)

    assert shape(found) == shape(plain)


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize("context", CONTEXTS.values(), ids=list(CONTEXTS))
def test_text_at_the_start_stays_text(context: str, value: str) -> None:
    plain = markdown.markdown(context.format("word"), extensions=EXTENSIONS)
    found = markdown.markdown(context.format(text(value)), extensions=EXTENSIONS)

    assert shape(found) == shape(plain)


@given(value=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=60))
def test_text_keeps_every_character(value: str) -> None:
    assert visible(markdown.markdown(f"word{text(value)}", extensions=EXTENSIONS)) == f"word{value}"


def test_text_folds_line_ends_and_turns_no_direction() -> None:
    assert text("one\n\ntwo\u202e three\x00") == "one two three "


def test_an_attribute_cannot_be_left() -> None:
    assert attribute('a" onclick="b') == "a&#34; onclick&#61;&#34;b"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://example.org/a",
        "https://user:secret@example.org/",
        "https:///nowhere",
        "//example.org",
        "https://[example.org",
        "",
    ],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    assert link_target(url) is None


@given(path=st.text(max_size=40))
def test_an_address_stays_one_link(path: str) -> None:
    target = link_target(f"https://example.org/{path}")
    if target is not None:
        found = markdown.markdown(f"[original]({target})", extensions=EXTENSIONS)
        assert re.fullmatch(r'<p><a href="https://example\.org/[^"<> ]*">original</a></p>', found)


def test_our_own_addresses_are_slugs() -> None:
    assert own_address("../countries/japan.md#energy") == "../countries/japan.md#energy"
    with pytest.raises(ValueError, match="is not an address"):
        own_address("a b.md")


@given(title=prose)
def test_front_matter_is_one_yaml_mapping_of_escaped_text(title: str) -> None:
    matter = str(front_matter({"title": title, "hide": ["toc"]}))
    assert matter.startswith("---\n")
    assert matter.endswith("---\n")
    loaded = yaml.safe_load(matter.removeprefix("---\n").removesuffix("---\n"))
    assert loaded["hide"] == ["toc"]
    assert not re.search(r"[<>\"\n]", loaded["title"])
