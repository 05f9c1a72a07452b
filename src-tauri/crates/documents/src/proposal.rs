//! A proposal to the city and others (提言書): a face like a letter's, then its parts.

use serde::{Deserialize, Serialize};

use crate::plain::{Lines, spaced};
use crate::{Audience, ListedPaper, ListedPart};

/// A proposal as it is handed over.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProposalPaper {
    /// The council's name.
    pub council: String,
    /// 提案第1号; empty for none.
    pub number: String,
    /// The day of delivery, or a word for a draft.
    pub date: String,
    /// To whom, line by line: 鎌倉市長　様.
    pub to: Vec<String>,
    /// Who proposes, line by line: council, then head.
    pub from: Vec<String>,
    /// The title.
    pub title: String,
    /// 「次のとおり提案します」, by which plenary it was approved: paragraphs.
    pub lead: Vec<String>,
    /// The parts of the text, and what it rests on.
    pub parts: Vec<ListedPart>,
    /// For whom.
    pub audience: Audience,
    /// Lines at the end.
    pub footers: Vec<String>,
}

impl ProposalPaper {
    /// The parts as a listing, for what sets them.
    #[must_use]
    pub fn listing(&self) -> ListedPaper {
        ListedPaper {
            parts: self.parts.clone(),
            footers: self.footers.clone(),
            ..ListedPaper::new("", &self.title, self.audience)
        }
    }

    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.number, &self.date]));
        self.to.iter().for_each(|line| lines.push(format!("宛先：{line}")));
        self.from.iter().for_each(|line| lines.push(format!("提出者：{line}")));
        lines.gap();
        lines.push(&self.title);
        self.lead.iter().for_each(|line| lines.push(line));
        let rest = self.listing().text();
        // The listing's own first line is the title, which stands above.
        lines.part(rest.split_once('\n').map_or("", |(_, rest)| rest.trim_start_matches('\n')));
        lines.finish()
    }
}
