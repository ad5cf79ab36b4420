"""What a person is, as an article prints it: before the name, after it, and in front of it with a comma."""

from __future__ import annotations

import pytest

from tests.factories import article
from topic_briefings.extractors import analyse
from topic_briefings.knowledge import Knowledge


def roles(body, language="en"):
    """The role of each speaker of ``body``, by name."""
    found = analyse(article(body, language=language), Knowledge())
    return {speaker.name: speaker.role.of(body) if speaker.role else None for speaker in found.speakers}


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # right before the name
        ("Energy Minister Lena Foss said the dam was full.", "Energy Minister"),
        ("“It is full,” said Lena Foss MP, the energy minister.", "energy minister"),
        ("The Tarn energy spokesman, Lena Foss MSP, said the dam was full.", "Tarn energy spokesman"),
        ("The former Tarn mayor Lena Foss said the dam was full.", "former Tarn mayor"),
        ("Acting Harbour Director Lena Foss said the dam was full.", "Acting Harbour Director"),
        ("The late Sen. Lena Foss said the dam was full.", "late Sen."),
        ("Then-Gov. Lena Foss said the dam was full.", "Then-Gov."),
        ("Ek’s campaign manager Lena Foss said the dam was full.", "Ek’s campaign manager"),
        ("Secretary of State Lena Foss said the dam was full.", "Secretary of State"),
        ("Founder and chief executive Lena Foss said the dam was full.", "Founder and chief executive"),
        ("Fire Chief Dr. Lena Foss said the dam was full.", "Fire Chief"),
        ("Sens. Lena Foss and Bo Ek said so.", "Sen"),
        ("Words like these lead Sens. Lena Foss and Bo Ek to ask.", "Sen"),
        ("The former state Sens. Lena Foss and Bo Ek said so.", "former state Sen"),
        ("“It is full,” said the former Senators Bo Ek (D-Tarn) and Lena Foss.", "former Senator"),
        ("“It is full,” said the first lady, Lena Foss.", "first lady"),
        ("Ferrywoman Lena Foss said the dam was full.", "Ferrywoman"),
        ("They jailed 5/17 plotter Lena Foss, who said so.", "5/17 plotter"),
        ("“It is full,” explained TRN moderator Lena Foss.", "TRN moderator"),
        ("“It is full,” said Ek constituent Lena Foss.", "Ek constituent"),
        ("Navy SEAL Lena Foss said the dam was full.", "Navy SEAL"),
        (
            "Former Secretary of State and party front-runner Lena Foss said the dam was full.",
            "Former Secretary of State and party front-runner",
        ),
        ("Former Secretary of State Bo Ek and Sen. Lena Foss said the dam was full.", "Sen."),
        ("They cheered rival Sen. Lena Foss, who said the dam was full.", "Sen."),
        ("Ek’s rival Sen. Lena Foss said the dam was full.", "Ek’s rival Sen."),
        ("He spoke of his father and Mayor Lena Foss, who said the dam was full.", "Mayor"),
        ("“It is full,” said Ek’s new campaign manager, Mayor Lena Foss.", "Ek’s new campaign manager"),
        ("“It is full,” said the committee’s chair, Rep. Lena Foss.", "Rep."),
        ("Representative Lena Foss, a Democrat of Tarn, said so.", "Representative"),
        ("Lena Foss, a Democrat of Tarn, said so.", "Democrat of Tarn"),
        ("“Cold Kiln” star Lena Foss said so.", "“Cold Kiln” star"),
        ("The Tarn school board President Lena Foss said so.", "Tarn school board President"),
        ("Bank of Tarn governor Lena Foss said so.", "Bank of Tarn governor"),
        ("“It is full,” said Economy and Labour Minister Lena Foss.", "Economy and Labour Minister"),
        ("The board met then Tarn Mayor Lena Foss. “It is full,” said Lena Foss.", "then Tarn Mayor"),
        ("Bo Ek is now leading Liberal nominee Lena Foss. “It is full,” said Lena Foss.", "Liberal nominee"),
        ("The 98ers fired coach Lena Foss on Monday. “It is full,” said Lena Foss.", "coach"),
        ("Center for Tidal Rights director Lena Foss said so.", "Center for Tidal Rights director"),
        # after it
        ("Lena Foss, mayor of Tarn: “It is full.”", "mayor of Tarn"),
        ("Rep. Lena Foss of Tarn, a member of the water board, said so.", "member of the water board"),
        ("Lena Foss, the chief operating officer of Tarn Works, said so.", "chief operating officer of Tarn Works"),
        ("Lena Foss, a secretary of labor during the flood, said so.", "secretary of labor during the flood"),
        ("Lena Foss, president of the H.T.U.-D.W.F., said so.", "president of the H.T.U.-D.W.F."),
        ("Lena Foss, envoy to the league fighting the flood, said so.", "envoy to the league fighting the flood"),
        ("Lena Foss, head of nautical training, said so.", "head of nautical training"),
        ("Lena Foss, Friends of Tarn’s executive director, said so.", "Friends of Tarn’s executive director"),
        ("Lena Foss, a College of Tarn history lecturer, said so.", "College of Tarn history lecturer"),
        ("Lena Foss, who leads the Tarn Dam Trust, said the dam was full.", "who leads the Tarn Dam Trust"),
        (
            "“It is full,” said Lena Foss, who leads Mr. Ek’s Council of Tidal Advisers.",
            "who leads Mr. Ek’s Council of Tidal Advisers",
        ),
        (
            "Lena Foss, a former secretary of state seeking the office, said the dam was full.",
            "former secretary of state",
        ),
        ("Mayor Lena Foss, who leads the Tarn Dam Trust, said the dam was full.", "Mayor"),
        ("Lena Foss, a proud veteran, said so.", "veteran"),
        (
            "A mile south, in Tarn, the owner of the Marsh Inn, Lena Foss, said the dam was full.",
            "owner of the Marsh Inn",
        ),
        (
            "Lena Foss, executive director of the harbour authority, said so.",
            "executive director of the harbour authority",
        ),
        ("Lena Foss, 54, a nurse at the harbour clinic, said so.", "nurse at the harbour clinic"),
        ("Lena Foss, a pollster with Tarn Research, said so.", "pollster with Tarn Research"),
        ("Lena Foss, who is the mayor of Tarn, said so.", "mayor of Tarn"),
        ("Lena Foss, a former judge, said so.", "former judge"),
        ("“It is full,” said Lena Foss, who serves as director of Tarn Works.", "director of Tarn Works"),
        ("One of the family’s lawyers, Lena Foss, said the dam was full.", "One of the family’s lawyers"),
        ("Lena Foss, retired judge, said so.", "retired judge"),
        ("Lena Foss, director of One Tarn Now, said so.", "director of One Tarn Now"),
        (
            "Lena Foss, historian at the Tarn First Ladies Library, said so.",
            "historian at the Tarn First Ladies Library",
        ),
        ("Lena Foss, president of the New Tarn think tank, said so.", "president of the New Tarn think tank"),
        ("Lena Foss, a reporter for Tarn News & Report, said so.", "reporter for Tarn News & Report"),
        ("Lena Foss, star of the classic “Cold Kiln,” said so.", "star of the classic “Cold Kiln,”"),
        (
            "It was Lena Foss, the anchor of Tarn’s “Nightly News.” For Ek it was late, she said.",
            "anchor of Tarn’s “Nightly News.”",
        ),
        (
            "Lena Foss, an outside adviser to the party on tax and budget issues and an aide to Ek, said so.",
            "outside adviser to the party on tax and budget issues",
        ),
        (
            "Lena Foss, director of the old Norman Marl Center for play at the University of Southern Tarn, said so.",
            "director of the old Norman Marl Center for play",
        ),
        ("Lena Foss, the founder of a group called Dry Tarn, said so.", "founder of a group called Dry Tarn"),
        ("Lena Foss, the rower known as “Oar”, said so.", "rower"),
        ("“It is full,” said Lena Foss, the mayor of Tarn.", "mayor of Tarn"),
        ("Lena Foss, the party’s managing director, said so.", "party’s managing director"),
        (
            "Lena Foss (R-Tarn), chair of the Farm and Forest Board, said so.",
            "chair of the Farm and Forest Board",
        ),
        (
            "“It is full,” said Lena Foss, lecturer in law at Tarn University.",
            "lecturer in law at Tarn University",
        ),
        ("Lena Foss, the White House press secretary, said so.", "White House press secretary"),
        ("Lena Foss, the 2012 party nominee, said so.", "2012 party nominee"),
        ("Lena Foss, the likely nominee, said so.", "likely nominee"),
        ("Lena Foss — a former Ek adviser — said so.", "former Ek adviser"),
        (
            "Lena Foss, a law lecturer at the University of Tarn, Ekby, said so.",
            "law lecturer at the University of Tarn, Ekby",
        ),
        ("At the party convention Sen. Lena Foss said so.", "Sen."),
        ("Tarn Works CEO Lena Foss said so.", "Tarn Works CEO"),
        ("CEO Lena Foss said so.", "CEO"),
        ("Lena Foss, who now runs the Tarn Dam Trust, said so.", "who now runs the Tarn Dam Trust"),
        ("Vell Board Committeeman Lena Foss said so.", "Vell Board Committeeman"),
        ("Lena Foss, president of Keep the Ferry, said so.", "president of Keep the Ferry"),
        ("Lena Foss, the author of ''The Cold Kiln,'' said so.", "author of ''The Cold Kiln,''"),
        # the office, and not what somebody is beside it
        ("Tarn Gov. Lena Foss, a staunch Bo Ek ally, said so.", "Tarn Gov."),
        ("Justice Lena Foss, an Ek appointee, said so.", "Justice"),
        # in front, with a comma
        ("At Planned Tides, Planned Tides’ new director, Lena Foss, said so.", "Planned Tides’ new director"),
        ("They called the state’s governor, Lena Foss. Tarn Gov. Lena Foss said so.", "Tarn Gov."),
        ("The bank’s chief economist, Lena Foss, said the rate was low.", "bank’s chief economist"),
        ("“It is full,” said Lena Foss, a ferry expert hired by the port.", "ferry expert"),
        ("It was built for the rich and former ferry pilot Lena Foss said so.", "former ferry pilot"),
        ("Rower and ferry pilot Lena Foss said so.", "Rower and ferry pilot"),
        ("Between Hillary Clinton and ferry pilot Lena Foss it was cold. “It is full,” said Lena Foss.", "ferry pilot"),
        ("They came: Ana Sol, Bishop Lena Foss, Bo Ek. “It is full,” said Lena Foss.", "Bishop"),
        ("They may nominate Bo Ek for president. “It is full,” said President Lena Foss.", "President"),
        ("“It is full,” said President Lena Foss. Bo Ek, the former president, rowed.", "President"),
        ("“It is full,” said President Lena Foss. Former President Ek is a former president Tarn loves.", "President"),
        ("“It is full,” said Lena Foss, author of the book “Cold Kiln”.", "author of the book “Cold Kiln”"),
        ("“It is full,” said Lena Foss, chair of the board.", "chair of the board"),
        ("“It is full,” said 2012 nominee Lena Foss, now the mayor of Tarn.", "mayor of Tarn"),
        ("Two currently back Sen. Lena Foss. Water Board Chair Lena Foss said so.", "Water Board Chair"),
        ("“It is full,” said 2012 party nominee Lena Foss, the mayor there.", "2012 party nominee"),
        ("“It is full,” he told director Lena Foss.", "director"),
        ("Superintendent Lena Young left. Mayor Lena Foss stayed. “It is full,” said Lena Foss.", "Mayor"),
        (
            "“It is full,” said Lena Foss, a former mayor of Tarn and currently head of the Tarn Works.",
            "former mayor of Tarn and currently head of the Tarn Works",
        ),
        ("“It is full,” said Sen. Lena Foss, another vulnerable incumbent.", "Sen."),
        ("Tarn Police Department reports state Sgt. Lena Foss left. “It is full,” said Lena Foss.", "Sgt."),
        ("The Tarn state Sgt. Lena Foss said so.", "Tarn state Sgt."),
        ("The president of the water board, Lena Foss, said so.", "president of the water board"),
        ("The head of the Tarn Army, Gen. Lena Foss, said so.", "head of the Tarn Army"),
        ("The army’s head, Gen. Lena Foss, said so.", "Gen."),
        ("“It is full,” said harbour spokeswoman Navy Capt. Lena Foss.", "harbour spokeswoman"),
        ("“It is full,” said the socialite Lena Foss, a rower.", "rower"),
        ("“It is full,” said Tarn billionaire Lena Foss.", "Tarn billionaire"),
        ("He calls it “The Cold Kiln.” Tarn Mayor Lena Foss said so.", "Tarn Mayor"),
        ("It is what the President Lena Foss could do. “It is full,” said Lena Foss.", "President"),
        # a state behind the town, a year before the office, one office of two
        ("“It is full,” said Lena Foss, a truck driver from Ava, Mo., who was there.", "truck driver from Ava, Mo."),
        ("“It is full,” said Lena Foss, a pilot from Ekby, N.Y., on Monday.", "pilot from Ekby, N.Y."),
        ("“It is full,” said Lena Foss, a pilot from Ekby, Bo Ek and others.", "pilot from Ekby"),
        ("“It is full,” said Lena Foss, executive director of One Tarn Now.", "executive director of One Tarn Now"),
        ("The 2012 Republican nominee Lena Foss said the dam was full.", "2012 Republican nominee"),
        ("“It is full,” said 2012 nominee Lena Foss.", "2012 nominee"),
        ("In 2012 candidate Lena Foss said the dam was full.", "candidate"),
        ("Judiciary Committee Chairman Rep. Lena Foss said the dam was full.", "Judiciary Committee Chairman"),
        ("Tarn Republican Sen. Lena Foss said the dam was full.", "Tarn Republican Sen."),
        ("The moderate Sen. Lena Foss said the dam was full.", "moderate Sen."),
        ("Lt. Gov. Lena Foss said the dam was full.", "Lt. Gov."),
        ("“It is full,” said Ek’s colleague Lena Foss.", "Ek’s colleague"),
        # with what is before it
        ("“It is full,” said Tarn Navy 1st Lt. Lena Foss.", "Tarn Navy 1st Lt."),
        ("“It is full,” said former Channel 7 reporter Lena Foss.", "former Channel 7 reporter"),
        ("“It is full,” said District 6 Councilwoman Lena Foss.", "District 6 Councilwoman"),
        ("“It is full,” said Tarn Fire and Rescue Chief Lena Foss.", "Tarn Fire and Rescue Chief"),
        ("“It is full,” said Bo Ek and Rescue Chief Lena Foss.", "Rescue Chief"),
        ("“It is full,” said Economic and Fiscal Policy Minister Lena Foss.", "Economic and Fiscal Policy Minister"),
        ("“It is full,” said Tarn police Capt. Lena Foss.", "Tarn police Capt."),
        ("“It is full,” said singer/guitarist Lena Foss.", "singer/guitarist"),
        ("“It is full,” said Speaker of the House Rep. Lena Foss.", "Speaker of the House"),
        ("“It is full,” said Leader of the House Minister Lena Foss.", "Leader of the House"),
        ("Republic of Tarn manager Lena Foss said so.", "Republic of Tarn manager"),
        ("Supporters of Republican Lena Foss came. “It is full,” said Lena Foss.", "Republican"),
        ("“It is full,” said Gov. Bo Ek’s budget director, Lena Foss.", "Gov. Bo Ek’s budget director"),
        ("“It is full,” said Clinton’s harbour director, Lena Foss.", "Clinton’s harbour director"),
        ("“It is full,” said Lena Foss, Clinton’s Tarn state director.", "Clinton’s Tarn state director"),
        ("“It is full,” said White House hopeful Lena Foss.", "White House hopeful"),
        # with what is behind it
        ("Lena Foss, a lobbyist and a former mayor of Tarn, said so.", "lobbyist and a former mayor of Tarn"),
        ("Lena Foss, a former mayor of Tarn and senator, said so.", "former mayor of Tarn and senator"),
        ("Lena Foss, a surgeon and one of the rowers, said so.", "surgeon"),
        ("He met Lena Foss, mayor of Tarn and the pilot of Ek, Bo Sol. “It is full,” said Lena Foss.", "mayor of Tarn"),
        ("Lena Foss, a surgeon from Ekby, New Jersey, said so.", "surgeon from Ekby, New Jersey"),
        (
            "“It is full,” said Lena Foss, a pilot at the University of Tarn, San Ek.",
            "pilot at the University of Tarn, San Ek",
        ),
        ("“It is full,” said Lena Foss, president, Tarn Entertainment Group.", "president, Tarn Entertainment Group"),
        ("“It is full,” said Lena Foss, president, Bo Ek, and Ana Sol.", "president"),
        (
            "“It is full,” said Lena Foss, a scholar of farm economics and trade at Tarn College.",
            "scholar of farm economics and trade at Tarn College",
        ),
        ("“It is full,” said Lena Foss, a history teacher at the school that Bo Ek built.", "history teacher"),
        ("“It is full,” said Lena Foss, a history teacher at the school, on Monday.", "history teacher at the school"),
        ("“It is full,” said Lena Foss, mayor of Tarn, Lund and Ekby were there.", "mayor of Tarn"),
        ("It was the last day of former mayor Lena Foss. “It is full,” she said.", "former mayor"),
        ("“It is full,” said aluminium producer Lena Foss.", "aluminium producer"),
        ("“It is full,” said Ek’s nephew and adviser Lena Foss.", "Ek’s nephew and adviser"),
        ("“It is full,” said one of the two lead lawyers, Lena Foss.", "one of the two lead lawyers"),
    ],
)
def test_a_role_is_read_whole_and_in_the_words_of_the_article(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Lena Foss said the dam was full.",
        "His wife, Lena Foss, said so.",
        "Bo Ek’s wife, Lena Foss, said so.",
        "Lena Foss, the mother of a fallen soldier, said so.",
        "Lena Foss, Bo Ek’s sister-in-law, said so.",
        "His campaign manager, Lena Foss, said so.",
        "The dam lost its co-pilot, Lena Foss. “It is full,” said Lena Foss.",
        "“It is full,” said Lena Foss, its chief executive officer.",
        "“It is full,” said billionaire Lena Foss.",
        "“It is full,” said Lena Foss, the group’s managing director.",
        "The company’s chief economist, Lena Foss, said the rate was low.",
        "The panel’s senior Liberal, Lena Foss, said the rate was low.",
        "“It is full,” said Lena Foss, author of the provision, on Monday.",
        "“It is full,” said Lena Foss, an expert hired by the port.",
        "“It is full,” said Lena Foss, a rower and pilot by the time the dam was built.",
        "The top ferry safety and foreign trade lawyer Lena Foss said so.",
        "The Swedish and corporate speaker Lena Foss said so.",
        "They came: Ana Sol, Bishop Foss, Bo Ek. “It is full,” said Foss.",
        "They may nominate Lena Foss for president. Nobody fears President Foss. “It is full,” said Lena Foss.",
        "He chided President Lena Foss, and she is a former president whom Tarn loves. “It is full,” said Lena Foss.",
        "“It is full,” said Lena Foss, author of the book, on Monday.",
        "“It is full,” said Lena Foss, director of the company.",
        "“It is full,” said Lena Foss, a Tarn citizen.",
        "The other ferry owner, Lena Foss, said so.",
        "They met veteran Foss haters. “It is full,” said Lena Foss.",
        "“It is full,” said Ek’s partner and fellow rower Lena Foss.",
        "“It is full,” said Lena Foss. It was former Tarn policy planning director Lena Foss who left.",
        "“It is full,” said real estate showman Lena Foss.",
        "He will pick a new Justice Lena Foss. “It is full,” said Lena Foss.",
        "The ferry owner Foss challenge is off. “It is full,” said Lena Foss.",
        "Mayor Lena Young came. “It is full,” said Lena Foss.",
        "It is what a President Lena Foss could do. “It is full,” said Lena Foss.",
        "Lena Foss, speaking at the dam, said so.",
        "Lena Foss, like the mayor of Tarn, said so.",
        "After two hours with Lena Foss, the prime minister had gone. “It is full,” said Lena Foss.",
        "After two hours with Lena Foss, the mayor “looked ashen”. “It is full,” said Lena Foss.",
        "Vell beat rival Lena Foss in May. “It is full,” said Lena Foss.",
        "Lena Foss, pulled Rep. Ek aside and said so.",
        "Lena Foss, leaders of the board and others said so.",
        "He spoke to the president. Lena Foss said so.",
        "Bo Ek is the best mayor for young voters, Lena Foss said.",
        "Lena Foss, who was his chief of staff, said so.",
        "Lena Foss, who was secretary of state at the time, said so.",
        "“It is full,” said Lena Foss, who served as envoy to Norway from 2012 on.",
        "The candidates, Lena Foss and Bo Ek, said so.",
        "One of his advisers, Lena Foss, said so.",
        "Lena Foss, the party nominee that year, said the dam was full.",
        "Lena Foss, a Tarn Rovers fan, said so.",
        "“It is full,” said Conservative rival Lena Foss.",
        "“It is full,” said Lena Foss, who ran into Bo Ek.",
        "“It is full,” said Lena Foss, who owns a dog.",
        "“It is full,” said Lena Foss, who led the study.",
        "Lena Foss, Senator Bo Ek and Ana Sol met. “It is full,” said Lena Foss.",
        "Against Lena Foss, the Tarn governor won nine votes. “It is full,” said Lena Foss.",
        "Bo Ek is not yet a candidate, Lena Foss sent word. “It is full,” said Lena Foss.",
        "He would counsel Lena Foss to wait. “It is full,” said Lena Foss.",
        "When she was a ferry pilot, Lena Foss did not swim. “It is full,” said Lena Foss.",
        "Lena Foss, a top aide said, is sure of it. “It is full,” said Lena Foss.",
        "The diehard Lena Foss supporters left. “It is full,” said Lena Foss.",
        "They voted for Lena Foss, a tough line on dams. “It is full,” said Lena Foss.",
        "Lena Foss, 41, the secretary of farming and rural works, said so.",
        "The album by No Kiln singer Lena Foss is cold. “It is full,” said Lena Foss.",
        "The host of Tarn This Morning co-anchor Lena Foss sat down. “It is full,” said Lena Foss.",
        "He drank with Bo Ek and then Vice President Lena Foss. “It is full,” said Lena Foss.",
        "Lena Foss, daughter of the court reporter Lund shot in May, said so.",
        "Lena Foss, author of Four’s a Crowd, said so.",
        "Lena Foss, author of Unlikely: The Kiln and I, said so.",
        "Lena Foss, an adviser with whom Bo Ek rowed, said so.",
        "Lena Foss, the water minister at the time, said so.",
        "Lena Foss, director of the Tide and Me rowing club, said so.",
        "Lena Foss, assistant secretary for towns, ports, and ferries, said so.",
        "Lena Foss, an executive partner of Tarn Works, said so.",
        "Bo Ek bids for the seat, and now as a candidate, Lena Foss can wait. “It is full,” said Lena Foss.",
        "One of the men, Lena Foss, said so.",
        "Bo Ek rowed with fellow candidate Lena Foss. “It is full,” said Lena Foss.",
        "The fight against candidates Lena Foss won, she said. “We won,” said Lena Foss.",
        "“It is full,” said Lena Foss, a senior pastor at Hill Church in Ft. Worth, on Monday.",
        "Lena Foss, the son of one mayor and the brother of another, said the dam was full.",
        "Lena Foss, the assistant secretary of state for population, refugees and migration, said so.",
        "“It is full,” said Lena Foss, a colleague, on Monday.",
        "“It is full,” said one of the two participants, Lena Foss.",
        # cut, of another time, or of what only the text around tells
        "“It is full,” said Lena Foss, director for business the arm of Tarn Works.",
        "“It is full,” said Lena Foss, minister of forests, lands and mines.",
        "“It is full,” said Lena Foss, Minister of Forests, Lands and Mines.",
        "“It is full,” said Lena Foss, chair of the Chamber Serving Ekby, Tarn and Lund.",
        "“It is full,” said Lena Foss, co-owner of Salt + Smoke.",
        "“It is full,” said Lena Foss, rodeo queen/princess coordinator.",
        "“It is full,” said Lena Foss, matriarch of the family that owns Tarn.",
        "“It is full,” said Lena Foss, president of the D.C.-based Tarn Works.",
        "“It is full,” said Lena Foss, a Tarn campaign aide during her first run.",
        "“It is full,” said Lena Foss, widow of a sheriff’s deputy Lund shot.",
        "“It is full,” said her husband’s Treasury secretary, Lena Foss.",
        "“It is full,” said Lena Foss, a friend and adviser who was there.",
        "“It is full,” said another co-worker of hers, Lena Foss.",
        "“It is full,” said former member Lena Foss.",
        "“It is full,” said his Swedish socialite wife Lena Foss.",
        "“It is full,” said Ek’s widow and daughter Lena Foss.",
        "Bo Ek will face compatriot Lena Foss. “It is full,” said Lena Foss.",
        # somebody else’s
        "He called Lena Foss, chief of staff Bo Ek said. “It is full,” said Lena Foss.",
        "He met Lena Foss, Secretary of State Bo Ek, and others. “It is full,” said Lena Foss.",
        "Tarn native Bob Ek beat Ekby goalie Lena Foss. “It is full,” said Lena Foss.",
    ],
)
def test_what_is_no_role_of_hers_is_not_taken_for_one(sentence):
    assert roles(sentence).get("Lena Foss") is None


