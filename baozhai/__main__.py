"""`python -m baozhai` is the command."""

from baozhai.cli import main

if __name__ == "__main__":
    main()
