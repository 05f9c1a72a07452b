//! The minutes of a meeting (会議録): what was said and decided, in order, under the
//! items of its agenda; who is to do what; how its text becomes final.

mod check;
mod label;

use crate::id::{
    AgendaItemId, AppointmentId, BodyId, CorrectionId, MeetingId, MinutesEntryId, OrganizationId, PersonId,
};
use crate::{Day, FiscalYear};
pub use check::{Known, Lack, missing};
pub use label::{Called, Peer, Speaking, apart, labels, letter};

coded! {
    /// How much of what was said stands in the minutes (会議録の方式).
    Style {
        Full = "full", "全文記録";
        Gist = "gist", "要点記録";
        Digest = "digest", "逐語要約";
    }
}

coded! {
    /// How those who speak are called (発言者の表記).
    LabelRule {
        Name = "name", "氏名";
        Post = "post", "役職名";
        Organization = "organization", "団体名";
        Letter = "letter", "委員Ａ・委員Ｂ";
    }
}

coded! {
    /// What an entry is (会議録の項目の種類).
    EntryKind {
        Speech = "speech", "発言";
        Explanation = "explanation", "説明";
        Note = "note", "ト書き";
        Decision = "decision", "決定";
        Task = "task", "対応";
    }
}

coded! {
    /// As what somebody speaks (発言者の立場).
    Role {
        Member = "member", "委員";
        Proxy = "proxy", "代理";
        Secretariat = "secretariat", "事務局";
        Guest = "guest", "説明者・参考人";
    }
}

coded! {
    /// What was decided on an item (決定の種別).
    DecisionKind {
        Approved = "approved", "承認";
        Acknowledged = "acknowledged", "了承";
        Continued = "continued", "継続";
        Returned = "returned", "差戻し";
        Elected = "elected", "選出";
        Other = "other", "その他";
    }
}

coded! {
    /// How it was decided (決定の方法).
    Manner {
        NoObjection = "no_objection", "異議なし";
        Unanimous = "unanimous", "全会一致";
        Vote = "vote", "採決";
    }
}

coded! {
    /// How minutes become final (会議録の確定の方法).
    ApprovalWay {
        Meeting = "meeting", "次の会議で確認";
        Circulation = "circulation", "持ち回りで確認";
        Chair = "chair", "会長等が確認";
    }
}

coded! {
    /// Who does what a meeting asked for (対応の担当).
    OwnerKind {
        Secretariat = "secretariat", "事務局";
        Person = "person", "委員";
        Body = "body", "会議体";
        Organization = "organization", "団体";
        Other = "other", "その他";
    }
}

/// How a body keeps its minutes (会議録の作り方).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MinutesRule {
    /// The body.
    pub body: BodyId,
    /// How much of what is said.
    pub style: Style,
    /// How those who speak are called.
    pub labels: LabelRule,
    /// How they become final.
    pub approval: ApprovalWay,
    /// Days that members have to ask for corrections.
    pub answer_days: u16,
    /// What stands at the head on how words are written; empty for none.
    pub heading: String,
}

impl MinutesRule {
    /// What is usual, as far as the office's own words (要点記録・45日以内・役職名) do not say otherwise.
    pub fn usual(body: BodyId, decided: Option<&str>) -> Self {
        let said = |word: &str| decided.is_some_and(|text| text.contains(word));
        let style = match (said("全文"), said("逐語")) {
            (true, _) => Style::Full,
            (false, true) => Style::Digest,
            (false, false) => Style::Gist,
        };
        let labels = if said("氏名") {
            LabelRule::Name
        } else if said("団体") {
            LabelRule::Organization
        } else if said("委員Ａ") || said("委員A") {
            LabelRule::Letter
        } else {
            LabelRule::Post
        };
        Self { body, style, labels, approval: ApprovalWay::Meeting, answer_days: 14, heading: String::new() }
    }
}

/// The minutes of a meeting as a whole. What it is called and where it stands is the meeting's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Minutes {
    /// The meeting.
    pub meeting: MeetingId,
    /// How much of what was said.
    pub style: Style,
    /// How those who speak are called.
    pub labels: LabelRule,
    /// What stands at the head on how words are written.
    pub heading: String,
    /// What else is to be kept (その他).
    pub other: String,
    /// The outline (会議概要), in a few sentences.
    pub outline: String,
    /// How many came to listen (傍聴者数); none where nobody counted.
    pub observers: Option<u16>,
    /// Who is 委員Ａ, who 委員Ｂ: in the order in which they first spoke, never changed.
    pub letters: Vec<PersonId>,
    /// When the draft went to the members.
    pub sent_on: Option<Day>,
    /// Until when they ask for corrections.
    pub due_on: Option<Day>,
    /// When the text became final.
    pub approved_on: Option<Day>,
    /// How.
    pub approved_by: Option<ApprovalWay>,
    /// At which meeting.
    pub approved_at: Option<MeetingId>,
    /// Why final minutes were opened again, last.
    pub reopened: Option<String>,
}

impl Minutes {
    /// Minutes of which nothing is written yet, as a body keeps them.
    pub fn new(meeting: MeetingId, rule: &MinutesRule) -> Self {
        Self {
            meeting,
            style: rule.style,
            labels: rule.labels,
            heading: rule.heading.clone(),
            other: String::new(),
            outline: String::new(),
            observers: None,
            letters: Vec::new(),
            sent_on: None,
            due_on: None,
            approved_on: None,
            approved_by: None,
            approved_at: None,
            reopened: None,
        }
    }
}

