//! What the user decides: who is meant, which glyphs stay, what a column holds.

use super::{csv, nothing_more, preview, row, said, states, write};
use entaku_app::commands::dispatch;
use entaku_app::import::{ImportAsk, ImportDecision, RowState, look};
use entaku_support::sample;
use serde_json::{Value, json};

pub(super) fn add(
    app: &mut entaku_app::App,
    family: &str,
    given: &str,
    kana: (&str, &str),
    organization: Option<&str>,
) -> String {
    let ask = json!({ "family": family, "given": given, "family_kana": kana.0, "given_kana": kana.1,
        "publication": "name", "new_organization": organization });
    let done: Value = dispatch(app, "add_person", ask).unwrap();
    done["output"].as_str().unwrap().to_owned()
}

fn decide(row: u32, person: &str) -> ImportAsk {
    let decision = ImportDecision { row, person: Some(person.to_owned()), ..ImportDecision::default() };
    ImportAsk { decisions: vec![decision], ..ImportAsk::default() }
}

#[test]
fn namesakes_are_for_the_user_to_tell_apart() {
    let mut app = sample();
    let one = add(&mut app, "試験", "太郎", ("しけん", "たろう"), Some("試験第一会"));
    add(&mut app, "試験", "太郎", ("しけん", "たろう"), Some("試験第二会"));
    let file =
        csv("氏名,ふりがな,団体名\r\n試験　太郎,しけん　たろう,試験第三会\r\n試験　太郎,しけん　たろう,試験第二会\r\n");
    let shown = preview(&app, &file, &ImportAsk::default());
    assert_eq!(states(&shown), [(2, RowState::Error), (3, RowState::Same)], "the organisation tells one of them");
    let open = row(&shown, 2);
    assert!(said(open).contains("A2 同じ氏名の人が2人登録されています") && open.choices.undecided, "{}", said(open));
    assert_eq!(open.choices.people.len(), 2);
    assert!(open.choices.people[0].label.starts_with("試験　太郎（しけん　たろう）　試験第"), "{:?}", open.choices);
    let as_one = decide(2, &one);
    let shown = preview(&app, &file, &as_one);
    assert_eq!(row(&shown, 2).state, RowState::Changed);
    assert!(said(row(&shown, 2)).contains("所属・職が「試験第一会」から変わります"));
    let done = write(&mut app, &file, &as_one);
    assert_eq!((done.people, done.affiliations, done.organizations), (0, 1, 1));
    nothing_more(&mut app, &file, &ImportAsk::default());
}

#[test]
fn another_reading_or_place_is_asked_about() {
    let mut app = sample();
    add(&mut app, "試験", "治", ("しけん", "おさむ"), Some("試験会"));
    let file = csv("氏名,ふりがな,所属\r\n試験　治,しけん　はる,\r\n試験　治,,よその会\r\n試験　治,,試験会\r\n");
    let shown = preview(&app, &file, &ImportAsk::default());
    assert!(said(row(&shown, 2)).contains("ふりがなの違う人（しけん　おさむ）"), "{}", said(row(&shown, 2)));
    assert!(said(row(&shown, 3)).contains("所属（試験会）が違い"), "{}", said(row(&shown, 3)));
    assert_eq!(row(&shown, 4).state, RowState::Same);
    let ask = ImportAsk {
        decisions: vec![
            ImportDecision { row: 2, person: Some("new".into()), ..ImportDecision::default() },
            ImportDecision { row: 3, leave_out: true, ..ImportDecision::default() },
        ],
        ..ImportAsk::default()
    };
    let done = write(&mut app, &file, &ask);
    assert_eq!((done.people, done.affiliations), (1, 0));
    let unknown = preview(&app, &file, &decide(3, "だれか"));
    assert!(said(row(&unknown, 3)).contains("登録されていません"));
}

#[test]
fn registered_glyphs_stay_unless_the_user_wants_others() {
    let mut app = sample();
    add(&mut app, "髙橋", "試子", ("たかはし", "ためこ"), None);
    let file = csv("氏名,ふりがな\r\n高橋　試子,タカハシ　タメコ\r\n");
    let shown = preview(&app, &file, &ImportAsk::default());
    assert_eq!((row(&shown, 2).state, row(&shown, 2).warning), (RowState::Same, true));
    assert_eq!(row(&shown, 2).choices.registered_name.as_deref(), Some("髙橋　試子"));
    let take = ImportDecision { row: 2, take_name: true, ..ImportDecision::default() };
    let ask = ImportAsk { decisions: vec![take], ..ImportAsk::default() };
    assert_eq!(write(&mut app, &file, &ask).changed, 1);
    nothing_more(&mut app, &file, &ImportAsk::default());
}

