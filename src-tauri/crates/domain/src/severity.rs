//! How much an objection of the rules weighs.

/// How much a violation weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// For information (お知らせ); nothing is wrong.
    Notice,
    /// Unusual (注意), but recordable: an office's real past breaks rules.
    Warning,
    /// Cannot be saved (エラー). Imports of past years turn it into a warning.
    Error,
}
