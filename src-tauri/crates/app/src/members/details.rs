//! All that is known of one person (人の画面): where they belong and belonged, all
//! their appointments with the reason of each last day, offices, attendance.

pub use super::letters::LetterLine;
use super::words;
use crate::addresses::{self, AddressLine};
use crate::appointments::version;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::people::PersonRow;
use crate::people::names::FormerNameLine;
use crate::snapshot::Snapshot;
use crate::substitutes::{self, SubstituteLine};
use crate::terms::{beyond, recorded, served};
use crate::text::{self, labels};
use entaku_domain::appointment::{Appointment, MemberKind, SelectionRoute};
use entaku_domain::id::PersonId;
use entaku_domain::office::Office;
use entaku_domain::person::{Affiliation, Person};
use entaku_domain::service::Limits;
use entaku_domain::text::private_use;
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};

/// A person with everything that is recorded of them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PersonDetails {
    /// Their identifier.
    pub id: String,
    /// 姓.
    pub family: String,
    /// 名.
    pub given: String,
    /// Reading of the family name.
    pub family_kana: String,
    /// Reading of the given name.
    pub given_kana: String,
    /// 姓 and 名.
    pub name: String,
    /// The reading.
    pub kana: String,
    /// In Latin letters.
    pub latin: Option<String>,
    /// Note on the glyph in the family register.
    pub glyph_note: Option<String>,
    /// What follows the name in letters.
    pub letter_title: String,
    /// `name`, `organization`, `hidden`.
    pub publication: String,
    /// 氏名, 団体名, 非公表.
    pub publication_label: String,
    /// What they need at meetings.
    pub needs: Vec<String>,
    /// Contact, for internal use.
    pub contact: Option<String>,
    /// Gender, a code.
    pub gender: Option<String>,
    /// The same in Japanese.
    pub gender_label: Option<String>,
    /// How they get what is sent, a code.
    pub delivery: Option<String>,
    /// The same in Japanese.
    pub delivery_label: Option<String>,
    /// The name as it is or will be after all changes, where the day has another.
    pub present_name: Option<String>,
    /// What they were called before, latest first.
    pub former_names: Vec<FormerNameLine>,
    /// Their addresses, those of the day first.
    pub addresses: Vec<AddressLine>,
    /// What stands on an envelope to them on the day, line by line.
    pub envelope: Vec<String>,
    /// Who may stand in for them.
    pub substitutes: Vec<SubstituteLine>,
    /// For whom they may stand in.
    pub stands_in: Vec<SubstituteLine>,
    /// Organisation and post on the day.
    pub affiliation: String,
    /// Others of the same name.
    pub namesakes: Vec<PersonRow>,
    /// What the rules notice about the name, in words.
    pub notices: Vec<String>,
    /// Where they belong and belonged, latest first.
    pub affiliations: Vec<AffiliationLine>,
    /// Their appointments, latest first.
    pub appointments: Vec<AppointmentLine>,
    /// Their offices, latest first.
    pub offices: Vec<OfficeLine>,
    /// Their attendance, latest first.
    pub attendance: Vec<AttendanceLine>,
    /// Letters to them or about them, latest first.
    pub letters: Vec<LetterLine>,
}

/// Where a person belonged over some days.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AffiliationLine {
    /// Its identifier.
    pub id: String,
    /// The organisation's identifier.
    pub organization: Option<String>,
    /// Its name on the last of these days.
    pub organization_name: String,
    /// The post there.
    pub post: String,
    /// First day, ISO.
    pub from: Option<String>,
    /// Last day, ISO.
    pub to: Option<String>,
    /// Whether it holds on the day asked for.
    pub now: bool,
}

