//! The office's own milestones (節目): the last day of the budget's requests, the plan's
//! dates, the assembly, public comments and whatever else the year has.

use crate::budget::budget_deadline;
use crate::id::{BodyId, MilestoneId};
use crate::{Day, FiscalYear};

coded! {
    /// What a milestone is (節目の種類).
    MilestoneKind {
        BudgetRequest = "budget_request", "予算要求締切";
        Plan = "plan", "計画の策定";
        Assembly = "assembly", "議会";
        PublicComment = "public_comment", "パブリックコメント";
        Other = "other", "その他";
    }
}

/// A milestone of the year (節目).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Milestone {
    /// Its identifier.
    pub id: MilestoneId,
    /// What it is.
    pub kind: MilestoneKind,
    /// What it is called: 予算要求締切, 9月定例会.
    pub title: String,
    /// The day, or the first of several.
    pub from: Day,
    /// The last of several days.
    pub to: Option<Day>,
    /// The body that it concerns; the whole council where none.
    pub body: Option<BodyId>,
    /// Whether it is for the secretariat alone.
    pub internal: bool,
    /// A note (備考).
    pub note: String,
}

/// The last day of the budget's requests, and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The day.
    pub on: Day,
    /// The milestone that says so; none where it is read out of the office's answer.
    pub milestone: Option<MilestoneId>,
}

impl Milestone {
    /// A period longer than this is a slip of the hand.
    pub const LONGEST: i64 = 366;

    /// The last day.
    pub fn last(&self) -> Day {
        self.to.unwrap_or(self.from)
    }

    /// Whether a day of it lies in a fiscal year.
    pub fn touches(&self, year: FiscalYear) -> bool {
        self.from <= year.last_day() && self.last() >= year.first_day()
    }
}

/// V20: the last day of the budget's requests in a year. A milestone of the year says it;
/// where there is none, the office's answer to 年3回の時期と予算要求締切, which holds every year.
pub fn deadline(milestones: &[Milestone], answer: Option<&str>, year: FiscalYear) -> Option<Deadline> {
    let of_budget = |m: &&Milestone| m.kind == MilestoneKind::BudgetRequest && year.contains(m.last());
    let own = milestones.iter().filter(of_budget).max_by_key(|m| m.last());
    let own = own.map(|m| Deadline { on: m.last(), milestone: Some(m.id) });
    own.or_else(|| Some(Deadline { on: budget_deadline(answer?, year)?, milestone: None }))
}

#[cfg(test)]
mod tests {
    //! V20: one source of truth for the budget's last day.
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn milestone(kind: MilestoneKind, from: &str, to: Option<&str>) -> Milestone {
        Milestone {
            id: MilestoneId::from_key(from),
            kind,
            title: kind.label().to_owned(),
            from: from.parse().unwrap(),
            to: to.map(|t| t.parse().unwrap()),
            body: None,
            internal: true,
            note: String::new(),
        }
    }

    #[test]
    fn v20_the_years_own_milestone_comes_before_the_answer() {
        let answer = Some("6月・10月・2月。予算要求締切は10月30日");
        let all = [
            milestone(MilestoneKind::Assembly, "2026-11-27", None),
            milestone(MilestoneKind::BudgetRequest, "2026-10-13", Some("2026-11-06")),
        ];
        for (milestones, answer, year, on) in [
            (&all[..], answer, 2026, Some("2026-11-06")),
            (&all[..1], answer, 2026, Some("2026-10-30")),
            (&all[..], answer, 2027, Some("2027-10-30")),
            (&all[..1], None, 2026, None),
            (&all[..], None, 2026, Some("2026-11-06")),
        ] {
            let found = deadline(milestones, answer, FiscalYear::new(year).unwrap());
            assert_eq!(found.map(|d| d.on.to_string()).as_deref(), on);
        }
    }

    #[test]
    fn a_period_lies_in_every_year_that_it_touches() {
        let over = milestone(MilestoneKind::Plan, "2027-03-20", Some("2027-04-10"));
        let touches = |year| over.touches(FiscalYear::new(year).unwrap());
        assert_eq!([2025, 2026, 2027, 2028].map(touches), [false, true, true, false]);
    }
}
