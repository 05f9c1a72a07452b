//! All that a screen shows of one body in a year.

use super::resolution::{self, BodyResolution};
use crate::answers::Choice;
use crate::council::App;
use crate::elections::page::{OfficerTerm, officer_terms};
use crate::error::{AppError, Result};
use crate::flows::{ArrowRow, arrow_rows};
use crate::issues::Ledger;
use crate::snapshot::Snapshot;
use crate::terms;
use crate::text::{self, bodies as words, labels};
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::flow::FlowEnd;
use entaku_domain::id::PersonId;
use entaku_domain::term::{Around, ReplacementRule};
use entaku_domain::{Day, FiscalYear};
use serde::Serialize;
use ts_rs::TS;

/// A version of a body, in a list.
#[derive(Debug, Serialize, TS)]
pub struct BodyVersionRow {
    /// Its first year.
    pub from_year: i32,
    /// 令和8年度から.
    pub label: String,
    /// Whether it holds in the year shown.
    pub shown: bool,
}

/// An office that the rules name, and who holds it.
#[derive(Debug, Serialize, TS)]
pub struct OfficerRow {
    /// 会長, 部会長.
    pub title: String,
    /// How many the rules want.
    pub count: u8,
    /// Identifier and name of each holder.
    pub holders: Vec<(String, String)>,
}

/// A meeting of the body in the year.
#[derive(Debug, Serialize, TS)]
pub struct BodyMeeting {
    /// Its identifier.
    pub id: String,
    /// 第2回.
    pub number: u16,
    /// ISO date.
    pub date: String,
    /// Where it stands, in Japanese.
    pub state: String,
}

/// An issue that the body has now.
#[derive(Debug, Serialize, TS)]
pub struct BodyIssue {
    /// Its identifier.
    pub id: String,
    /// R8-3.
    pub number: String,
    /// Its title.
    pub title: String,
    /// How far it has come, in Japanese.
    pub stage: String,
}

/// A change that touched the body.
#[derive(Debug, Serialize, TS)]
pub struct BodyChange {
    /// When, as RFC 3339 in UTC.
    pub at: String,
    /// Who.
    pub actor: String,
    /// What, in Japanese.
    pub action: String,
}

/// A body in a year.
#[derive(Debug, Serialize, TS)]
pub struct BodyPage {
    /// Its handle.
    pub key: String,
    /// What it is, a code.
    pub kind: String,
    /// The same in Japanese.
    pub kind_label: String,
    /// Handle of the body that it is part of.
    pub parent: Option<String>,
    /// That body's name.
    pub parent_name: Option<String>,
    /// First year.
    pub from_year: i32,
    /// Last year.
    pub to_year: Option<i32>,
    /// 令和4年度から.
    pub years: String,
    /// What it says in that year.
    pub says: crate::commands::BodySays,
    /// The version that holds.
    pub version_year: i32,
    /// 令和4年度.
    pub version_label: String,
    /// All versions, latest first.
    pub versions: Vec<BodyVersionRow>,
    /// The term rule, in Japanese.
    pub term_rule: String,
    /// How it works out, with its source.
    pub term_reason: String,
    /// What the rules say of a replacement's term, in Japanese; empty where it is chosen each time.
    pub replacement: String,
    /// Limits of reappointment, in Japanese; empty where none are set.
    pub limits: String,
    /// 委嘱 or 選任.
    pub verb: String,
    /// Who held its offices, by office, latest first.
    pub officer_history: Vec<OfficerTerm>,
    /// Offices and their holders on the day.
    pub officers: Vec<OfficerRow>,
    /// The day of which officers and seats are told, ISO.
    pub on: String,
    /// Members sitting on that day.
    pub members: u32,
    /// Seats on that day.
    pub seats: u32,
    /// What the vacant seats expect.
    pub vacant: Vec<String>,
    /// Its meetings of the year, by day.
    pub meetings: Vec<BodyMeeting>,
    /// Issues that it has now.
    pub issues: Vec<BodyIssue>,
    /// Its arrows in the year.
    pub flows: Vec<ArrowRow>,
    /// What the rules notice.
    pub notices: Vec<String>,
    /// What set it up; none where that is not recorded.
    pub resolution: Option<BodyResolution>,
    /// That this is missing, in words, where the rules want it.
    pub resolution_missing: Option<String>,
    /// The plenary's meetings that may have set it up, latest first; none where it was never set up.
    pub resolution_choices: Vec<Choice>,
    /// Who changed it, latest first.
    pub changes: Vec<BodyChange>,
    /// Sheets on which its box is fixed: `a3`, `a4`.
    pub pinned: Vec<String>,
}

/// The day of a year of which officers are told: today in this year, else its
/// last or first day.
pub(crate) fn day_in(year: FiscalYear, today: Day) -> Day {
    today.clamp(year.first_day(), year.last_day())
}

