//! Documents that left the house (出した文書), as the ledger keeps them.

use crate::id::{IssuedId, MeetingId, PersonId};
use crate::paper_set::SetContents;

coded! {
    /// For whom an issued document was made (用途).
    Readers {
        Members = "members", "委員用";
        Public = "public", "公表用";
        Internal = "internal", "内部用";
    }
}

coded! {
    /// How a document left (出し方).
    Way {
        Printed = "printed", "印刷";
        Saved = "saved", "保存";
    }
}

/// What a packet that left held, as the ledger keeps it beside the bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedPacket {
    /// Its line in the ledger.
    pub id: IssuedId,
    /// Of which meeting.
    pub meeting: MeetingId,
    /// The set that it mends; none for a whole one.
    pub follows: Option<IssuedId>,
    /// What readers have with it.
    pub contents: SetContents,
}

/// A document that was handed to the printer or saved outside the council's folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// Its identifier.
    pub id: IssuedId,
    /// When, as ISO in UTC to the second.
    pub at: String,
    /// Who.
    pub by: String,
    /// What kind of document, by its stable code.
    pub kind: String,
    /// What it was: 令和8年度 第2回 全体会 会議資料.
    pub title: String,
    /// For whom; none where the document has no editions.
    pub readers: Option<Readers>,
    /// How it left.
    pub way: Way,
    /// Where it was saved; none when it was printed.
    pub place: Option<String>,
    /// The file's name.
    pub name: String,
    /// Pages; none for a table.
    pub pages: Option<u32>,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Whether exactly these bytes are still kept.
    pub kept: bool,
    /// The people whom it names: asked when one of them is erased.
    pub people: Vec<PersonId>,
}
