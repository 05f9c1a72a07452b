//! Bodies (会議体・部会・関係機関) and what they are from one fiscal year on.

use crate::id::{BodyId, BodyVersionId};
use crate::resolution::Resolution;
use crate::service::Limits;
use crate::term::{ReplacementRule, TermRule};
use crate::violation::Violation;
use crate::{Certainty, FiscalYear};

coded! {
    /// What a body is to the council.
    BodyKind {
        Plenary = "plenary", "全体会";
        Steering = "steering", "運営会議";
        SubcommitteeGroup = "subcommittee_group", "専門部会（まとまり）";
        Subcommittee = "subcommittee", "専門部会";
        WorkingGroup = "working_group", "作業部会・研修会等";
        CaseReview = "case_review", "地域事例みえるか会議";
        ProjectTeam = "project_team", "プロジェクトチーム";
        Secretariat = "secretariat", "事務局";
        Partner = "partner", "関係団体";
        CityOffice = "city_office", "関係課";
        EducationBoard = "education_board", "教育委員会";
        PlanBody = "plan_body", "計画推進の会議";
        Addressee = "addressee", "提案先";
    }
}

coded! {
    /// How people are put on a body (委嘱・選任の別).
    Verb {
        Commission = "commission", "委嘱";
        Select = "select", "選任";
        Assign = "assign", "任命";
        ExOfficio = "ex_officio", "充て職";
    }
}

coded! {
    /// What a text of a body says.
    TextKind {
        Purpose = "purpose", "目的";
        Affair = "affair", "所掌事務";
        Duty = "duty", "所掌事項";
        Role = "role", "役割";
        OtherRole = "other_role", "その他、全体会の役割";
        Matter = "matter", "協議事項";
        Members = "members", "構成委員";
        MemberNote = "member_note", "構成委員の注";
        Establishment = "establishment", "構成等";
        Summary = "summary", "要旨";
    }
}

coded! {
    /// What fills the seats of a category (席を占めるもの).
    Fill {
        Person = "person", "個人";
        Post = "post", "職";
        Organization = "organization", "団体・事業所";
        Derived = "derived", "他の役職から定まる";
    }
}

/// A body, whatever its texts are in a given year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its identifier.
    pub id: BodyId,
    /// Short handle on the command line and in the sample: `zentaikai`.
    pub key: String,
    /// What it is to the council.
    pub kind: BodyKind,
    /// The body that it is part of.
    pub parent: Option<BodyId>,
    /// First and last fiscal year of its existence.
    pub from_year: FiscalYear,
    /// None while it exists.
    pub to_year: Option<FiscalYear>,
    /// Place in lists and on the chart.
    pub order: i64,
    /// What set it up (V10); none where that is not recorded.
    pub resolution: Option<Resolution>,
}

/// A body as it is from one fiscal year on, until the next version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyVersion {
    /// Its identifier.
    pub id: BodyVersionId,
    /// The body.
    pub body: BodyId,
    /// From this year on.
    pub from_year: FiscalYear,
    /// Name, 地域事例みえるか会議.
    pub name: String,
    /// What stands in brackets under the name, 課題把握・整理等.
    pub note: Option<String>,
    /// How often it meets.
    pub frequency: Option<Frequency>,
    /// The rule for the end of a term.
    pub term_rule: TermRule,
    /// What the rules say of a replacement's term (補欠の任期).
    pub replacement: ReplacementRule,
    /// The limits of reappointment (再任の上限).
    pub limits: Limits,
    /// How its members come to it.
    pub verb: Verb,
    /// Purpose, duties, roles and the rest, in order.
    pub texts: Vec<BodyText>,
    /// Categories of members (号), in order.
    pub categories: Vec<Category>,
    /// Officers that the rules name.
    pub officers: Vec<OfficerRule>,
}

/// How often a body meets (開催頻度).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Frequency {
    /// As printed, 年3回開催予定.
    pub text: String,
    /// Meetings planned per fiscal year, where a number is set.
    pub per_year: Option<u8>,
    /// Whether the source says so of this body.
    pub certainty: Certainty,
}

/// One text of a body.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct BodyText {
    /// What it says.
    pub kind: TextKind,
    /// Its mark, ⑴ or ①; empty where it has none.
    pub mark: String,
    /// The text.
    pub text: String,
    /// Whether the source says so.
    pub certainty: Certainty,
}

