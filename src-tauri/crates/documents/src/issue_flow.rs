//! The flow of a year's issues (課題の流れ): a picture with tables that say the same.

use entaku_chart::FlowPicture;
use serde::{Deserialize, Serialize};

use crate::ListedPaper;

/// 課題の流れ of a year, A4 upright or A3 on its side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IssueFlow {
    /// The whole in a sentence or two; also what the picture says to those who listen.
    pub summary: String,
    /// The picture.
    pub picture: FlowPicture,
    /// A3 on its side instead of A4 upright.
    pub a3: bool,
    /// The title and the tables under the picture.
    pub paper: ListedPaper,
}

impl IssueFlow {
    /// The plain-text version: the summary, then the tables.
    #[must_use]
    pub fn text(&self) -> String {
        let mut paper = self.paper.clone();
        if let Some(first) = paper.parts.first_mut() {
            first.paragraphs.insert(0, self.summary.clone());
        }
        paper.text()
    }
}
