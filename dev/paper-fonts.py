"""Makes the fonts of PDF files (src/assets/paper) from the site's own: one file a weight, all letters in it.

A PDF takes no woff2 and no variable font. Needs `pip install fonttools brotli`; run from the project's folder,
and again only when src/assets/fonts has changed.
"""

import os
import tempfile

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

SOURCE, TARGET = "src/assets/fonts", "src/assets/paper"
# The license reserves "Hubot": a modified version has another name (src/assets/fonts/LICENSE.md).
FAMILIES = [
    ("hubot-sans", "House Sans", ["latin", "latin-ext", "vietnamese"], [{"wght": w} for w in (300, 400, 640)]),
    ("martian-mono", "Martian Mono", ["latin", "latin-ext"], [{"wght": w, "wdth": 80} for w in (400, 700)]),
]


def part(folder, path, cut):
    font = TTFont(path)
    font.flavor = None
    font = instantiateVariableFont(font, cut)
    for table in ("GSUB", "STAT", "MVAR", "HVAR", "avar"):
        if table in font:
            del font[table]
    made = os.path.join(folder, os.path.basename(path) + ".ttf")
    font.save(made)
    return made


def named(font, family, weight):
    plain = family.replace(" ", "")
    words = {1: family, 2: str(weight), 3: f"{plain}-{weight}", 4: f"{family} {weight}", 6: f"{plain}-{weight}"}
    for record in font["name"].names:
        record.string = words.get(record.nameID, str(record))
    font["OS/2"].usWeightClass = weight


os.makedirs(TARGET, exist_ok=True)
for files, family, parts, cuts in FAMILIES:
    for cut in cuts:
        with tempfile.TemporaryDirectory() as folder:
            font = Merger().merge([part(folder, f"{SOURCE}/{files}-{name}.woff2", cut) for name in parts])
            named(font, family, cut["wght"])
            font.save(f"{TARGET}/{files}-{cut['wght']}.ttf")