/// An appointment with the reason of its last day.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AppointmentLine {
    /// Its identifier.
    pub id: String,
    /// The seat's identifier.
    pub seat: String,
    /// Handle of the body.
    pub body: String,
    /// The body's name on the first day.
    pub body_name: String,
    /// ⑴ 医療関係者.
    pub category_text: String,
    /// 臨時委員, オブザーバー; empty for regular members.
    pub kind: String,
    /// 委嘱, 選任, 任命, 充て職.
    pub verb: String,
    /// Day of the decision, ISO.
    pub decided_on: Option<String>,
    /// First day, ISO.
    pub start: String,
    /// Planned last day, ISO.
    pub end: Option<String>,
    /// Which reading gave it, a code.
    pub end_rule: String,
    /// The same in Japanese.
    pub end_rule_label: String,
    /// Where the planned last day comes from, in words.
    pub derivation: String,
    /// Actual last day, when they left early, ISO.
    pub ended_on: Option<String>,
    /// Why they left, or why the term is shorter, a code.
    pub end_reason: Option<String>,
    /// The same in Japanese.
    pub end_reason_label: Option<String>,
    /// When the letter of resignation was received, ISO.
    pub notice_on: Option<String>,
    /// The office's note on their leaving.
    pub leaving_note: Option<String>,
    /// Whom they replaced.
    pub replaces: Option<String>,
    /// Who selected a subcommittee's member, in words.
    pub route: Option<String>,
    /// Number of the letter: that of the office's series, else what was typed.
    pub letter_number: Option<String>,
    /// Number that was typed, for a letter that was numbered elsewhere.
    pub typed_number: Option<String>,
    /// Whether the number was taken from the office's series.
    pub numbered_here: bool,
    /// Which reappointment this is without a break; 0 for a first one.
    pub reappointments: u16,
    /// The same in words: 再任１回目（令和6年4月1日から連続）.
    pub service: String,
    /// Which limits of reappointment it does not keep, in words.
    pub limits: Vec<String>,
    /// Why an exception was made.
    pub exception: Option<String>,
    /// Whether the body's rules limit reappointments at all.
    pub has_limits: bool,
    /// `open`, `ended` or `ahead` on the day asked for.
    pub state: String,
    /// Days until the last one, while it is open.
    #[ts(type = "number | null")]
    pub days_left: Option<i64>,
}

/// An office that a person holds or held.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct OfficeLine {
    /// Its identifier.
    pub id: String,
    /// Handle of the body.
    pub body: String,
    /// Its name.
    pub body_name: String,
    /// 会長.
    pub title: String,
    /// First day, ISO.
    pub start: String,
    /// Last day, ISO.
    pub end: Option<String>,
    /// How chosen, in Japanese.
    pub method: String,
    /// Identifier of the meeting that elected.
    pub meeting: Option<String>,
    /// Its title.
    pub meeting_title: Option<String>,
    /// Whether it is held on the day asked for.
    pub now: bool,
}

/// A person's attendance at a meeting.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AttendanceLine {
    /// The meeting's identifier.
    pub meeting: String,
    /// Its title.
    pub title: String,
    /// Its day, ISO.
    pub date: String,
    /// A code.
    pub presence: String,
    /// 出席, 欠席.
    pub label: String,
    /// Who came instead.
    pub proxy: Option<String>,
}

