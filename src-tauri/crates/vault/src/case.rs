//! What a case holds (個別事例).

use entaku_domain::Day;
use entaku_domain::case::CaseNumber;
use entaku_domain::case_guard::PatternKind;
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize, ZeroizeOnDrop};

/// A case.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Case {
    /// Its number, the one thing that is told outside.
    #[zeroize(skip)]
    pub number: CaseNumber,
    /// Received on.
    #[zeroize(skip)]
    pub received_on: Day,
    /// From whom (受けた相手).
    pub from: String,
    /// What points at the person.
    pub facts: Facts,
    /// The situation (状況).
    pub situation: String,
    /// What has been done (経過).
    pub course: String,
    /// How it is judged (見立て).
    pub view: String,
    /// The anonymised gist (匿名化した要旨), the one text that may leave.
    pub gist: String,
    /// Kept until; to be destroyed after that day.
    #[zeroize(skip)]
    pub keep_until: Day,
    /// When it was destroyed: nothing of the above is left but number and days then.
    #[zeroize(skip)]
    pub destroyed_on: Option<Day>,
    /// What left although it was marked, and why.
    #[serde(default)]
    pub confirmations: Vec<Confirmation>,
}

/// What points at a person.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize, Zeroize)]
pub struct Facts {
    /// Full name (氏名).
    pub name: String,
    /// Reading (ふりがな).
    pub kana: String,
    /// Birth date (生年月日).
    #[zeroize(skip)]
    pub born_on: Option<Day>,
    /// Telephone.
    pub phone: String,
    /// Address.
    pub address: String,
    /// Number of the certificate (受給者証番号).
    pub certificate: String,
    /// Facilities that are used (利用事業所).
    pub facilities: Vec<String>,
    /// Others by name: family, supporters (関係者).
    pub related: Vec<String>,
}

/// Something marked in a text that left all the same.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, Zeroize, ZeroizeOnDrop)]
pub struct Confirmation {
    /// When.
    #[zeroize(skip)]
    pub on: Day,
    /// Code of the kind, see [`PatternKind`].
    pub kind: String,
    /// What was marked.
    pub found: String,
    /// Why it may leave.
    pub reason: String,
}

impl Confirmation {
    /// The kind, where this version knows it.
    pub fn pattern(&self) -> Option<PatternKind> {
        PatternKind::from_code(&self.kind).ok()
    }
}

impl Case {
    /// Takes everything out but the number and the days.
    pub(crate) fn empty(&mut self, on: Day) {
        self.zeroize();
        self.destroyed_on = Some(on);
    }

    /// Whether its days are over.
    pub fn is_due(&self, today: Day) -> bool {
        self.destroyed_on.is_none() && self.keep_until < today
    }
}

/// A case is never printed by mistake.
impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Case({})", self.number)
    }
}
