//! Whose names and addresses are printed, as asked.

use super::{bad_code, day};
use crate::cards::{CardPerson, Wanted};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::roster::RosterFilter;
use entaku_domain::appointment::MemberKind;
use entaku_domain::id::{MeetingId, PersonId};
use serde::Deserialize;
use ts_rs::TS;

/// Which members of a body; everything that is set must hold.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MemberFilter {
    /// The category's number.
    pub category: Option<u8>,
    /// `regular`, `temporary`, `observer`.
    pub kind: Option<String>,
    /// Identifier or name of the organisation that they belong to.
    pub organization: Option<String>,
    /// Officers only.
    pub officers: Option<bool>,
    /// The term ends on this day or before, as typed.
    pub ends_by: Option<String>,
}

/// Whose names or addresses.
#[derive(Debug, Clone, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WhichPeople {
    /// A meeting's identifier: who sits on its body that day and does not stay away.
    pub meeting: Option<String>,
    /// Handle or name of a body; all bodies where none.
    pub body: Option<String>,
    /// The day, as typed; today where none.
    pub on: Option<String>,
    /// Only these, by identifier.
    pub people: Option<Vec<String>>,
    /// All but these, by identifier.
    pub without: Option<Vec<String>>,
    /// Only members of this kind.
    pub filter: Option<MemberFilter>,
}

impl MemberFilter {
    /// Reads what was asked.
    ///
    /// # Errors
    /// Unknown codes and organisations, and days that cannot be read.
    pub fn read(&self, app: &App) -> Result<RosterFilter> {
        let organization = self.organization.as_deref().map(|o| app.find_organization(o)).transpose()?;
        Ok(RosterFilter {
            category: self.category,
            kind: self.kind.as_deref().map(MemberKind::from_code).transpose().map_err(bad_code)?,
            organization,
            officers: self.officers.unwrap_or_default(),
            ends_by: self.ends_by.as_deref().map(|d| day("ends_by", d)).transpose()?,
        })
    }
}

impl WhichPeople {
    /// Reads what was asked.
    ///
    /// # Errors
    /// Identifiers and days that cannot be read; those of [`MemberFilter::read`].
    pub fn read(&self, app: &App) -> Result<Wanted> {
        let meeting = |id: &str| MeetingId::parse(id).map_err(|e| AppError::UnknownMeeting(e.0));
        let person = |id: &String| PersonId::parse(id).map_err(|e| AppError::UnknownPerson(e.0));
        Ok(Wanted {
            meeting: self.meeting.as_deref().map(meeting).transpose()?,
            body: self.body.clone(),
            on: self.on.as_deref().map(|d| day("on", d)).transpose()?,
            people: self.people.as_ref().map(|all| all.iter().map(person).collect()).transpose()?,
            without: self.without.iter().flatten().map(person).collect::<Result<_>>()?,
            filter: self.filter.as_ref().map(|f| f.read(app)).transpose()?.unwrap_or_default(),
        })
    }
}

pub(super) fn card_people(app: &App, ask: WhichPeople) -> Result<Vec<CardPerson>> {
    app.card_people(&ask.read(app)?)
}
