"""All kinds of attack."""

from tests.attack.archives import ARCHIVES
from tests.attack.files import DOORS, PDF, ZIP
from tests.attack.issues import ISSUE
from tests.attack.lines import ARTICLES
from tests.attack.models import MODEL_FILES
from tests.attack.pages import PAGES_KIND
from tests.attack.processes import PROCESSES
from tests.attack.web import WEB

ALL = (PAGES_KIND, WEB, ARTICLES, ISSUE, DOORS, ZIP, PDF, MODEL_FILES, ARCHIVES, PROCESSES)
KINDS = {kind.name: kind for kind in ALL}
