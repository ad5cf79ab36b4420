"""The command-line edge: the commands, and their errors as sentences and exit codes."""

from __future__ import annotations

import errno
import gc
from typing import IO, Any

import click

from topic_briefings.commands.build import build
from topic_briefings.commands.ci import ci
from topic_briefings.commands.corrections import corrections
from topic_briefings.commands.digest import digest
from topic_briefings.commands.doctor import doctor
from topic_briefings.commands.evidence import evidence
from topic_briefings.commands.export import export
from topic_briefings.commands.extract import extract
from topic_briefings.commands.finish import finish
from topic_briefings.commands.generate import generate
from topic_briefings.commands.init import init
from topic_briefings.commands.serve import serve
from topic_briefings.commands.settings import settings
from topic_briefings.commands.show import show
from topic_briefings.commands.stats import stats
from topic_briefings.commands.telling import EXIT_CODES, INTERRUPTED, REFUSED, WRONG
from topic_briefings.commands.topics import topics
from topic_briefings.commands.verify import verify
from topic_briefings.errors import AlteredError, BriefingsError, StaleCorrectionsError
from topic_briefings.version import __version__


class _Refusal(click.ClickException):
    """One of our errors as click reports it: the sentence alone."""

    exit_code = REFUSED

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=True)


class _Falsehood(_Refusal):
    exit_code = WRONG


class _Interruption(_Refusal):
    exit_code = INTERRUPTED


class _Commands(click.Group):
    """Commands whose errors are one sentence, without a traceback."""

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except (AlteredError, StaleCorrectionsError) as error:
            raise _Falsehood(str(error)) from error
        except BriefingsError as error:
            raise _Refusal(str(error)) from error
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader has gone, which click ends quietly
                raise
            where = error.filename or "what is printed"
            raise _Refusal(
                f"{where}: the system refuses ({error.strerror}); make room or allow it, and run again"
            ) from error
        except (KeyboardInterrupt, click.Abort) as error:  # MkDocs' own commands make the one the other
            raise _Interruption("Interrupted") from error
        finally:
            gc.freeze()  # nobody waits until all that was loaded is looked through once more


@click.group(cls=_Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefings")
def main() -> None:
    """A folder of news articles in; a briefing site that a reader can trust out."""


_BEGIN = (init, ci, settings)
_RUN = (generate, build, serve, finish, verify, corrections, doctor)
_LOOK = (show, stats, digest, export, evidence, extract, topics)
for _command in (*_BEGIN, *_RUN, *_LOOK):
    main.add_command(_command)
