//! The agenda (次第) of a meeting.

use crate::id::{AgendaItemId, MeetingId, PaperId};
use crate::violation::Violation;

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

/// Whether the items take longer than the meeting lasts, from `start` to `end` as HH:MM.
pub fn check_length(items: &[AgendaItem], start: Option<&str>, end: Option<&str>) -> Option<Violation> {
    let available = minutes_of_day(end?)?.checked_sub(minutes_of_day(start?)?)?;
    let planned = items.iter().filter_map(|i| i.minutes).map(u32::from).sum();
    (planned > available).then_some(Violation::AgendaTooLong { planned, available })
}

fn minutes_of_day(time: &str) -> Option<u32> {
    let (hours, minutes) = time.split_once(':')?;
    Some(hours.parse::<u32>().ok()? * 60 + minutes.parse::<u32>().ok()?)
}

#[cfg(test)]
mod tests {
    //! An agenda against the clock.
    use super::*;

    #[test]
    fn an_agenda_is_no_longer_than_its_meeting() {
        let item = |minutes| AgendaItem {
            id: AgendaItemId::from_key("a"),
            meeting: MeetingId::from_key("m"),
            order: 1,
            kind: ItemKind::Report,
            title: String::new(),
            presenter: None,
            minutes,
            closed_reason: None,
            papers: vec![],
        };
        let items = [item(Some(20)), item(None), item(Some(100))];
        assert_eq!(check_length(&items, Some("14:00"), Some("16:00")), None);
        let long = Some(Violation::AgendaTooLong { planned: 120, available: 90 });
        assert_eq!(check_length(&items, Some("14:00"), Some("15:30")), long);
        assert_eq!(check_length(&items, Some("14:00"), None), None);
        assert_eq!(check_length(&items, Some("14:00"), Some("13:00")), None);
    }
}
