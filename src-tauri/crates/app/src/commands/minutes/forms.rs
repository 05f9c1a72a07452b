//! What the commands of minutes take and answer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was typed since the last time.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MinutesWriting {
    /// The meeting's identifier.
    pub meeting: String,
    /// Entries as they are to be.
    pub entries: Vec<EntryForm>,
    /// Entries that are taken away.
    #[serde(default)]
    #[ts(as = "Option<Vec<EntryState>>", optional = nullable)]
    pub removed: Vec<EntryState>,
}

/// An entry as it is to be.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct EntryForm {
    /// Its identifier, a UUID: of a new one made by who writes.
    pub id: String,
    /// The state that was changed; none for a new one.
    pub base: Option<String>,
    /// The item of the agenda.
    pub item: Option<String>,
    /// The entry behind which it goes, empty for the beginning of its item; where it is if none.
    pub after: Option<String>,
    /// `speech`, `explanation`, `note`, `decision`, `task`.
    pub kind: String,
    /// Who speaks.
    pub speaker: Option<SpeakerForm>,
    /// What is said.
    pub text: String,
    /// Why it is closed to the public.
    pub closed_reason: Option<String>,
    /// When in the recording.
    pub at: Option<String>,
}

/// Who speaks.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SpeakerForm {
    /// `member`, `proxy`, `secretariat`, `guest`.
    pub role: String,
    /// Identifier or name of the member.
    pub person: Option<String>,
    /// The name of who is no member.
    pub name: Option<String>,
}

/// An entry in a state.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryState {
    /// Its identifier.
    pub id: String,
    /// Its state.
    pub rev: String,
}

/// What was written, and what was not.
#[derive(Debug, Serialize, TS)]
pub struct MinutesWritten {
    /// Entries in their new state.
    pub entries: Vec<EntryState>,
    /// Entries that somebody else changed or took away meanwhile; nothing of them was written.
    pub conflicts: Vec<String>,
}

/// What to change in minutes as a whole; what is missing stays.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct MinutesHead {
    /// The meeting's identifier.
    pub meeting: String,
    /// `full`, `gist`, `digest`.
    pub style: Option<String>,
    /// `name`, `post`, `organization`, `letter`.
    pub labels: Option<String>,
    /// What stands at the head on how words are written.
    pub heading: Option<String>,
    /// What else is kept.
    pub other: Option<String>,
    /// The outline.
    pub outline: Option<String>,
    /// How many listened; empty for not counted.
    pub observers: Option<String>,
}

/// How a body keeps its minutes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BodyMinutes {
    /// Handle or name of the body.
    pub body: String,
    /// `full`, `gist`, `digest`.
    pub style: String,
    /// `name`, `post`, `organization`, `letter`.
    pub labels: String,
    /// `meeting`, `circulation`, `chair`.
    pub approval: String,
    /// Days that members have for corrections.
    pub answer_days: u16,
    /// What stands at the head on how words are written.
    pub heading: String,
}

/// The draft that goes out.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct SentMinutes {
    /// The meeting's identifier.
    pub meeting: String,
    /// When, as typed; today where none.
    pub on: Option<String>,
    /// Until when members ask for corrections; as the body's rule says where none.
    pub due: Option<String>,
}

/// Minutes that become final.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct ApprovedMinutes {
    /// The meeting's identifier.
    pub meeting: String,
    /// When, as typed; the day of the meeting at which, else today.
    pub on: Option<String>,
    /// `meeting`, `circulation`, `chair`.
    pub way: String,
    /// Identifier of the meeting at which.
    pub at: Option<String>,
}

/// Final minutes that are opened again.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReopenedMinutes {
    /// The meeting's identifier.
    pub meeting: String,
    /// Why.
    pub reason: String,
}

