//! Written opinions for a meeting, collected (いただいた意見一覧).

use serde::{Deserialize, Serialize};

use crate::Audience;
use crate::plain::{Lines, spaced};

/// The opinions for a meeting, by item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opinions {
    /// The council's name.
    pub council: String,
    /// 「令和8年度　第2回　全体会　いただいた意見一覧」.
    pub title: String,
    /// The day of the meeting, and until when opinions were taken.
    pub right: Vec<String>,
    /// For whom.
    pub audience: Audience,
    /// By item.
    pub groups: Vec<OpinionGroup>,
    /// Lines at the end: what is left out.
    pub footers: Vec<String>,
}

/// The opinions on one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpinionGroup {
    /// ⑴　地域課題について.
    pub heading: String,
    /// Each.
    pub opinions: Vec<WrittenOpinion>,
}

/// One opinion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenOpinion {
    /// Who, as they appear for this audience.
    pub who: String,
    /// What it says, a paragraph each.
    pub paragraphs: Vec<String>,
}

impl Opinions {
    /// The plain-text version.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines::default();
        lines.push(spaced(&[&self.council, &self.title]));
        self.right.iter().for_each(|line| lines.push(line));
        if self.audience != Audience::Members {
            lines.push(format!("（{}）", self.audience.label()));
        }
        for group in &self.groups {
            lines.gap();
            lines.push(&group.heading);
            for one in &group.opinions {
                lines.push(format!("　{}", one.who));
                one.paragraphs.iter().for_each(|text| lines.push(format!("　　{text}")));
            }
        }
        lines.gap();
        self.footers.iter().for_each(|line| lines.push(line));
        lines.finish()
    }
}
