//! Adding a seat (席) to a body.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::body::Fill;
use entaku_domain::id::{BodyId, OrganizationId, PostId, SeatId};
use entaku_domain::person::Post;
use entaku_domain::seat::{Filler, Seat, check_filler};
use entaku_domain::text::{check_name, search_key};
use entaku_domain::{Day, FiscalYear};
use entaku_store::Action;

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
    /// What fills it.
    pub filler: NewFiller,
    /// Who nominates for it.
    pub nominator: Option<OrganizationId>,
    /// First day.
    pub from: Day,
}

impl App {
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
        let last = council.seats.iter().filter(|s| s.body == body.id).map(|s| s.order).max().unwrap_or(0);
        let body = body.id;
        self.change(Action::new("add_seat").about(version.name.clone()), Vec::new(), |tx| {
            let mut filler = filler;
            if let Some(post) = new_post {
                let id = PostId::new(tx.new_id());
                tx.put_post(&Post { id, ..post })?;
                filler = Filler::Post(id);
            }
            let id = SeatId::new(tx.new_id());
            tx.put_seat(&Seat {
                id,
                body,
                category: ask.category,
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
