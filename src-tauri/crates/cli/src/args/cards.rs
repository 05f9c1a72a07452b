//! The words of plates, cards, labels and envelopes.

use clap::Args;
use std::path::PathBuf;

/// Whose names or addresses.
#[derive(Debug, Args)]
pub(crate) struct Whose {
    /// 会議体（指定しないときは、すべての会議体）
    #[arg(value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付", conflicts_with = "number")]
    pub(crate) on: Option<String>,
    /// 会議の年度（会議に来る人の分を作るとき）
    #[arg(long, value_name = "年度", requires = "number", requires = "body")]
    pub(crate) year: Option<String>,
    /// 会議が第何回か（会議に来る人の分を作るとき）
    #[arg(long, value_name = "回", requires = "year")]
    pub(crate) number: Option<u16>,
    /// 役員だけにします
    #[arg(long)]
    pub(crate) officers: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー", hide_default_value = true)]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Plates {
    #[command(flatten)]
    pub(crate) whose: Whose,
    /// ふりがなを入れます
    #[arg(long)]
    pub(crate) kana: bool,
}

#[derive(Debug, Args)]
pub(crate) struct TableCards {
    #[command(flatten)]
    pub(crate) whose: Whose,
    /// ふりがなを入れます
    #[arg(long)]
    pub(crate) kana: bool,
    /// 所属・職を入れません
    #[arg(long)]
    pub(crate) names_only: bool,
    /// 氏名の代わりに、姓と役職（髙橋　委員）にします
    #[arg(long)]
    pub(crate) spoken: bool,
}
