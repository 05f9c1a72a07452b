//! What is counted for prefecture and ministry, and how.

use super::{ExperienceRow, SurveyRow, SurveySection};
use crate::issues::Ledger;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::{labels, survey as words};
use entaku_domain::agenda::{AgendaItem, ItemKind};
use entaku_domain::body::Body;
use entaku_domain::evaluation::{Disability, LivedExperience, Standing};
use entaku_domain::id::PersonId;
use entaku_domain::issue::Issue;
use entaku_domain::meeting::{Attendance, Meeting};
use entaku_domain::person::{Gender, Person};
use entaku_domain::small_cells::LEAST;
use entaku_domain::{Day, FiscalYear};

/// A year that is told.
pub(super) struct Told<'a> {
    pub council: &'a Snapshot,
    pub ledger: &'a Ledger,
    pub body: &'a Body,
    pub year: FiscalYear,
    pub on: Day,
    pub experiences: &'a [LivedExperience],
}

/// A meeting with its agenda and who came.
type Held<'a> = (&'a Meeting, Vec<AgendaItem>, Vec<Attendance>);

impl<'a> Told<'a> {
    pub(super) fn sections(&self, held: &[Held<'_>]) -> Vec<SurveySection> {
        vec![
            section(words::COUNCIL, self.council_rows()),
            section(words::MEMBERS, self.member_rows()),
            section(words::EXPERIENCE, self.experience_rows()),
            section(words::MEETINGS, self.meeting_rows(held)),
            section(words::ISSUES, self.issue_rows()),
        ]
    }

    fn sittings(&self) -> Vec<Sitting<'a>> {
        self.council.sittings(self.body.id, self.on)
    }