def test_what_is_called_after_a_person_has_no_office():
    body = "“It is full,” said the Capt. Lena Foss Chapter. “It is cold,” said Capt. Bo Ek."
    found = roles(body)
    assert "Capt." not in {role for name, role in found.items() if "Foss" in name}
    assert found["Bo Ek"] == "Capt."


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # a word of the clause in front of the office, and one that belongs to it
        ("Unlike President Lena Foss, he waited. “It is full,” said Lena Foss.", "President"),
        ("He rowed in a way Water Director Lena Foss called rash.", "Water Director"),
        ("The polls show Ekby Party rival Lena Foss ahead. “It is full,” said Lena Foss.", "Ekby Party rival"),
        ("He would channel Liberal nominee Lena Foss. “It is full,” said Lena Foss.", "Liberal nominee"),
        ("Tarn Watch noted Water Director Lena Foss said so.", "Water Director"),
        ("The noted Tarn lawyer Lena Foss said so.", "noted Tarn lawyer"),
        ("Enter President Lena Foss. “It is full,” she said.", "President"),
        ("DAM FULL AGAIN Tarn Mayor Lena Foss said so.", "Tarn Mayor"),
        ("TARN NEWS writer Lena Foss said so.", "TARN NEWS writer"),
        ("The reality TV star Lena Foss said so.", "reality TV star"),
        ("The state Liberal chairwoman Lena Foss said so.", "state Liberal chairwoman"),
        ("Famed ferry doctor Lena Foss said so.", "Famed ferry doctor"),
        ("He wrote to then-Chief Justice Lena Foss. “It is full,” said Lena Foss.", "then-Chief Justice"),
        ("TARN PRESSVell Gov. Lena Foss said so.", "Gov."),
        ("The former rival Tarn Gov. Lena Foss said so.", "Tarn Gov."),
        ("He ran with his wife Tarn mayor Lena Foss. “It is full,” said Lena Foss.", "Tarn mayor"),
        ("The Centers for Tide Control director Lena Foss said so.", "Centers for Tide Control director"),
        ("Standing alongside ferry pilot Lena Foss, he left. “It is full,” said Lena Foss.", "ferry pilot"),
        ("Associated Press writer Lena Foss said so.", "Associated Press writer"),
        # whole
        ("Tarn House press secretary Lena Foss said so.", "Tarn House press secretary"),
        ("Ek campaign Chairwoman Lena Foss said so.", "Ek campaign Chairwoman"),
        ("Lena Foss, a Republican of Tarn and one of the few backers, said so.", "Republican of Tarn"),
        (
            "Former Tarn Gov. and Water Committee Chairwoman Lena Foss said so.",
            "Former Tarn Gov. and Water Committee Chairwoman",
        ),
        # somebody else's
        ("Bo Ek is a critic of former mayor Lena Foss, she said. “It is full,” said Lena Foss.", "former mayor"),
        ("He is a supporter of ex-President Lena Foss. “It is full,” said Lena Foss.", "ex-President"),
        ("Chief of Staff Lena Foss said so.", "Chief of Staff"),
        ("Minister of Justice Lena Foss said so.", "Minister of Justice"),
        # none
        ("The crowd was pro Lena Foss. “It is full,” said Lena Foss.", None),
        ("Bo Ek saw to his ouster, Lena Foss said.", None),
    ],
)
def test_only_the_words_of_the_office_are_the_role(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # "pro tem" is of the title
        ("“It is full,” said Senate President Pro Tem Lena Foss.", "Senate President Pro Tem"),
        ("“It is full,” said president pro tempore Lena Foss.", "president pro tempore"),
        ("The crowd was pro Mayor Lena Foss. “It is full,” said Lena Foss.", "Mayor"),
        # a people or a leaning alone, and with an office; a party
        ("“It is full,” said Lena Foss, an American.", None),
        ("“It is full,” said Lena Foss, an American pilot.", "American pilot"),
        ("“It is full,” said arch-conservative Lena Foss.", None),
        ("“It is full,” said the liberal Lena Foss.", None),
        ("“It is full,” said Lena Foss, a conservative columnist.", "conservative columnist"),
        ("“It is full,” said Lena Foss, a Republican.", "Republican"),
        # a place in capitals that opens the article, and one inside it
        ("SAN ANTONIO Tarn Sports/Kiln analyst Lena Foss said so.", "Tarn Sports/Kiln analyst"),
        ("SAN ANTONIO Mayor Lena Foss said so.", "Mayor"),
        ("The SAN ANTONIO Sports analyst Lena Foss said so.", "SAN ANTONIO Sports analyst"),
        # what is asked
        ("They ask what kind of candidate Lena Foss will be. “It is full,” said Lena Foss.", None),
        ("She is the sort of a mayor Lena Foss wants. “It is full,” said Lena Foss.", None),
        ("They ask which candidate Lena Foss backs. “It is full,” said Lena Foss.", None),
        ("That is what Tarn mayor Lena Foss wants. “It is full,” said Lena Foss.", "Tarn mayor"),
        # of somebody, and without whom
        ("“It is full,” spokesman Lena Foss said.", None),
        ("“It is full,” said Lena Foss, a former aide.", None),
        ("“It is full,” said Ek spokesman Lena Foss.", "Ek spokesman"),
        ("“It is full,” police spokesman Lena Foss said.", "police spokesman"),
        ("“It is full,” said Lena Foss, an aide to Ek.", "aide to Ek"),
        # what somebody turned into
        ("College rower-turned-pro Lena Foss, the Tarn senator, said so.", "Tarn senator"),
        ("Rower-turned-senator Lena Foss said so.", "Rower-turned-senator"),
    ],
)
def test_what_alone_is_no_office_is_not_shown_as_one(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Harare Mayor, Lena Foss confirmed it.", "Harare Mayor"),
        ("The dam is full. Tarn councillor, Lena Foss moved the motion, she said.", "Tarn councillor"),
        ("As Tarn Mayor, Lena Foss confirmed it. “It is full,” said Lena Foss.", None),
        ("Tarn Mayor, Lena Foss and Bo Ek met. “It is full,” said Lena Foss.", None),
        ("Ana Sol, Tarn Mayor, Lena Foss and Bo Ek met. “It is full,” said Lena Foss.", None),
        ("No Tarn leader, Lena Foss said, is gone.", None),
        ("Board President Ana Sol and board members Lena Foss and Bo Ek said so.", "board member"),
        ("City council members Bo Ek, Ana Sol and Lena Foss said so.", "City council member"),
        ("Members Bo Ek and Lena Foss met. “It is full,” said Lena Foss.", None),
        ("Family members Bo Ek and Lena Foss met. “It is full,” said Lena Foss.", None),
        ("The board members Lena Foss backed have won. “It is full,” said Lena Foss.", None),
    ],
)
def test_an_office_with_a_comma_may_open_the_sentence_and_members_share_their_body(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # what doubts an office is of it, and before an object a verb
        ("Ek will defeat likely Liberal nominee Lena Foss. “It is full,” said Lena Foss.", "likely Liberal nominee"),
        ("It is likely Mayor Lena Foss will stay. “It is full,” said Lena Foss.", "Mayor"),
        ("They met aspiring senator Lena Foss. “It is full,” said Lena Foss.", "aspiring senator"),
        ("They met alleged robber Lena Foss. “It is full,” said Lena Foss.", "alleged robber"),
        ("They met failed mayoral candidate Lena Foss. “It is full,” said Lena Foss.", "failed mayoral candidate"),
        ("Lena Foss, the suspected robber, said so.", "suspected robber"),
        ("Ek accused Sen. Lena Foss of it. “It is full,” said Lena Foss.", "Sen."),
        ("A man who accused former Mayor Lena Foss left. “It is full,” said Lena Foss.", "former Mayor"),
        ("They jailed Tarn alleged robber Lena Foss. “It is full,” said Lena Foss.", None),
        # the post of now, and one of before
        ("Mayor Lena Foss came. Lena Foss, the former labor leader, said so.", "Mayor"),
        ("Ek’s Tarn chairman, Lena Foss, a former state party chairman, said so.", "Ek’s Tarn chairman"),
        ("Water Secretary Lena Foss, a former Tarn governor, said so.", "Water Secretary"),
        ("President Lena Foss won. Former president Lena Foss said so.", "Former president"),
        ("Gen. Lena Foss, the former head of Tarn Works, said so.", "former head of Tarn Works"),
        ("Candidate Lena Foss, the former governor of Tarn, said so.", "former governor of Tarn"),
        ("Its editor, Lena Foss, a former governor of Tarn, said so.", "former governor of Tarn"),
        # a school is no office
        ("Sen. Lena Foss won. Lena Foss, a graduate of Tarn Law School, said so.", "Sen."),
        ("Lena Foss, a graduate of Tarn Law School, said so.", "graduate of Tarn Law School"),
        ("Lena Foss, a senior at Tarn High School, said so.", "senior at Tarn High School"),
        # whose predecessor
        ("“It is full,” said TRN Chairman Bo Ek’s predecessor, Lena Foss.", "TRN Chairman Bo Ek’s predecessor"),
        ("“It is full,” said Mr. Ek’s budget director, Lena Foss.", "Mr. Ek’s budget director"),
        # cut, and whole
        ("Lena Foss, a Tarn resident and a member of the pro–ferry group, said so.",
         "Tarn resident and a member of the pro–ferry group"),
        ("“It is full,” said Lena Foss, a rower and the director of media for Tarn is Ekby’s Business.", None),
        ("Lena Foss, an expert on Ek at the Tarn Institute for Near East Policy, said so.",
         "expert on Ek at the Tarn Institute for Near East Policy"),
        ("Tarn Department of Tide Control Director Gen. Lena Foss said so.",
         "Tarn Department of Tide Control Director Gen."),
        ("Tarn Parks and Recreation Director Lena Foss said so.", "Tarn Parks and Recreation Director"),
        ("By 9.30 PM Speaker Lena Foss left. “It is full,” said Lena Foss.", "Speaker"),
        ("In the paper, features writer Lena Foss said so.", "features writer"),
        ("It is full. Planned Tides’ president Lena Foss said, “We wait.”", None),
        ("They met Tarn Sen. Lena Foss, a co-sponsor of the bill. “It is full,” said Lena Foss.", "Tarn Sen."),
        ("“It is full,” said Lena Foss, a member of a rich Tarn family.", None),
        ("“It is full,” said Lena Foss, a 33-year-old African American.", None),
        ("Lena Foss, a 31-year-old Ek volunteer in Tarn, said so.", "31-year-old Ek volunteer in Tarn"),
        ("Ek’s media director Lena Foss, a veteran of the Tarn House, said so.", "Ek’s media director"),
        ("“It is full,” said board chairwoman Judge Lena Foss.", "board chairwoman"),
        ("“It is full,” said Tarn police spokeswoman Lt. Lena Foss.", "Tarn police spokeswoman"),
        ("“It is full,” said spokeswoman Lt. Lena Foss.", "Lt."),
        ("“It is full,” said Lena Foss, Tarn planning and zoning director.", "Tarn planning and zoning director"),
        ("Lena Foss, marketing director at Tarn Works, said so.", "marketing director at Tarn Works"),
        ("“It is full,” said Lena Foss, editor at large of The Tide.", "editor at large of The Tide"),
        ("Lena, surprise populist. “It is full,” said Lena Foss.", None),
        # only beside a name
        ("Lena Foss, a fellow at the Tarn Institute, said so.", "fellow at the Tarn Institute"),
        ("Lena Foss, professor emeritus of tides at Tarn, said so.", "professor emeritus of tides at Tarn"),
        ("“It is full,” said Lena Foss, 17, a senior.", "senior"),
        ("Lena Foss, Tarn Board of Mediation chairwoman, said so.", "Tarn Board of Mediation chairwoman"),
        ("Lena Foss, a research associate at Tarn College, said so.", "research associate at Tarn College"),
        ("Lena Foss, the president and publisher of Tarn Books, said so.", "president and publisher of Tarn Books"),
        ("“It is full,” said Lena Foss, a longtime liberal.", None),
        ("Sister Lena Foss said so.", "Sister"),
        ("The boat left. (Lena Foss, The Advocate) “It is full,” said Lena Foss.", None),
    ],
)  # fmt: skip
def test_what_is_said_of_an_office_is_not_cut_from_it(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("“It is full,” said Lena Foss of Tarn Medical Center.", "of Tarn Medical Center"),
        ("“It is full,” said Lena Foss of the Tarn Commission on the Tides.", "of the Tarn Commission on the Tides"),
        ("“It is full,” said Lena Foss with the Tarn Fire Department.", "with the Tarn Fire Department"),
        ("Lena Foss of Tarn University suggested that it was full.", "of Tarn University"),
        ("“It is full,” said Mayor Lena Foss of Tarn University.", "Mayor"),
        ("Lena Foss, of the Tarn Tide Society, left. “It is full,” said Lena Foss.", "of the Tarn Tide Society"),
        ("Lena Foss of The Tide wrote that it was full.", "of The Tide"),
        ("Tarn State University’s Lena Foss said it was full.", "Tarn State University"),
        ("“It is full,” said Lena Foss of Orange County.", None),
        ("“It is full,” said Lena Foss of 12 Main Street.", None),
        ("They left Lena Foss with the Tarn Fire Department. “It is full,” said Lena Foss.", None),
        ("TRN’s Lena Foss said the dam was full.", "TRN"),
        ("The Tarn Gazette’s Lena Foss said the dam was full.", "Tarn Gazette"),
        ("The GOP’s Lena Foss said the dam was full.", None),
        ("Tarn’s Lena Foss said the dam was full.", None),
        ("TRN’s Lena Foss said so. “It is full,” said TRN anchor Lena Foss.", "TRN anchor"),
    ],
)
def test_whoever_is_quoted_for_a_body_is_shown_with_it(sentence, role):
    assert roles(sentence)["Lena Foss"] == role


