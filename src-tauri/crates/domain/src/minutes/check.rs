//! The ten things that minutes hold (会議録の記載事項), after the guideline of Chigasaki:
//! name, agenda, day and place, open or closed with the reason, members present and absent,
//! officials with their posts, how many listened, titles of papers, the record, what else.

use super::EntryKind;

coded! {
    /// One of the ten (記載事項).
    Lack {
        Name = "name", "会議の名称";
        Agenda = "agenda", "議題";
        DatePlace = "date_place", "開催日時・場所";
        Openness = "openness", "公開・非公開の別とその理由";
        Members = "members", "出席委員・欠席委員の氏名";
        Officials = "officials", "出席した職員の職・氏名";
        Observers = "observers", "傍聴者の数";
        Papers = "papers", "会議資料の名称";
        Record = "record", "会議の記録";
        Other = "other", "その他";
    }
}

/// What is known for the minutes of a meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Items of the agenda.
    pub items: usize,
    /// Items with nothing written under them, by title.
    pub silent_items: Vec<String>,
    /// Whether beginning and end are known.
    pub has_hours: bool,
    /// Whether the place is.
    pub has_place: bool,
    /// Whether the public might listen.
    pub open: bool,
    /// Members who sit that day and of whom nobody recorded whether they came.
    pub unrecorded_members: usize,
    /// Officials at the table.
    pub officials: usize,
    /// How many listened.
    pub observers: Option<u16>,
    /// Papers without a title.
    pub untitled_papers: usize,
    /// Entries, by kind, each with whether it has words and somebody who speaks.
    pub entries: Vec<(EntryKind, bool, bool)>,
}

/// What of the ten is missing, with a number or a title that says more.
pub fn missing(known: &Known) -> Vec<(Lack, String)> {
    let mut found = Vec::new();
    let mut lacks = |lack, detail: String| found.push((lack, detail));
    if known.items == 0 {
        lacks(Lack::Agenda, String::new());
    }
    if !known.has_hours || !known.has_place {
        lacks(Lack::DatePlace, String::new());
    }
    if known.unrecorded_members > 0 {
        lacks(Lack::Members, known.unrecorded_members.to_string());
    }
    if known.officials == 0 {
        lacks(Lack::Officials, String::new());
    }
    if known.open && known.observers.is_none() {
        lacks(Lack::Observers, String::new());
    }
    if known.untitled_papers > 0 {
        lacks(Lack::Papers, known.untitled_papers.to_string());
    }
    found.extend(record(known));
    found
}

/// What the record itself lacks: words at all, who speaks, an item of the agenda.
fn record(known: &Known) -> Vec<(Lack, String)> {
    if !known.entries.iter().any(|(_, worded, _)| *worded) {
        return vec![(Lack::Record, String::new())];
    }
    let speaks = |kind: &EntryKind| matches!(kind, EntryKind::Speech | EntryKind::Explanation);
    let mute = known.entries.iter().filter(|(kind, worded, known)| *worded && speaks(kind) && !known).count();
    let unnamed = (mute > 0).then(|| (Lack::Record, mute.to_string()));
    let silent = known.silent_items.iter().map(|title| (Lack::Record, title.clone()));
    unnamed.into_iter().chain(silent).collect()
}

#[cfg(test)]
mod tests {
    //! Each of the ten, one missing at a time.
    use super::*;

    fn whole() -> Known {
        Known {
            items: 3,
            has_hours: true,
            has_place: true,
            open: true,
            officials: 2,
            observers: Some(0),
            entries: vec![(EntryKind::Speech, true, true), (EntryKind::Note, true, false)],
            ..Known::default()
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        assert_eq!(missing(&whole()), []);
        let one = |known: Known| missing(&known);
        let nothing = String::new;
        assert_eq!(one(Known { items: 0, ..whole() }), [(Lack::Agenda, nothing())]);
        assert_eq!(one(Known { has_hours: false, ..whole() }), [(Lack::DatePlace, nothing())]);
        assert_eq!(one(Known { unrecorded_members: 3, ..whole() }), [(Lack::Members, "3".into())]);
        assert_eq!(one(Known { officials: 0, ..whole() }), [(Lack::Officials, nothing())]);
        assert_eq!(one(Known { observers: None, ..whole() }), [(Lack::Observers, nothing())]);
        assert_eq!(one(Known { observers: None, open: false, ..whole() }), [], "nobody may listen");
        assert_eq!(one(Known { untitled_papers: 1, ..whole() }), [(Lack::Papers, "1".into())]);
        assert_eq!(one(Known { entries: vec![], ..whole() }), [(Lack::Record, nothing())]);
        let unnamed = vec![(EntryKind::Speech, true, false), (EntryKind::Note, true, false)];
        assert_eq!(one(Known { entries: unnamed, ..whole() }), [(Lack::Record, "1".into())]);
        let silent = Known { silent_items: vec!["その他".into()], ..whole() };
        assert_eq!(one(silent), [(Lack::Record, "その他".into())]);
    }
}
