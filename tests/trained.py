"""The models of this tree, loaded once for all tests."""

from baozhai.places import MODELS as FOLDER
from digest.models import Models

MODELS = Models(FOLDER)