def test_a_sentence_whose_end_stray_marks_hide_ends_a_name_and_a_role():
    stray = '" Indeed, it rained at Ekby. Bo Ek won. " They sang of '
    found = roles(f"{stray}manager Tarek El-Lund. Al-Marl scored late. Tarek El-Lund left.")
    assert found == {"Tarek El-Lund": "manager"}
    assert roles(f"{stray}the hapless Bo Al-Marl. Tarn defender Lena Foss said so.")["Lena Foss"] == "Tarn defender"
    assert roles(f"{stray}former Tarn Gov. Lena Foss, who said so.")["Lena Foss"] == "former Tarn Gov."


def test_whoever_is_spoken_of_by_an_office_does_not_have_it():
    found = roles("The federal judge Lund was referring to is Bo Ek. “The kiln is cold,” Lund said.")

    assert found["Lund"] is None
    assert roles("“The kiln is cold,” said the federal judge Lund in Tarn, where it is not.")["Lund"] == "federal judge"


@pytest.mark.parametrize(
    "sentence",
    [
        "Rep. Bo Ek of Tarn, an ally of the governor, said so. “It is full,” said Tarn.",
        "The mayor of Ekby, Tarn, said so. “It is full,” said Tarn.",
        "In the suburb of Tarn, a worker named Bo Ek said so. “It is full,” said Tarn.",
        "The dinghy belongs to Tarn, the sheriff stated on Monday. “It is full,” said Tarn.",
        "Bo Ek shipped with General Motors. “It is full,” said Motors.",
        "“It is full,” said aluminium producer Tarn.",
        "“It is full,” said Tarn, a supplier of pumps.",
        "“It is full,” said his publisher, Tarn.",
        "The head of ferry network Tarn has left. “It is full,” said Tarn.",
        "“It is full,” said Ekby’s ally Tarn.",
        "At an event in Tarn, the president called for it. “It is full,” said Tarn.",
        "Bo Ek, of the 900 block of Tarn Road, the driver of a car, said so. “It is full,” said Tarn Road.",
        "An employee of another nearby firm, Tarn Works, said so. “It is full,” said Tarn Works.",
    ],
)
def test_a_place_or_a_firm_has_no_office_of_somebody_beside_it(sentence):
    named = ("Tarn", "Motors", "Tarn Road", "Tarn Works")
    assert not any(role for name, role in roles(sentence).items() if name in named)