#[test]
fn a_name_without_a_space_divides_where_the_user_says() {
    let mut app = sample();
    let file = csv("氏名\r\n勅使河原剛\r\n");
    let shown = preview(&app, &file, &ImportAsk::default());
    assert!(row(&shown, 2).warning && said(row(&shown, 2)).contains("分かれ目が分かりません"));
    assert_eq!(row(&shown, 2).choices.families, ["勅", "勅使", "勅使河", "勅使河原"]);
    let parted = ImportDecision { row: 2, family: Some("勅使河原".into()), ..ImportDecision::default() };
    let ask = ImportAsk { decisions: vec![parted], ..ImportAsk::default() };
    assert_eq!(preview(&app, &file, &ask).rows[0].name, "勅使河原　剛");
    write(&mut app, &file, &ask);
    nothing_more(&mut app, &file, &ImportAsk::default());
}

#[test]
fn what_the_user_says_of_columns_is_remembered_and_taken_back_with_the_import() {
    let mut app = sample();
    let file = csv("ひと,よびかた\r\n試験　一,しけん　はじめ\r\n");
    let columns = [("A".to_owned(), "name".to_owned()), ("B".to_owned(), "kana".to_owned())];
    let ask = ImportAsk { header: Some(1), columns: columns.into(), ..ImportAsk::default() };
    write(&mut app, &file, &ask);
    let plain = ImportAsk { header: Some(1), ..ImportAsk::default() };
    let table = look(&app, &file, &plain).unwrap();
    assert!(table.remembered && table.columns[1].field == "kana");
    nothing_more(&mut app, &file, &plain);
    app.undo().unwrap();
    assert!(!look(&app, &file, &plain).unwrap().remembered);
}

#[test]
fn addresses_and_the_rest_go_where_they_belong() {
    let mut app = sample();
    let file = csv(concat!(
        "氏名,ふりがな,自宅住所,郵便番号,電話,メール,敬称,戸籍の字形,性別,情報保障,公表,好きな色\r\n",
        "試験　二,しけん　ふた,鎌倉市御成町18-10,２４８８６８６,0467-23-3000,a@example.jp,先生,はしご高,女,手話、点字,氏名,青\r\n",
        "試験　三,しけん　さん,,248,,だれか,,,,,,\r\n",
    ));
    let shown = preview(&app, &file, &ImportAsk::default());
    assert!(shown.notes.iter().any(|n| n.contains("L列「好きな色」")), "{:?}", shown.notes);
    assert!(said(row(&shown, 3)).contains("D3 「248」は郵便番号ではありません"), "{}", said(row(&shown, 3)));
    assert!(said(row(&shown, 3)).contains("F3 「だれか」はメールアドレスではありません"));
    let done = write(&mut app, &file, &ImportAsk::default());
    assert_eq!((done.people, done.addresses), (2, 1));
    nothing_more(&mut app, &file, &ImportAsk::default());
    let council = app.snapshot().unwrap();
    let found = council.people().find(|p| p.name.full() == "試験　二").unwrap();
    let address = &council.addresses_of_person(found.id)[0];
    assert_eq!((address.postal_code.as_str(), address.kind.label()), ("248-8686", "自宅"));
    assert_eq!((found.letter_title.as_str(), found.needs.len(), found.publication.code()), ("先生", 2, "name"));
    let moved = csv("氏名,ふりがな,自宅住所\r\n試験　二,しけん　ふた,鎌倉市大船1-1\r\n");
    let shown = preview(&app, &moved, &ImportAsk::default());
    assert_eq!(row(&shown, 2).cells[2].was.as_deref(), Some("鎌倉市御成町18-10"));
    assert!(said(row(&shown, 2)).contains("C2 郵便番号がないため、前の住所の郵便番号（248-8686）は消します"));
    write(&mut app, &moved, &ImportAsk::default());
    let council = app.snapshot().unwrap();
    let address = &council.addresses_of_person(found.id)[0];
    assert_eq!((address.postal_code.as_str(), address.telephone.as_deref()), ("", Some("0467-23-3000")));
    nothing_more(&mut app, &moved, &ImportAsk::default());
}
