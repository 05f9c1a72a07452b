//! The reception list (受付簿), to sign at the door.

use super::{about, others::OtherRow};
use crate::council::App;
use crate::error::Result;
use crate::meetings::page::meeting;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{day as words, labels};
use entaku_documents::{Audience, ListedColumn, ListedPaper, ListedPart, ListedRow, ListedTable};
use entaku_domain::id::MeetingId;
use entaku_domain::meeting::{Meeting, Presence};

/// How the list is made.
#[derive(Debug, Clone, Copy)]
pub struct ReceptionOptions {
    /// In large print.
    pub large: bool,
    /// Blank lines for those who were not expected.
    pub blank: u8,
}

impl App {
    /// The reception list of a meeting: members in the office's order, then everybody
    /// else, then blank lines.
    ///
    /// # Errors
    /// [`crate::AppError::UnknownMeeting`].
    pub fn reception(&self, id: MeetingId, options: ReceptionOptions) -> Result<ListedPaper> {
        let council = self.snapshot()?;
        let m = meeting(&council, id)?;
        let members = self.member_rows(&council, m)?;
        let others: Vec<ListedRow> = self.others(&council, m)?.iter().enumerate().map(other_row).collect();
        let head = words::people(members.len(), others.len());
        let row_mm = if options.large { 16 } else { 12 };
        let table = |columns: Vec<ListedColumn>, rows| Some(ListedTable { columns, rows, head: 1, row_mm });
        let columns = |names: &[&str], shares: &[u16]| {
            names.iter().zip(shares).map(|(name, share)| ListedColumn::text(name, *share)).collect::<Vec<_>>()
        };
        let part =
            |heading: &str, table| ListedPart { heading: heading.to_owned(), rank: 1, table, ..ListedPart::default() };
        let mut parts =
            vec![part(words::MEMBERS, table(columns(&words::RECEPTION_COLUMNS, &[0, 15, 22, 20, 16, 6]), members))];
        let other_columns = || columns(&words::OTHER_COLUMNS, &[0, 15, 26, 20, 6]);
        if !others.is_empty() {
            parts.push(part(words::OTHERS, table(other_columns(), others)));
        }
        let blank = (0..options.blank).map(|_| ListedRow::of(vec![String::new(); 5])).collect::<Vec<_>>();
        if !blank.is_empty() {
            parts.push(part(words::WALK_INS, table(other_columns(), blank)));
        }
        let date = council.council.date_style.day_with_weekday(m.date);
        let hours = m.start.as_ref().map(|_| labels::hours(m)).unwrap_or_default();
        Ok(ListedPaper {
            lines: vec![format!("{date}　{hours}").trim_end().to_owned(), m.place.clone(), head],
            landscape: true,
            large: options.large,
            parts,
            footers: vec![words::RECEPTION_NOTE.to_owned()],
            ..ListedPaper::new(&council.council.name, &words::reception_title(&about(&council, m)), Audience::Members)
        })
    }

    fn member_rows(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<ListedRow>> {
        let recorded = self.store.attendance(m.id)?;
        let mut sittings = council.at_meeting(m);
        sittings.sort_by_cached_key(|s| council.officer_rank(m.body, s, m.date));
        let seated = sittings.iter().filter(|s| s.person.is_some());
        let row = |(at, sitting): (usize, &Sitting<'_>)| {
            let (appointment, person) = (sitting.appointment?, sitting.person?);
            let known = recorded.iter().find(|a| a.appointment == appointment.id);
            let away = known.filter(|a| !a.presence.is_there() && a.presence != Presence::Proxy);
            let proxy = known.and_then(|a| a.proxy.clone()).unwrap_or_default();
            let office = council.office_title(m.body, person.id, m.date).unwrap_or_default();
            let affiliation = [office, &council.affiliation_text(person.id, m.date)].join("\n");
            Some(ListedRow::of(vec![
                (at + 1).to_string(),
                person.name_on(m.date).full(),
                affiliation.trim().to_owned(),
                away.map(|a| words::expected(a.presence.label())).unwrap_or_default(),
                proxy,
                String::new(),
            ]))
        };
        Ok(seated.enumerate().filter_map(row).collect())
    }
}

fn other_row((at, other): (usize, &OtherRow)) -> ListedRow {
    let affiliation = match other.affiliation.is_empty() {
        true => other.kind_label.clone(),
        false => format!("{}　{}", other.kind_label, other.affiliation),
    };
    ListedRow::of(vec![(at + 1).to_string(), other.name.clone(), affiliation, String::new(), String::new()])
}
