"""The command `baozhai`: one noun and its verbs."""

import os
import sys
from importlib import import_module

import click

from articles.errors import InputError

# The matrices of a page are small: threads would only wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

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

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; what it cannot mend itself becomes one line and an exit code, here and nowhere else."""
        try:
            return super().invoke(ctx)
        except InputError as error:
            click.echo(str(error), err=True)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None  # whoever reads has had enough
        except OSError as error:
            click.echo(f"{error.filename or 'output'}: {error.strerror}; check permissions and free space", err=True)
        raise SystemExit(1)


@click.group("baozhai", cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="baozhai", prog_name="baozhai")
def main() -> None:
    """Read Chinese newspaper pages, label and summarize their articles, write the day's digest."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
