"""`python -m tests.attack`: tries to break the command for a time, and tells what it tried."""

from pathlib import Path

import click

from tests.attack.attacker import Tally, attack_for, tried
from tests.attack.case import kept
from tests.attack.kinds import KINDS

BROKEN, SAVED = Path("out/attack"), Path(".hypothesis/attack")


@click.command()
@click.option("--time", "seconds", type=click.FloatRange(0), default=300, show_default=True, help="Seconds in all.")
@click.option("--again", "file", type=click.Path(exists=True, path_type=Path), help="A file that broke something.")
@click.argument("names", nargs=-1, type=click.Choice(list(KINDS)))
def main(seconds: float, file: Path | None, names: tuple[str, ...]) -> None:
    """Attack the command with cases of the kinds NAMES, by default of all."""
    if file:
        kind, case = kept(file)
        tried(KINDS[kind], case)
        click.echo(f"{file}: nothing broke")
        return
    tallies = attack_for([KINDS[name] for name in names or KINDS], seconds, SAVED)
    for tally in tallies:
        click.echo(line(tally))
    broken = sum(tally.broke is not None for tally in tallies)
    click.echo(f"{sum(tally.tried for tally in tallies):,} cases, {broken} of {len(tallies)} kinds broke")
    raise SystemExit(bool(broken))


def line(tally: Tally) -> str:
    """What was tried of a kind; a case that broke something is written, and the way to try it again told."""
    rate = tally.tried / max(tally.seconds, 1e-9)
    told = f"{tally.kind.name:<10} {tally.tried:8,} tried {rate:8.1f} a second  "
    if not tally.broke:
        return f"{told}nothing broke"
    BROKEN.mkdir(parents=True, exist_ok=True)
    path = BROKEN / tally.broke.label(tally.kind.name)
    path.write_bytes(tally.broke.data)
    return f"{told}broke: python -m tests.attack --again '{path}'\n{tally.said}"


if __name__ == "__main__":
    main()
