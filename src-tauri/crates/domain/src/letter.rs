//! Letters of a member's life (委嘱関係の文書) and of a meeting (開催通知など): their kinds,
//! the office's wording with fields to be filled in, and numbers from the office's series.

mod kinds;
mod series;
mod template;

use crate::Day;
use crate::appointment::Appointment;
use crate::id::{AppointmentId, BodyId, GuestId, LetterId, MeetingId, OrganizationId, PersonId, ProposalId, SeatId};
pub use series::{NumberPattern, NumberPlan, next_number};
pub use template::{Field, Piece, Template};

coded! {
    /// A kind of letter (文書の種類).
    LetterKind {
        Request = "request", "推薦依頼";
        Recommendation = "recommendation", "推薦書";
        Consent = "consent", "就任承諾書";
        Commission = "commission", "委嘱状";
        Assignment = "assignment", "辞令書";
        Notice = "notice", "委嘱通知";
        Release = "release", "解嘱状";
        Thanks = "thanks", "礼状";
        Resignation = "resignation", "辞任届";
        MeetingNotice = "meeting_notice", "開催通知";
        ReplySheet = "reply_sheet", "出欠回答書";
        Reminder = "reminder", "出欠の回答のお願い";
        SubstituteInvitation = "substitute_invitation", "代理出席のお願い";
        Invitation = "invitation", "出席依頼";
        WrittenMeeting = "written_meeting", "書面開催の照会";
        WrittenBallot = "written_ballot", "書面表決書";
        CalledOff = "called_off", "中止のお知らせ";
        Postponed = "postponed", "延期のお知らせ";
        GalleryNotice = "gallery_notice", "傍聴のお知らせ";
        GalleryRules = "gallery_rules", "傍聴要領";
        ProposalDelivery = "proposal_delivery", "提案書の送付";
        Feedback = "feedback", "課題提起への報告";
    }
}

coded! {
    /// What can be filled into a wording (差し込み項目), written `{氏名}`.
    LetterField {
        Name = "name", "氏名";
        Title = "title", "敬称";
        Organization = "organization", "団体名";
        Post = "post", "職名";
        Council = "council", "協議会名";
        Body = "body", "会議体名";
        Municipality = "municipality", "市町村名";
        Secretariat = "secretariat", "事務局";
        Sender = "sender", "発信者";
        Duty = "duty", "委嘱する職";
        Category = "category", "区分";
        Start = "start", "委嘱日";
        End = "end", "満了日";
        Term = "term", "任期";
        EndedOn = "ended_on", "退任日";
        EndReason = "end_reason", "退任の理由";
        Seats = "seats", "人数";
        Members = "members", "委員一覧";
        Due = "due", "回答期限";
        Date = "date", "日付";
        Meeting = "meeting", "会議名";
        When = "when", "開催日時";
        Place = "place", "会場";
        Mode = "mode", "開催方法";
        Agenda = "agenda", "議題";
        Papers = "papers", "事前送付資料";
        Openness = "openness", "公開・非公開";
        ClosedItems = "closed_items", "非公開の議題";
        OpinionsBy = "opinions_by", "意見書の期限";
        NeedsBy = "needs_by", "配慮の申出期限";
        AnswerChoices = "answer_choices", "出欠の選択肢";
        NeedChoices = "need_choices", "配慮の選択肢";
        NewWhen = "new_when", "変更後の日時";
        Reason = "reason", "理由";
        Item = "item", "説明する議題";
        Represented = "represented", "代理を受ける委員";
        Capacity = "capacity", "傍聴の定員";
        Admission = "admission", "傍聴者の決め方";
        Application = "application", "傍聴の申込み";
        Contact = "contact", "問合せ先";
        Proposal = "proposal", "提案名";
        ProposalKind = "proposal_kind", "提案の種類";
        ProposalNumber = "proposal_number", "提案番号";
        ProposalText = "proposal_text", "提案の内容";
        ApprovedAt = "approved_at", "承認した会議";
        Issues = "issues", "基になる課題";
        Matters = "matters", "報告する件数";
    }
}

coded! {
    /// How the letters of one batch are numbered (番号の付け方).
    BatchNumbers {
        Each = "each", "１通ごとに番号";
        Branch = "branch", "１つの番号に枝番";
    }
}

/// The office's wording of a kind of letter (文例): plain text with fields. It is
/// never markup, and neither is what is filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Of which kind.
    pub kind: LetterKind,
    /// The body for which alone it is; none for that of the whole office.
    pub of_body: Option<BodyId>,
    /// The subject, or the heading of a certificate or a form (件名).
    pub subject: String,
    /// Paragraphs, one a line (本文).
    pub body: String,
    /// Lines of the record below, `name：content`; none where there is no record (記).
    pub items: String,
}