impl App {
    /// All that is recorded of a person, as of a day.
    ///
    /// # Errors
    /// [`AppError::UnknownPerson`].
    pub fn person_details(&self, id: PersonId, on: Day) -> Result<PersonDetails> {
        let council = self.snapshot()?;
        let p = council.person(id).ok_or_else(|| AppError::UnknownPerson(id.to_string()))?;
        let mut affiliations = self.store().affiliations_of(id)?;
        affiliations.reverse();
        let mut appointments: Vec<&Appointment> = council.appointments_of(id).collect();
        appointments.sort_by_key(|a| std::cmp::Reverse((a.start, a.id)));
        let mut offices: Vec<&Office> = council.offices.iter().filter(|o| o.person == id).collect();
        offices.sort_by_key(|o| std::cmp::Reverse((o.start, o.id)));
        Ok(PersonDetails {
            id: id.to_string(),
            family: p.name.family.clone(),
            given: p.name.given.clone(),
            family_kana: p.name.family_kana.clone(),
            given_kana: p.name.given_kana.clone(),
            name: p.name_on(on).full(),
            kana: p.name_on(on).kana(),
            gender: p.gender.map(|g| g.code().to_owned()),
            gender_label: p.gender.map(|g| g.label().to_owned()),
            delivery: p.delivery.map(|d| d.code().to_owned()),
            delivery_label: p.delivery.map(|d| d.label().to_owned()),
            present_name: (p.name_on(on) != &p.name).then(|| p.name.full()),
            former_names: p.former_names.iter().rev().map(FormerNameLine::of).collect(),
            addresses: addresses::lines(council.addresses_of_person(id), on),
            envelope: addresses::person_envelope(&council, id, on),
            substitutes: substitutes::standing_in_for(&council, id, on),
            stands_in: substitutes::stands_in(&council, id, on),
            latin: p.name.latin.clone(),
            glyph_note: p.glyph_note.clone(),
            letter_title: p.letter_title.clone(),
            publication: p.publication.code().to_owned(),
            publication_label: p.publication.label().to_owned(),
            needs: p.needs.clone(),
            contact: p.contact.clone(),
            affiliation: council.affiliation_text(id, on),
            namesakes: namesakes(&council, p, on),
            notices: notices(&council, p),
            affiliations: affiliations.iter().map(|a| belonged(&council, a, on)).collect(),
            appointments: appointments.into_iter().map(|a| self.held(&council, a, on)).collect::<Result<_>>()?,
            offices: offices.into_iter().map(|o| held_office(&council, o, on)).collect(),
            attendance: self.attended(&council, id)?,
            letters: self.letters_of(&council, id)?,
        })
    }

    fn held(&self, council: &Snapshot, a: &Appointment, on: Day) -> Result<AppointmentLine> {
        let left = self.store().leaving(a.id)?.filter(|_| a.ended_on.is_some());
        Ok(AppointmentLine {
            notice_on: left.as_ref().and_then(|l| l.notice_on).map(|d| d.to_string()),
            leaving_note: left.and_then(|l| l.note),
            ..appointed(council, a, on)?
        })
    }

    fn attended(&self, council: &Snapshot, person: PersonId) -> Result<Vec<AttendanceLine>> {
        let mut lines = Vec::new();
        for appointment in council.appointments_of(person) {
            for record in self.store().attendance_of(appointment.id)? {
                let Some(m) = council.meetings.iter().find(|m| m.id == record.meeting) else { continue };
                lines.push(AttendanceLine {
                    meeting: m.id.to_string(),
                    title: council.meeting_title(m),
                    date: m.date.to_string(),
                    presence: record.presence.code().to_owned(),
                    label: record.presence.label().to_owned(),
                    proxy: record.proxy,
                });
            }
        }
        lines.sort_by(|a, b| b.date.cmp(&a.date));
        Ok(lines)
    }
}

fn namesakes(council: &Snapshot, person: &Person, on: Day) -> Vec<PersonRow> {
    let same = |p: &&Person| p.id != person.id && p.name.full() == person.name.full();
    council.people().filter(same).map(|p| PersonRow::of(council, p, on)).collect()
}

fn notices(council: &Snapshot, person: &Person) -> Vec<String> {
    let private = private_use(&person.name.full()).into_iter();
    let found = private.map(|c| Violation::PrivateUse { code_point: u32::from(c) });
    found.map(|v| text::violation(council.council.date_style, &v)).collect()
}

