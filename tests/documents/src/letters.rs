//! Every letter in its usual wording: with the hard names, and to an organisation
//! whose name has 60 characters.

use crate::{golden, tools};
use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_documents::go_on;
use entaku_domain::letter::LetterKind;
use entaku_press::Press;
use entaku_support::sample;
use serde_json::{Value, json};

/// 60 characters.
const LONG: &str = "社会福祉法人鎌倉しおさい福祉会地域生活支援総合センターかもめの家指定特定相談支援事業所みなと並びに就労継続支援Ｂ型事業所";

const NAMES: [(&str, &str); 6] = [
    ("髙橋", "美咲"),
    ("﨑山", "里帆"),
    ("𠮷田", "冬馬"),
    ("渡邉󠄂", "宗一郎"),
    ("辻󠄀", "千晶"),
    ("#panic(\"x\")", "{氏名}"),
];

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {e}"))["output"].clone()
}

/// The sample council, and appointments of people with these names in seats for which
/// the long organisation nominates.
fn council() -> (App, Vec<Value>) {
    let mut app = sample();
    let office = json!({ "sender": "鎌倉市長　見本　一郎", "contact": "鎌倉市健康福祉部障害福祉課\n電話　0000-00-0000（直通）", "pattern": "{年}鎌障第{番号}号", "next": 123 });
    call(&mut app, "update_letter_settings", office);
    call(&mut app, "add_organization", json!({ "name": LONG }));
    let appointments = NAMES.iter().map(|(family, given)| appointed(&mut app, family, given)).collect();
    (app, appointments)
}

fn appointed(app: &mut App, family: &str, given: &str) -> Value {
    let person = json!({ "family": family, "given": given, "family_kana": "みほん", "given_kana": "みほん", "publication": "name" });
    let person = call(app, "add_person", person);
    let belongs = json!({ "person": person, "organization": LONG, "post": "施設長", "from": "R8.4.1" });
    dispatch(app, "set_affiliation", belongs).unwrap();
    let seat = json!({ "body": "全体会", "category": 1, "filler": "person", "nominator": LONG, "from": "R8.4.1" });
    let seat = call(app, "add_seat", seat);
    let ask = json!({ "body": "全体会", "person": person, "category": 1, "seat": seat, "start": "R8.10.1" });
    call(app, "appoint_member", ask)["id"].clone()
}

/// A kind of letter to all of them: PDF and words.
fn letters(app: &App, kind: LetterKind, to: &[Value], numbered: bool) -> (Vec<u8>, String) {
    let to: Vec<Value> = to.iter().map(|id| json!({ "appointment": id })).collect();
    let ask = json!({ "kind": "letters", "letters": {
        "letter": kind.code(), "to": to, "on": "R8.10.1", "due": "R8.10.30", "date_style": "era", "numbered": numbered,
    } });
    let ask: Document = serde_json::from_value(ask).unwrap();
    let made = app.document(&ask).unwrap().print(&Press, &mut go_on).unwrap();
    (made.printed.pdf, made.text)
}

#[test]
fn every_letter() {
    let (app, to) = council();
    for kind in LetterKind::ALL.iter().filter(|k| !k.is_of_meeting() && !k.is_to_outside()) {
        let name = format!("letter_{}", kind.code());
        let (pdf, words) = letters(&app, *kind, &to[..1], kind.is_numbered());
        golden::text(&format!("{name}_words.txt"), &words);
        golden::text(&format!("{name}.txt"), &tools::text(&pdf, None));
        golden::text(&format!("{name}.tags"), &tools::tags(&pdf));
        golden::picture(&format!("{name}.png"), &tools::picture(&pdf, 1, 36));
        assert!(String::from_utf8_lossy(&pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
        assert!(squeezed(&tools::text(&pdf, Some((1, 1)))).contains(LONG) || !names_organization(*kind), "{name}");
    }
}

/// Whether it is written to the organisation, whose name then heads it in one piece.
fn names_organization(kind: LetterKind) -> bool {
    matches!(kind, LetterKind::Request | LetterKind::Notice)
}

/// Without spaces and line breaks, and without variation selectors.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !entaku_domain::text::is_variation_selector(*c)).collect()
}

#[test]
fn each_begins_on_a_page_of_its_own_with_its_name() {
    let (app, to) = council();
    for kind in [LetterKind::Commission, LetterKind::Assignment, LetterKind::Consent, LetterKind::Thanks] {
        let (pdf, _) = letters(&app, kind, &to, false);
        assert!(tools::facts(&pdf).contains(&format!("Pages:           {}", NAMES.len())), "{kind:?}");
        for (at, (family, given)) in NAMES.iter().enumerate() {
            let text = squeezed(&tools::text(&pdf, Some((at + 1, at + 1))));
            assert!(text.contains(&squeezed(&format!("{family}{given}"))), "{kind:?}: {family} in {text}");
        }
    }
    let (pdf, _) = letters(&app, LetterKind::Commission, &to, true);
    golden::picture("letter_hard_names.png", &tools::picture(&pdf, 4, 36));
    // Every letter of every name stands in mincho: 𠮷 and 邉󠄂 are in its companion.
    let carries = |font: &str| pdf.windows(font.len()).any(|bytes| bytes == font.as_bytes());
    assert!(carries("BIZUDMincho") && carries("EntakuVariantsMinchoJP"));
    assert!(!carries("NotoSansJP") && !carries("EntakuVariantsJP") && !carries("BIZUDPGothic"));
}
