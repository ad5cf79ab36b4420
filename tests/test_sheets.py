"""What was found of an analysis is found once, and is found anew wherever it may have changed."""

from topic_briefings.gathering.sheets import Sheet
from topic_briefings.store import decoded
from topic_briefings.store.sheets import remembered


class Analysis:
    """Is told apart by its identity alone."""


def _found(folder, code, analysis, digests, finding, name="near CA"):
    with remembered(folder, code, digests) as sheets:
        return sheets(analysis).once(name, lambda: finding)


def test_a_finding_is_kept_for_the_next_run(tmp_path):
    analysis = Analysis()
    digests = {id(analysis): "a"}
    assert _found(tmp_path, "code", analysis, digests, [1.5]) == [1.5]
    assert _found(tmp_path, "code", analysis, digests, None) == [1.5]


def test_another_text_and_another_version_of_the_code_know_nothing(tmp_path):
    analysis = Analysis()
    _found(tmp_path, "code", analysis, {id(analysis): "a"}, 1)
    assert _found(tmp_path, "code", analysis, {id(analysis): "b"}, 2) == 2
    assert _found(tmp_path, "other code", analysis, {id(analysis): "b"}, 3) == 3


def test_of_an_analysis_that_was_corrected_nothing_is_known(tmp_path):
    analysis = Analysis()
    assert _found(tmp_path, "code", analysis, {}, 1) == 1
    assert _found(tmp_path, "code", analysis, {}, 2) == 2


def test_what_nobody_asks_for_any_more_is_forgotten(tmp_path):
    analysis = Analysis()
    digests = {id(analysis): "a"}
    _found(tmp_path, "code", analysis, digests, 1, "near CA")
    _found(tmp_path, "code", analysis, digests, 2, "near FR")
    assert _found(tmp_path, "code", analysis, digests, 3, "near CA") == 3


def test_a_process_that_stays_sees_what_its_last_run_found(tmp_path, monkeypatch):
    monkeypatch.setattr(decoded, "_stays", True)
    analysis = Analysis()
    digests = {id(analysis): "a"}
    for finding in (1, 2):
        assert _found(tmp_path, "code", analysis, digests, finding) == 1
    assert _found(tmp_path, "code", analysis, digests, 4, "near FR") == 4
    assert _found(tmp_path, "code", analysis, digests, 5, "near FR") == 4


def test_a_finding_about_two_is_made_anew_when_either_changes():
    assert Sheet("a", {"copy b": True}).beside(Sheet("b"), "copy", lambda: False) is True
    assert Sheet("a", {"copy b": True}).beside(Sheet("c"), "copy", lambda: False) is False
    assert Sheet("a", {"copy ": True}).beside(Sheet(), "copy", lambda: False) is False
