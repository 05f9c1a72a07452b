#!/usr/bin/env python3
"""Makes assets/fonts/EntakuVariants-{Regular,Bold}.otf and
EntakuVariantsMincho-Regular.otf: the forms of kanji that names need (渡邉󠄂 and the
like) and that BIZ UDPGothic and BIZ UDMincho do not have.

A form is asked for by a variation sequence: a kanji and a selector. The gothic
fonts made here hold exactly the sequences of Noto Sans CJK JP that BIZ UDPGothic
of the same weight lacks, with the glyphs for them and nothing else. The mincho one
holds, from Noto Serif CJK JP, the sequences that BIZ UDMincho lacks for a kanji that
it has, and the kanji themselves that it lacks beyond the first ideographs of Unicode
(𠮷 and others of the extensions). What would be left, the kanji of JIS X 0212 that are
in neither JIS X 0213 nor CP932, would make it three times as large.

They are committed; this script is only run by hand, when one of its sources changes.

    pip install fonttools==4.68.0
    apt-get install --no-install-recommends fonts-noto-cjk
    # BIZ UDPGothic, BIZ UDMincho: scripts/fonts.sh
    python3 scripts/variants.py [folder of NotoSansCJK-*.ttc and NotoSerifCJK-Regular.ttc]

The same sources give the same bytes. Noto Sans CJK and Noto Serif CJK are © Adobe
under the SIL Open Font License 1.1: a changed font may not use the reserved name
"Source" (and has a name of its own here), keeps the notices, and stays under that
licence (assets/fonts/EntakuVariants-OFL.txt, EntakuVariantsMincho-OFL.txt).
"""

import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FONTS = pathlib.Path(__file__).parent.parent / "assets" / "fonts"
NOTO = pathlib.Path("/usr/share/fonts/opentype/noto")

# The first font of the collection is the Japanese one.
JAPANESE = 0

MODIFIED = "A Modified Version under the SIL Open Font License, made by the authors of Entaku."


class Face:
    """What a font made here is called, and from what it is made."""

    def __init__(self, family, post, source, description):
        self.family, self.post, self.source = family, post, source
        self.description = f"{description} {MODIFIED}"


GOTHIC = Face(
    "Entaku Variants JP",
    "EntakuVariantsJP",
    "Noto Sans CJK JP 2.004",
    "The variation sequences of Noto Sans CJK JP 2.004 that BIZ UDPGothic lacks.",
)
MINCHO = Face(
    "Entaku Variants Mincho JP",
    "EntakuVariantsMinchoJP",
    "Noto Serif CJK JP 2.001",
    "Variation sequences and kanji of Noto Serif CJK JP 2.001 that BIZ UDMincho lacks.",
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


def reduced(font, lacking, characters):
    """The glyphs of the sequences and of the characters, without layout features."""
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
    # A kanji whose usual form nobody asks for need not be there.
    for other in font["cmap"].tables:
        if other.format != 14:
            other.cmap = {code: glyph for code, glyph in other.cmap.items() if code in characters}
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes={code for pair in lacking for code in pair} | characters)
    subsetter.subset(font)


def renamed(font, face, weight):
    names = font["name"]
    names.names = [n for n in names.names if n.nameID in KEPT_NAMES and n.langID == 0x409]
    full = face.family if weight == "Regular" else f"{face.family} {weight}"
    post = f"{face.post}-{weight}"
    version = f"Version 1.000; from {face.source}"
    said = {1: face.family, 2: weight, 3: f"1.000;{post}", 4: full, 5: version, 6: post, 10: face.description}
    for number, text in said.items():
        names.setName(text, number, 3, 1, 0x409)
    top = font["CFF "].cff
    top.fontNames = [post]
    top[0].FullName, top[0].FamilyName = full, face.family


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


def saved(font, name, lacking):
    path = FONTS / name
    font.save(path)
    print(f"{name}: {len(lacking)} sequences, {len(font.getGlyphOrder())} glyphs, {path.stat().st_size} bytes")


def gothic(noto, weight):
    main = TTFont(FONTS / f"BIZUDPGothic-{weight}.ttf")
    font = TTFont(noto / f"NotoSansCJK-{weight}.ttc", fontNumber=JAPANESE, recalcTimestamp=False)
    lacking = set(sequences(font)[1]) - set(sequences(main)[1])
    reduced(font, lacking, {base for _, base in lacking})
    assert set(sequences(font)[1]) == lacking
    renamed(font, GOTHIC, weight)
    levelled(font, main)
    saved(font, f"EntakuVariants-{weight}.otf", lacking)


def is_extended(code):
    """Whether it is a kanji of one of the extensions, from A on."""
    return 0x3400 <= code <= 0x4DBF or code >= 0x20000


def mincho(noto):
    main = TTFont(FONTS / "BIZUDMincho-Regular.ttf")
    fallback = TTFont(FONTS / "NotoSansJP-Regular.ttf")
    font = TTFont(noto / "NotoSerifCJK-Regular.ttc", fontNumber=JAPANESE, recalcTimestamp=False)
    held, entries = set(main.getBestCmap()), sequences(font)[1]
    # Only what the other faces can show too: what one can be told of, all can.
    characters = {c for c in set(fallback.getBestCmap()) - held if is_extended(c)} & set(font.getBestCmap())
    kanji = {c for c in held if 0x3400 <= c <= 0xFAFF or c >= 0x20000} | characters
    lacking = {pair for pair in set(entries) - set(sequences(main)[1]) if pair[1] in kanji}
    usual = {base for selector, base in lacking if entries[selector, base] is None}
    reduced(font, lacking, characters | usual)
    assert set(sequences(font)[1]) == lacking
    renamed(font, MINCHO, "Regular")
    levelled(font, main)
    saved(font, "EntakuVariantsMincho-Regular.otf", lacking)


def main():
    noto = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else NOTO
    for weight in ("Regular", "Bold"):
        gothic(noto, weight)
    mincho(noto)


if __name__ == "__main__":
    main()
