//! The sample council (見本の協議会): read from the TOML, Markdown and foreign
//! files of `assets/sample/`, which the program carries in itself, checked by
//! the council's own rules, and put into an empty store through its one door.
//!
//! [`load`] reads and checks everything before it writes anything. Identifiers
//! come from the files' keys, so that the same files give the same council on
//! every computer. A wrong word, key or day in the files is
//! [`AppError::Sample`], in English, for whoever edits them.

mod appointments;
mod bodies;
mod body_texts;
mod check;
mod council;
mod day;
mod flows;
mod issues;
mod keys;
mod meetings;
mod milestones;
mod minutes;
mod notices;
mod organizations;
mod papers;
mod people;
mod planning;
mod plans;
mod seats;
mod source;
mod structure;
mod subcommittees;
mod write;

#[cfg(test)]
mod tests;

use crate::error::{AppError, Result};
use entaku_domain::address::Address;
use entaku_domain::agenda::AgendaItem;
use entaku_domain::appointment::Appointment;
use entaku_domain::body::{Body, BodyVersion, version_in};
use entaku_domain::council::Council;
use entaku_domain::flow::Flow;
use entaku_domain::id::OrganizationId;
use entaku_domain::issue::{Issue, IssueEvent, IssueLink, Proposal};
use entaku_domain::meeting::{Attendance, Meeting, Postponement};
use entaku_domain::milestone::Milestone;
use entaku_domain::office::Office;
use entaku_domain::person::{Affiliation, Organization, Person, Post, Representative};
use entaku_domain::plan::{Law, Plan};
use entaku_domain::seat::Seat;
use entaku_domain::selection::Nomination;
use entaku_domain::substitute::Substitute;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Moment, Store};
use keys::Keys;
pub(crate) use structure::{Structure, structure};

/// Puts the sample council into an empty store, one change per noun, at `at`.
///
/// # Errors
/// [`AppError::Sample`] when the sample's files are wrong or break a rule, or
/// the store already holds a council; those of the store. Nothing is written
/// unless the whole sample is right.
pub fn load(store: &mut Store, at: Moment) -> Result<()> {
    if store.council()?.is_some() {
        return Err(AppError::Sample("the store already holds a council".to_owned()));
    }
    write::write(store, at, &Sample::read()?)
}

/// The day on which the sample wants to be looked at: some of its meetings are
/// past then, and some are being prepared.
///
/// # Errors
/// [`AppError::Sample`] when the file is wrong.
pub fn today() -> Result<Day> {
    Ok(council::read()?.today())
}

/// Everything that the sample says, as the domain's nouns.
#[derive(Debug)]
struct Sample {
    council: Council,
    contact: String,
    organizations: Vec<Organization>,
    representatives: Vec<Representative>,
    posts: Vec<Post>,
    people: Vec<Person>,
    affiliations: Vec<Affiliation>,
    addresses: Vec<Address>,
    substitutes: Vec<Substitute>,
    bodies: Vec<Body>,
    versions: Vec<BodyVersion>,
    plans: Vec<Plan>,
    laws: Vec<Law>,
    flows: Vec<Flow>,
    seats: Vec<Seat>,
    meetings: Vec<Meeting>,
    postponements: Vec<Postponement>,
    milestones: Vec<Milestone>,
    agenda: Vec<AgendaItem>,
    papers: Vec<papers::Kept>,
    appointments: Vec<Appointment>,
    offices: Vec<Office>,
    nominations: Vec<Nomination>,
    attendances: Vec<Attendance>,
    minutes: Vec<minutes::Kept>,
    issues: Vec<Issue>,
    events: Vec<IssueEvent>,
    links: Vec<IssueLink>,
    proposals: Vec<Proposal>,
    notices: notices::Notices,
    subcommittees: subcommittees::Subcommittees,
    planning: planning::Planning,
}

/// The sample's files as rows.
#[derive(Debug)]
struct Files {
    council: council::File,
    organizations: organizations::File,
    people: people::File,
    bodies: bodies::File,
    plans: plans::File,
    flows: flows::File,
    seats: seats::File,
    appointments: appointments::File,
    meetings: meetings::File,
    milestones: milestones::File,
    issues: issues::File,
    notices: notices::File,
    planning: planning::File,
}