/// Who signs the letters, and how they are numbered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterOffice {
    /// Who signs, 鎌倉市長　髙橋　太郎; the municipality's head without a name where empty.
    pub sender: String,
    /// Whether 「印」 stands behind the sender, where the seal is put.
    pub seal: bool,
    /// Whom to ask, one line each (問合せ先).
    pub contact: String,
    /// How a number is written, `{年}鎌障第{番号}号`.
    pub pattern: String,
    /// How the letters of a batch are numbered.
    pub batch: BatchNumbers,
}

/// A number that was taken for a letter (文書番号). It names nobody in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterNumber {
    /// Its identifier.
    pub id: LetterId,
    /// The kind of letter.
    pub kind: LetterKind,
    /// The letter's day.
    pub on: Day,
    /// The fiscal year of the series.
    pub year: crate::FiscalYear,
    /// The number.
    pub number: u32,
    /// The branch (枝番), 1 for the first; none where the letter has the number to itself.
    pub branch: Option<u32>,
    /// As it was written.
    pub text: String,
    /// The letters that were numbered together, by the first one's identifier.
    pub batch: LetterId,
    /// The person whom it concerns.
    pub person: Option<PersonId>,
    /// The organisation to which it goes.
    pub organization: Option<OrganizationId>,
    /// The appointment.
    pub appointment: Option<AppointmentId>,
    /// The seat.
    pub seat: Option<SeatId>,
    /// The meeting.
    pub meeting: Option<MeetingId>,
    /// The guest who is asked to come.
    pub guest: Option<GuestId>,
    /// The proposal with which it goes.
    pub proposal: Option<ProposalId>,
}

/// What is wrong with a wording, a pattern or a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LetterFault {
    /// A field that there is not.
    UnknownField {
        /** The form's field where it stands. */
        field: &'static str,
        /** What stands between the braces. */
        name: String,
        /** The line, 1 for the first. */
        line: usize,
    },
    /// A brace that is not closed, or closes nothing.
    LooseBrace {
        /** The form's field where it stands. */
        field: &'static str,
        /** The line, 1 for the first. */
        line: usize,
    },
    /// A pattern for numbers in which the number has no place.
    NoPlaceForNumber,
    /// A number that was taken already.
    NumberTaken {
        /** The number. */
        number: u32,
    },
    /// Nobody to write to.
    NobodyChosen,
    /// A letter that needs a member, for a seat where nobody sits.
    NoMember {
        /** The kind of letter. */
        kind: LetterKind,
    },
    /// A letter of a meeting, and no meeting said.
    NoMeeting {
        /** The kind of letter. */
        kind: LetterKind,
    },
    /// A postponed meeting, and no new day said.
    NoNewDay,
    /// A letter to a substitute, where the member sends none.
    NoSubstitute {
        /** The member. */
        about: String,
    },
    /// A letter to an organisation, where none is known.
    NoOrganization {
        /** Whom it would have concerned. */
        about: String,
    },
}

impl LetterFault {
    /// The field of the form that it concerns.
    pub const fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::UnknownField { field, .. } | Self::LooseBrace { field, .. } => field,
            Self::NoPlaceForNumber => "pattern",
            Self::NumberTaken { .. } => "number",
            Self::NoMeeting { .. } => "meeting",
            Self::NoNewDay => "new_date",
            Self::NobodyChosen | Self::NoMember { .. } | Self::NoOrganization { .. } | Self::NoSubstitute { .. } => {
                "to"
            }
        })
    }
}

impl LetterField {
    /// The field of this name, as it stands between braces.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.label() == name)
    }
}

impl Wording {
    /// Looks for fields that there are not, or that this kind of letter does not have.
    ///
    /// # Errors
    /// The first fault, with its place.
    pub fn check(&self) -> Result<(), LetterFault> {
        for (field, text) in [("subject", &self.subject), ("body", &self.body), ("items", &self.items)] {
            Template::<LetterField>::parse(field, text)?.check_for(self.kind, field, text)?;
        }
        Ok(())
    }
}

/// The appointment whose letter a number is: the one that it names; where it was taken
/// before that was recorded, the one of its seat and person that begins nearest to its day.
pub fn appointed_by(number: &LetterNumber, appointments: &[&Appointment]) -> Option<AppointmentId> {
    if !number.kind.appoints() {
        return None;
    }
    number.appointment.or_else(|| {
        let own = appointments.iter().filter(|a| Some(a.seat) == number.seat && Some(a.person) == number.person);
        own.min_by_key(|a| (a.start - number.on).num_days().abs()).map(|a| a.id)
    })
}

#[cfg(test)]
mod tests;
