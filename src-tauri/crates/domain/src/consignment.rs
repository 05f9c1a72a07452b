//! Clerical work that somebody else does for the council (庶務の委託, V28): what was given, and
//! what came back.

use crate::Day;
use crate::id::ConsignmentId;

/// A package that was given to whoever does the clerical work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consignment {
    /// Its identifier.
    pub id: ConsignmentId,
    /// When it was given.
    pub given_on: Day,
    /// To whom (受託者).
    pub given_to: String,
    /// A note (備考).
    pub note: String,
    /// SHA-256 of what was carried, as it was then.
    pub base: String,
    /// SHA-256 of the package.
    pub package: String,
    /// How many records were carried.
    pub rows: u32,
    /// When what came back was taken over; none while it is away.
    pub taken_on: Option<Day>,
}
