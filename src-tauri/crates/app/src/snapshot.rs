//! The council as read from the store, with the questions that every document
//! asks of it: who sits where on a day, under which name, with which post.

mod letters;
mod meetings;
mod places;

use crate::error::{AppError, Result};
use entaku_domain::address::{Address, AddressOf};
use entaku_domain::appointment::{Appointment, MemberKind};
use entaku_domain::body::{Body, BodyKind, BodyVersion};
use entaku_domain::calendar::OfficeCalendar;
use entaku_domain::council::{Council, Question};
use entaku_domain::flow::Flow;
use entaku_domain::id::{AppointmentId, BodyId, OrganizationId, PersonId, PostId};
use entaku_domain::lead::{Due, LeadTimes, Task};
use entaku_domain::meeting::Meeting;
use entaku_domain::meeting_rule::MeetingRule;
use entaku_domain::milestone::{Deadline, Milestone, deadline};
use entaku_domain::office::Office;
use entaku_domain::person::{Affiliation, Organization, Person, Post, Representative};
use entaku_domain::plan::{Law, Plan, PlanItem};
use entaku_domain::seat::{Filler, Seat};
use entaku_domain::substitute::Substitute;
use entaku_domain::{Day, FiscalYear};
use entaku_store::Store;
pub use letters::Addressee;
use places::Places;
use std::collections::BTreeMap;

/// Everything that the council's documents draw on, but meetings' contents and issues.
#[derive(Debug)]
pub struct Snapshot {
    /// The council.
    pub council: Council,
    /// Its bodies, in order.
    pub bodies: Vec<Body>,
    /// Their versions.
    pub versions: Vec<BodyVersion>,
    /// The chart's arrows.
    pub flows: Vec<Flow>,
    /// The plans beside it.
    pub plans: Vec<Plan>,
    /// What stands in them.
    pub plan_items: Vec<PlanItem>,
    /// The laws it rests on.
    pub laws: Vec<Law>,
    /// All seats, in order.
    pub seats: Vec<Seat>,
    /// All appointments.
    pub appointments: Vec<Appointment>,
    /// All offices.
    pub offices: Vec<Office>,
    /// All meetings.
    pub meetings: Vec<Meeting>,
    /// How bodies meet that differ from the council's way.
    pub meeting_rules: Vec<MeetingRule>,
    /// Who is registered to stand in for whom.
    pub substitutes: Vec<Substitute>,
    /// The office's own milestones, by day.
    pub milestones: Vec<Milestone>,
    /// When the office is open and closed.
    pub calendar: OfficeCalendar,
    /// How many days before and after a meeting something is due.
    pub leads: LeadTimes,
    people: BTreeMap<PersonId, Person>,
    affiliations: BTreeMap<PersonId, Vec<Affiliation>>,
    organizations: BTreeMap<OrganizationId, Organization>,
    posts: BTreeMap<PostId, Post>,
    addresses: BTreeMap<AddressOf, Vec<Address>>,
    letters: BTreeMap<AppointmentId, String>,
    representatives: BTreeMap<OrganizationId, Vec<Representative>>,
    places: Places,
}

/// A seat on a day, and who sits there.
#[derive(Debug, Clone, Copy)]
pub struct Sitting<'a> {
    /// The seat.
    pub seat: &'a Seat,
    /// The appointment, for a derived seat that of the other body; none when vacant.
    pub appointment: Option<&'a Appointment>,
    /// The person; none when vacant.
    pub person: Option<&'a Person>,
    /// First and last day in this seat.
    pub days: Option<(Day, Option<Day>)>,
}

impl Sitting<'_> {
    /// Whether somebody is missing: a seat for temporary members or observers is none.
    pub fn is_vacant(&self) -> bool {
        self.person.is_none() && self.seat.is_to_be_filled()
    }

    /// Whether somebody sits there who takes part in elections: not an observer.
    pub fn has_vote(&self) -> bool {
        self.person.is_some() && self.appointment.is_none_or(|a| a.kind != MemberKind::Observer)
    }

    /// Whether it counts among the body's seats: somebody sits there, or is missing.
    pub fn counts(&self) -> bool {
        self.person.is_some() || self.seat.is_to_be_filled()
    }
}

