//! A body's seats (席): adding one, changing what it expects, ending it.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::members::words::category;
use crate::people::all_right;
use crate::snapshot::Snapshot;
use entaku_domain::appointment::MemberKind;
use entaku_domain::body::Fill;
use entaku_domain::id::{BodyId, OrganizationId, PostId, SeatId};
use entaku_domain::office::Office;
use entaku_domain::person::Post;
use entaku_domain::seat::{Filler, Seat, check_filler, check_kind};
use entaku_domain::text::{check_name, search_key};
use entaku_domain::violation::Violation;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Tx};

/// What is to fill a seat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewFiller {
    /// A person.
    Person,
    /// Whoever an organisation sends.
    Organization(OrganizationId),
    /// Whoever holds a post; a post of a new name is registered with the seat.
    Post {
        /** Its name. */
        name: String,
        /** The organisation that has it. */
        organization: Option<OrganizationId>,
    },
    /// The head of another body.
    HeadOf(BodyId),
}

/// A seat to be added.
#[derive(Debug, Clone)]
pub struct AddSeat {
    /// The body, by handle or name.
    pub body: String,
    /// The category's number; none for temporary members and bodies without categories.
    pub category: Option<u8>,
    /// Whom it is for; as its category tells where none.
    pub kind: Option<MemberKind>,
    /// What fills it.
    pub filler: NewFiller,
    /// Who nominates for it.
    pub nominator: Option<OrganizationId>,
    /// First day.
    pub from: Day,
}

/// What a seat expects from now on, all of it.
#[derive(Debug, Clone)]
pub struct UpdateSeat {
    /// What fills it.
    pub filler: NewFiller,
    /// Who nominates for it.
    pub nominator: Option<OrganizationId>,
    /// Its first day; as it was where none.
    pub from: Option<Day>,
    /// Whom it is for; as it was where none.
    pub kind: Option<MemberKind>,
}

/// A post in a list.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PostRow {
    /// Its name.
    pub name: String,
    /// The organisation's identifier.
    pub organization: Option<String>,
    /// The organisation's name today.
    pub organization_name: String,
}

/// A seat with what it expects.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SeatDetails {
    /// Its identifier.
    pub id: String,
    /// Handle of its body.
    pub body: String,
    /// The body's name.
    pub body_name: String,
    /// The category's number.
    pub category: Option<u8>,
    /// ⑴ 医療関係者.
    pub category_text: String,
    /// Whom it is for, a code: `regular`, `temporary`, `observer`.
    pub kind: String,
    /// What fills it, a code.
    pub filler: String,
    /// Name of the post that fills it.
    pub post: Option<String>,
    /// Identifier of the organisation that fills it, or that has the post.
    pub organization: Option<String>,
    /// Handle of the body whose head fills it.
    pub head_of: Option<String>,
    /// Identifier of the organisation that nominates.
    pub nominator: Option<String>,
    /// First day, ISO.
    pub from: String,
    /// Last day, ISO.
    pub to: Option<String>,
    /// Who sits or sat there, latest first.
    pub members: Vec<SeatMember>,
}

/// Somebody who sits or sat in a seat.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct SeatMember {
    /// The person's identifier.
    pub person: String,
    /// The name.
    pub name: String,
    /// First day, ISO.
    pub start: String,
    /// Last day, ISO.
    pub end: Option<String>,
    /// Why they left early, in Japanese.
    pub reason: Option<String>,
}

