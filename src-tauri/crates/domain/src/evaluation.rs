//! The council's own evaluation (所掌⑶ 協議会の運営内容についての評価), and what the
//! figures for prefecture and ministry need.

use crate::FiscalYear;
use crate::id::PersonId;

coded! {
    /// What is evaluated (評価の項目).
    EvaluationField {
        Meetings = "meetings", "会議の開催";
        Attendance = "attendance", "委員の出席";
        Issues = "issues", "地域課題の協議";
        Proposals = "proposals", "提案と回答";
        Feedback = "feedback", "課題を提起した団体への報告";
        Subcommittees = "subcommittees", "専門部会の活動";
        Plans = "plans", "計画への意見";
        Whole = "whole", "協議会全体";
    }
}

coded! {
    /// How it went (評価).
    Judgement {
        AsPlanned = "as_planned", "計画どおり";
        Mostly = "mostly", "おおむね計画どおり";
        Improve = "improve", "改善が必要";
        NotDone = "not_done", "実施できなかった";
    }
}

/// What the council says of one field of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evaluation {
    /// The year.
    pub year: FiscalYear,
    /// The field.
    pub field: EvaluationField,
    /// How it went.
    pub judgement: Option<Judgement>,
    /// What went well (成果).
    pub good: String,
    /// What is to change (課題).
    pub change: String,
    /// Next year's measures (次年度の取組).
    pub measures: String,
}

coded! {
    /// What a member is by own experience (当事者の別).
    Standing {
        Disabled = "disabled", "障害のある人";
        Family = "family", "障害のある人の家族";
        Both = "both", "障害のある人（家族にも障害のある人がいる）";
        Neither = "neither", "どちらでもない";
    }
}

coded! {
    /// Kinds of disability (障害の種別), as surveys ask for them.
    Disability {
        Physical = "physical", "身体障害";
        Visual = "visual", "視覚障害";
        Hearing = "hearing", "聴覚・言語障害";
        Intellectual = "intellectual", "知的障害";
        Mental = "mental", "精神障害";
        Developmental = "developmental", "発達障害";
        Brain = "brain", "高次脳機能障害";
        Illness = "illness", "難病";
        Severe = "severe", "重症心身障害・医療的ケア";
    }
}

/// What a member said of being disabled or of a disabled family. Personal and sensitive:
/// it only ever leaves as a number, and only where the member allows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LivedExperience {
    /// The person.
    pub person: PersonId,
    /// What they are.
    pub standing: Standing,
    /// The kinds of disability, their own or the family's.
    pub kinds: Vec<Disability>,
    /// Whether it may be counted in figures that leave the office.
    pub may_tell: bool,
}

/// A figure that the program cannot know, as the office typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveyFigure {
    /// The year.
    pub year: FiscalYear,
    /// Which figure.
    pub key: String,
    /// The value, as it is printed.
    pub value: String,
    /// How the office counted it.
    pub note: String,
}

/// The middle and the longest of some numbers of days: of an even number of them the
/// mean of the two in the middle, rounded up to a whole day. None of none.
pub fn median_and_longest(days: &[i64]) -> Option<(i64, i64)> {
    let mut sorted = days.to_vec();
    sorted.sort_unstable();
    let (last, half) = (*sorted.last()?, sorted.len() / 2);
    let upper = *sorted.get(half)?;
    let middle = match sorted.len() % 2 {
        0 => (sorted.get(half.checked_sub(1)?)? + upper + 1).div_euclid(2),
        _ => upper,
    };
    Some((middle, last))
}

#[cfg(test)]
mod tests {
    use super::median_and_longest;

    #[test]
    fn medians_by_a_table_made_by_hand() {
        for (days, expected) in [
            (&[][..], None),
            (&[7], Some((7, 7))),
            (&[10, 20], Some((15, 20))),
            (&[10, 21], Some((16, 21))),
            (&[90, 3, 30], Some((30, 90))),
            (&[0, 0, 365, 14], Some((7, 365))),
            (&[5, 5, 5, 5, 400], Some((5, 400))),
        ] {
            assert_eq!(median_and_longest(days), expected, "{days:?}");
        }
    }
}
