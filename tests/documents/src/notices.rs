//! The papers around a meeting's notice, in their usual wording: to one member of an
//! organisation whose name has 60 characters, to 60 members with the hard names, with 40
//! items on the agenda, and in large print.

use crate::{golden, tools};
use entaku_app::App;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_documents::{
    Audience, Job, Letter, Letters, MemberColumn, MemberList, OpinionGroup, Opinions, Printer, WrittenOpinion, go_on,
};
use entaku_domain::letter::LetterKind;
use entaku_press::Press;
use entaku_support::sample;
use serde_json::{Value, json};

/// 60 characters.
const LONG: &str = "社会福祉法人鎌倉しおさい福祉会地域生活支援総合センターかもめの家指定特定相談支援事業所みなと並びに就労継続支援Ｂ型事業所";
const NAMES: [&str; 6] =
    ["髙橋　美咲子", "﨑山　里帆", "𠮷田　冬馬", "渡邉󠄂　宗一郎", "辻󠄀　千晶", "#panic(\"x\")　{氏名}"];

fn call(app: &mut App, name: &str, args: Value) -> Value {
    dispatch(app, name, args).unwrap_or_else(|e| panic!("{name}: {e}"))["output"].clone()
}

/// The sample council with its second plenary, and a member of the long organisation there.
fn council() -> (App, String, Value) {
    let mut app = sample();
    let office = json!({ "sender": "鎌倉市長　見本　一郎", "contact": "鎌倉市健康福祉部障害福祉課\n電話　0000-00-0000（直通）\nファクシミリ　0000-00-0001\n電子メール　jimukyoku@example.invalid", "pattern": "{年}鎌障第{番号}号", "next": 123 });
    call(&mut app, "update_letter_settings", office);
    call(&mut app, "add_organization", json!({ "name": LONG }));
    let person = json!({ "family": "渡邉󠄂", "given": "宗一郎", "family_kana": "わたなべ", "given_kana": "そういちろう", "publication": "name" });
    let person = call(&mut app, "add_person", person);
    call(
        &mut app,
        "set_affiliation",
        json!({ "person": person, "organization": LONG, "post": "施設長", "from": "R8.4.1" }),
    );
    let seat = json!({ "body": "全体会", "category": 1, "filler": "person", "nominator": LONG, "from": "R8.4.1" });
    let seat = call(&mut app, "add_seat", seat);
    let ask = json!({ "body": "全体会", "person": person, "category": 1, "seat": seat, "start": "R8.10.1" });
    let appointment = call(&mut app, "appoint_member", ask)["id"].clone();
    let rows = dispatch(&mut app, "list_meetings", json!({ "body": "全体会", "year": "R8" })).unwrap();
    let second = rows.as_array().unwrap().iter().find(|r| r["number"] == 2).unwrap();
    let meeting = second["id"].as_str().unwrap().to_owned();
    let reply = json!({ "appointment": appointment, "answer": "proxy", "proxy": "𠮷田　冬馬" });
    call(&mut app, "set_replies", json!({ "meeting": meeting, "rows": [reply] }));
    (app, meeting, appointment)
}

fn ask(app: &App, meeting: &str, kind: LetterKind, to: &Value, print: &str) -> Document {
    let guest = dispatch_read(app, meeting);
    let to = match kind {
        LetterKind::GalleryNotice | LetterKind::GalleryRules => json!([]),
        LetterKind::Invitation => json!([{ "guest": guest }]),
        _ => json!([{ "appointment": to }]),
    };
    let letters = json!({ "kind": "letters", "letters": {
        "letter": kind.code(), "to": to, "on": "R8.9.30", "date_style": "era", "numbered": true,
        "meeting": { "meeting": meeting, "print": print, "new_date": "R8.10.28", "new_start": "10:00", "new_end": "12:00",
            "reason": "台風の接近により、来場の安全を確保できないため" },
    } });
    serde_json::from_value(letters).unwrap()
}