    fn people(&self) -> Vec<&'a Person> {
        let mut people: Vec<&Person> = self.sittings().iter().filter_map(|s| s.person).collect();
        people.dedup_by_key(|p| p.id);
        people
    }

    fn council_rows(&self) -> Vec<SurveyRow> {
        let head = self.council.head_of(self.body.id, self.on);
        let name = head.and_then(|o| self.council.name_of(o.person, self.on));
        let affiliation = head.map(|o| self.council.affiliation_text(o.person, self.on)).unwrap_or_default();
        let kinds = self.council.bodies_in(self.year).filter(|(b, _)| b.kind.is_internal()).count();
        let subs = self.council.subcommittees(self.year).count();
        vec![
            row("name", self.council.council.name.clone(), words::NOTE_NAME),
            row("law", self.council.council.legal_basis.clone(), words::NOTE_LAW),
            row("head", name.unwrap_or_else(|| words::VACANT.to_owned()), words::NOTE_HEAD),
            row("head_affiliation", affiliation, words::NOTE_HEAD_AFFILIATION),
            row("bodies", words::places(kinds), words::NOTE_BODIES),
            row("subcommittees", words::places(subs), words::NOTE_SUBCOMMITTEES),
        ]
    }

    /// How many sit, by category, and how many are women.
    fn member_rows(&self) -> Vec<SurveyRow> {
        let (sittings, people) = (self.sittings(), self.people());
        let mut rows = vec![row("members", words::people(people.len()), words::NOTE_MEMBERS)];
        let version = self.council.version(self.body.id, self.year);
        for category in version.map(|v| v.categories.as_slice()).unwrap_or_default() {
            let own = |s: &&Sitting<'_>| s.person.is_some() && s.seat.category == Some(category.number);
            let n = sittings.iter().filter(own).count();
            let label = words::category(&labels::category_mark(category.number), &category.text);
            rows.push(SurveyRow {
                label,
                ..counted(&words::category_key(category.number), n, words::NOTE_CATEGORY, false)
            });
        }
        let of = |gender: Option<Gender>| people.iter().filter(|p| p.gender == gender).count();
        for (key, gender) in [("women", Gender::Female), ("men", Gender::Male), ("other_gender", Gender::Other)] {
            rows.push(counted(key, of(Some(gender)), words::NOTE_GENDER, true));
        }
        rows.push(counted("gender_unknown", of(None), words::NOTE_UNKNOWN, false));
        let known = people.len() - of(None);
        rows.push(row("women_share", words::share(of(Some(Gender::Female)), known), words::NOTE_SHARE));
        rows
    }

    fn said(&self, person: PersonId) -> Option<&LivedExperience> {
        self.experiences.iter().find(|e| e.person == person)
    }

    /// Disabled members and families: only of whom it may be told.
    fn experience_rows(&self) -> Vec<SurveyRow> {
        let people = self.people();
        let told: Vec<&LivedExperience> =
            people.iter().filter_map(|p| self.said(p.id)).filter(|e| e.may_tell).collect();
        let silent = people.iter().filter(|p| self.said(p.id).is_some_and(|e| !e.may_tell)).count();
        let unknown = people.iter().filter(|p| self.said(p.id).is_none()).count();
        let is = |e: &&&LivedExperience, wanted: &[Standing]| wanted.contains(&e.standing);
        let disabled: Vec<_> = told.iter().filter(|e| is(e, &[Standing::Disabled, Standing::Both])).collect();
        let family: Vec<_> = told.iter().filter(|e| is(e, &[Standing::Family, Standing::Both])).collect();
        let mut rows = vec![
            counted("disabled", disabled.len(), words::NOTE_DISABLED, true),
            row("disabled_share", words::share(disabled.len(), people.len()), words::NOTE_DISABLED_SHARE),
            counted("family", family.len(), words::NOTE_FAMILY, true),
        ];
        for kind in Disability::ALL {
            let n = told.iter().filter(|e| e.kinds.contains(kind)).count();
            if n > 0 {
                let key = words::kind_key(kind.code());
                rows.push(SurveyRow { label: words::kind(kind.label()), ..counted(&key, n, words::NOTE_KIND, true) });
            }
        }
        rows.push(counted("experience_silent", silent, words::NOTE_SILENT, true));
        rows.push(counted("experience_unknown", unknown, words::NOTE_UNKNOWN, false));
        rows
    }

    fn meeting_rows(&self, held: &[Held<'_>]) -> Vec<SurveyRow> {
        let open = held.iter().filter(|(m, ..)| m.closed_reason.is_none()).count();
        let mut rows = vec![
            row("meetings", words::times(held.len()), words::NOTE_HELD),
            row("open_meetings", words::times(open), words::NOTE_OPEN),
        ];
        for (m, agenda, attended) in held {
            let formal = |i: &&AgendaItem| !matches!(i.kind, ItemKind::Opening | ItemKind::Recess | ItemKind::Closing);
            let topics: Vec<&str> = agenda.iter().filter(formal).map(|i| i.title.as_str()).collect();
            let came = attended.iter().filter(|a| a.presence.is_there()).count();
            let day = self.council.council.date_style.day(m.date);
            let value = words::meeting(&day, m.mode.label(), m.closed_reason.is_none(), came, &topics.join("、"));
            rows.push(SurveyRow {
                label: self.council.meeting_title(m),
                ..row(&words::meeting_key(&m.id.to_string()), value, words::NOTE_MEETING)
            });
        }
        for (body, version) in self.council.bodies_in(self.year).filter(|(b, _)| b.id != self.body.id) {
            let own = self.council.meetings_of(body.id).filter(|m| m.year() == self.year && m.state.is_over());
            let n = own.count();
            if n > 0 {
                let key = words::body_key(&body.key);
                rows.push(SurveyRow { label: version.name.clone(), ..row(&key, words::times(n), words::NOTE_HELD) });
            }
        }
        rows
    }

    /// The issues that were open in the year, with what was done about them.
    fn issue_rows(&self) -> Vec<SurveyRow> {
        let until = self.year.last_day().min(self.on);
        let open: Vec<&Issue> = self.ledger.issues.iter().filter(|i| self.was_open(i, until)).collect();
        let mut rows = vec![row("issues", words::cases(open.len()), words::NOTE_ISSUES)];
        for issue in open {
            let stage = self.ledger.steps_of(issue.id).iter().rfind(|e| e.on <= until).map_or(issue.stage, |e| e.stage);
            rows.push(SurveyRow {
                label: words::issue(&labels::issue_number(issue), &issue.title),
                ..row(
                    &words::issue_key(&issue.id.to_string()),
                    words::effort(stage.label(), &issue.measures),
                    words::NOTE_ISSUE,
                )
            });
        }
        rows
    }

    fn was_open(&self, issue: &Issue, until: Day) -> bool {
        let ended = self.ledger.steps_of(issue.id).iter().rfind(|e| e.on < self.year.first_day());
        issue.received_on <= until && !ended.is_some_and(|e| e.stage.is_final())
    }

    /// What is recorded of each member.
    pub(super) fn members(&self) -> Vec<ExperienceRow> {
        self.people().iter().map(|p| experience_row(self.council, p, self.said(p.id), self.on)).collect()
    }
}

/// What a person said, as it stands on a day.
pub(super) fn experience_row(
    council: &Snapshot,
    person: &Person,
    said: Option<&LivedExperience>,
    on: Day,
) -> ExperienceRow {
    let kinds = said.map(|e| e.kinds.as_slice()).unwrap_or_default();
    ExperienceRow {
        person: person.id.to_string(),
        name: council.name_of(person.id, on).unwrap_or_default(),
        affiliation: council.affiliation_text(person.id, on),
        gender: person.gender.map(Gender::label).unwrap_or_default().to_owned(),
        standing: said.map(|e| e.standing.code().to_owned()),
        standing_label: said.map(|e| e.standing.label()).unwrap_or_default().to_owned(),
        kinds: kinds.iter().map(|k| k.code().to_owned()).collect(),
        kind_labels: kinds.iter().map(|k| k.label()).collect::<Vec<_>>().join("、"),
        may_tell: said.is_some_and(|e| e.may_tell),
    }
}

fn section(title: &str, rows: Vec<SurveyRow>) -> SurveySection {
    SurveySection { title: title.to_owned(), rows }
}

fn row(key: &str, value: String, note: &str) -> SurveyRow {
    let label = words::label(key).to_owned();
    SurveyRow { key: key.to_owned(), label, value, note: note.to_owned(), small: false, typed: false }
}

/// A number of people; marked where it is too small to be published.
fn counted(key: &str, n: usize, note: &str, sensitive: bool) -> SurveyRow {
    let few = u32::try_from(n).is_ok_and(|n| (1..LEAST).contains(&n));
    SurveyRow { small: sensitive && few, ..row(key, words::people(n), note) }
}
