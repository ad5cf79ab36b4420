"""The JSON Schema of the file of corrections, made from the table of kinds: editors complete and check with it."""

from __future__ import annotations

from typing import Any

from topic_briefings.corrections.kinds import COMMON, KINDS, Kind

Json = dict[str, Any]


def schema() -> Json:
    """The schema: a list of entries, each of one of the shapes that the table allows."""
    groups: list[list[Kind]] = []
    for kind in KINDS:
        mates = next((group for group in groups if group[0].goes_with(kind)), None)
        if mates is None:
            groups.append([kind])
        else:
            mates.append(kind)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Corrections",
        "description": "What an editor says over what the generator found. Each entry corrects one thing.",
        "type": ["array", "null"],
        "items": {"anyOf": [_shape(kinds) for kinds in groups]},
    }


def _shape(kinds: list[Kind]) -> Json:
    """Entries of ``kinds``, which go with each other: of one of them at least."""
    keys = dict.fromkeys(key for kind in kinds for key in kind.keys)
    return {
        "title": ", ".join(kind.key for kind in kinds),
        "type": "object",
        "properties": {key: _property(key, kinds) for key in keys},
        "required": list(kinds[0].subject.value),
        "anyOf": [{"required": [kind.key]} for kind in kinds],
        "additionalProperties": False,
    }


def _property(key: str, kinds: list[Kind]) -> Json:
    own = next((kind for kind in kinds if kind.key == key), None)
    if own:
        return {"description": own.meaning, **own.value.schema}
    value, meaning = COMMON[key]
    if key == "as":
        choices = kinds[0].choices
        return {"description": f"{meaning} Without it: {choices[0]}.", "enum": list(choices)}
    return {"description": meaning, **value.schema}