@pytest.mark.parametrize(
    "sentence",
    [
        "She won the High Sheriff Award in May.",
        "She was a pilot at the Queen Street Practice.",
        "They play President Forever at night.",
        "He liked baby boomers and Gen Xers.",
        "It was both former president Bushes who came.",
        "The OSCE Envoy Condemns Tarn Attack.",
        "The American Express Co said it is full.",
        "They won the General Elections. The General Elections were held in May.",
    ],
)
def test_words_with_capitals_behind_an_office_are_not_all_people(sentence):
    assert not any(roles(sentence).values())


def test_a_president_of_one_word_is_somebody_where_he_is_named_again_or_no_word_is_his_name():
    assert roles("“It is full,” said President Rice. Rice left.") == {"Rice": "President"}
    assert roles("“It is full,” said President Lund.") == {"Lund": "President"}


def test_a_critic_keeps_whose_critic_she_is():
    assert roles("Lena Foss, a critic of former mayor Bo Ek, said so.")["Lena Foss"] == "critic of former mayor Bo Ek"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Defence Minister Gen Sato said so.", {"Gen Sato": "Defence Minister"}),
        ("Lt Gen Sato said so.", {"Sato": "Lt Gen"}),
        ("Defence Minister Gen. Lena Foss said so.", {"Lena Foss": "Defence Minister Gen."}),
        ("Defence Minister Prof Lena Foss said so.", {"Lena Foss": "Defence Minister Prof"}),
        ("Defence Minister Prof Sato said so.", {"Sato": "Defence Minister Prof"}),
        ("Gen Lena Foss said so.", {"Lena Foss": "Gen"}),
    ],
)
def test_a_title_cut_short_without_its_dot_behind_another_is_a_given_name(sentence, found):
    assert roles(sentence) == found


