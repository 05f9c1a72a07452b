//! What is to be said about a cell or a row; the words are in [`crate::text::import`].

use super::view::Gravity;
use entaku_domain::Day;
use entaku_domain::violation::{Severity, Violation};

/// Something to be said about a cell or a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    /// A rule objects to what would be written; what is past may break it.
    Rule(Violation),
    /// A rule objects, and it may not be written.
    Forbidden(Violation),
    /// The cell holds an error of the spreadsheet.
    ErrorCell(String),
    /// Bytes in it have no character.
    Unreadable,
    /// Private-use characters.
    PrivateUse(Vec<char>),
    /// Text that is no day.
    BadDay(String),
    /// No first day, neither in the row nor for all.
    NoStart,
    /// The body does not exist in that year.
    BodyNotInYear(i32),
    /// The body tells its members apart by category, and the row has none.
    NoCategory,
    /// A category that the body does not have.
    UnknownCategory(String),
    /// Number and text of the category disagree.
    CategoryConflict {
        /** By its number. */
        number: u8,
        /** By its text. */
        text: u8,
    },
    /// Seats of that category are filled by what the row does not say.
    SeatNeedsOrganization,
    /// Seats of that category follow from another office.
    SeatDerived,
    /// The name has no space, and nothing tells where it divides.
    NameWhole,
    /// The name was divided by surnames alone.
    NameGuessed(String),
    /// The name was divided by its reading.
    NameDivided(String),
    /// The reading has no space, and nothing tells where it divides.
    KanaWhole,
    /// Something else than kana in the reading.
    KanaOdd,
    /// Several people of that name are registered.
    SeveralPeople(usize),
    /// Somebody of that name is registered with another reading.
    OtherReading(String),
    /// Somebody of that name is registered elsewhere, and no reading tells whether they are the same.
    OtherPlace(String),
    /// A person who was chosen and is not registered.
    UnknownPerson,
    /// Somebody of the same name and reading stands in an earlier row.
    Duplicate(u32),
    /// Somebody of the same name stands in an earlier row, and only one of the rows has a reading.
    SameName(u32),
    /// The row of a later term says something else, and it is that which is written.
    LaterRow(u32),
    /// What stands in brackets behind a name is not taken over.
    NameNote(String),
    /// The registered glyphs of the name stay.
    GlyphKept(String),
    /// Where somebody belongs changes.
    Moves(String),
    /// A roster of an earlier day does not change where somebody belongs today.
    PlaceKept(String),
    /// An organisation that is not registered yet.
    NewOrganization,
    /// A replacement's term was counted by the rule.
    ReplacementByRule {
        /** By the rule. */
        by_rule: Day,
        /** The rest of the predecessor's term. */
        remaining: Day,
    },
    /// The appointment has ended early, which stays.
    EndedAlready(Day),
    /// Not one of the kinds of members.
    UnknownKind(String),
    /// Not one of the ways to appear in public.
    UnknownPublication(String),
    /// Not one of the genders that are recorded.
    UnknownGender(String),
    /// No postal code.
    BadPostal(String),
    /// The postal code of the earlier address does not hold for the new one.
    PostalForgotten(String),
    /// A number had lost its nought in front.
    NoughtInFront(String),
    /// No e-mail address.
    BadMail(String),
    /// A remark that has no place in the records.
    NoteNotTaken,
    /// An office is created by an election, not by a list.
    OfficeNotTaken(String),
    /// A vacant seat.
    Vacant,
    /// A row without a name.
    NoName,
}

impl Remark {
    pub(crate) fn gravity(&self) -> Gravity {
        match self {
            Self::Rule(found) if found.severity() == Severity::Notice => Gravity::Note,
            Self::NewOrganization | Self::Vacant | Self::NoName | Self::NameDivided(_) => Gravity::Note,
            Self::Forbidden(_)
            | Self::ErrorCell(_)
            | Self::Unreadable
            | Self::BadDay(_)
            | Self::NoStart
            | Self::BodyNotInYear(_)
            | Self::NoCategory
            | Self::UnknownCategory(_)
            | Self::CategoryConflict { .. }
            | Self::SeatNeedsOrganization
            | Self::SeatDerived
            | Self::SeveralPeople(_)
            | Self::OtherReading(_)
            | Self::OtherPlace(_)
            | Self::UnknownPerson
            | Self::Duplicate(_) => Gravity::Error,
            _ => Gravity::Warning,
        }
    }

    /// Whether it is about where a name or its reading divides.
    pub(crate) fn is_about_division(&self) -> bool {
        matches!(self, Self::NameWhole | Self::NameGuessed(_) | Self::NameDivided(_) | Self::KanaWhole)
    }

    /// Whether the user has to say who is meant.
    pub(crate) fn asks_who(&self) -> bool {
        matches!(self, Self::SeveralPeople(_) | Self::OtherReading(_) | Self::OtherPlace(_) | Self::UnknownPerson)
    }
}
