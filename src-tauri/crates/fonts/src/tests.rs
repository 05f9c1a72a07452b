//! What the carried fonts must hold, and that measuring agrees with them.
#![allow(clippy::unwrap_used)]

use ttf_parser::Face;

use super::*;

/// The names that break careless programs, and marks of the source chart.
#[test]
fn holds_hard_names_and_marks() {
    let text = "髙橋﨑山𠮷田渡邉󠄂辻󠄀德永神祇榮𣘺槗⑴⑵⑶⑷⑸⑹⑺①②③④⑤＊※【】～〜−㋿Ⅰ第88条";
    assert_eq!(uncovered(text), Vec::<String>::new());
}

/// Spot characters of JIS X 0213: planes 1 and 2, first and last of a level,
/// beyond the basic plane, kana with small letters, units, Latin with marks.
#[test]
fn holds_jis_x_0213() {
    let kana = "ゔゕゖヷヸヹヺㇰㇱㇲㇳㇿ";
    let signs = "〠〻〼ゟヿ♠♡㍻㍼㍽㍾㏍㏄㎏①⑳㉑㊿❶⓫ⓐⓩ㋐☃☎✓";
    let latin = "ÀÑØßàñøÿĀāŁłŒœɐʒ";
    let level3 = "俱剝吞噓塡姸屛幷搔摑攢杮櫛瀆焰瘦禱簞繡繫萊蔣蟬蠟軀醬醱頰顚驒鶯鷗鹼麴";
    let level4 = "丂丏丒丩乚凊仚伋佷偂冼划匇卬叕哿圮垚尣弶恝扆攽昺晙桺槢湜烝煆牓玕瑯碧祓禔禘";
    let beyond = "𠀋𡈽𡌛𡑮𡢽𠮟𡚴𡸴𣇄𣗄𣜿𣝣𣳾𤟱𥒎𥔎𥝱𥧄𥶡𦫿𦹀𧃴𧚄𨉷𨏍𪆐𠂉𠂢𠂤𠆢";
    for text in [kana, signs, latin, level3, level4, beyond] {
        assert_eq!(uncovered(text), Vec::<String>::new());
    }
}

#[test]
fn lists_each_unknown_character_once() {
    assert_eq!(uncovered("あ\u{E000}い\u{E001}\u{E000}"), vec!["\u{E000}", "\u{E001}"]);
    assert!(!covers('\u{E000}'));
}

#[test]
fn selectors_take_no_room() {
    let measure = Measure::new();
    let plain = measure.width("渡邉辻", 10.0, Weight::Regular);
    let selected = measure.width("渡邉\u{E0102}辻\u{E0100}", 10.0, Weight::Regular);
    assert!((plain - selected).abs() < 1e-9);
    assert!((plain - 30.0).abs() < 1e-3, "kanji are one em: {plain}");
}

#[test]
fn falls_back_per_character() {
    let measure = Measure::new();
    assert!((measure.em("𠮷", Weight::Regular) - 1.0).abs() < 1e-6);
    assert!((measure.em("𠮷", Weight::Bold) - 1.0).abs() < 1e-6);
    let half = measure.em("i", Weight::Regular);
    assert!(half > 0.1 && half < 0.5, "proportional Latin: {half}");
    assert!((measure.em("i𠮷", Weight::Regular) - half - 1.0).abs() < 1e-6);
}

#[test]
fn agrees_with_the_font_tables() {
    let face = Face::parse(gothic_bold(), 0).unwrap();
    let measure = Measure::new();
    for c in "円卓「」、。アあA1ｱ".chars() {
        let glyph = face.glyph_index(c).unwrap();
        let em = f64::from(face.glyph_hor_advance(glyph).unwrap()) / f64::from(face.units_per_em());
        assert!((measure.em(&c.to_string(), Weight::Bold) - em).abs() < 1e-6, "{c}");
    }
}

