//! The words of changes between two rosters, and of figures.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Changes {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// いつから
    #[arg(long, value_name = "日付")]
    pub(crate) from: String,
    /// いつまで（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) to: Option<String>,
    /// 内部用（退任の理由を含みます）
    #[arg(long)]
    pub(crate) internal: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Figures {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 内部用（5人に満たない数も示します）
    #[arg(long)]
    pub(crate) internal: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
