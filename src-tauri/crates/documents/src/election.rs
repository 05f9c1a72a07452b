//! The papers of an election of officers: ballot, count sheet, record, and who held
//! the offices across all terms.

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};

/// Ballot papers (投票用紙), four on a sheet of A4, to be cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballots {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第1回 全体会」.
    pub meeting: String,
    /// 「令和8年6月24日（水）」.
    pub date: String,
    /// The office, 「会長」.
    pub title: String,
    /// How many may be named on one paper.
    pub choices: u8,
    /// Those who stand; a name is written where nobody is known to.
    pub candidates: Vec<String>,
    /// Whether it is for a runoff (決選投票).
    pub runoff: bool,
    /// How many papers.
    pub copies: u32,
}

/// A sheet on which votes are counted (開票集計表).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountSheet {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第1回 全体会」.
    pub meeting: String,
    /// 「令和8年6月24日（水）」.
    pub date: String,
    /// The office, 「会長」.
    pub title: String,
    /// 「定数1人　委員18人」.
    pub facts: String,
    /// The rounds; one to be filled in by hand where none is counted yet.
    pub rounds: Vec<CountedVotes>,
}

/// A round on a count sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedVotes {
    /// 「第1回投票」, 「決選投票」.
    pub label: String,
    /// Names with votes; a number that is open is written by hand.
    pub rows: Vec<VoteRow>,
    /// Blank papers (白票).
    pub blank: Option<u16>,
    /// Invalid papers (無効).
    pub invalid: Option<u16>,
    /// Papers cast (投票総数).
    pub voters: Option<u16>,
}

/// A candidate's line on a count sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VoteRow {
    /// The name; empty for a line to be filled in by hand.
    pub name: String,
    /// Votes; none where they are counted by hand.
    pub votes: Option<u16>,
}

/// The record of a meeting's elections (役員の選出の記録).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionPaper {
    /// The council's name.
    pub council: String,
    /// 「令和8年度 第1回 全体会」.
    pub meeting: String,
    /// 「令和8年6月24日（水）」 and the place.
    pub date: String,
    /// Who presided until there was a chair; empty where there was one.
    pub presided: String,
    /// The elections, in the order of the rules.
    pub items: Vec<ElectionItem>,
}

/// One election in the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ElectionItem {
    /// The office.
    pub title: String,
    /// What was done, sentence by sentence.
    pub sentences: Vec<String>,
    /// The rounds of voting.
    pub rounds: Vec<CountedVotes>,
}

/// Who held a body's offices (役員の変遷).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerHistory {
    /// The council's name.
    pub council: String,
    /// 「全体会　役員の変遷」.
    pub title: String,
    /// 「令和8年10月14日現在」.
    pub as_of: String,
    /// By office, latest first.
    pub rows: Vec<OfficerRow>,
}

/// A holder in the history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficerRow {
    /// The office.
    pub title: String,
    /// Who.
    pub name: String,
    /// Organisation and post at the beginning.
    pub affiliation: String,
    /// First day, formatted.
    pub from: String,
    /// Last day, formatted; empty where none is set.
    pub to: String,
    /// How chosen, and at which meeting.
    pub elected: String,
}

impl Ballots {
    /// The plain-text version: one paper in words, and how many there are.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.meeting]));
        lines.push(&self.date);
        lines.push(spaced(&[&self.title, "投票用紙", if self.runoff { "（決選投票）" } else { "" }]));
        lines.push(self.instruction());
        self.candidates.iter().for_each(|name| lines.push(format!("　{name}")));
        lines.push(format!("枚数：{}枚", self.copies));
        lines.finish()
    }

    /// What whoever votes is to do.
    #[must_use]
    pub fn instruction(&self) -> String {
        match (self.candidates.is_empty(), self.choices) {
            (true, 0 | 1) => "選出する委員の氏名を、１人だけ書いてください。".to_owned(),
            (true, n) => format!("選出する委員の氏名を、{n}人まで書いてください。"),
            (false, 0 | 1) => "選出する委員１人の欄に、○を付けてください。".to_owned(),
            (false, n) => format!("選出する委員の欄に、{n}人まで○を付けてください。"),
        }
    }
}

impl CountSheet {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.meeting]));
        lines.push(&self.date);
        lines.push(spaced(&[&self.title, "開票集計表"]));
        lines.push(&self.facts);
        for round in &self.rounds {
            round.push(&mut lines);
        }
        lines.finish()
    }
}

impl CountedVotes {
    fn push(&self, lines: &mut Lines) {
        let number = |votes: Option<u16>| votes.map_or_else(|| "（　）".to_owned(), |n| n.to_string());
        lines.gap();
        lines.push(&self.label);
        for row in self.rows.iter().filter(|row| !row.name.is_empty()) {
            lines.push(format!("　{}：{}票", row.name, number(row.votes)));
        }
        lines.push(format!("　白票：{}票", number(self.blank)));
        lines.push(format!("　無効：{}票", number(self.invalid)));
        lines.push(format!("　投票総数：{}票", number(self.voters)));
    }
}

impl ElectionPaper {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.meeting]));
        lines.push("役員の選出の記録");
        lines.push(&self.date);
        lines.push(&self.presided);
        for item in &self.items {
            lines.gap();
            lines.push(format!("{}の選出", item.title));
            item.sentences.iter().for_each(|said| lines.push(format!("　{said}")));
            item.rounds.iter().for_each(|round| round.push(&mut lines));
        }
        lines.finish()
    }
}

impl OfficerHistory {
    /// The plain-text version: each holder as a line.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        lines.push(&self.as_of);
        lines.gap();
        for row in &self.rows {
            let term = format!(
                "{}から{}",
                row.from,
                if row.to.is_empty() { String::new() } else { format!("{}まで", row.to) }
            );
            lines.push(spaced(&[&row.title, &row.name, &row.affiliation, &term, &row.elected]));
        }
        lines.finish()
    }
}
