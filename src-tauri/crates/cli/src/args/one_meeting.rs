//! Which meeting, as every command takes it.

use clap::Args;

/// A meeting by body, year and number.
#[derive(Debug, Args)]
pub(crate) struct OneMeeting {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: String,
    /// 第何回の会議か
    #[arg(long, value_name = "回")]
    pub(crate) number: u16,
}