/// The names of the sample and of the tests' documents, with their selectors.
const FORMS: &str = "渡邉\u{E0102}渡邉辻\u{E0100}辻葛\u{E0100}城祐\u{E0100}子𠮷田髙橋﨑山德永邊\u{E0107}";

#[test]
fn names_the_forms_that_the_main_face_lacks() {
    assert_eq!(variants_needed(FORMS), ["邉\u{E0102}", "邊\u{E0107}"]);
    assert_eq!(variants_needed("邉\u{E0102}と邉\u{E0102}"), ["邉\u{E0102}"]);
    assert_eq!(variants_needed("渡邉 辻 ☎\u{FE0E} \u{E0102}"), Vec::<String>::new());
}

#[test]
fn the_mincho_face_lacks_other_forms() {
    let needed = mincho_forms(FORMS);
    assert_eq!((needed.mincho, needed.gothic), (vec!["邉\u{E0102}".to_owned(), "邊\u{E0107}".to_owned()], vec![]));
    // What the gothic lacks and the mincho has stays where it is; a kanji of JIS X 0212
    // with a selector is in the gothic variants alone.
    assert_eq!(variants_needed("侮\u{E0101}"), ["侮\u{E0101}"]);
    assert_eq!(mincho_forms("侮\u{E0101}"), Forms::default());
    assert_eq!(mincho_forms("丟\u{E0100}").gothic, ["丟\u{E0100}"]);
}

/// Kanji of the extensions stand in mincho among mincho; those that the mincho has
/// itself are not there twice.
#[test]
fn the_mincho_companion_holds_what_names_need() {
    let (mincho, companion) = (Face::parse(mincho(), 0).unwrap(), Face::parse(variants_mincho(), 0).unwrap());
    for c in "𠮷㐂𡈽𣘺".chars() {
        assert!(mincho.glyph_index(c).is_some() || companion.glyph_index(c).is_some(), "{c}");
    }
    assert!(mincho.glyph_index('𠮷').is_none() && companion.glyph_index('𠮷').is_some());
    assert!(companion.glyph_index('邉').is_none());
}

#[test]
fn reports_forms_that_no_font_has() {
    assert_eq!(uncovered(FORMS), Vec::<String>::new());
    assert_eq!(uncovered("邉\u{E01EF}辻\u{E0142}辻\u{E0142}"), ["邉\u{E01EF}", "辻\u{E0142}"]);
    // The base itself is missing; a selector after nothing; text, not emoji.
    assert_eq!(uncovered("\u{E000}\u{E0100}"), ["\u{E000}"]);
    assert_eq!(uncovered("\u{E0100} \u{E0100}☎\u{FE0E}"), Vec::<String>::new());
}

/// Whether a form is there is asked of the regular faces only. The variants
/// font holds what the main face of its weight lacks, so that it stands for it.
#[test]
fn both_weights_have_the_same_forms() {
    let table = ttf_parser::Tag::from_bytes(b"cmap");
    let characters = |bytes| Face::parse(bytes, 0).unwrap().raw_face().table(table).unwrap();
    assert!(characters(fallback()) == characters(fallback_bold()));
    assert!(characters(variants()) == characters(variants_bold()));
}

/// Measuring counts one em for every kanji, and a line with a variant is as
/// high as one without.
#[test]
fn forms_are_as_wide_and_as_high_as_the_main_face() {
    for (variants, main) in [(variants(), gothic()), (variants_bold(), gothic_bold()), (variants_mincho(), mincho())] {
        let (face, main) = (Face::parse(variants, 0).unwrap(), Face::parse(main, 0).unwrap());
        let form = face.glyph_variation_index('邉', '\u{E0102}').unwrap();
        assert_ne!(Some(form), face.glyph_index('邉'));
        assert!((0..face.number_of_glyphs()).all(|id| face.glyph_hor_advance(ttf_parser::GlyphId(id)) == Some(1000)));
        let height = |face: &Face<'_>| f64::from(face.capital_height().unwrap()) / f64::from(face.units_per_em());
        assert!((height(&face) - height(&main)).abs() < 0.001);
    }
}
