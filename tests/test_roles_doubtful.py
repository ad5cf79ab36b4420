"""Roles that are left out, or give way to another, because their words may be a part of something longer."""

from __future__ import annotations

import pytest

from tests.test_roles import roles

SAID = "“It is full,” said Lena Foss"


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        # of somebody whom only the text around names
        ("“It is full,” said the rapper’s lawyer, Lena Foss.", None),
        ("“It is full,” said the man’s lawyer, Lena Foss.", None),
        ("“It is full,” said the governor’s lawyer, Lena Foss.", "governor’s lawyer"),
        ("“It is full,” said Ek’s lawyer, Lena Foss.", "Ek’s lawyer"),
        # before another office that is given
        ("Ekby Works named Vice President Lena Foss as chief executive.", None),
        ("They promoted deputy editor Lena Foss to editor.", None),
        ("Ekby Works named Vice President Lena Foss in its report.", "Vice President"),
        # of what is named behind it
        (f"{SAID}, co-owner of quay firm, The Ekby Store.", None),
        (f"{SAID}, former co-owner of quay firm, Ekby Store.", "former co-owner"),
        (f"{SAID}, star of Tarn drama, “Line of Sea”.", None),
        (f"{SAID}, co-owner of a quay firm, on Monday.", "co-owner of a quay firm"),
        (f"{SAID}, director of finance, on Monday.", "director of finance"),
        (f"{SAID}, president of the Network of those Harmed by Floods.", None),
        (f"{SAID}, president of the Network of Harbours.", "president of the Network of Harbours"),
        # of what has been named in full before
        (f"{SAID}, director of the Committee.", None),
        (f"{SAID}, director of the Ferry Committee.", "director of the Ferry Committee"),
        # behind the line that says where it was written
        ("EKBY (TRN) - When President Lena Foss was there, “it was full,” she said.", "President"),
        # cut from the name or the matter before it
        ("Marl Shipping Co. President Lena Foss was there.", None),
        ("Marl Shipping President Lena Foss was there.", "Marl Shipping President"),
        ("They asked Marl (Ekby) Ltd analyst Lena Foss.", None),
        ("They asked Marl and Co analyst Lena Foss.", None),
        ("The Wreck of the Tarn director Lena Foss was there.", None),
        ("They met at the wreck of the Tarn director Lena Foss.", "Tarn director"),
        ("Tarn has met Chief Justice Lena Foss.", "Chief Justice"),
        ("Tarn has appointed Ekby Chief Justice Lena Foss to it.", None),
        ("The appointed chief Lena Foss was there.", "appointed chief"),
        ("Dams and fisheries secretary Lena Foss was there.", None),
        ("They asked fire information Officer Lena Foss.", None),
        ("City grounds/harbour supervisor Lena Foss was there.", None),
        ("Harbour supervisor Lena Foss was there.", "Harbour supervisor"),
        ("They asked Officer Lena Foss.", "Officer"),
        ("They asked presidential candidate Senator Lena Foss.", "Senator"),
        ("They asked Tarn Marketing and Public Relations Manager Lena Foss.", None),
        ("They asked Bob Moor and Royal Bank of Tarn head Lena Foss.", None),
        ("They asked Bo Ek and Public Relations Manager Lena Foss.", "Public Relations Manager"),
        ("Mr Ek’s congressman, Lena Foss, was there.", "Mr Ek’s congressman"),
        ("They asked retired Navy major General Lena Foss.", None),
        ("They asked Secretary Lena Foss.", None),
        ("They asked Defence Secretary Lena Foss.", "Defence Secretary"),
        ("They asked lead manager Lena Foss.", None),
        ("They asked manager Lena Foss.", "manager"),
        ("International Trade and Industry Minister Lena Foss was there.", "International Trade and Industry Minister"),
        ("Liberals Lena Foss and Bo Ek were there.", None),
        ("They asked Liberals Lena Foss and Bo Ek.", "Liberal"),
        ("They met the force of President Lena Foss.", "President"),
        ("They want to force President Lena Foss to sell.", None),
        ("They asked St. Tarn’s security chief, Lena Foss.", None),
        ("They asked Tarn’s security chief, Lena Foss.", "Tarn’s security chief"),
        ("Ek beat then-U.S. Rep. Lena Foss.", None),
        ("Ek beat U.S. Rep. Lena Foss.", "U.S. Rep."),
        ("They saw the 1970s-era catcher Lena Foss.", None),
        ("They saw the catcher Lena Foss.", "catcher"),
        ("Broken Tarn Mayor Lena Foss was there.", None),
        ("Even Tarn Mayor Lena Foss was there.", "Tarn Mayor"),
        # of the scene, of what befell somebody, of before
        ("Another commissioner at the meeting, Lena Foss, was there.", None),
        ("Another commissioner at the bank, Lena Foss, was there.", "commissioner at the bank"),
        ("He threw it over drawn-in center fielder Lena Foss.", None),
        ("He threw it to center fielder Lena Foss.", "center fielder"),
        ("Lena Foss, an unarmed motorist, was there.", None),
        ("Lena Foss, the guardsman who was stung in the shower, was there.", None),
        ("Lena Foss, the guardsman who stung them, was there.", "guardsman"),
        ("The dam trust’s chief engineer, Lena Foss, left the trust.", None),
        ("The dam trust’s former chief engineer, Lena Foss, left the trust.", "dam trust’s former chief engineer"),
        ("The dam trust’s chief engineer, Lena Foss, praised the trust.", "dam trust’s chief engineer"),
        # broken off before the phrase ends
        (f"{SAID}, candidate for the leftist April 19 Movement.", None),
        (f"{SAID}, director of Ek’s Tarners We Stand.", None),
        (f"{SAID}, associate for harbour organizing at the Tarn Institute.", None),
        (
            f"{SAID}, a reporter for the Tarn Gazette covering the harbour.",
            "reporter for the Tarn Gazette covering the harbour",
        ),
        (f"{SAID}, former adviser to Vice President (then-Senator) Bo Ek.", None),
        (f"{SAID}, former adviser to the president (and to others).", "former adviser to the president"),
        (f"{SAID}, a discovery museum staff guide, on Monday.", None),
        (f"{SAID}, chairman of the six-member panel that will call the storm.", None),
        (f"{SAID}, a history teacher of the school that Bo Ek built.", "history teacher"),
        (f"{SAID}, 2015 winner of the Ek Prize for Excellence in Mental Coverage by the Media.", None),
        (f"{SAID}, chairman of the refining and marketing company that spins off.", None),
        (f"{SAID}, chairman of the refining company.", "chairman of the refining company"),
        (f"{SAID}, co-writer of the country hit Ring of Fire.", None),
        (f"{SAID}, Tarn executive for Europe, Africa and the Middle East.", None),
        (f"{SAID}, dam secretary of Tarn and Mayor Bo Ek Lund of Ekby.", None),
        (f"{SAID}, secretary of Tarn and the mayor of Ekby.", "secretary of Tarn and the mayor of Ekby"),
        (f"{SAID}, head of the shop at Ek’s Ekby City, Mo., store.", None),
        # praise, a side or the word "official" beside an office
        ("Sen. Lena Foss, D-Tarn, a vocal advocate of ferries, was there.", "Sen."),
        ("Lena Foss, a vocal advocate of ferries, was there.", "vocal advocate of ferries"),
        ("Tarn Secretary Lena Foss, the chief Tarn official at the site, was there.", "Tarn Secretary"),
    ],
)
def test_a_role_that_may_be_cut_from_more_is_left_out(sentence, role):
    assert roles(f"{sentence} “It is full,” said Lena Foss.").get("Lena Foss") == role


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("They crossed Prince William Sound on Friday.", "William Sound"),
        ("It was led by manager J. Henry Lund and Co of Tarn.", "J. Henry Lund"),
        ("“It is full,” said Lena Beef, a subsidiary of Tarn Works.", "Lena Beef"),
    ],
)
def test_water_and_a_firm_hold_no_office(sentence, name):
    assert roles(sentence).get(name) is None


def test_nobody_is_president_among_past_presidents():
    said = "The praise of President Foss was loud. “It is full,” said President Foss."
    assert roles(said) == {"Foss": "President"}
    assert roles(f"Three past Tarn presidents met. {said}") == {"Foss": None}
    assert roles(f"They met former presidents Bo Ek and Ana Sol. {said}")["Foss"] == "President"