impl Snapshot {
    /// Reads the council.
    ///
    /// # Errors
    /// Those of the store.
    pub fn load(store: &Store) -> Result<Self> {
        let mut affiliations: BTreeMap<PersonId, Vec<Affiliation>> = BTreeMap::new();
        for affiliation in store.affiliations()? {
            affiliations.entry(affiliation.person).or_default().push(affiliation);
        }
        let mut addresses: BTreeMap<AddressOf, Vec<Address>> = BTreeMap::new();
        for address in store.addresses()? {
            addresses.entry(address.of).or_default().push(address);
        }
        let mut representatives: BTreeMap<OrganizationId, Vec<Representative>> = BTreeMap::new();
        for representative in store.representatives()? {
            representatives.entry(representative.organization).or_default().push(representative);
        }
        let (bodies, versions) = (store.bodies()?, store.body_versions()?);
        let (seats, appointments, offices) = (store.seats()?, store.appointments()?, store.offices()?);
        Ok(Self {
            letters: letters::appointing(&store.appointing_numbers()?, &appointments),
            places: Places::of(&bodies, &versions, &seats, &appointments, &offices),
            council: store.council()?.ok_or_else(|| AppError::UnknownRecord("council".to_owned()))?,
            bodies,
            versions,
            flows: store.flows()?,
            plans: store.plans()?,
            plan_items: store.plan_items()?,
            laws: store.laws()?,
            seats,
            appointments,
            offices,
            meetings: store.meetings()?,
            meeting_rules: store.meeting_rules()?,
            substitutes: store.substitutes()?,
            milestones: store.milestones()?,
            calendar: OfficeCalendar::new(store.day_rules()?),
            leads: LeadTimes::new(store.lead_times()?),
            people: store.people()?.into_iter().map(|p| (p.id, p)).collect(),
            affiliations,
            addresses,
            representatives,
            organizations: store.organizations()?.into_iter().map(|o| (o.id, o)).collect(),
            posts: store.posts()?.into_iter().map(|p| (p.id, p)).collect(),
        })
    }

    /// When something is due around a meeting (V24), as the office counts it and moved to
    /// a day on which it is open; none where the office does not do it.
    pub fn due(&self, task: Task, meeting: &Meeting) -> Option<Due> {
        self.leads.due(meeting.body, task, meeting.date, &self.calendar)
    }

    /// V20: the last day of the budget's requests in a year.
    pub fn budget_deadline(&self, year: FiscalYear) -> Option<Deadline> {
        deadline(&self.milestones, self.council.decided(Question::Season), year)
    }

    /// The body with a handle or, in the latest version, a name.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`].
    pub fn body(&self, handle: &str) -> Result<&Body> {
        let named = |b: &&Body| self.latest(b.id).is_some_and(|v| v.name == handle);
        self.bodies
            .iter()
            .find(|b| b.key == handle)
            .or_else(|| self.bodies.iter().find(named))
            .ok_or_else(|| AppError::UnknownBody(handle.to_owned()))
    }

    /// The body with a handle or name, which must exist on a day.
    ///
    /// # Errors
    /// [`AppError::UnknownBody`], [`AppError::NothingInYear`].
    pub fn body_on(&self, handle: &str, on: Day) -> Result<&Body> {
        let (body, year) = (self.body(handle)?, FiscalYear::of(on));
        let exists = body.exists_in(year) && self.version(body.id, year).is_some();
        exists.then_some(body).ok_or(AppError::NothingInYear(year.number()))
    }

    /// A body by its identifier.
    pub fn body_by_id(&self, id: BodyId) -> Option<&Body> {
        self.places.body(id).iter().find_map(|at| self.bodies.get(*at))
    }

    /// The version of a body valid in a year.
    pub fn version(&self, body: BodyId, year: FiscalYear) -> Option<&BodyVersion> {
        self.versions_of(body).filter(|v| v.from_year <= year).max_by_key(|v| v.from_year)
    }

    /// The latest version of a body.
    pub fn latest(&self, body: BodyId) -> Option<&BodyVersion> {
        self.version(body, FiscalYear::LAST)
    }

