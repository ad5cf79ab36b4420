"""Roles that a clause, a body or a list tells, and those that are over, cut from more, or nobody's."""

from __future__ import annotations

import pytest

from tests.test_roles import roles


@pytest.mark.parametrize(
    ("clause", "role"),
    [
        ("who managed Ek’s 1996 campaign", "who managed Ek’s 1996 campaign"),
        ("who teaches tides at Tarn College and lives in Ek", "who teaches tides at Tarn College"),
        ("who works at a heating company in Tarn", "who works at a heating company in Tarn"),
        ("who works for Tarn Brewing", "who works for Tarn Brewing"),
        ("who writes about the kiln industry for bakers", "who writes about the kiln industry for bakers"),
        ("who tracks tidal ads for Kantar", "who tracks tidal ads for Kantar"),
        ("who oversees programming at TRN", "who oversees programming at TRN"),
        ("who heads a project on kilns for the Tarn Potters", "who heads a project on kilns for the Tarn Potters"),
        ("who runs the inn with her son for years", None),
        ("who served as envoy until May", None),
        ("who was acting director during the storms of 1987", None),
        ("who was the chief of staff to Bo Ek", None),
        ("who served as Ek’s chief of staff", None),
        ("who works at home", None),
        ("who works with her", None),
        ("who works hard", None),
        ("who was fired on Monday", None),
        ("who was it", None),
    ],
)
def test_a_clause_with_who_tells_what_somebody_works_at(clause, role):
    assert roles(f"“It is full,” said Lena Foss, {clause}.")["Lena Foss"] == role


