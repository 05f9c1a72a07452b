//! Who is at a meeting without being a member (委員以外の出席者, V15).

use crate::council::App;
use crate::error::Result;
use crate::snapshot::Snapshot;
use crate::text::{day as words, labels};
use entaku_domain::day::AttendeeKind;
use entaku_domain::meeting::Meeting;
use entaku_domain::text::search_key;

/// Somebody who is no member.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OtherRow {
    /// The identifier; none for one of the secretariat, who stand with the meeting, and
    /// for one who is only offered.
    pub id: Option<String>,
    /// As what, a code.
    pub kind: String,
    /// As what, in Japanese.
    pub kind_label: String,
    /// The name; may be empty.
    pub name: String,
    /// Organisation and post.
    pub affiliation: String,
}

/// As what somebody comes whom a need names: 手話通訳（2人）.
fn kind_of_need(need: &str) -> Option<AttendeeKind> {
    if !labels::is_interpreter(need) {
        return None;
    }
    Some(if words::is_writing(need) { AttendeeKind::Writing } else { AttendeeKind::Sign })
}

fn row(id: Option<String>, kind: AttendeeKind, name: &str, affiliation: &str) -> OtherRow {
    OtherRow {
        id,
        kind: kind.code().to_owned(),
        kind_label: kind.label().to_owned(),
        name: name.to_owned(),
        affiliation: affiliation.to_owned(),
    }
}

impl App {
    /// Who is there without being a member, the secretariat last.
    pub(crate) fn others(&self, _: &Snapshot, m: &Meeting) -> Result<Vec<OtherRow>> {
        let mut all: Vec<OtherRow> = self
            .store
            .attendees(m.id)?
            .iter()
            .map(|a| row(Some(a.id.to_string()), a.kind, &a.name, &a.affiliation))
            .collect();
        all.extend(m.secretariat.iter().map(|who| row(None, AttendeeKind::Secretariat, who, "")));
        Ok(all)
    }

    /// Who presents an item and is neither a member nor of the secretariat, and the
    /// interpreters whom members need, as far as nobody is entered for them.
    pub(crate) fn offered_others(&self, council: &Snapshot, m: &Meeting) -> Result<Vec<OtherRow>> {
        let known = self.store.attendees(m.id)?;
        let sittings = council.at_meeting(m);
        let people: Vec<_> = sittings.iter().filter_map(|s| s.person).collect();
        let taken: Vec<String> = people
            .iter()
            .flat_map(|p| [p.name_on(m.date).full(), p.name_on(m.date).family.clone()])
            .chain(people.iter().filter_map(|p| council.office_title(m.body, p.id, m.date)).map(str::to_owned))
            .chain(known.iter().flat_map(|a| [a.name.clone(), a.affiliation.clone()]))
            .chain(m.secretariat.iter().cloned())
            .map(|text| search_key(&text))
            .filter(|key| !key.is_empty())
            .collect();
        let is_known = |who: &str| {
            let key = search_key(who);
            who.contains(labels::SECRETARIAT)
                || taken
                    .iter()
                    .any(|t| *t == key || (key.chars().count() > 2 && t.contains(&key)) || key.starts_with(t.as_str()))
        };
        let agenda = self.store.agenda(m.id)?;
        let mut offered: Vec<OtherRow> = Vec::new();
        for who in agenda.iter().filter_map(|i| i.presenter.as_deref()).filter(|who| !is_known(who)) {
            if !offered.iter().any(|o| o.affiliation == who) {
                offered.push(row(None, AttendeeKind::Explainer, "", who));
            }
        }
        let mut kinds: Vec<AttendeeKind> =
            people.iter().flat_map(|p| &p.needs).filter_map(|n| kind_of_need(n)).collect();
        kinds.sort();
        kinds.dedup();
        kinds.retain(|kind| known.iter().all(|a| a.kind != *kind));
        offered.extend(kinds.into_iter().map(|kind| row(None, kind, "", "")));
        Ok(offered)
    }
}