    fn versions_of(&self, body: BodyId) -> impl Iterator<Item = &BodyVersion> {
        self.places.versions(body).iter().filter_map(|at| self.versions.get(*at))
    }

    /// A body's name in a year; its handle where it has no version yet.
    pub fn body_name(&self, body: BodyId, year: FiscalYear) -> &str {
        self.version(body, year)
            .or_else(|| self.versions_of(body).next())
            .map_or_else(|| self.body_by_id(body).map_or("", |b| b.key.as_str()), |v| v.name.as_str())
    }

    /// The bodies that exist in a year, in order, with their version.
    pub fn bodies_in(&self, year: FiscalYear) -> impl Iterator<Item = (&Body, &BodyVersion)> {
        self.bodies.iter().filter(move |b| b.exists_in(year)).filter_map(move |b| Some((b, self.version(b.id, year)?)))
    }

    /// A person by identifier.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id)
    }

    /// The name that a person had on a day, with a full-width space between.
    pub fn name_of(&self, id: PersonId, on: Day) -> Option<String> {
        self.person(id).map(|p| p.name_on(on).full())
    }

    /// Everybody.
    pub fn people(&self) -> impl Iterator<Item = &Person> {
        self.people.values()
    }

    /// An organisation by identifier.
    pub fn organization(&self, id: OrganizationId) -> Option<&Organization> {
        self.organizations.get(&id)
    }

    /// All organisations.
    pub fn organizations(&self) -> impl Iterator<Item = &Organization> {
        self.organizations.values()
    }

    /// An organisation's name on a day.
    pub fn organization_name(&self, id: OrganizationId, on: Day) -> &str {
        self.organizations.get(&id).map_or("", |o| o.name_on(on))
    }

    /// Who signs for an organisation on a day; nobody where letters go to the organisation itself.
    pub fn representative(&self, id: OrganizationId, on: Day) -> Option<&Representative> {
        self.representatives.get(&id)?.iter().rev().find(|r| r.signs_on(on))
    }

    /// A person's organisation on a day, by identifier.
    pub fn organization_id(&self, person: PersonId, on: Day) -> Option<OrganizationId> {
        self.affiliation(person, on).and_then(|a| a.organization)
    }

    /// A person's organisation on a day.
    pub fn organization_of(&self, person: PersonId, on: Day) -> String {
        self.affiliation(person, on)
            .and_then(|a| a.organization)
            .map(|o| self.organization_name(o, on).to_owned())
            .unwrap_or_default()
    }

    /// A person's organisation and post on a day, with a full-width space between.
    pub fn affiliation_text(&self, person: PersonId, on: Day) -> String {
        let Some(affiliation) = self.affiliation(person, on) else { return String::new() };
        let organization = affiliation.organization.map(|o| self.organization_name(o, on)).unwrap_or_default();
        let parts = [organization, affiliation.post.as_deref().unwrap_or_default()];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("　")
    }

    /// A person's post on a day; empty where none.
    pub fn post_of(&self, person: PersonId, on: Day) -> String {
        self.affiliation(person, on).and_then(|a| a.post.clone()).unwrap_or_default()
    }

    /// A person's affiliations, oldest first.
    pub(crate) fn affiliations_of(&self, person: PersonId) -> &[Affiliation] {
        self.affiliations.get(&person).map(Vec::as_slice).unwrap_or_default()
    }

    fn affiliation(&self, person: PersonId, on: Day) -> Option<&Affiliation> {
        self.affiliations.get(&person)?.iter().rev().find(|a| a.holds_on(on))
    }

    /// A post by identifier.
    pub fn post(&self, id: PostId) -> Option<&Post> {
        self.posts.get(&id)
    }

    /// What is expected in a seat: the post or the organisation.
    pub fn filler_text(&self, seat: &Seat, on: Day) -> String {
        match seat.filler {
            Filler::Person => seat.nominator.map(|o| self.organization_name(o, on).to_owned()).unwrap_or_default(),
            Filler::Organization(id) => self.organization_name(id, on).to_owned(),
            Filler::Post(id) => self.posts.get(&id).map(|p| self.post_text(p, on)).unwrap_or_default(),
            Filler::HeadOf(body) => self.body_name(body, FiscalYear::of(on)).to_owned(),
        }
    }

    fn post_text(&self, post: &Post, on: Day) -> String {
        let organization = post.organization.map(|o| self.organization_name(o, on)).unwrap_or_default();
        if organization.is_empty() || post.name.starts_with(organization) {
            post.name.clone()
        } else {
            format!("{organization}　{}", post.name)
        }
    }

    /// An appointment by identifier.
    pub fn appointment(&self, id: AppointmentId) -> Option<&Appointment> {
        self.places.appointment(id).iter().find_map(|at| self.appointments.get(*at))
    }

    /// A person's appointments, in every body.
    pub fn appointments_of(&self, person: PersonId) -> impl Iterator<Item = &Appointment> {
        self.places.of_person(person).iter().filter_map(|at| self.appointments.get(*at))
    }

    /// The seats of a body on a day, in order, each with who sits there.
    pub fn sittings(&self, body: BodyId, on: Day) -> Vec<Sitting<'_>> {
        let seats = self.places.seats(body).iter().filter_map(|at| self.seats.get(*at));
        seats.filter(|s| s.exists_on(on)).map(|seat| self.sitting(seat, on)).collect()
    }

    fn sitting<'a>(&'a self, seat: &'a Seat, on: Day) -> Sitting<'a> {
        if let Filler::HeadOf(other) = seat.filler {
            return self.derived_sitting(seat, other, on);
        }
        let mut taken = self.places.of_seat(seat.id).iter().filter_map(|at| self.appointments.get(*at));
        let appointment = taken.find(|a| a.is_open_on(on));
        Sitting {
            seat,
            appointment,
            person: appointment.and_then(|a| self.person(a.person)),
            days: appointment.map(|a| (a.start, a.last_day())),
        }
    }

    /// V9: whoever heads the other body on that day sits here, for as long.
    fn derived_sitting<'a>(&'a self, seat: &'a Seat, other: BodyId, on: Day) -> Sitting<'a> {
        let head = self.head_of(other, on);
        let appointment = head.and_then(|o| self.appointment(o.appointment));
        Sitting {
            seat,
            appointment,
            person: head.and_then(|o| self.person(o.person)),
            days: head.map(|o| entaku_domain::office::derived_days(o, appointment)),
        }
    }

    /// Who presides over a body on a day (会長, 座長, 部会長); nobody where the body is gone.
    pub fn head_of(&self, body: BodyId, on: Day) -> Option<&Office> {
        let year = FiscalYear::of(on);
        self.body_by_id(body).filter(|b| b.exists_in(year))?;
        let version = self.version(body, year)?;
        let title = &version.officers.iter().find(|o| o.presides)?.title;
        self.offices_on(body, on).find(|o| &o.title == title)
    }

    /// The offices of a body held on a day.
    pub fn offices_on(&self, body: BodyId, on: Day) -> impl Iterator<Item = &Office> {
        let offices = self.places.offices(body).iter().filter_map(|at| self.offices.get(*at));
        offices.filter(move |o| o.is_held_on(on, self.appointment(o.appointment)))
    }

    /// The office that a person holds in a body on a day.
    pub fn office_title(&self, body: BodyId, person: PersonId, on: Day) -> Option<&str> {
        let mut held = self.places.held(body, person).iter().filter_map(|at| self.offices.get(*at));
        held.find(|o| o.is_held_on(on, self.appointment(o.appointment))).map(|o| o.title.as_str())
    }

    /// The place of an officer in the order of the rules, 会長 first; members come after all officers.
    pub fn officer_rank(&self, body: BodyId, sitting: &Sitting<'_>, on: Day) -> usize {
        let title = sitting.person.and_then(|p| self.office_title(body, p.id, on));
        let rules = self.version(body, FiscalYear::of(on)).map(|v| v.officers.as_slice()).unwrap_or_default();
        title.and_then(|t| rules.iter().position(|o| o.title == t)).unwrap_or(usize::MAX)
    }

    /// The active subcommittees of a year.
    pub fn subcommittees(&self, year: FiscalYear) -> impl Iterator<Item = &Body> {
        self.bodies.iter().filter(move |b| b.kind == BodyKind::Subcommittee && b.exists_in(year))
    }
}
