//! For whom a document is made.

use serde::{Deserialize, Serialize};

/// Who will read a document (用途): it decides columns and the line that says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// The council's members (委員用).
    Members,
    /// Everybody: the web page and the audience at the meeting (公表用).
    Public,
    /// The secretariat alone (内部用).
    Internal,
}

impl Audience {
    /// The word printed on the paper.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Audience::Members => "委員用",
            Audience::Public => "公表用",
            Audience::Internal => "内部用",
        }
    }
}
