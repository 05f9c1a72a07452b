//! What is written can be read back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use super::*;
use entaku_documents::LetterLine;
use std::io::Read;

const NAMES: [&str; 7] = [
    "髙橋　美咲",
    "﨑山　里帆",
    "𠮷田　冬馬",
    "渡邉\u{e0102}　宗一郎",
    "辻\u{e0100}　千晶",
    "#panic(\"x\")",
    "<w:b/>&amp;{氏名}",
];

fn letter(look: LetterLook, name: &str) -> Letter {
    Letter {
        look,
        number: "8鎌障第123号".into(),
        date: "令和8年10月1日".into(),
        to: vec!["社会福祉法人見本福祉会".into()],
        name: format!("{name}　様"),
        from: vec![LetterLine::plain("見本市長")],
        seal: true,
        subject: "委嘱状".into(),
        body: vec!["委嘱します".into()],
        items: vec![LetterLine::new("任期", "一年\n二年"), LetterLine::plain("同封")],
        blanks: vec![LetterLine::new("氏名", name), LetterLine::new("住所", "")],
        contact: vec!["障害福祉課".into()],
        note: "見本".into(),
    }
}

fn all() -> Letters {
    let looks = [LetterLook::Official, LetterLook::Certificate, LetterLook::Form];
    let letters = NAMES.iter().flat_map(|name| looks.map(|look| letter(look, name))).collect();
    Letters { title: "文書".into(), letters }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// Text of a part, without its tags.
fn words(xml: &str) -> String {
    let texts = xml.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
    let joined: String = texts.collect();
    joined
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

#[test]
fn names_are_intact() {
    let bytes = docx(&all()).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let text = words(&xml);
    for name in NAMES {
        assert!(text.contains(&format!("{name}　様")), "{name}");
    }
    assert_eq!(docx(&all()).unwrap(), bytes, "the same letters gave other bytes");
}

#[test]
fn it_is_a4_with_a_japanese_face_and_a_page_for_each_letter() {
    let bytes = docx(&all()).unwrap();
    let xml = part(&bytes, "word/document.xml");
    assert!(xml.contains("w:w=\"11906\" w:h=\"16838\""), "A4");
    assert_eq!(xml.matches("<w:pageBreakBefore").count(), all().letters.len() - 1);
    assert!(part(&bytes, "word/styles.xml").contains("w:eastAsia=\"游明朝\""));
}

#[test]
fn what_xml_cannot_hold_is_left_out() {
    let mut letters = all();
    letters.letters[0].name = "山\u{7}田\u{ffff}".into();
    let xml = part(&docx(&letters).unwrap(), "word/document.xml");
    assert!(xml.contains("山田") && !xml.contains('\u{7}'));
}

#[test]
fn minutes_hold_every_word_and_headings() {
    use entaku_documents::{Audience, Minutes, MinutesFact, MinutesLine, MinutesLineKind, MinutesPart, MinutesTask};
    let line = MinutesLine {
        number: Some(3),
        kind: MinutesLineKind::Speech,
        speaker: NAMES[3].into(),
        paragraphs: NAMES.map(str::to_owned).to_vec(),
        behind: "非公開".into(),
    };
    let minutes = Minutes {
        council: "見本協議会".into(),
        meeting: "第1回".into(),
        title: "会議録".into(),
        mark: "（案）".into(),
        audience: Audience::Members,
        facts: vec![MinutesFact::new("日時", vec!["令和8年".into(), "14時".into()])],
        notes: vec!["注記".into()],
        parts: vec![MinutesPart { heading: "1　報告".into(), closed: String::new(), lines: vec![line] }],
        decisions: Vec::new(),
        tasks: vec![MinutesTask { what: "調べる".into(), who: "事務局".into(), due: String::new() }],
        foot: vec!["終わり".into()],
        signed: vec!["事務局".into()],
    };
    let bytes = crate::minutes(&minutes).unwrap();
    let xml = part(&bytes, "word/document.xml");
    let text = words(&xml);
    for word in
        NAMES.iter().chain(&["［3］○", "第1回　会議録（案）", "令和8年", "1　報告", "（非公開）", "調べる", "終わり"])
    {
        assert!(text.contains(word), "{word}: {text}");
    }
    assert!(xml.contains("<w:outlineLvl w:val=\"2\""), "Word's outline has the items");
    assert_eq!(crate::minutes(&minutes).unwrap(), bytes, "the same minutes gave other bytes");
}