impl App {
    /// All posts, by name.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_posts(&self) -> Result<Vec<PostRow>> {
        let (council, today) = (self.snapshot()?, self.today());
        let row = |p: Post| PostRow {
            name: p.name,
            organization: p.organization.map(|o| o.to_string()),
            organization_name: p
                .organization
                .map(|o| council.organization_name(o, today))
                .unwrap_or_default()
                .to_owned(),
        };
        Ok(self.store.posts()?.into_iter().map(row).collect())
    }

    /// A seat with what it expects, and who sat there.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`].
    pub fn seat_details(&self, id: SeatId) -> Result<SeatDetails> {
        let council = self.snapshot()?;
        let seat = known(&council, id)?;
        let on = seat.to.map_or(self.today(), |to| to.min(self.today())).max(seat.from);
        let (post, organization, head_of) = match seat.filler {
            Filler::Person => (None, None, None),
            Filler::Organization(id) => (None, Some(id), None),
            Filler::HeadOf(body) => (None, None, council.body_by_id(body).map(|b| b.key.clone())),
            Filler::Post(id) => {
                let post = self.store.post(id)?;
                (post.as_ref().map(|p| p.name.clone()), post.and_then(|p| p.organization), None)
            }
        };
        Ok(SeatDetails {
            id: id.to_string(),
            body: council.body_by_id(seat.body).map(|b| b.key.clone()).unwrap_or_default(),
            body_name: council.body_name(seat.body, FiscalYear::of(on)).to_owned(),
            category: seat.category,
            category_text: category(&council, seat.body, seat.category, on),
            kind: seat.kind.code().to_owned(),
            filler: seat.filler.kind().code().to_owned(),
            post,
            organization: organization.map(|o| o.to_string()),
            head_of,
            nominator: seat.nominator.map(|o| o.to_string()),
            from: seat.from.to_string(),
            to: seat.to.map(|d| d.to_string()),
            members: members(&council, seat, self.today()),
        })
    }

    /// Changes what a seat expects and who nominates for it, and mends its first day
    /// (「席の変更」). Those who sit there stay.
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] when its category is filled by something else
    /// (V6), when somebody held it and it would become a derived seat or a plain one (V9), or when
    /// somebody sat there before the first day; [`AppError::NothingInYear`].
    pub fn update_seat(&mut self, id: SeatId, ask: &UpdateSeat) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let seat = known(&council, id)?;
        let (filler, new_post) = self.filler(&ask.filler)?;
        let from = ask.from.unwrap_or(seat.from);
        let on = self.today().max(from);
        let version = council.version(seat.body, FiscalYear::of(on));
        let wrong = version.and_then(|v| check_filler(v, seat.category, filler, on));
        let wrong = wrong.or_else(|| check_derived(&council, seat, filler));
        if let Some(wrong) = wrong {
            return Err(AppError::Rules(vec![wrong]));
        }
        check_from(&council, seat, from)?;
        let kind = ask.kind.unwrap_or(seat.kind);
        let sits = council.appointments.iter().find(|a| a.seat == id && a.is_open_on(on));
        let new = Seat { kind, ..seat.clone() };
        let notices = sits.and_then(|a| check_kind(&new, a.kind)).into_iter().collect();
        let name = council.body_name(seat.body, FiscalYear::of(on));
        self.change(Action::new("update_seat").about(name), notices, |tx| {
            let filler = registered(tx, filler, new_post)?;
            Ok(tx.put_seat(&Seat { filler, nominator: ask.nominator, from, ..new })?)
        })
    }

    /// Ends a seat on a day, or lets it run on (「席の廃止」).
    ///
    /// # Errors
    /// [`AppError::UnknownRecord`]; [`AppError::Rules`] for a day before its first, or while
    /// somebody sits there afterwards.
    pub fn end_seat(&mut self, id: SeatId, on: Option<Day>) -> Result<Written<()>> {
        let council = self.snapshot()?;
        let seat = known(&council, id)?;
        if let Some(last) = on {
            if last < seat.from {
                return Err(AppError::Rules(vec![Violation::LastBeforeFirst { first: seat.from, last }]));
            }
            let sits =
                council.appointments.iter().filter(|a| a.seat == id && a.last_day().is_none_or(|end| end > last));
            if let Some(longest) = sits.max_by_key(|a| a.last_day().unwrap_or(Day::MAX)) {
                return Err(AppError::Rules(vec![Violation::SeatInUse { until: longest.last_day() }]));
            }
        }
        let name = council.body_name(seat.body, FiscalYear::of(on.unwrap_or(seat.from)));
        self.change(Action::new("end_seat").about(name), Vec::new(), |tx| {
            Ok(tx.put_seat(&Seat { to: on, ..seat.clone() })?)
        })
    }

    /// Adds a seat at the end of a body's seats (「席の追加」, V6).
    ///
    /// # Errors
    /// An unknown body, or one that does not exist on the day; [`AppError::Rules`] for a
    /// category that does not exist or is filled by something else.
    pub fn add_seat(&mut self, ask: &AddSeat) -> Result<Written<SeatId>> {
        let council = self.snapshot()?;
        let body = council.body(&ask.body)?;
        let year = FiscalYear::of(ask.from);
        let version = council
            .version(body.id, year)
            .filter(|_| body.exists_in(year))
            .ok_or(AppError::NothingInYear(year.number()))?;
        let (filler, new_post) = self.filler(&ask.filler)?;
        if let Some(wrong) = check_filler(version, ask.category, filler, ask.from) {
            return Err(AppError::Rules(vec![wrong]));
        }
        let outside = ask.category.is_none() && version.is_categorised() && !matches!(filler, Filler::HeadOf(_));
        let kind = ask.kind.unwrap_or(if outside { MemberKind::Temporary } else { MemberKind::Regular });
        let last = council.seats.iter().filter(|s| s.body == body.id).map(|s| s.order).max().unwrap_or(0);
        let body = body.id;
        self.change(Action::new("add_seat").about(version.name.clone()), Vec::new(), |tx| {
            let filler = registered(tx, filler, new_post)?;
            let id = SeatId::new(tx.new_id());
            tx.put_seat(&Seat {
                id,
                body,
                category: ask.category,
                kind,
                filler,
                nominator: ask.nominator,
                order: last.saturating_add(1),
                from: ask.from,
                to: None,
            })?;
            Ok(id)
        })
    }

    /// What fills the seat, and the post that must be registered for it.
    fn filler(&self, asked: &NewFiller) -> Result<(Filler, Option<Post>)> {
        Ok(match asked {
            NewFiller::Person => (Filler::Person, None),
            NewFiller::Organization(id) => (Filler::Organization(*id), None),
            NewFiller::HeadOf(body) => (Filler::HeadOf(*body), None),
            NewFiller::Post { name, organization } => {
                all_right([check_name("post", name)])?;
                let key = search_key(name);
                let same = |p: &Post| search_key(&p.name) == key && p.organization == *organization;
                match self.store.posts()?.into_iter().find(same) {
                    Some(known) => (Filler::Post(known.id), None),
                    None => {
                        let id = PostId::new(uuid::Uuid::nil());
                        let post = Post { id, name: name.clone(), organization: *organization };
                        (Filler::Post(id), Some(post))
                    }
                }
            }
        })
    }
}

