//! Documents that carry one person's name or address each, and what is told of a
//! roster: where their words lie on the sheet, in millimetres, and that all of them can be heard.

use crate::{golden, tools};
use entaku_app::App;
use entaku_app::commands::WhichPeople;
use entaku_app::printing::{AudienceName, Document};
use entaku_documents::{Address, AddressLabels, CellSheet, Envelopes, Job, Offset, Printer, RosterColumn};
use entaku_press::Press;
use entaku_support::sample;

const DAY: &str = "R8.10.14";
const POINT_MM: f64 = 25.4 / 72.0;
/// Neither a printer nor a pair of scissors is more exact.
const TOLERANCE_MM: f64 = 0.1;

/// A word where a reader that is not ours finds it, in millimetres.
#[derive(Debug, Clone)]
struct Word {
    page: usize,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    text: String,
}

fn words(pdf: &[u8]) -> Vec<Word> {
    let (mut page, mut found) = (0, Vec::new());
    for line in tools::boxes(pdf).lines() {
        if line.trim_start().starts_with("<page ") {
            page += 1;
        }
        let Some((head, rest)) = line.trim().strip_prefix("<word ").and_then(|l| l.split_once('>')) else { continue };
        let side = |name: &str| -> f64 {
            let value = head.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap();
            value.parse::<f64>().unwrap() * POINT_MM
        };
        let text = rest.trim_end_matches("</word>").to_owned();
        found.push(Word {
            page: page - 1,
            left: side("xMin"),
            top: side("yMin"),
            right: side("xMax"),
            bottom: side("yMax"),
            text,
        });
    }
    found
}

fn print(job: &Job) -> Vec<u8> {
    let first = Press.print(job, &mut entaku_documents::go_on).unwrap().pdf;
    assert!(Press.print(job, &mut entaku_documents::go_on).unwrap().pdf == first, "the same job gave other bytes");
    first
}

/// Everything long that a label may have to hold.
fn address(at: usize) -> Address {
    let long = "特定非営利活動法人みなと架空障害者地域生活支援ネットワーク推進協議会連合会附属相談支援センターゆうなぎ東部出張所第一分室";
    let names = ["髙橋　美咲", "﨑山　里帆", "𠮷田　冬馬", "グエン・ティ・ラン"];
    let short = at % 3 == 0;
    Address {
        postal: "248-0012".to_owned(),
        lines: if short {
            vec!["架空市みなと町1-2-3".to_owned()]
        } else {
            vec![
                "神奈川県架空市みなと町字浜通り１２３４番地の５".to_owned(),
                "架空マンション東館１２０５号室".to_owned(),
            ]
        },
        organization: if short { "架空会".to_owned() } else { long.chars().take(60).collect() },
        post: if short {
            "理事長".to_owned()
        } else {
            "地域生活支援部統括管理者兼相談支援専門員".to_owned()
        },
        name: names[at % names.len()].to_owned(),
        title: "様".to_owned(),
    }
}

fn labels(sheet: CellSheet, count: usize, first: u32, offset: Offset) -> AddressLabels {
    let labels = (0..count).map(address).collect();
    AddressLabels { title: "宛名ラベル".to_owned(), sheet, first, offset, labels }
}

/// 12 and 24 on A4, from the first label and from one in the middle, at one label and
/// at sixty: every word lies in its own label, and the first line begins at its margin.
#[test]
fn labels_lie_on_the_grid() {
    let shift = Offset { right: -1.5, down: 0.5 };
    for (sheet, count, first, offset) in [
        (CellSheet::Labels12, 60, 1, Offset::default()),
        (CellSheet::Labels12, 14, 3, shift),
        (CellSheet::Labels24, 60, 1, Offset::default()),
        (CellSheet::Labels24, 30, 17, shift),
        (CellSheet::Labels12, 1, 12, Offset::default()),
    ] {
        let (job, grid) = (labels(sheet, count, first, offset), sheet.grid());
        let cells = job.cells();
        let pdf = print(&Job::AddressLabels(job));
        if count == 60 {
            golden::picture(&format!("labels_{}.png", grid.columns * grid.rows), &tools::picture(&pdf, 1, 36));
        }
        let words = words(&pdf);
        let inside = |w: &Word, x: f64, y: f64| {
            w.left >= x - TOLERANCE_MM
                && w.right <= x + grid.width + TOLERANCE_MM
                && w.top >= y - TOLERANCE_MM
                && w.bottom <= y + grid.height + TOLERANCE_MM
        };
        for word in &words {
            let cell = cells.iter().find(|c| c.page as usize == word.page && inside(word, c.x, c.y));
            assert!(cell.is_some(), "{sheet:?}: {word:?} lies in no label");
        }
        let marks: Vec<&Word> = words.iter().filter(|w| w.text.starts_with('〒')).collect();
        assert_eq!(marks.len(), count, "{sheet:?}");
        for cell in &cells {
            let mine = marks.iter().find(|w| w.page == cell.page as usize && inside(w, cell.x, cell.y));
            let left = mine.unwrap_or_else(|| panic!("{sheet:?}: nothing in {cell:?}")).left;
            assert!((left - cell.x - grid.inner).abs() < 0.5, "{sheet:?}: begins {left} mm in {cell:?}");
        }
    }
}

