#!/usr/bin/env python3
"""Makes assets/fonts/EntakuVariants-{Regular,Bold}.otf: the forms of kanji that
names need (渡邉󠄂 and the like) and that BIZ UDPGothic does not have.

A form is asked for by a variation sequence: a kanji and a selector. The fonts
made here hold exactly the sequences of Noto Sans CJK JP that BIZ UDPGothic of
the same weight lacks, with the glyphs for them and nothing else. They are
committed; this script is only run by hand, when one of its sources changes.

    pip install fonttools==4.68.0
    apt-get install --no-install-recommends fonts-noto-cjk
    # BIZ UDPGothic: scripts/fonts.sh
    python3 scripts/variants.py [folder of NotoSansCJK-*.ttc]

The same sources give the same bytes. Noto Sans CJK is © Adobe under the SIL
Open Font License 1.1: a changed font may not use the reserved name "Source" (and
has a name of its own here), keeps the notices, and stays under that licence
(assets/fonts/EntakuVariants-OFL.txt).
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = pathlib.Path(__file__).parent.parent / "assets" / "fonts"
NOTO = pathlib.Path("/usr/share/fonts/opentype/noto")

# The first font of the collection is the Japanese one.
JAPANESE = 0

FAMILY = "Entaku Variants JP"
DESCRIPTION = (
    "The variation sequences of Noto Sans CJK JP 2.004 that BIZ UDPGothic lacks. "
    "A Modified Version under the SIL Open Font License, made by the authors of Entaku."
)
# Copyright, trademark, manufacturer, designers, description, addresses and the
# licence with its address: taken over, but for what is said anew below.
KEPT_NAMES = {0, 7, 8, 9, 10, 11, 12, 13, 14}


def sequences(font):
    """The format 14 table, and the glyph of each (selector, kanji) in it; none
    for a sequence that means the kanji's usual form."""
    table = next(t for t in font["cmap"].tables if t.format == 14)
    entries = {(s, base): glyph for s, pairs in table.uvsDict.items() for base, glyph in pairs}
    return table, entries


def reduced(font, lacking):
    """The glyphs of the sequences, without layout features."""
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.hinting = False
    options.recalc_timestamp = False
    # The subsetter takes a sequence where both its kanji and its selector are
    # asked for, hence too many: those are taken out first.
    table, entries = sequences(font)
    kept = {}
    for selector, base in sorted(lacking):
        kept.setdefault(selector, []).append((base, entries[selector, base]))
    table.uvsDict = kept
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={code for pair in lacking for code in pair})
    subsetter.subset(font)


def renamed(font, weight):
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES and n.langID == 0x409]
    full = FAMILY if weight == "Regular" else f"{FAMILY} {weight}"
    post = f"EntakuVariantsJP-{weight}"
    version = "Version 1.000; from Noto Sans CJK JP 2.004"
    said = {1: FAMILY, 2: weight, 3: f"1.000;{post}", 4: full, 5: version, 6: post, 10: DESCRIPTION}
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [post]
    top[0].FullName, top[0].FamilyName = full, FAMILY


def levelled(font, main):
    """Takes over the main face's heights, so that a line with a variant is as
    high as one without."""
    scale = font["head"].unitsPerEm / main["head"].unitsPerEm
    heights = {
        "OS/2": ["sTypoAscender", "sTypoDescender", "sTypoLineGap", "sxHeight", "sCapHeight"]
        + ["usWinAscent", "usWinDescent"],
        "hhea": ["ascent", "descent", "lineGap"],
    }
    for table, fields in heights.items():
        for field in fields:
            setattr(font[table], field, round(getattr(main[table], field) * scale))


def make(noto, weight):
    main = TTFont(FONTS / f"BIZUDPGothic-{weight}.ttf")
    font = TTFont(noto / f"NotoSansCJK-{weight}.ttc", fontNumber=JAPANESE, recalcTimestamp=False)
    lacking = set(sequences(font)[1]) - set(sequences(main)[1])
    reduced(font, lacking)
    assert set(sequences(font)[1]) == lacking
    renamed(font, weight)
    levelled(font, main)
    path = FONTS / f"EntakuVariants-{weight}.otf"
    font.save(path)
    print(f"{path.name}: {len(lacking)} sequences, {len(font.getGlyphOrder())} glyphs, {path.stat().st_size} bytes")


def main():
    noto = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else NOTO
    for weight in ("Regular", "Bold"):
        make(noto, weight)


if __name__ == "__main__":
    main()