impl App {
    /// All that a screen shows of a body in a year.
    ///
    /// # Errors
    /// An unknown body, or a year in which it does not exist.
    pub fn body_page(&self, body: &str, year: FiscalYear) -> Result<BodyPage> {
        let council = self.snapshot()?;
        let body = council.body(body)?;
        let version = council
            .version(body.id, year)
            .filter(|_| body.exists_in(year))
            .ok_or(AppError::NothingInYear(year.number()))?;
        let (on, style) = (day_in(year, self.today()), council.council.date_style);
        let sittings = council.sittings(body.id, on);
        let vacant = sittings.iter().filter(|s| s.is_vacant());
        let parent = body.parent.and_then(|id| council.body_by_id(id));
        let pinned = self.pins()?.into_iter().filter(|p| p.key == body.key);
        Ok(BodyPage {
            key: body.key.clone(),
            kind: body.kind.code().to_owned(),
            kind_label: body.kind.label().to_owned(),
            parent: parent.map(|p| p.key.clone()),
            parent_name: parent.map(|p| council.body_name(p.id, year).to_owned()),
            from_year: body.from_year.number(),
            to_year: body.to_year.map(FiscalYear::number),
            years: words::years(style, body.from_year, body.to_year),
            says: crate::commands::BodySays::of(&council, version),
            version_year: version.from_year.number(),
            version_label: style.fiscal_year(version.from_year),
            versions: versions(&council, body, version),
            term_rule: words::term_rule(&council, version.term_rule),
            term_reason: text::derivation(&council, version.term_rule.end_among(on, around(&council, version, on)).1),
            replacement: replacement(version.replacement),
            limits: text::terms::limits(version.limits),
            verb: version.verb.label().to_owned(),
            officer_history: officer_terms(&council, body.id, self.today()),
            officers: officers(&council, version, on),
            on: on.to_string(),
            members: count(sittings.iter().filter(|s| s.person.is_some()).count()),
            seats: count(sittings.iter().filter(|s| s.counts()).count()),
            vacant: vacant.map(|s| council.filler_text(s.seat, on)).collect(),
            meetings: meetings(&council, body, year),
            issues: self.issues_of(body)?,
            flows: arrow_rows(&council, year, Some(FlowEnd::Body(body.id))),
            resolution: resolution::shown(&council, body),
            resolution_missing: resolution::missing(&council, body, year).map(|v| text::violation(style, &v)),
            resolution_choices: resolution::choices(&council, body, self.today()),
            // What nobody sits in lacks nobody.
            notices: if sittings.is_empty() { Vec::new() } else { self.notices_beside(&council, body, on)? },
            changes: self.changes_of(&council, body)?,
            pinned: pinned.map(|p| crate::pins::code(p.sheet).to_owned()).collect(),
        })
    }

    /// What the rules notice beside what is told on its own.
    fn notices_beside(&self, council: &Snapshot, body: &Body, on: Day) -> Result<Vec<String>> {
        let told = resolution::missing(council, body, FiscalYear::of(on));
        let told = told.map(|v| text::violation(council.council.date_style, &v));
        Ok(self.notices(&body.key, on)?.into_iter().filter(|said| Some(said) != told.as_ref()).collect())
    }

    fn issues_of(&self, body: &Body) -> Result<Vec<BodyIssue>> {
        let ledger = Ledger::load(&self.store)?;
        let open = ledger.issues.iter().filter(|i| i.owner == Some(body.id) && !i.stage.is_final());
        Ok(open
            .map(|i| BodyIssue {
                id: i.id.to_string(),
                number: labels::issue_number(i),
                title: i.title.clone(),
                stage: i.stage.label().to_owned(),
            })
            .collect())
    }

    /// The changes of a body and its versions, latest first.
    fn changes_of(&self, council: &Snapshot, body: &Body) -> Result<Vec<BodyChange>> {
        let mut found = self.store.history_of("body", &body.id.to_string())?;
        for version in council.versions.iter().filter(|v| v.body == body.id) {
            found.extend(self.store.history_of("body_version", &version.id.to_string())?);
        }
        found.sort_by_key(|c| std::cmp::Reverse(c.id));
        found.dedup_by_key(|c| c.id);
        let row = |c: entaku_store::Change| BodyChange {
            at: c.at.to_rfc3339(),
            actor: c.actor,
            action: text::action(&c.action),
        };
        Ok(found.into_iter().map(row).collect())
    }
}

/// What a term depends on, where nobody in particular is meant.
fn around(council: &Snapshot, version: &BodyVersion, on: Day) -> Around {
    terms::around(council, version, PersonId::new(uuid::Uuid::nil()), on, None)
}

fn replacement(rule: ReplacementRule) -> String {
    if rule == ReplacementRule::Ask { String::new() } else { rule.label().to_owned() }
}

fn versions(council: &Snapshot, body: &Body, shown: &BodyVersion) -> Vec<BodyVersionRow> {
    let style = council.council.date_style;
    let mut all: Vec<&BodyVersion> = council.versions.iter().filter(|v| v.body == body.id).collect();
    all.sort_by_key(|v| std::cmp::Reverse(v.from_year));
    all.into_iter()
        .map(|v| BodyVersionRow {
            from_year: v.from_year.number(),
            label: words::years(style, v.from_year, None),
            shown: v.id == shown.id,
        })
        .collect()
}

fn officers(council: &Snapshot, version: &BodyVersion, on: Day) -> Vec<OfficerRow> {
    let holders = |title: &str| {
        let held = council.offices_on(version.body, on).filter(|o| o.title == title);
        held.filter_map(|o| council.person(o.person)).map(|p| (p.id.to_string(), p.name_on(on).full())).collect()
    };
    version
        .officers
        .iter()
        .map(|o| OfficerRow { title: o.title.clone(), count: o.count, holders: holders(&o.title) })
        .collect()
}

fn meetings(council: &Snapshot, body: &Body, year: FiscalYear) -> Vec<BodyMeeting> {
    let mut found: Vec<_> = council.meetings_of(body.id).filter(|m| m.year() == year).collect();
    found.sort_by_key(|m| (m.date, m.number));
    found
        .into_iter()
        .map(|m| BodyMeeting {
            id: m.id.to_string(),
            number: m.number_in(body.id).unwrap_or(m.number),
            date: m.date.to_string(),
            state: m.state.label().to_owned(),
        })
        .collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
