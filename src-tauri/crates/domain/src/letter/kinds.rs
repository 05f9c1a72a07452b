//! What tells the kinds of letters apart: to whom they go, and what may be filled in.

use super::{LetterFault, LetterField as F, LetterKind, Piece, Template};

/// What every letter may hold.
const COMMON: [F; 11] = [
    F::Name,
    F::Title,
    F::Organization,
    F::Post,
    F::Council,
    F::Body,
    F::Municipality,
    F::Secretariat,
    F::Sender,
    F::Due,
    F::Date,
];
/// What letters of a member's life hold besides.
const OF_MEMBER: [F; 9] =
    [F::Duty, F::Category, F::Start, F::End, F::Term, F::EndedOn, F::EndReason, F::Seats, F::Members];
/// What letters of a meeting hold besides.
const OF_MEETING: [F; 20] = [
    F::Meeting,
    F::When,
    F::Place,
    F::Mode,
    F::Agenda,
    F::Papers,
    F::Openness,
    F::ClosedItems,
    F::OpinionsBy,
    F::NeedsBy,
    F::AnswerChoices,
    F::NeedChoices,
    F::NewWhen,
    F::Reason,
    F::Item,
    F::Represented,
    F::Capacity,
    F::Admission,
    F::Application,
    F::Contact,
];

/// What letters with a proposal hold besides.
const OF_PROPOSAL: [F; 7] =
    [F::Proposal, F::ProposalKind, F::ProposalNumber, F::ProposalText, F::ApprovedAt, F::Issues, F::Contact];
/// What letters to those who raised issues hold besides.
const OF_FEEDBACK: [F; 2] = [F::Matters, F::Contact];

impl LetterKind {
    /// Whether one letter goes to an organisation, for all of its seats or members.
    pub const fn is_to_organization(self) -> bool {
        matches!(self, Self::Request | Self::Recommendation | Self::Notice)
    }

    /// Whether it is sent by the office and so may carry a number; what is to be
    /// filled in and signed by others carries none.
    pub const fn is_numbered(self) -> bool {
        !matches!(
            self,
            Self::Recommendation
                | Self::Consent
                | Self::Resignation
                | Self::ReplySheet
                | Self::WrittenBallot
                | Self::GalleryNotice
                | Self::GalleryRules
        )
    }

    /// Whether it makes somebody a member: its number is that of the appointment.
    pub const fn appoints(self) -> bool {
        matches!(self, Self::Commission | Self::Assignment)
    }

    /// Whether it needs somebody who sits, or is to sit.
    pub const fn needs_member(self) -> bool {
        let named = matches!(self, Self::Request | Self::Recommendation | Self::Invitation);
        !named && !self.is_to_public() && !self.is_to_outside()
    }

    /// Whether it is about a meeting (会議の文書), not about somebody's membership.
    pub const fn is_of_meeting(self) -> bool {
        matches!(
            self,
            Self::MeetingNotice
                | Self::ReplySheet
                | Self::Reminder
                | Self::SubstituteInvitation
                | Self::Invitation
                | Self::WrittenMeeting
                | Self::WrittenBallot
                | Self::CalledOff
                | Self::Postponed
                | Self::GalleryNotice
                | Self::GalleryRules
        )
    }

    /// Whether it goes to everybody, and so names nobody.
    pub const fn is_to_public(self) -> bool {
        matches!(self, Self::GalleryNotice | Self::GalleryRules)
    }

    /// Whether the council itself sends it to others: neither a member's nor a meeting's.
    pub const fn is_to_outside(self) -> bool {
        matches!(self, Self::ProposalDelivery | Self::Feedback)
    }

    /// The form that is enclosed, to be filled in and sent back.
    pub const fn enclosed(self) -> Option<Self> {
        match self {
            Self::MeetingNotice | Self::Reminder => Some(Self::ReplySheet),
            Self::WrittenMeeting => Some(Self::WrittenBallot),
            _ => None,
        }
    }

    /// What can be filled in, in the order in which it is offered.
    pub fn fields(self) -> Vec<F> {
        let more: &[F] = match self {
            Self::ProposalDelivery => &OF_PROPOSAL,
            Self::Feedback => &OF_FEEDBACK,
            _ if self.is_of_meeting() => &OF_MEETING,
            _ => &OF_MEMBER,
        };
        F::ALL.iter().copied().filter(|f| COMMON.contains(f) || more.contains(f)).collect()
    }
}

impl Template {
    /// Whether it holds only what a kind of letter has; `text` is what was read.
    pub(super) fn check_for(&self, kind: LetterKind, field: &'static str, text: &str) -> Result<(), LetterFault> {
        let known = kind.fields();
        let strange = self.pieces().iter().find_map(|piece| match piece {
            Piece::Field(f) if !known.contains(f) => Some(f.label()),
            _ => None,
        });
        let Some(name) = strange else { return Ok(()) };
        let line = text.lines().position(|l| l.contains(name)).map_or(1, |at| at + 1);
        Err(LetterFault::UnknownField { field, name: name.to_owned(), line })
    }
}
