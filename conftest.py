"""What is not collected: examples in modules that only the extra `ocr` can load."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("cv2") else ["formats/scan/*", "formats/picture.py"]
