//! The agenda (次第) of a meeting.

use crate::id::{AgendaItemId, MeetingId, PaperId};

coded! {
    /// What is done with an item (議事の種別).
    ItemKind {
        Opening = "opening", "開会";
        Deliberation = "deliberation", "協議";
        Report = "report", "報告";
        Election = "election", "選出";
        Other = "other", "その他";
        Recess = "recess", "休憩";
        Closing = "closing", "閉会";
    }
}

/// An item of the agenda (次第の項目).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaItem {
    /// Its identifier.
    pub id: AgendaItemId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Place on the agenda.
    pub order: i64,
    /// What is done with it.
    pub kind: ItemKind,
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// Its papers, in order.
    pub papers: Vec<PaperId>,
}