/// What is to be kept of a decision.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct DecisionForm {
    /// The entry's identifier.
    pub entry: String,
    /// `approved`, `acknowledged`, `continued`, `returned`, `elected`, `other`.
    pub kind: String,
    /// 第n号; none for what is not numbered.
    pub number: Option<u16>,
    /// `no_objection`, `unanimous`, `vote`.
    pub manner: Option<String>,
    /// Votes for it.
    pub yes: Option<u16>,
    /// Votes against it.
    pub no: Option<u16>,
    /// Who abstained.
    pub abstain: Option<u16>,
    /// Who left the room.
    pub left_room: Option<String>,
    /// To whom it is told.
    pub told_to: Option<String>,
}

/// What is to be kept of a task.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TaskForm {
    /// The entry's identifier.
    pub entry: String,
    /// `secretariat`, `person`, `body`, `organization`, `other`.
    pub owner: String,
    /// Identifier or name of the member.
    pub person: Option<String>,
    /// Handle or name of the body.
    pub body: Option<String>,
    /// The organisation's identifier.
    pub organization: Option<String>,
    /// A name of who is none of these.
    pub name: Option<String>,
    /// By when, as typed.
    pub due_on: Option<String>,
}

/// A task that is done, or not after all.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct FinishedTask {
    /// The entry's identifier.
    pub entry: String,
    /// When, as typed; empty takes it back, today where none.
    pub on: Option<String>,
    /// What came of it.
    pub outcome: Option<String>,
}

/// Which tasks.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WhichTasks {
    /// Handle or name of the body; all where none.
    pub body: Option<String>,
    /// The meeting's identifier.
    pub meeting: Option<String>,
    /// Those that are done, too.
    pub all: Option<bool>,
}

/// Which decisions.
#[derive(Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct WhichDecisions {
    /// Handle or name of the body; all where none.
    pub body: Option<String>,
    /// The fiscal year.
    pub year: Option<String>,
}

/// A correction to be kept.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CorrectionForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// The correction that is mended; a new one where none.
    pub correction: Option<String>,
    /// The entry that it concerns.
    pub entry: Option<String>,
    /// Identifier or name of the member.
    pub person: Option<String>,
    /// A name of who is no member.
    pub name: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The words as they stand.
    pub old: String,
    /// As they should be.
    pub new: String,
    /// When it came, as typed; today where none.
    pub received_on: Option<String>,
}

/// What becomes of a correction.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct CorrectionChoice {
    /// The correction's identifier.
    pub correction: String,
    /// Whether it is accepted; open again where none.
    pub accepted: Option<bool>,
    /// Why not, or what was done.
    pub reason: Option<String>,
    /// Whether the new words are put into the entry.
    pub apply: Option<bool>,
}

/// A correction.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCorrection {
    /// Its identifier.
    pub correction: String,
}

/// Members who have answered.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MinutesAnswers {
    /// The meeting's identifier.
    pub meeting: String,
    /// One row for each member; who is not named stays.
    pub rows: Vec<MinutesAnswer>,
}

/// A member who has answered, or not after all.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MinutesAnswer {
    /// The appointment's identifier.
    pub appointment: String,
    /// When, as typed; none takes it back.
    pub on: Option<String>,
}

/// A transcript, and how it is to be read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct TranscriptForm {
    /// The meeting's identifier.
    pub meeting: String,
    /// Its text.
    pub text: String,
    /// Who is meant by each name.
    pub voices: Option<Vec<VoiceForm>>,
    /// From when on each item was treated.
    pub items: Option<Vec<ItemFrom>>,
    /// The item under which all goes, or what comes before the first.
    pub item: Option<String>,
    /// Whether times are kept.
    pub keep_times: Option<bool>,
}

/// Written opinions that are to stand in the minutes.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[ts(optional_fields = nullable)]
pub struct OpinionsToTake {
    /// The meeting's identifier.
    pub meeting: String,
    /// Their identifiers; none for all that do not stand there yet.
    pub opinions: Option<Vec<String>>,
}

/// Who is meant by a name.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct VoiceForm {
    /// As the transcript calls them.
    pub called: String,
    /// Who.
    pub speaker: SpeakerForm,
}

/// From when on an item was treated.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ItemFrom {
    /// The item's identifier.
    pub item: String,
    /// In seconds from the beginning.
    pub seconds: u32,
}