/// V9: who sits in a derived seat is told from another body, who sits in any other from
/// its appointments. Turned into the other kind, it would lose those who sat there.
fn check_derived(council: &Snapshot, seat: &Seat, filler: Filler) -> Option<Violation> {
    if filler == seat.filler {
        return None;
    }
    let meets = |o: &Office| {
        let last = o.last_day(council.appointment(o.appointment));
        seat.to.is_none_or(|to| o.start <= to) && last.is_none_or(|last| seat.from <= last)
    };
    let held = match (seat.filler, filler) {
        (Filler::HeadOf(body), _) => council.offices.iter().any(|o| o.body == body && meets(o)),
        (_, Filler::HeadOf(_)) => council.appointments.iter().any(|a| a.seat == seat.id),
        _ => false,
    };
    held.then_some(Violation::SeatHeld)
}

/// A seat's new first day: in a year of its body, before its last, and not after
/// somebody has sat down.
fn check_from(council: &Snapshot, seat: &Seat, from: Day) -> Result<()> {
    if from == seat.from {
        return Ok(());
    }
    let year = FiscalYear::of(from);
    let exists = council.body_by_id(seat.body).is_some_and(|b| b.exists_in(year));
    if !exists || council.version(seat.body, year).is_none() {
        let body = council.body_name(seat.body, year).to_owned();
        return Err(AppError::Rules(vec![Violation::SeatOutsideBody { body, year }]));
    }
    if let Some(to) = seat.to.filter(|to| *to < from) {
        return Err(AppError::Rules(vec![Violation::SeatEndsBefore { to }]));
    }
    let first = council.appointments.iter().filter(|a| a.seat == seat.id).map(|a| a.start).min();
    let taken = first.filter(|start| *start < from).map(|start| Violation::SeatTakenBefore { start });
    taken.map_or(Ok(()), |wrong| Err(AppError::Rules(vec![wrong])))
}

fn known(council: &Snapshot, id: SeatId) -> Result<&Seat> {
    council.seats.iter().find(|s| s.id == id).ok_or_else(|| AppError::UnknownRecord(id.to_string()))
}

/// What fills a seat, after a post of a new name has been registered.
fn registered(tx: &mut Tx<'_>, filler: Filler, new_post: Option<Post>) -> Result<Filler> {
    let Some(post) = new_post else { return Ok(filler) };
    let id = PostId::new(tx.new_id());
    tx.put_post(&Post { id, ..post })?;
    Ok(Filler::Post(id))
}

fn members(council: &Snapshot, seat: &Seat, on: Day) -> Vec<SeatMember> {
    let taken = council.appointments.iter().rev().filter(|a| a.seat == seat.id);
    taken
        .map(|a| SeatMember {
            person: a.person.to_string(),
            name: council.name_of(a.person, a.last_day().map_or(on, |last| last.min(on))).unwrap_or_default(),
            start: a.start.to_string(),
            end: a.last_day().map(|d| d.to_string()),
            reason: a.end_reason.filter(|_| a.ended_on.is_some()).map(|r| r.label().to_owned()),
        })
        .collect()
}

/// Reads what fills a seat from its kind and what the kind needs.
///
/// # Errors
/// [`AppError::BadRequest`] when something is missing or too much.
pub fn new_filler(
    kind: Fill,
    organization: Option<OrganizationId>,
    post: Option<String>,
    head_of: Option<BodyId>,
) -> Result<NewFiller> {
    match (kind, organization, post, head_of) {
        (Fill::Person, None, None, None) => Ok(NewFiller::Person),
        (Fill::Organization, Some(id), None, None) => Ok(NewFiller::Organization(id)),
        (Fill::Post, organization, Some(name), None) => Ok(NewFiller::Post { name, organization }),
        (Fill::Derived, None, None, Some(body)) => Ok(NewFiller::HeadOf(body)),
        _ => Err(AppError::BadRequest(format!("what fills the seat does not fit {}", kind.code()))),
    }
}
