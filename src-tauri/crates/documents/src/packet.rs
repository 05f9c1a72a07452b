//! Everything for one meeting in one file (会議資料).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::corrections::Corrections;
use crate::plain::{Lines, is_visible, spaced};
use crate::{Agenda, Audience, OwnPaper, Paper, PaperClass, PaperContent, Roster, SeatingPlan};

/// A meeting's packet (会議資料).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Packet {
    /// The first page.
    pub cover: Cover,
    /// The agenda.
    pub agenda: Agenda,
    /// The members as of the meeting.
    pub roster: Option<Roster>,
    /// Who sits where.
    pub seating: Option<SeatingPlan>,
    /// The papers in the order they are bound.
    pub papers: Vec<Paper>,
    /// What the public edition leaves out, 「議事3及び資料3は非公開のため、…」;
    /// empty if nothing is left out.
    pub omitted: String,
    /// How it is bound.
    pub options: PacketOptions,
    /// What stands before the papers.
    #[serde(default)]
    pub front: Front,
    /// The classes in the order of the list of papers, with their headings; the usual
    /// ones where none.
    #[serde(default)]
    pub classes: Vec<ClassHeading>,
    /// The agenda's own number, where it is the first paper: 資料1. Empty where it has none.
    #[serde(default)]
    pub agenda_number: String,
}

/// What stands before the papers of a packet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Front {
    /// Cover, agenda, list of papers, roster and seating plan.
    #[default]
    Whole,
    /// The list of corrections (差替え一覧), for a set that mends one that left.
    Corrections(Box<Corrections>),
    /// Nothing: papers by themselves, as copies that are collected.
    Bare,
}

/// A class of papers with its heading in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassHeading {
    /// The class.
    pub class: PaperClass,
    /// 「事前送付資料」.
    pub heading: String,
}

/// The cover (表紙).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cover {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第2回 全体会」.
    pub meeting: String,
    /// 「令和8年10月14日（水）」.
    pub date: String,
    /// 「14時00分から16時00分まで」.
    pub time: String,
    /// Room and address.
    pub place: String,
    /// Printed as 「委員用」 or 「公表用」.
    pub audience: Audience,
    /// Who issues it: 「鎌倉市健康福祉部障害福祉課（事務局）」.
    pub issuer: String,
    /// Lines at the foot, such as 「会議当日にお持ちください。」.
    pub notes: Vec<String>,
    /// For whom this copy is: 「髙橋　美咲子　様」; empty where it is anybody's.
    #[serde(default)]
    pub addressee: String,
}

/// How a packet is bound.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PacketOptions {
    /// Start each paper on an odd page, for printing on both sides; a blank
    /// page 「（白紙）」 is put in where needed.
    pub odd_page_start: bool,
    /// Large print (拡大版): type of so many percent on A3. Own texts are set anew, other
    /// pages are enlarged as far as the sheet allows. 0 for none.
    pub large: u16,
}

/// The classes in the usual order of the list of papers.
const CLASSES: [PaperClass; 3] = [PaperClass::Beforehand, PaperClass::OnTheDay, PaperClass::Reference];

impl Packet {
    /// The plain-text version in reading order. Files from outside are named,
    /// not quoted; [`Packet::text_with`] quotes them.
    #[must_use]
    pub fn text(&self) -> String {
        self.text_with(&BTreeMap::new())
    }

    /// As [`Packet::text`], with what the pages of files from outside say, by
    /// the files' ids ([`crate::Printed::texts`]).
    #[must_use]
    pub fn text_with(&self, texts: &BTreeMap<String, Vec<String>>) -> String {
        let mut lines = Lines::default();
        self.front_text(&mut lines);
        for paper in &self.papers {
            lines.gap();
            lines.push(paper.heading());
            paper.marks.stamps.iter().for_each(|stamp| lines.push(format!("［{stamp}］")));
            match &paper.content {
                PaperContent::Own(own) => lines.part(&own.text()),
                PaperContent::File { file } => match texts.get(file) {
                    Some(pages) => file_text(pages, &mut lines),
                    None => lines.push("（添付のファイルです。内容は会議資料のPDFをご覧ください。）"),
                },
                PaperContent::Apart { .. } => lines.push("（別に配付）"),
            }
        }
        lines.finish()
    }

    fn front_text(&self, lines: &mut Lines) {
        match &self.front {
            Front::Whole => {
                self.cover_text(lines);
                if !self.agenda_number.is_empty() {
                    lines.gap();
                    lines.push(&self.agenda_number);
                }
                lines.part(&self.agenda.text());
                self.list_text(lines);
                if let Some(roster) = &self.roster {
                    lines.part(&roster.text());
                }
                if let Some(seating) = &self.seating {
                    lines.part(&seating.text());
                }
            }
            Front::Corrections(list) => {
                lines.part(&list.text());
                if list.with_agenda {
                    lines.part(&self.agenda.text());
                }
            }
            Front::Bare => lines.push(spaced(&[&self.cover.council, &self.cover.meeting])),
        }
    }

    /// The classes in the order of the list, each with its heading.
    #[must_use]
    pub fn headings(&self) -> Vec<ClassHeading> {
        if self.classes.is_empty() {
            return CLASSES.map(|class| ClassHeading { class, heading: class.label().to_owned() }).to_vec();
        }
        self.classes.clone()
    }

    fn cover_text(&self, lines: &mut Lines) {
        let cover = &self.cover;
        lines.push(&cover.addressee);
        lines.push(&cover.council);
        lines.push(&cover.meeting);
        lines.push(spaced(&["会議資料", &format!("（{}）", cover.audience.label())]));
        lines.gap();
        lines.push(spaced(&[&cover.date, &cover.time]));
        lines.push(&cover.place);
        lines.push(&cover.issuer);
        for note in &cover.notes {
            lines.push(note);
        }
    }

    fn list_text(&self, lines: &mut Lines) {
        lines.gap();
        lines.push("資料一覧");
        for ClassHeading { class, heading } in self.headings() {
            let mut entries: Vec<String> = Vec::new();
            if class == PaperClass::Beforehand && !self.agenda_number.is_empty() {
                entries.push(spaced(&[&self.agenda_number, "次第"]));
            }
            entries.extend(self.papers.iter().filter_map(|p| p.entry_of(class)));
            if !entries.is_empty() {
                lines.push(format!("・{heading}"));
            }
            entries.iter().for_each(|entry| lines.push(format!("　{entry}")));
        }
        lines.push(&self.omitted);
    }
}

/// The pages of a file from outside, as far as they have text.
fn file_text(pages: &[String], lines: &mut Lines) {
    if !pages.iter().any(|page| is_visible(page)) {
        lines.push("（画像の資料です。文字の情報はありません。内容は会議資料のPDFをご覧ください。）");
        return;
    }
    for (index, page) in pages.iter().enumerate() {
        lines.gap();
        lines.push(format!("（{}／{}ページ）", index + 1, pages.len()));
        if is_visible(page) {
            page.lines().for_each(|line| lines.push(line.trim_end()));
        } else {
            lines.push("（画像のページです。文字の情報はありません。）");
        }
    }
}

impl OwnPaper {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            OwnPaper::Text(paper) => paper.text(),
            OwnPaper::Roster(roster) => roster.text(),
            OwnPaper::Chart(scene) => format!("{}\n{}", scene.title, scene.description),
            OwnPaper::IssueTable(table) => table.text(),
            OwnPaper::IssueCards(cards) => cards.text(),
            OwnPaper::Listed(listing) => listing.text(),
        }
    }
}
