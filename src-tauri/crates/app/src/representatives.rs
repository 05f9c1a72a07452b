//! Who signs for an organisation, and to whom letters to it are addressed, over time
//! (団体の代表者).

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use entaku_domain::Day;
use entaku_domain::id::{OrganizationId, RepresentativeId};
use entaku_domain::person::{Representative, in_succession};
use entaku_domain::text::check_note;
use entaku_domain::violation::Violation;
use entaku_store::Action;

/// Who signs for an organisation over some days.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct RepresentativeLine {
    /// Its identifier.
    pub id: String,
    /// The post; empty where none is known.
    pub post: String,
    /// The name; empty where letters go to the post.
    pub name: String,
    /// What follows it in letters; none for 様.
    pub title: Option<String>,
    /// First day, ISO; none for from the beginning.
    pub from: Option<String>,
    /// Last day, ISO; none while they sign.
    pub to: Option<String>,
    /// Whether they sign on the day asked for.
    pub now: bool,
}

/// Who signs for an organisation, as it is told.
#[derive(Debug, Clone)]
pub struct Signs {
    /// The one that is mended; a new one where none.
    pub id: Option<RepresentativeId>,
    /// The post.
    pub post: String,
    /// The name.
    pub name: String,
    /// What follows it in letters; 様 where none.
    pub title: Option<String>,
    /// First day.
    pub from: Option<Day>,
    /// Last day.
    pub to: Option<Day>,
}

impl RepresentativeLine {
    pub(crate) fn of(r: &Representative, on: Day) -> Self {
        Self {
            id: r.id.to_string(),
            post: r.post.clone(),
            name: r.name.clone(),
            title: r.title.clone(),
            from: r.from.map(|d| d.to_string()),
            to: r.to.map(|d| d.to_string()),
            now: r.signs_on(on),
        }
    }
}

impl App {
    /// Says who signs for an organisation on which days, all of them (「代表者の記録」): one
    /// who has no last day ends the day before the next begins.
    ///
    /// # Errors
    /// [`AppError::UnknownOrganization`], [`AppError::UnknownRecord`]; [`AppError::Rules`] for
    /// a text, for one of whom nothing is said, for days in reverse and two on one day.
    pub fn set_representatives(&mut self, id: OrganizationId, signs: Vec<Signs>) -> Result<Written<()>> {
        let organization = self.store.organization(id)?.ok_or_else(|| AppError::UnknownOrganization(id.to_string()))?;
        all_right(signs.iter().flat_map(checks))?;
        let old = self.store.representatives_of(id)?;
        if let Some(unknown) = signs.iter().filter_map(|s| s.id).find(|id| !old.iter().any(|o| o.id == *id)) {
            return Err(AppError::UnknownRecord(unknown.to_string()));
        }
        let nil = RepresentativeId::new(uuid::Uuid::nil());
        let all = signs.into_iter().map(|s| Representative {
            id: s.id.unwrap_or(nil),
            organization: id,
            post: s.post.trim().to_owned(),
            name: s.name.trim().to_owned(),
            title: s.title,
            from: s.from,
            to: s.to,
        });
        let new = in_succession(all.collect()).map_err(|wrong| AppError::Rules(vec![Violation::Person(wrong)]))?;
        let subject = organization.name_on(self.today()).to_owned();
        self.change(Action::new("set_representatives").about(subject), Vec::new(), |tx| {
            for gone in old.iter().filter(|o| !new.iter().any(|n| n.id == o.id)) {
                tx.remove_representative(gone.id)?;
            }
            for mut one in new {
                if one.id == nil {
                    one.id = RepresentativeId::new(tx.new_id());
                }
                tx.put_representative(&one)?;
            }
            Ok(())
        })
    }
}

fn checks(of: &Signs) -> Vec<std::result::Result<(), Violation>> {
    let said = !of.post.trim().is_empty() || !of.name.trim().is_empty();
    vec![
        check_note("representative_post", &of.post),
        check_note("representative_name", &of.name),
        check_note("representative_title", of.title.as_deref().unwrap_or_default()),
        if said { Ok(()) } else { Err(Violation::TextEmpty { field: "representative_name" }) },
    ]
}