def test_an_office_of_now_goes_before_a_clause_about_one_of_before():
    assert roles("Lena Foss, who was Ek’s pollster, came. Water Secretary Lena Foss said so.") == {
        "Lena Foss": "Water Secretary"
    }


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # the body of whoever is quoted
        ("“It is full,” said Lena Foss of digital consulting firm Tide.", "of digital consulting firm Tide"),
        ("Lena Foss with TRNW addressed the board. “It is full,” said Lena Foss.", "with TRNW"),
        ("Lena Foss of the Tarn School Association gave a talk. “It is full,” said Lena Foss.",
         "of the Tarn School Association"),
        ("Lena Foss, from the Tarn Society’s kiln group, called it full.", "from the Tarn Society’s kiln group"),
        ("According to Lena Foss of Tarn University, it is full.", "of Tarn University"),
        ("“It is full,” said Lena Foss of the company.", None),
        ("Lena Foss with Bo Ek addressed the board. “It is full,” said Lena Foss.", None),
        # an outlet that owns a name
        ("The Tide’s Lena Foss said it was full.", "The Tide"),
        ("TideTV’s Lena Foss said it was full.", "TideTV"),
        ("The story was by Times’ Lena Foss, who said it was full.", "Times"),
        ("McEk’s Lena Foss said it was full.", None),
        ("The Associated Press’s Lena Foss said it was full.", "The Associated Press"),
        ("There was The Tarn Journal’s page editor Lena Foss, who said it was full.", "Tarn Journal’s page editor"),
        ("The GOP’s Lena Foss said it was full.", None),
        # an office of several
        ("Commissioners Bo Ek and Lena Foss agreed. “It is full,” said Lena Foss.", "Commissioner"),
        ("Liberal candidates Lena Foss and Bo Ek agreed. “It is full,” said Lena Foss.", "Liberal candidate"),
        ("It was led by former Tarn data strategists, Lena Foss and Bo Ek, said Lena Foss.",
         "former Tarn data strategist"),
        ("They beat rivals Lena Foss and Bo Ek. “It is full,” said Lena Foss.", None),
        ("The commissioners Lena Foss backed have won. “It is full,” said Lena Foss.", None),
        ("Lena Foss, adviser to the candidates, said it was full.", "adviser to the candidates"),
        # behind where somebody lives
        ("“It is full,” says Lena Foss, 32, of Tarn, an account executive for a firm.", "account executive for a firm"),
        ("“It is full,” says Lena Foss, 32, of Ek, Ala., a teacher.", "teacher"),
        ("“It is full,” says Lena Foss, a D.C.-based Liberal strategist.", "D.C.-based Liberal strategist"),
        # a trade in -ing that opens its clause
        ("All left safely, building owner Lena Foss said.", "building owner"),
        ("“It is full,” said Trooper Lena Foss.", "Trooper"),
        ("“It is full,” said Tarn party boss Lena Foss.", "Tarn party boss"),
    ],
)  # fmt: skip
def test_a_body_or_a_list_tells_what_somebody_is(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # over
        ("In 1986 they freed Lena Foss, a reporter for Tarn News. “It is full,” said Lena Foss.", None),
        ("“It was in 1986,” said Lena Foss, a reporter for Tarn News.", "reporter for Tarn News"),
        ("In 2012 they won over Liberal nominee Lena Foss. “It is full,” said Lena Foss.", None),
        ("They keep attacking 2012 Liberal nominee Lena Foss. “It is full,” said Lena Foss.", "2012 Liberal nominee"),
        ("It was like 2004 Liberal nominee Lena Foss all over. “It is full,” said Lena Foss.", "2004 Liberal nominee"),
        ("They met alongside 2012 champion Lena Foss. “It is full,” said Lena Foss.", "2012 champion"),
        ("Tarn Post columnist Lena Foss, a speechwriter in Bo Ek’s White House, said so.", "Tarn Post columnist"),
        ("They sprinted past mayor Lena Foss. “It is full,” said Lena Foss.", "mayor"),
        ("They met past president Lena Foss. “It is full,” said Lena Foss.", "past president"),
        # less than another, or nobody's office
        ("Senator Lena Foss came. Lena Foss, a self-described Liberal socialist, said so.", "Senator"),
        ("“It is full,” said Rep. Lena Foss, a Tarn legislator and Ek supporter.", "Tarn legislator and Ek supporter"),
        ("Senator Lena Foss, an independent from Tarn, said so.", "Senator"),
        ("They favored Ek over primary rival Sen. Lena Foss. “It is full,” said Lena Foss.", "Sen."),
        ("It is good for a would-be mayor Lena Foss. Senator Lena Foss said so.", "Senator"),
        ("Lena Foss, a candidate aiming high, came. “It is full,” said Sen. Lena Foss.", "Sen."),
        ("“It is full,” said TRN legal analyst Judge Lena Foss.", "TRN legal analyst"),
        ("“It is full,” said Lena Foss, a senior adviser to the group.", None),
        ("“It is full,” said another user, Lena Foss.", None),
        ("They turned to a Western conservative, Lena Foss. “It is full,” said Lena Foss.", None),
        ("Veteran Lena Foss came. “It is full,” said Lena Foss.", None),
        ("They mourned Father Lena Foss. “It is full,” said Lena Foss.", None),
        # cut from more, and whole
        ("They opened Kilns Rock! Founder Lena Foss said so.", None),
        ("They honour fellow inductees state Sen. Lena Foss and Bo Ek. “It is full,” said Lena Foss.", "state Sen."),
        ("They met incumbent Mayor Lena Foss. “It is full,” said Lena Foss.", "incumbent Mayor"),
        ("Incumbent Rep. Lena Foss said so.", "Incumbent Rep."),
        ("They called upon living history portrayer Lena Foss, who said so.", "living history portrayer"),
        ("Queens Park Rangers keeper Lena Foss said so.", "Queens Park Rangers keeper"),
        ("The panel included Touching the Tide director Lena Foss. “It is full,” said Lena Foss.", None),
        ("It was told by Work and Pensions Secretary Lena Foss. “It is full,” said Lena Foss.",
         "Work and Pensions Secretary"),
        ("They met newly elected councillor Lena Foss. “It is full,” said Lena Foss.", "newly elected councillor"),
        ("World 100m champion Lena Foss said so.", "World 100m champion"),
        ("They met Lena Foss, dean of the School of Tides at Tarn University and Bo Ek, who sang, said Lena Foss.",
         "dean of the School of Tides at Tarn University"),
    ],
)  # fmt: skip
def test_what_is_over_or_cut_is_not_shown_as_an_office_of_now(sentence, role):
    assert roles(sentence).get("Lena Foss") == role


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Speaking to the city’s first park, Tarn Ridge, the mayor pointed out how it was full.", "Tarn Ridge"),
        (
            "It went to the Tarn Attorney General’s Office, and the General said so. “It is full,” said General.",
            "General",
        ),
        ("It is the most successful kiln pilot Norway has had. Norway said so.", "Norway"),
        ("They lost the best actor Tarnya to Ek. “It is full,” said Tarnya.", "Tarnya"),
        ("After a musical number chef Ludo appeared. “It is full,” said Ludo.", "Ludo"),
        ("What comes next? President Foss? It was so. “It is full,” said Foss.", "Foss"),
    ],
)
def test_a_word_that_is_no_holder_has_no_office(sentence, name):
    assert roles(sentence).get(name) is None
