"""The examples in docstrings, and so those of the guide's page for programs, do what they say."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

import topic_briefings
from tests.sites import ROOT

PACKAGE = ROOT / "generator" / "topic_briefings"
WITH_EXAMPLES = [
    ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")
    for file in sorted(PACKAGE.rglob("*.py"))
    if "\n    >>> " in (text := file.read_text(encoding="utf-8")) or "\n>>> " in text
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_do_what_they_say(name):
    tried = doctest.testmod(import_module(name))
    assert tried.attempted
    assert not tried.failed


def test_all_that_is_offered_can_be_had_and_says_what_it_is():
    for name in topic_briefings.__all__:
        offered = getattr(topic_briefings, name)
        assert name == "__version__" or offered.__doc__, name
    assert dir(topic_briefings) == sorted(topic_briefings.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        topic_briefings.nothing  # noqa: B018 - asking is the test
