"""The command `baozhai`: one noun and its verbs."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from articles.errors import InputError
from articles.visible import as_line
from baozhai.streams import ready, silence

# The matrices of a page are small: threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Modules, models and articles are no garbage: looking for some among them takes a tenth of a short call.
gc.set_threshold(200_000)

VERBS = {
    "read": "Put the articles on pages together.",
    "train": "Learn everything that is learned from a corpus.",
    "classify": "Tell the domain of each article.",
    "summarize": "Say each article in its own sentences, with keywords.",
    "digest": "Write the digest of a day's pages.",
    "watch": "Wait for pages in a folder and keep its digests fresh.",
    "evaluate": "Weigh what the models do on what is known to be right.",
    "correct": "File an article as one of a domain, to learn from.",
    "review": "Show each unsure article and file it.",
    "init": "Lay out a copy of the seeds for an office to edit.",
}


class Verbs(click.Group):
    """A group that imports a verb's file only when that verb is called, so that each starts as fast as it can."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs in a line each, for which none is imported."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        command: click.Command = import_module(f"baozhai.verbs.{name}").command
        return command

    def main(self, *words: Any, **settings: Any) -> Any:
        """Run the command between streams that are whole; the help too may find its output full."""
        ready()
        with telling():
            try:
                return super().main(*words, **settings)
            finally:
                sys.stdout.flush()

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb."""
        with telling():
            return super().invoke(ctx)


@contextmanager
def telling() -> Iterator[None]:
    """What nobody could mend becomes one line and an exit code, here and nowhere else."""
    try:
        yield
        return
    except InputError as error:
        told = str(error)
    except BrokenPipeError:
        silence(sys.stdout)
        raise SystemExit(0) from None  # whoever reads has had enough
    except OSError as error:
        told = f"{error.filename}: {error.strerror}; check permissions and free space"
        if not error.filename:
            told = f"standard output cannot be written ({error.strerror}); send it elsewhere, or free some space"
        try:
            sys.stdout.flush()
        except OSError:
            silence(sys.stdout)
    click.echo(as_line(told), err=True)
    raise SystemExit(1)


# What is printed is the page's, to the letter: click would take colours out of what a pipe gets.
@click.group("baozhai", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "color": True})
@click.version_option(package_name="baozhai", prog_name="baozhai")
def main() -> None:
    """Read Chinese newspaper pages, label and summarize their articles, write the day's digest."""