#[test]
fn digits_stand_in_the_printed_frame() {
    let envelopes = Envelopes {
        title: "封筒".to_owned(),
        envelopes: (0..3).map(address).collect(),
        sender: vec!["架空市役所　障害福祉課".to_owned()],
        offset: Offset::default(),
    };
    let frame = Envelopes::frame();
    let pdf = print(&Job::Envelopes(envelopes));
    golden::picture("envelope.png", &tools::picture(&pdf, 2, 48));
    let all = words(&pdf);
    for page in 0..3 {
        let digits: Vec<&Word> = all.iter().filter(|w| w.page == page && w.top < frame.top + frame.height).collect();
        let code: String = digits.iter().map(|w| w.text.as_str()).collect();
        assert_eq!(code, "2480012", "page {page}");
        let (left, right) = (digits[0].left, digits.last().unwrap().right);
        assert!(left >= frame.lefts[0] && right <= frame.lefts[6] + frame.width, "page {page}: {left} to {right} mm");
    }
    let (width, height) = Envelopes::SIZE_MM;
    for word in &all {
        assert!(word.left >= 0.0 && word.right <= width && word.bottom <= height, "{word:?} runs over the edge");
    }
    assert!(tools::facts(&pdf).contains("340.157 x 666.142 pts"), "{}", tools::facts(&pdf));
}

fn document(app: &App, ask: &Document) -> Vec<u8> {
    app.document(ask).unwrap().print(&Press, &mut entaku_documents::go_on).unwrap().printed.pdf
}

fn plenary() -> WhichPeople {
    WhichPeople { body: Some("zentaikai".to_owned()), on: Some(DAY.to_owned()), ..WhichPeople::default() }
}

/// Accessible, and says all of this.
fn check(name: &str, pdf: &[u8], wanted: &[&str]) {
    let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let text = squeezed(&tools::text(pdf, None));
    for words in wanted {
        assert!(text.contains(&squeezed(words)), "{name} lacks {words}: {text}");
    }
    golden::picture(&format!("{name}.png"), &tools::picture(pdf, 1, 36));
    let plain = String::from_utf8_lossy(pdf).into_owned();
    assert!(plain.contains("pdfuaid"), "{name} does not claim PDF/UA");
}

#[test]
fn plates_and_cards_of_the_sample() {
    let app = sample();
    check(
        "name_plates",
        &document(&app, &Document::NamePlates { who: plenary(), kana: Some(true) }),
        &["﨑山 里帆", "会長"],
    );
    let (who, kana, posts) = (plenary(), Some(true), Some(true));
    let cards = document(&app, &Document::TableCards { who, kana, posts, spoken: None, secretariat: None });
    check("table_cards", &cards, &["﨑山 里帆", "副会長"]);
    let text = tools::text(&cards, Some((1, 1)));
    assert_eq!(text.matches("柏木").count(), 2, "the name stands on both sides: {text}");
}

#[test]
fn changes_and_figures_of_the_sample() {
    let app = sample();
    let body = || "zentaikai".to_owned();
    let on = || Some(DAY.to_owned());
    let (from, audience) = ("R8.3.31".to_owned(), AudienceName::Internal);
    let changes = document(&app, &Document::RosterChanges { body: body(), from, to: on(), audience });
    check("roster_changes", &changes, &["新たに就いた委員", "退いた委員", "変わった事項"]);
    for audience in [AudienceName::Internal, AudienceName::Public] {
        let figures = Document::RosterFigures { body: body(), on: on(), audience };
        let name = format!("roster_figures_{}", if audience == AudienceName::Public { "public" } else { "internal" });
        check(&name, &document(&app, &figures), &["区分別", "男女別", "団体別"]);
    }
    let columns = RosterColumn::ALL.iter().map(|c| c.code().to_owned()).collect();
    let (columns, order, filter) = (Some(columns), None, None);
    let roster = Document::Roster { body: body(), on: on(), order, audience, columns, filter };
    check("roster_all_columns", &document(&app, &roster), &["情報保障", "推薦団体"]);
}
