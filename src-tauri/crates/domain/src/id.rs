//! Identifiers. They are globally unique, so that two copies of a council can
//! be merged; new ones are UUIDv7 (made by `store`, which may read the clock).

use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Namespace of identifiers derived from a key of the sample council.
const KEYS: Uuid = Uuid::from_u128(0x7a3c_54f0_5a51_4d0e_9d4f_0c2f_6b1d_8e21);

/// Text that is not an identifier.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an identifier")]
pub struct BadId(pub String);

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a freshly made unique value.
            pub const fn new(value: Uuid) -> Self {
                Self(value)
            }

            /// Whether it stands for a record that has none yet.
            pub const fn is_nil(self) -> bool {
                self.0.is_nil()
            }

            /// The same identifier for the same key, on every computer: for the
            /// sample council, whose documents are compared byte by byte.
            pub fn from_key(key: &str) -> Self {
                Self(Uuid::new_v5(&KEYS, format!("{}/{key}", stringify!($name)).as_bytes()))
            }

            /// Reads the hyphenated form.
            ///
            /// # Errors
            /// [`BadId`] when the text is not a UUID.
            pub fn parse(text: &str) -> Result<Self, BadId> {
                Uuid::parse_str(text).map(Self).map_err(|_| BadId(text.to_owned()))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }
    )+};
}

ids! {
    /// A body (会議体・部会・関係機関).
    BodyId;
    /// A body as it is from one fiscal year on.
    BodyVersionId;
    /// An arrow of the chart.
    FlowId;
    /// A plan (計画).
    PlanId;
    /// An item of a plan (計画の項目).
    PlanItemId;
    /// The making of a plan, or a change of it (計画の策定・変更).
    PlanRevisionId;
    /// A hearing on a plan (意見聴取).
    HearingId;
    /// An opinion given in a hearing (意見聴取への意見).
    HearingOpinionId;
    /// Working together with those who carry a plan on (連携の記録).
    CooperationId;
    /// A law that the council's work rests on (根拠法令).
    LawId;
    /// A person (人).
    PersonId;
    /// A person's organisation and post over some days (所属・職).
    AffiliationId;
    /// An organisation (団体・事業所).
    OrganizationId;
    /// Who signs for an organisation over some days (代表者).
    RepresentativeId;
    /// An address of a person or an organisation (住所).
    AddressId;
    /// A person who stands in for a member (代理者).
    SubstituteId;
    /// A post (職).
    PostId;
    /// A seat (席).
    SeatId;
    /// An appointment (委嘱・選任).
    AppointmentId;
    /// An office held (役職).
    OfficeId;
    /// A step of filling a seat (推薦).
    NominationId;
    /// A meeting (会議).
    MeetingId;
    /// A putting off of a meeting (延期).
    PostponementId;
    /// An item of a meeting's agenda (次第の項目).
    AgendaItemId;
    /// A template of agendas (次第のひな形).
    AgendaTemplateId;
    /// A paper of a meeting (資料).
    PaperId;
    /// A member's attendance at a meeting (出欠).
    AttendanceId;
    /// A local issue (課題).
    IssueId;
    /// A step of an issue (課題の経過).
    IssueEventId;
    /// What somebody is to do about an issue (課題の対応).
    IssueTaskId;
    /// A proposal to the city (提案・意見).
    ProposalId;
    /// An election of officers (役員の選出).
    ElectionId;
    /// Somebody who stood in an election (候補者).
    CandidateId;
    /// An entry of a meeting's minutes (会議録の発言等).
    MinutesEntryId;
    /// A correction that somebody asked for (会議録案への修正).
    CorrectionId;
    /// Columns of a roster saved under a name (名簿の欄).
    ColumnSetId;
    /// A document that left the house (出した文書).
    IssuedId;
    /// Something that somebody got of a meeting (配付の記録).
    DeliveryId;
    /// A number taken for a letter (文書番号).
    LetterId;
    /// Days of which the office has set something (開庁・閉庁の定め).
    DayRuleId;
    /// A milestone of the year (節目).
    MilestoneId;
    /// What a member answers to a notice (出欠の回答).
    ReplyId;
    /// A written opinion (意見書).
    OpinionId;
    /// Somebody from outside who is asked to come (説明者など).
    GuestId;
    /// Somebody who asks to listen (傍聴の申込者).
    ApplicantId;
    /// A member who left the room for a while (退席・除斥).
    StepOutId;
    /// Somebody who attended without being a member (委員以外の出席者).
    AttendeeId;
    /// An amount that members are paid (単価).
    PayRateId;
    /// Travel expenses of a member (費用弁償).
    TravelId;
    /// A table for the tax (源泉徴収の表).
    TaxTableId;
    /// A payment list (支払一覧).
    PayListId;
    /// A theme of a subcommittee's year (部会のテーマ).
    ThemeId;
    /// A step of a subcommittee's plan (部会の計画の行).
    PlanStepId;
    /// A word on how far a subcommittee has come (部会の進捗の記録).
    ProgressId;
    /// A working group, a training (作業部会・研修会等).
    GatheringId;
    /// A day of one (作業部会・研修会等の日).
    GatheringDayId;
    /// A package for whoever does the clerical work (庶務の委託).
    ConsignmentId;
}
