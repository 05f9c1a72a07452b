//! The choices that documents have: for whom, on which sheet, in which form.

use entaku_chart::Detail;
use entaku_documents::{Audience, CellSheet};
use entaku_domain::roster::RosterOrder;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// For whom a document is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum AudienceName {
    /// 委員用.
    Members,
    /// 公表用.
    Public,
    /// 内部用.
    Internal,
}

/// A sheet of labels.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum LabelSheet {
    /// 12 on A4, 86.4 mm × 42.3 mm.
    #[default]
    Labels12,
    /// 24 on A4, 66.0 mm × 33.9 mm.
    Labels24,
}

/// How much stands in the boxes of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum DetailName {
    /// Names and summaries.
    Brief,
    /// With affairs and members.
    Standard,
    /// Everything.
    Full,
}

/// The order of a roster.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum OrderName {
    /// 区分順.
    #[default]
    Category,
    /// 五十音順.
    Syllabary,
}

/// The form in which a document leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename_all = "snake_case")]
pub enum Format {
    /// To look at and to print.
    Pdf,
    /// The same as plain text.
    Txt,
    /// A letter to be edited in Word.
    Docx,
    /// A chart as a picture.
    Svg,
    /// A table for Excel.
    Xlsx,
    /// A table as CSV, UTF-8.
    Csv,
    /// A table as CSV, Shift_JIS.
    CsvCp932,
    /// Days for a calendar program.
    Ics,
}

impl AudienceName {
    pub(crate) const fn audience(self) -> Audience {
        match self {
            Self::Members => Audience::Members,
            Self::Public => Audience::Public,
            Self::Internal => Audience::Internal,
        }
    }
}

impl LabelSheet {
    pub(crate) const fn sheet(self) -> CellSheet {
        match self {
            Self::Labels12 => CellSheet::Labels12,
            Self::Labels24 => CellSheet::Labels24,
        }
    }
}

impl DetailName {
    pub(crate) const fn detail(self) -> Detail {
        match self {
            Self::Brief => Detail::Brief,
            Self::Standard => Detail::Standard,
            Self::Full => Detail::Full,
        }
    }
}

impl OrderName {
    pub(crate) const fn order(self) -> RosterOrder {
        match self {
            Self::Category => RosterOrder::ByCategory,
            Self::Syllabary => RosterOrder::BySyllabary,
        }
    }
}

impl Format {
    /// What a file of this form is called after its document's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => ".pdf",
            Self::Txt => ".txt",
            Self::Docx => ".docx",
            Self::Svg => ".svg",
            Self::Xlsx => ".xlsx",
            Self::Csv => ".csv",
            Self::CsvCp932 => "_Shift_JIS.csv",
            Self::Ics => ".ics",
        }
    }
}
