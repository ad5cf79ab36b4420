"""The table of what is looked for, most harmful first."""

from __future__ import annotations

from topic_briefings.doctor import articles, quotations, voices
from topic_briefings.doctor.findings import Check

CHECKS: tuple[Check, ...] = (
    Check(name="just named", find=quotations.just_named),
    Check(name="joined", find=voices.joined),
    Check(name="loose story", find=articles.loose_stories),
    Check(name="told apart", find=voices.told_apart),
    Check(name="near names", find=voices.near_names),
    Check(name="spellings", find=articles.spellings),
    Check(name="roles", find=voices.roles),
    Check(name="just not named", find=quotations.just_not_named),
    Check(name="undated", find=articles.undated),
    Check(name="no topic", find=articles.without_topic),
    Check(name="no country", find=articles.without_country),
)