/// A category of members (号): ⑴ 医療関係者.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Category {
    /// Its number, 1 for ⑴.
    pub number: u8,
    /// Its text.
    pub text: String,
    /// What fills its seats.
    pub fill: Fill,
}

/// An officer that a body has (役員の定め).
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OfficerRule {
    /// 会長, 副会長, 座長, 副座長, 部会長.
    pub title: String,
    /// How many.
    pub count: u8,
    /// How chosen, as the rules say: 委員の互選; none where they are silent.
    pub method: Option<String>,
    /// Whether the chair of meetings.
    pub presides: bool,
}

impl Body {
    /// Whether it exists in a fiscal year.
    pub fn exists_in(&self, year: FiscalYear) -> bool {
        self.from_year <= year && self.to_year.is_none_or(|to| year <= to)
    }
}

impl BodyKind {
    /// Whether it is inside the council's frame.
    pub fn is_internal(self) -> bool {
        matches!(
            self,
            Self::Plenary
                | Self::Steering
                | Self::SubcommitteeGroup
                | Self::Subcommittee
                | Self::WorkingGroup
                | Self::CaseReview
                | Self::Secretariat
        )
    }
}

impl BodyVersion {
    /// The texts of one kind, in order.
    pub fn texts_of(&self, kind: TextKind) -> impl Iterator<Item = &BodyText> {
        self.texts.iter().filter(move |t| t.kind == kind)
    }

    /// Whether categories tell the members apart: one alone says nothing.
    pub fn is_categorised(&self) -> bool {
        self.categories.len() > 1
    }

    /// The category with a number (V6).
    pub fn category(&self, number: u8) -> Option<&Category> {
        self.categories.iter().find(|c| c.number == number)
    }
}

/// The version valid in a year: the latest that began by then.
pub fn version_in(versions: &[BodyVersion], body: BodyId, year: FiscalYear) -> Option<&BodyVersion> {
    versions.iter().filter(|v| v.body == body && v.from_year <= year).max_by_key(|v| v.from_year)
}

/// V10: the steering meeting's derived seats against the active subcommittees.
/// `heads` tells for each active subcommittee, by name, whether it has a head on the day.
pub fn check_steering(derived_seats: usize, heads: &[(String, bool)]) -> Vec<Violation> {
    let mut found: Vec<Violation> = heads
        .iter()
        .filter(|(_, has_head)| !has_head)
        .map(|(body, _)| Violation::DerivedSeatVacant { body: body.clone() })
        .collect();
    if derived_seats != heads.len() {
        found.push(Violation::DerivedSeatCount { seats: derived_seats, subcommittees: heads.len() });
    }
    found
}

/// V10: a subcommittee set up after the council's first year needs a resolution of the plenary.
pub fn check_resolution(
    name: &str,
    kind: BodyKind,
    is_new: bool,
    resolution: Option<&Resolution>,
) -> Option<Violation> {
    (kind == BodyKind::Subcommittee && is_new && resolution.is_none())
        .then(|| Violation::NoResolution { body: name.to_owned() })
}

#[cfg(test)]
mod tests {
    //! V10's worked examples.
    use super::*;

    #[test]
    fn v10_seats_follow_the_subcommittees() {
        let all = [
            ("地域生活支援部会".to_owned(), true),
            ("精神保健福祉部会".to_owned(), true),
            ("こども応援部会".to_owned(), true),
        ];
        assert_eq!(check_steering(3, &all), []);
        let mut vacant = all.clone();
        vacant[2].1 = false;
        assert_eq!(check_steering(3, &vacant), [Violation::DerivedSeatVacant { body: "こども応援部会".into() }]);
        assert_eq!(check_steering(3, &all[..2]), [Violation::DerivedSeatCount { seats: 3, subcommittees: 2 }]);
        assert_eq!(
            check_resolution("新部会", BodyKind::Subcommittee, true, None),
            Some(Violation::NoResolution { body: "新部会".into() })
        );
        let earlier = Resolution::Earlier("平成30年度の全体会".into());
        assert_eq!(check_resolution("新部会", BodyKind::Subcommittee, true, Some(&earlier)), None);
        assert_eq!(check_resolution("部会", BodyKind::Subcommittee, false, None), None);
    }
}
