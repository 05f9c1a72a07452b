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
    #[arg(long, default_value = "out", value_name = "フォルダー")]
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

#[derive(Debug, Args)]
pub(crate) struct Labels {
    #[command(flatten)]
    pub(crate) whose: Whose,
    /// 本人の代わりに、推薦団体・所属団体にあてます
    #[arg(long)]
    pub(crate) organizations: bool,
    /// A4に24枚の用紙にします（指定しないときは12枚）
    #[arg(long)]
    pub(crate) small: bool,
    /// 使いかけの用紙の、何枚目から使うか
    #[arg(long, default_value_t = 1, value_name = "枚目")]
    pub(crate) first: u32,
    #[command(flatten)]
    pub(crate) printer: Printer,
}

#[derive(Debug, Args)]
pub(crate) struct Envelopes {
    #[command(flatten)]
    pub(crate) whose: Whose,
    /// 本人の代わりに、推薦団体・所属団体にあてます
    #[arg(long)]
    pub(crate) organizations: bool,
    /// 差出人の行（繰り返して書けます。指定しないときは協議会と事務局）
    #[arg(long, value_name = "行")]
    pub(crate) sender: Vec<String>,
    #[command(flatten)]
    pub(crate) printer: Printer,
}

/// How the office's printer is set right.
#[derive(Debug, Args)]
pub(crate) struct Printer {
    /// 右へずらす長さ（0.1mm単位。左へは負の数）
    #[arg(long, value_name = "長さ", allow_negative_numbers = true)]
    pub(crate) right: Option<i32>,
    /// 下へずらす長さ（0.1mm単位。上へは負の数）
    #[arg(long, value_name = "長さ", allow_negative_numbers = true)]
    pub(crate) down: Option<i32>,
}
