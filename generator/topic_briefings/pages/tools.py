"""What the script of the pages works with: its words, and on an article's page how each quotation is cited.

Without the script the page still has the words, their permanent links and the article's citation.
"""

from __future__ import annotations

from markupsafe import Markup

from topic_briefings.models import Report
from topic_briefings.pages.machine.citing import article_citation, article_item, quotation_item
from topic_briefings.pages.markdown import data_block
from topic_briefings.pages.site import Site

WORDS = ("copy", "copied", "cite", "print")
KIND = 'type="application/json" class="bf-tools"'


def page_tools(site: Site) -> Markup:
    """For a page that prints quotations of several articles."""
    return data_block({"words": _words(site)}, KIND)


def article_tools(site: Site, report: Report) -> Markup:
    """For the page of an article: its item for reference managers, and what each quotation adds to it.

    The quoted words are left out here: the page has them already, in its data for machines.
    """
    quotations = {
        site.anchor(line): {
            key: value for key, value in quotation_item(site, line)["custom"].items() if key != "quotation"
        }
        for line in site.printed(report.article).shares[0].quoted
    }
    data = {
        "words": {**_words(site), "unnamed": site.words["not_named"]},
        "text": article_citation(report.article, site.words),
        "item": article_item(report.article),
        "quotations": quotations,
    }
    return data_block(data, KIND)


def _words(site: Site) -> dict[str, str]:
    return {key: site.words[key] for key in WORDS}
