//! The seed's structure: what the published chart says of the council, without
//! what the sample made up around it.

use super::{Content, Founding};
use crate::error::Result;
use crate::sample::{self, Structure};
use entaku_domain::council::Council;
use entaku_domain::flow::FlowEnd;
use entaku_domain::id::{BodyId, OrganizationId, PostId};
use entaku_domain::person::{Organization, Post};
use entaku_domain::plan::Plan;
use entaku_domain::seat::{Filler, Seat};
use std::collections::BTreeSet;

pub(super) fn content(ask: &Founding) -> Result<Content> {
    let found = sample::structure()?;
    let here = Place {
        office: ask.secretariat().map(|office| (found.council.secretariat.clone(), office.clone())),
        there: found.council.municipality.clone(),
        here: ask.municipality.clone(),
    };
    let kept = Kept::of(&found);
    let plans = found.plans.into_iter().map(|plan| Plan { name: here.text(&plan.name), ..plan }).collect();
    Ok(Content {
        bodies: found.bodies.into_iter().filter(|b| kept.bodies.contains(&b.id)).collect(),
        versions: found
            .versions
            .into_iter()
            .filter(|v| kept.bodies.contains(&v.body))
            .map(|v| here.version(v))
            .collect(),
        flows: found.flows.into_iter().filter(|f| kept.has(f.from) && kept.has(f.to)).collect(),
        seats: found.seats.into_iter().filter_map(|s| kept.seat(s)).collect(),
        posts: found
            .posts
            .into_iter()
            .filter(|p| kept.posts.contains(&p.id))
            .map(|p| Post { name: here.text(&p.name), ..p })
            .collect(),
        organizations: found
            .organizations
            .into_iter()
            .filter(|o| kept.organizations.contains(&o.id))
            .map(|o| here.organization(o))
            .collect(),
        plans,
        laws: found.laws,
        council: council(ask, found.council, &here),
    })
}

fn council(ask: &Founding, of_seed: Council, here: &Place) -> Council {
    let secretariat = here.text(&of_seed.secretariat);
    Council {
        name: ask.name.clone(),
        municipality: ask.municipality.clone(),
        secretariat,
        // Another municipality has another philosophy.
        philosophy_source: here.own(of_seed.philosophy_source),
        philosophy: here.own(of_seed.philosophy),
        date_style: ask.date_style,
        answers: ask.all_answers(),
        notice: None,
        ..of_seed
    }
}

/// Which of the structure's things are kept.
struct Kept {
    bodies: BTreeSet<BodyId>,
    organizations: BTreeSet<OrganizationId>,
    posts: BTreeSet<PostId>,
}

impl Kept {
    fn of(found: &Structure) -> Self {
        let bodies = found.bodies.iter().map(|b| b.id).filter(|id| !found.made_up.contains(id)).collect();
        let organizations = found.real.clone();
        let of_office = |o: Option<OrganizationId>| o.is_some_and(|o| organizations.contains(&o));
        let posts = found.posts.iter().filter(|p| of_office(p.organization)).map(|p| p.id).collect();
        Self { bodies, organizations, posts }
    }

    fn has(&self, end: FlowEnd) -> bool {
        match end {
            FlowEnd::Body(id) => self.bodies.contains(&id),
            FlowEnd::Council | FlowEnd::Plan(_) => true,
        }
    }

    /// A seat without the fictional organisation that nominates for it; none for
    /// one that only such an organisation could fill, and for temporary members.
    fn seat(&self, seat: Seat) -> Option<Seat> {
        let fills = match seat.filler {
            Filler::Person => seat.category.is_some(),
            Filler::Post(post) => self.posts.contains(&post),
            Filler::Organization(organization) => self.organizations.contains(&organization),
            Filler::HeadOf(body) => self.bodies.contains(&body),
        };
        let nominator = seat.nominator.filter(|o| self.organizations.contains(o));
        (fills && self.bodies.contains(&seat.body) && seat.to.is_none()).then_some(Seat { nominator, ..seat })
    }
}

/// The seed's municipality, and the one that founds.
struct Place {
    there: String,
    here: String,
    /// The seed's office that is the secretariat, and the one that was named for it.
    office: Option<(String, String)>,
}

impl Place {
    /// What is the seed's municipality's alone.
    fn own(&self, text: String) -> String {
        if self.there == self.here { text } else { String::new() }
    }

    fn text(&self, text: &str) -> String {
        // Piece by piece: what was named may hold the seed's municipality's name itself.
        let Some((there, here)) = &self.office else { return text.replace(&self.there, &self.here) };
        let pieces: Vec<String> = text.split(there.as_str()).map(|t| t.replace(&self.there, &self.here)).collect();
        pieces.join(here)
    }

    fn version(&self, mut version: entaku_domain::body::BodyVersion) -> entaku_domain::body::BodyVersion {
        version.name = self.text(&version.name);
        version.note = version.note.map(|note| self.text(&note));
        version.texts.iter_mut().for_each(|t| t.text = self.text(&t.text));
        version.categories.iter_mut().for_each(|c| c.text = self.text(&c.text));
        version
    }

    fn organization(&self, mut organization: Organization) -> Organization {
        organization.names.iter_mut().for_each(|n| n.name = self.text(&n.name));
        organization.kana = self.own(organization.kana);
        organization
    }
}