/// The identifier of the meeting's guest.
fn dispatch_read(app: &App, meeting: &str) -> String {
    app.reply_list(entaku_domain::id::MeetingId::parse(meeting).unwrap()).unwrap().guests[0].id.clone()
}

/// Holds a printed document to its golden words and picture.
fn hold(name: &str, pdf: &[u8], words: &str, pages: usize) {
    golden::text(&format!("{name}_words.txt"), words);
    for page in 1..=pages {
        golden::picture(&format!("{name}_{page}.png"), &tools::picture(pdf, page, 36));
    }
    assert!(tools::facts(pdf).contains("Tagged:          yes"), "{name} is not tagged");
    assert!(String::from_utf8_lossy(pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
}

#[test]
fn every_letter_of_a_meeting() {
    let (app, meeting, to) = council();
    for kind in LetterKind::ALL.iter().filter(|k| k.is_of_meeting()) {
        let made = app.document(&ask(&app, &meeting, *kind, &to, "usual")).unwrap().print(&Press, &mut go_on).unwrap();
        let pages = made.printed.pages.len();
        assert!(pages <= 4, "{kind:?}: {pages} pages");
        hold(&format!("notice_{}", kind.code()), &made.printed.pdf, &made.text, pages);
    }
}

#[test]
fn large_print_is_laid_out_anew() {
    let (app, meeting, to) = council();
    for kind in [LetterKind::MeetingNotice, LetterKind::WrittenBallot, LetterKind::GalleryRules] {
        let made = app.document(&ask(&app, &meeting, kind, &to, "large")).unwrap().print(&Press, &mut go_on).unwrap();
        hold(&format!("large_{}", kind.code()), &made.printed.pdf, &made.text, made.printed.pages.len());
        let words = made.text;
        let usual = app.document(&ask(&app, &meeting, kind, &to, "usual")).unwrap().words();
        assert_eq!(words, usual, "the same words, in another size");
    }
}

/// The letters of one member, with other names.
fn to_many(letters: &Letters, count: usize) -> Letters {
    let named = |at: usize| NAMES[at % NAMES.len()];
    let all = (0..count).flat_map(|at| {
        letters.letters.iter().map(move |l| Letter {
            name: if l.name.is_empty() { String::new() } else { format!("{}　様", named(at)) },
            ..l.clone()
        })
    });
    Letters { letters: all.collect(), ..letters.clone() }
}

#[test]
fn sixty_members_get_their_notices_in_one_file() {
    let (app, meeting, to) = council();
    let Document::Letters { letters } = ask(&app, &meeting, LetterKind::MeetingNotice, &to, "usual") else { panic!() };
    let one = app.letters(&letters.read(&app).unwrap()).unwrap().letters;
    let single = Press.print(&Job::Letters(one.clone()), &mut go_on).unwrap().pages.len();
    let printed = Press.print(&Job::Letters(to_many(&one, 60)), &mut go_on).unwrap();
    assert_eq!(printed.pages.len(), 60 * single);
    for (at, name) in NAMES.iter().enumerate() {
        let page = tools::text(&printed.pdf, Some((at * single + 1, at * single + 1)));
        let bare = |t: &str| {
            t.chars()
                .filter(|c| !c.is_whitespace() && !entaku_domain::text::is_variation_selector(*c))
                .collect::<String>()
        };
        assert!(bare(&page).contains(&bare(name)), "{name} is not on its page: {page}");
    }
}

#[test]
fn a_notice_with_forty_items() {
    let (mut app, meeting, to) = council();
    for at in 1..=40 {
        let form = json!({ "meeting": meeting, "kind": "deliberation", "title": format!("{at}つ目の議題についての協議（題の長い議題が、行を改めて続くところ）"), "presenter": null, "minutes": null, "papers": [], "closed_reason": null });
        call(&mut app, "add_agenda_item", form);
    }
    for kind in [LetterKind::MeetingNotice, LetterKind::WrittenBallot] {
        let made = app.document(&ask(&app, &meeting, kind, &to, "usual")).unwrap().print(&Press, &mut go_on).unwrap();
        let pages = made.printed.pages.len();
        hold(&format!("notice_long_{}", kind.code()), &made.printed.pdf, &made.text, pages);
    }
}

fn listing(rows: usize) -> MemberList {
    let columns = [
        ("", 0.0),
        ("氏名", 1.0),
        ("所属・職", 1.9),
        ("出欠", 0.0),
        ("代理の人", 1.0),
        ("受付日", 0.0),
        ("必要な配慮", 1.4),
        ("備考", 1.0),
    ];
    let row = |at: usize| {
        let number = (at + 1).to_string();
        let texts = [
            number.as_str(),
            NAMES[at % NAMES.len()],
            if at % 7 == 0 { LONG } else { "見本福祉会　理事" },
            "代理",
            "見本　次郎",
            "10月1日",
            "手話通訳（2人）\n座席（通訳者が見える位置）",
            "意見書1件",
        ];
        texts.map(str::to_owned).to_vec()
    };
    MemberList {
        council: "鎌倉市障害者支援協議会".into(),
        title: "令和8年度　第2回　全体会　出欠の回答一覧".into(),
        right: vec!["令和8年10月14日（水）".into(), "令和8年10月1日現在".into()],
        lines: vec!["委員18人　出席12　オンライン1　代理1　欠席2　未回答2".into()],
        landscape: true,
        columns: columns.map(|(label, width)| MemberColumn::new(label, width)).to_vec(),
        rows: (0..rows).map(row).collect(),
        roomy: false,
        footers: vec!["見本です。".into()],
    }
}

#[test]
fn lists_of_one_and_of_sixty() {
    for rows in [1, 60] {
        let list = listing(rows);
        let printed = Press.print(&Job::MemberList(list.clone()), &mut go_on).unwrap();
        hold(&format!("reply_table_{rows}"), &printed.pdf, &list.text(), printed.pages.len().min(2));
    }
    let none = Press.print(&Job::MemberList(listing(0)), &mut go_on).unwrap();
    assert_eq!(none.pages.len(), 1, "a list of nobody is a page");
}

#[test]
fn the_lists_of_the_sample() {
    let (app, meeting, _) = council();
    for kind in ["reply_table", "reminder_table", "needs_table", "reception_table"] {
        let ask: Document = serde_json::from_value(json!({ "kind": kind, "meeting": meeting })).unwrap();
        let made = app.document(&ask).unwrap().print(&Press, &mut go_on).unwrap();
        hold(&format!("sample_{kind}"), &made.printed.pdf, &made.text, made.printed.pages.len());
    }
}

#[test]
fn opinions_of_one_and_of_sixty() {
    let opinion = |at: usize| WrittenOpinion {
        who: format!("{}　{LONG}", NAMES[at % NAMES.len()]),
        paragraphs: vec![
            "移動の支援について、時間帯ごとの件数が分かると、協議しやすいと思います。".repeat(1 + at % 5),
            "以上です。".into(),
        ],
    };
    for count in [1, 60] {
        let groups = (0..count).step_by(2).enumerate().map(|(n, at)| OpinionGroup {
            heading: format!("⑴　{}つ目の議題", n + 1),
            opinions: (at..(at + 2).min(count)).map(opinion).collect(),
        });
        let paper = Opinions {
            council: "鎌倉市障害者支援協議会".into(),
            title: "令和8年度　第2回　全体会　いただいた意見一覧".into(),
            right: vec!["令和8年10月14日（水）".into(), "意見書の期限　令和8年10月13日（火）".into()],
            audience: Audience::Public,
            groups: groups.collect(),
            footers: vec!["非公開の議題についての意見1件は、掲載していません。".into()],
        };
        let printed = Press.print(&Job::Opinions(paper.clone()), &mut go_on).unwrap();
        hold(&format!("opinions_{count}"), &printed.pdf, &paper.text(), printed.pages.len().min(2));
    }
}