/// Who speaks (発言者).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Speaker {
    /// As what.
    pub role: Role,
    /// The member, or the one whom a proxy speaks for, where they are known.
    pub person: Option<PersonId>,
    /// The name, with the post, of who is not known; empty for a member, and for the secretariat as such.
    pub name: String,
}

/// An entry of the minutes (発言・説明・ト書き・決定・宿題).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its identifier.
    pub id: MinutesEntryId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The item of the agenda; none before the first.
    pub item: Option<AgendaItemId>,
    /// Place within the item.
    pub order: i64,
    /// What it is.
    pub kind: EntryKind,
    /// Who speaks; none where that is open, and for what nobody says.
    pub speaker: Option<Speaker>,
    /// What is said. Lines are paragraphs.
    pub text: String,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// When in the recording, as 00:12:34.
    pub at: Option<String>,
}

/// What is kept of a decision besides its words (決定). It belongs to the entry that says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The entry.
    pub entry: MinutesEntryId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The body, whose series its number is of.
    pub body: BodyId,
    /// The fiscal year of the series.
    pub year: FiscalYear,
    /// 第n号; none for what is not numbered.
    pub number: Option<u16>,
    /// What.
    pub kind: DecisionKind,
    /// How.
    pub manner: Option<Manner>,
    /// Votes for it.
    pub yes: Option<u16>,
    /// Votes against it.
    pub no: Option<u16>,
    /// Who abstained.
    pub abstain: Option<u16>,
    /// Who left the room for it (退席した委員).
    pub left_room: String,
    /// To whom it is told (通知先).
    pub told_to: String,
}

/// Who is to do what (宿題), and by when. It belongs to the entry that says what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The entry.
    pub entry: MinutesEntryId,
    /// The meeting.
    pub meeting: MeetingId,
    /// Who, by kind.
    pub owner: OwnerKind,
    /// The member.
    pub person: Option<PersonId>,
    /// The body.
    pub body: Option<BodyId>,
    /// The organisation.
    pub organization: Option<OrganizationId>,
    /// A name of who is none of these.
    pub name: String,
    /// By when.
    pub due_on: Option<Day>,
    /// When it was done; open where none.
    pub done_on: Option<Day>,
    /// What came of it.
    pub outcome: String,
}

/// A correction that somebody asked for (会議録案への修正の申出).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Its identifier.
    pub id: CorrectionId,
    /// The meeting.
    pub meeting: MeetingId,
    /// The entry that it concerns, where that is known.
    pub entry: Option<MinutesEntryId>,
    /// Who asked.
    pub person: Option<PersonId>,
    /// Who asked, where they are no member.
    pub name: String,
    /// Where: 3ページ5行目.
    pub place: String,
    /// The words as they stand.
    pub old: String,
    /// As they should be.
    pub new: String,
    /// Whether it was accepted; open where none.
    pub accepted: Option<bool>,
    /// Why it was not, or what was done.
    pub reason: String,
    /// When it came.
    pub received_on: Day,
}

/// That a member has answered the draft (会議録案の確認の回答).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The meeting.
    pub meeting: MeetingId,
    /// The member's appointment.
    pub appointment: AppointmentId,
    /// When.
    pub on: Day,
}

/// The first number of a body's series in a year that is free: one more than the highest.
pub fn next_number(taken: &[Decision], body: BodyId, year: FiscalYear) -> u16 {
    let of = taken.iter().filter(|d| d.body == body && d.year == year).filter_map(|d| d.number);
    of.max().map_or(1, |n| n.saturating_add(1))
}

#[cfg(test)]
mod tests {
    //! What the office's own words say, and the series of numbers.
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_offices_words_give_the_rule() {
        let body = BodyId::from_key("b");
        let of = |text: &str| {
            let rule = MinutesRule::usual(body, Some(text));
            (rule.style, rule.labels)
        };
        assert_eq!(of("要点記録・45日以内・役職名"), (Style::Gist, LabelRule::Post));
        assert_eq!(of("全文記録・60日以内・氏名"), (Style::Full, LabelRule::Name));
        assert_eq!(of("逐語要約記録、団体名で表記"), (Style::Digest, LabelRule::Organization));
        assert_eq!(of("委員Ａ、委員Ｂとする"), (Style::Gist, LabelRule::Letter));
        assert_eq!(MinutesRule::usual(body, None).style, Style::Gist);
    }

    #[test]
    fn numbers_are_of_a_body_and_a_year() {
        let decision = |body: &str, year: i32, number| Decision {
            entry: MinutesEntryId::from_key(body),
            meeting: MeetingId::from_key("m"),
            body: BodyId::from_key(body),
            year: FiscalYear::new(year).unwrap(),
            number,
            kind: DecisionKind::Approved,
            manner: None,
            yes: None,
            no: None,
            abstain: None,
            left_room: String::new(),
            told_to: String::new(),
        };
        let all = [decision("a", 2026, Some(1)), decision("a", 2026, Some(4)), decision("a", 2025, Some(9))];
        let of = |body: &str, year: i32| next_number(&all, BodyId::from_key(body), FiscalYear::new(year).unwrap());
        assert_eq!((of("a", 2026), of("a", 2025), of("a", 2027), of("b", 2026)), (5, 10, 1, 1));
    }
}