fn belonged(council: &Snapshot, a: &Affiliation, on: Day) -> AffiliationLine {
    let named_on = a.to.map_or(on, |to| to.min(on));
    AffiliationLine {
        id: a.id.to_string(),
        organization: a.organization.map(|o| o.to_string()),
        organization_name: a
            .organization
            .map(|o| council.organization_name(o, named_on).to_owned())
            .unwrap_or_default(),
        post: a.post.clone().unwrap_or_default(),
        from: a.from.map(|d| d.to_string()),
        to: a.to.map(|d| d.to_string()),
        now: a.holds_on(on),
    }
}

fn appointed(council: &Snapshot, a: &Appointment, on: Day) -> Result<AppointmentLine> {
    let year = FiscalYear::of(a.start);
    let body = council.body_by_id(a.body).ok_or_else(|| AppError::UnknownBody(a.body.to_string()))?;
    let version = version(council, body, a.start)?;
    let (rule, served, style) = (version.term_rule, served(council, a), council.council.date_style);
    let open = a.is_open_on(on);
    let state = if open {
        "open"
    } else if a.start > on {
        "ahead"
    } else {
        "ended"
    };
    let name = |id| council.name_of(id, a.start);
    Ok(AppointmentLine {
        id: a.id.to_string(),
        seat: a.seat.to_string(),
        body: body.key.clone(),
        body_name: council.body_name(a.body, year).to_owned(),
        category_text: words::category(council, a.body, a.category, a.start),
        kind: if a.kind == MemberKind::Regular { String::new() } else { a.kind.label().to_owned() },
        verb: a.verb.label().to_owned(),
        decided_on: a.decided_on.map(|d| d.to_string()),
        start: a.start.to_string(),
        end: a.end.map(|d| d.to_string()),
        end_rule: a.end_rule.code().to_owned(),
        end_rule_label: a.end_rule.label().to_owned(),
        derivation: text::derivation(council, recorded(council, rule, a)),
        ended_on: a.ended_on.map(|d| d.to_string()),
        end_reason: a.end_reason.map(|r| r.code().to_owned()),
        end_reason_label: a.end_reason.map(|r| r.label().to_owned()),
        notice_on: None,
        leaving_note: None,
        replaces: a.predecessor.and_then(|id| name(council.appointment(id)?.person)),
        route: a.route.as_ref().map(|route| route_text(council, route)),
        letter_number: council.letter_number(a).map(str::to_owned),
        typed_number: a.letter_number.clone(),
        numbered_here: council.numbered(a).is_some(),
        reappointments: served.reappointments,
        service: words::service(style, a, served),
        limits: beyond(council, version, a).iter().map(|v| text::violation(style, v)).collect(),
        exception: a.exception.clone(),
        has_limits: version.limits != Limits::default(),
        state: state.to_owned(),
        days_left: a.last_day().filter(|_| open).map(|last| (last - on).num_days()),
    })
}

fn route_text(council: &Snapshot, route: &SelectionRoute) -> String {
    match route {
        SelectionRoute::SteeringMeeting { meeting } => {
            let held = council.meetings.iter().find(|m| m.id == *meeting);
            held.map(|m| council.meeting_title(m)).unwrap_or_default()
        }
        SelectionRoute::Head { name, on } => labels::told_apart(name, &council.council.date_style.day(*on)),
    }
}

fn held_office(council: &Snapshot, o: &Office, on: Day) -> OfficeLine {
    let appointment = council.appointment(o.appointment);
    let meeting = o.elected_at.and_then(|id| council.meetings.iter().find(|m| m.id == id));
    OfficeLine {
        id: o.id.to_string(),
        body: council.body_by_id(o.body).map(|b| b.key.clone()).unwrap_or_default(),
        body_name: council.body_name(o.body, FiscalYear::of(o.start)).to_owned(),
        title: o.title.clone(),
        start: o.start.to_string(),
        end: o.last_day(appointment).map(|d| d.to_string()),
        method: o.method.label().to_owned(),
        meeting: meeting.map(|m| m.id.to_string()),
        meeting_title: meeting.map(|m| council.meeting_title(m)),
        now: o.is_held_on(on, appointment),
    }
}