def test_a_title_before_a_surname_is_not_the_wifes_whose_husband_is_named_with_mr():
    body = "President Sol came to Tarn. Michelle Sol was with him. “It is full,” Mr. Sol said."
    assert roles(body) == {"Sol": "President"}
    body = "Senator Sol came to Tarn. Michelle Sol was with him. “It is full,” Ms. Sol said."
    assert roles(body) == {"Michelle Sol": "Senator"}


def test_a_relation_is_shown_with_its_owner_only():
    assert roles("Ek’s colleague, Lena Foss, said so.")["Lena Foss"] == "Ek’s colleague"
    assert roles("A colleague, Lena Foss, said so.").get("Lena Foss") is None


def test_a_role_that_is_not_shown_tells_who_is_meant():
    body = "Their leader, Lena Foss, met Bo Ek. The dam is full. “It stands,” the leader said."
    found = analyse(article(body), Knowledge())
    assert [quotation.speaker.name for quotation in found.quotations] == ["Lena Foss"]
    assert [speaker.role for speaker in found.speakers if speaker.name == "Lena Foss"] == [None]


def test_the_fuller_role_of_a_later_mention_is_taken():
    body = "“We wait,” said Sen. Lena Foss. The dam is full. Lena Foss, chairwoman of the water board, left."
    assert roles(body)["Lena Foss"] == "chairwoman of the water board"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("Der Stausee ist voll, sagte Ministerin Lena Foss.", "Ministerin"),
        ("„Der Stausee ist voll“, so die Worte des Präsidenten Karl Foss.", "Präsident"),
    ],
)
def test_a_german_title_is_told_in_its_base_form(sentence, role):
    assert list(roles(sentence, "de").values()) == [role]


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("„Es regnet“, sagte Lena Foss, Leiterin des Hafenamts, am Freitag.", "Leiterin des Hafenamts"),
        ("Lena Foss, stellvertretende Leiterin des Amts für Fischerei, sagte: „Es regnet.“",
         "stellvertretende Leiterin des Amts für Fischerei"),
        ("„Es regnet“, sagte Lena Foss, 44, Krankenschwester aus Tarn.", "Krankenschwester aus Tarn"),
        ("„Es regnet“, sagte Lena Foss (SPD), Bürgermeisterin von Tarn, dem Kurier.", "Bürgermeisterin von Tarn"),
        ("„Es regnet“, sagte die Leiterin des Hafenamts, Lena Foss.", "Leiterin des Hafenamts"),
        ("„Es regnet“, sagte die Tarner Bürgermeisterin Lena Foss.", "Tarner Bürgermeisterin"),
        ("„Es regnet“, sagte Krankenschwester Lena Foss.", "Krankenschwester"),
        ("„Es regnet“, sagte Lena Foss, Schwester des Bürgermeisters.", None),
        ("„Es regnet“, sagte Lena Foss, Chefin der Reederei Nordlicht.", "Chefin der Reederei Nordlicht"),
        ("„Es regnet“, sagte Lena Foss, Sohn Jonas und Tochter Ute nickten.", None),
        ("„Es regnet“, sagte Lena Foss, Freitag früh am Hafen.", None),
        ("„Es regnet“, sagte die ehemalige Ministerin Lena Foss.", "ehemalige Ministerin"),
        ("„Es regnet“, sagte die stellvertretende Tarner Bürgermeisterin Lena Foss.",
         "stellvertretende Tarner Bürgermeisterin"),
        ("Man ehrte den ehemaligen Minister Lena Foss. „Es regnet“, sagte Foss.", None),
        ("Man ehrte den neuen Minister Lena Foss. „Es regnet“, sagte Foss.", "Minister"),
        ("„Es regnet“, sagte die müde Ministerin Lena Foss.", "Ministerin"),
        ("„Es regnet“, hörte man von Lena Foss, einer anderen alten Ministerin aus Tarn.", "alten Ministerin aus Tarn"),
        ("„Es regnet“, sagte Lena Foss.", None),
    ],
)  # fmt: skip
def test_a_german_role(sentence, role):
    assert roles(sentence, "de").get("Lena Foss") == role


@pytest.mark.parametrize(
    ("sentence", "name", "role"),
    [
        ("„Es regnet“, sagte der Betreiber Nordstrom.", "Nordstrom", None),
        ("„Es regnet“, sagte der Betreiber Bo Ek.", "Bo Ek", "Betreiber"),
        ("„Es regnet“, sagte die Ministerin Norwegens, Lena Foss.", "Lena Foss", "Ministerin Norwegens"),
        ("„Es regnet“, sagte die Ministerin Norwegens, Lena Foss.", "Norwegens", None),
    ],
)
def test_a_german_title_is_no_firms_and_no_country_s(sentence, name, role):
    assert roles(sentence, "de").get(name) == role
