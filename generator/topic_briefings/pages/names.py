"""What countries and topics are called in the language of the site."""

from __future__ import annotations

from dataclasses import dataclass

from topic_briefings.knowledge import Knowledge
from topic_briefings.knowledge.places import country_name
from topic_briefings.knowledge.topics import topic_label
from topic_briefings.pages.words import Words, words
from topic_briefings.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The words of the interface, and the taxonomy that topics are taken from."""

    words: Words
    knowledge: Knowledge

    def country(self, code: str) -> str:
        """The country with this ISO 3166-1 code."""
        return country_name(code, self.words.language)

    def topic(self, key: str) -> str:
        """The label of the topic with this id, with a capital first letter."""
        label = topic_label(key, self.words.language, self.knowledge)
        return label[:1].upper() + label[1:]


def names(settings: Settings) -> Names:
    """The names on the site of these ``settings``."""
    return Names(words=words(settings.site_language), knowledge=Knowledge(taxonomy=settings.topics))
