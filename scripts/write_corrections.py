"""The editors' page of the guide, from the table of kinds; ``write_guide.py`` writes it."""

from __future__ import annotations

from topic_briefings.corrections.kinds import COMMON, KINDS, Kind
from topic_briefings.corrections.models import Subject

HEAD = """# Correcting what a page says

The generator is wrong now and then: it puts words under the wrong name, takes two people for one, files an article
where it does not belong. You correct that once, in a line, in the file `corrections.yml` beside the articles. It is
reviewed like code, and it survives every run.

```yaml
- article: bridge-opens                # the name of the article's file
  quotation: We waited forty years     # enough of its words to find it
  speaker: Grace Kamande               # or nobody
  date: 2026-11-28                     # when you corrected it; the page says so
```

Then run `briefings generate`. The quotation stands under the right name on every page, in the feeds and in the data,
and beside it stands “speaker set by the editor, 28 November 2026”.

## How it is found again

A correction names its article and the words that it means, never a place in the text. When the article changes around
them, it still holds. When the words themselves are gone, the run says so in one sentence, for example:

```text
seeds/corrections.yml:7: the correction (hide) does not apply any more: the words “We waited” no longer stand there
```

and goes on without it. With `--strict`, `briefings generate` and `briefings build` do nothing then and end with exit
code 1, which is what a pipeline wants. `briefings corrections` says which corrections apply, and writes nothing.

Words are compared without regard to case, line breaks and the kind of quotation marks. Where the words that you give
stand in several quotations, you are asked for more of them. Two entries that say different things of one quotation,
article or voice stop the run, with both lines named.

## Where to look

`briefings doctor` lists what deserves a look, most harmful first: names by a narrow margin, voices joined on little,
names that are nearly the same, stories that little holds together, undated articles, articles filed nowhere. Each comes
with the entry to paste into the file. `briefings serve` shows “correct this” beside every quotation, voice, country and
topic, with the entry to copy; a site that is built has none of it.

## Completion in your editor

```sh
briefings corrections --schema > corrections.schema.json
```

and as the first line of `corrections.yml`:

```yaml
# yaml-language-server: $schema=../corrections.schema.json
```

Editors that speak to the YAML language server (Visual Studio Code with the YAML extension, Neovim, Emacs, JetBrains
and others) then offer the keys, say what each means, and mark what is wrong. Keep the schema out of the folder of
articles.

## What can be corrected

"""

SUBJECTS = {
    Subject.QUOTATION: "A quotation",
    Subject.ARTICLE: "An article",
    Subject.VOICE: "A voice",
    Subject.STORIES: "Stories",
}

TAIL = """## Keys that several have

| key | what it means |
|---|---|
{rows}
## What it cannot do

A correction changes nothing in an article's words: a quotation stays the article's, to the letter, and verifying
compares it as before. It cannot make a quotation of words that the generator took for none. A speaker whom the article
does not print can be named only where some words of it stand for them, such as “the minister”.

A quotation that is left out is no longer shown as one. Where its sentence is also the point of the article, or the
site prints whole articles, its words still stand there: withdraw the article then, or correct its file.
"""


def page() -> str:
    """The page in Markdown."""
    parts = [_part(subject, name) for subject, name in SUBJECTS.items()]
    rows = "".join(f"| `{key}` | {meaning} |\n" for key, (_, meaning) in COMMON.items())
    return HEAD + "".join(parts) + TAIL.format(rows=rows)


def _part(subject: Subject, name: str) -> str:
    return f"### {name}\n\n" + "".join(_kind(kind) for kind in KINDS if kind.subject is subject)


def _kind(kind: Kind) -> str:
    choices = f" `as` is one of {', '.join(kind.choices)}." if kind.choices else ""
    return f"**{kind.key}** {kind.meaning}{choices}\n\n```yaml\n- {kind.example}\n```\n\n"
