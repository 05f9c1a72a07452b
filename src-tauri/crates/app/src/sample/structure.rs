//! The sample's structure without its people, meetings and issues: what a new
//! council may begin with.

use super::Files;
use super::Sample;
use crate::error::Result;
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::council::Council;
use entaku_domain::flow::Flow;
use entaku_domain::id::{BodyId, OrganizationId};
use entaku_domain::person::{Organization, Post};
use entaku_domain::plan::{Law, Plan};
use entaku_domain::seat::Seat;
use std::collections::BTreeSet;

/// The structure, and what of it the sample made up.
#[derive(Debug)]
pub(crate) struct Structure {
    pub(crate) council: Council,
    pub(crate) organizations: Vec<Organization>,
    /// The organisations that the source itself names.
    pub(crate) real: BTreeSet<OrganizationId>,
    pub(crate) posts: Vec<Post>,
    pub(crate) bodies: Vec<Body>,
    /// The bodies that the source does not have.
    pub(crate) made_up: BTreeSet<BodyId>,
    pub(crate) versions: Vec<BodyVersion>,
    pub(crate) plans: Vec<Plan>,
    pub(crate) laws: Vec<Law>,
    pub(crate) flows: Vec<Flow>,
    pub(crate) seats: Vec<Seat>,
}

/// Reads and checks the sample, and takes its structure.
///
/// # Errors
/// [`crate::AppError::Sample`] when its files are wrong.
pub(crate) fn structure() -> Result<Structure> {
    let files = Files::read()?;
    let Sample { council, organizations, posts, bodies, versions, plans, laws, flows, seats, .. } =
        Sample::from_files(&files)?;
    let (real, made_up) = (files.organizations.real(), files.bodies.made_up());
    Ok(Structure { council, organizations, real, posts, bodies, made_up, versions, plans, laws, flows, seats })
}
