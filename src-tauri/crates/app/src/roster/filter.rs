//! Which members a list takes in (名簿の絞り込み).

use super::{RosterChoice, category_text};
use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_documents::Audience;
use entaku_domain::Day;
use entaku_domain::appointment::MemberKind;
use entaku_domain::body::Body;
use entaku_domain::id::OrganizationId;
use entaku_domain::person::Publication;

/// What a member must be to be listed; everything that is set must hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RosterFilter {
    /// The category's number.
    pub category: Option<u8>,
    /// 委員, 臨時委員 or オブザーバー.
    pub kind: Option<MemberKind>,
    /// The organisation that they belong to that day.
    pub organization: Option<OrganizationId>,
    /// Officers only.
    pub officers: bool,
    /// The term ends on this day or before.
    pub ends_by: Option<Day>,
}

impl RosterFilter {
    /// Whether it leaves nobody out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a seat is listed. A vacant one is, unless something is asked of who sits there.
    /// V26: in public nobody is found by an organisation with which they do not appear.
    pub fn keeps(&self, council: &Snapshot, body: &Body, sitting: &Sitting<'_>, on: Day, audience: Audience) -> bool {
        if self.category.is_some_and(|c| sitting.seat.category != Some(c)) {
            return false;
        }
        let Some((person, appointment)) = sitting.person.zip(sitting.appointment) else {
            return self.kind.is_none() && self.organization.is_none() && !self.officers && self.ends_by.is_none();
        };
        let is_told = audience != Audience::Public || person.publication != Publication::Hidden;
        let belongs = || council.organization_id(person.id, on).filter(|_| is_told);
        self.kind.is_none_or(|k| appointment.kind == k)
            && self.organization.is_none_or(|o| belongs() == Some(o))
            && (!self.officers || council.office_title(body.id, person.id, on).is_some())
            && self.ends_by.is_none_or(|day| sitting.days.and_then(|(_, end)| end).is_some_and(|end| end <= day))
    }
}

/// What a filtered list says of itself, so that nobody takes it for the whole one.
pub(super) fn words(council: &Snapshot, body: &Body, choice: &RosterChoice) -> Option<String> {
    let filter = &choice.filter;
    let style = council.council.date_style;
    let parts = [
        filter.category.map(|c| category_text(council, body, Some(c), choice.on)),
        filter.kind.map(|k| k.label().to_owned()),
        filter.organization.map(|o| council.organization_name(o, choice.on).to_owned()),
        filter.officers.then(|| labels::OFFICERS.to_owned()),
        filter.ends_by.map(|day| labels::ends_by(&style.day(day))),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| labels::only_these(&parts))
}