impl Files {
    fn read() -> Result<Self> {
        Ok(Self {
            council: council::read()?,
            organizations: organizations::read()?,
            people: people::read()?,
            bodies: bodies::read()?,
            plans: plans::read()?,
            flows: flows::read()?,
            seats: seats::read()?,
            appointments: appointments::read()?,
            meetings: meetings::read()?,
            milestones: milestones::read()?,
            issues: issues::read()?,
            notices: notices::read()?,
            planning: planning::read()?,
        })
    }

    fn keys(&self) -> Result<Keys> {
        Ok(Keys {
            bodies: self.bodies.keys()?,
            plans: self.plans.keys()?,
            laws: self.plans.law_keys()?,
            organizations: self.organizations.keys()?,
            posts: self.organizations.post_keys()?,
            people: self.people.keys()?,
            seats: self.seats.keys()?,
            appointments: self.appointments.keys()?,
            meetings: self.meetings.keys()?,
            issues: self.issues.keys()?,
        })
    }
}

impl Sample {
    /// Reads and checks the carried files.
    fn read() -> Result<Self> {
        Self::from_files(&Files::read()?)
    }

    fn from_files(files: &Files) -> Result<Self> {
        let keys = &files.keys()?;
        files.plans.check(&files.flows)?;
        let (organizations, holders) = (files.organizations.organizations()?, files.organizations.holders(keys)?);
        let (people, affiliations) = (files.people.people()?, files.people.affiliations(keys)?);
        let (bodies, versions) = (files.bodies.bodies(keys)?, files.bodies.versions(keys)?);
        let seats = files.seats.seats(keys)?;
        let around = appointments::Around { keys, seats: &seats, people: &people, meetings: &files.meetings };
        let appointments = files.appointments.appointments(around)?;
        let offices = files.appointments.offices(keys, &appointments)?;
        let secretariat = OrganizationId::from_key(files.council.secretariat());
        let around = meetings::Around {
            keys,
            secretariat,
            holders: &holders,
            people: &people,
            affiliations: &affiliations,
            appointments: &appointments,
            offices: &offices,
        };
        let (meetings, attendances) = (files.meetings.meetings(around)?, files.meetings.attendances(around)?);
        let name = |key: &str| body_name(&bodies, &versions, key);
        let secretariat = office_name(&organizations, secretariat, files.council.today());
        let sample = Self {
            council: files.council.council(keys, secretariat)?,
            contact: files.council.contact().to_owned(),
            postponements: files.meetings.postponements(),
            representatives: files.organizations.representatives(),
            posts: files.organizations.posts(keys)?,
            plans: files.plans.plans(keys, files.council.first_year()?)?,
            laws: files.plans.laws()?,
            flows: files.flows.flows(keys, files.council.key())?,
            agenda: files.meetings.agenda(keys)?,
            milestones: files.milestones.milestones(keys)?,
            papers: papers::papers(keys, files.meetings.rows())?,
            nominations: files.appointments.nominations(keys)?,
            issues: files.issues.issues(keys)?,
            events: files.issues.events(keys, &files.meetings)?,
            links: files.issues.links(keys)?,
            proposals: files.issues.proposals(keys, name)?,
            minutes: minutes::read(keys, &meetings)?,
            planning: files.planning.planning(keys)?,
            notices: files.notices.notices(keys, &meetings, &appointments)?,
            subcommittees: subcommittees::read(keys)?,
            addresses: [files.organizations.addresses()?, files.people.addresses()?].concat(),
            substitutes: files.seats.substitutes(keys)?,
            organizations,
            people,
            affiliations,
            bodies,
            versions,
            seats,
            meetings,
            appointments,
            offices,
            attendances,
        };
        check::check(&sample, files, &holders)?;
        Ok(sample)
    }
}

/// What an office is called on a day.
fn office_name(organizations: &[Organization], id: OrganizationId, on: Day) -> &str {
    organizations.iter().find(|o| o.id == id).map(|o| o.name_on(on)).unwrap_or_default()
}

/// The latest name of the body with a key.
fn body_name(bodies: &[Body], versions: &[BodyVersion], key: &str) -> Option<String> {
    let body = bodies.iter().find(|b| b.key == key)?;
    version_in(versions, body.id, FiscalYear::LAST).map(|v| v.name.clone())
}
