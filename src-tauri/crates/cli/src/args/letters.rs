//! The words of letters.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LetterFormat {
    /// 印刷用
    Pdf,
    /// Word
    Docx,
    /// 読み上げ用テキスト
    Txt,
}

#[derive(Debug, Args)]
pub(crate) struct Letters {
    /// 文書（推薦依頼、推薦書、就任承諾書、委嘱状、辞令書、委嘱通知、解嘱状、礼状、辞任届）
    #[arg(value_name = "文書")]
    pub(crate) letter: String,
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 氏名又は団体名（指定しないときは、会議体の全員・全席）
    #[arg(long, value_name = "名前")]
    pub(crate) only: Vec<String>,
    /// 文書の日付（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 推薦依頼などに書く、任期の始まり
    #[arg(long, value_name = "日付")]
    pub(crate) start: Option<String>,
    /// 任期の終わり（指定しないときは、会議体の定めによる日）
    #[arg(long, value_name = "日付")]
    pub(crate) end: Option<String>,
    /// 推薦依頼に書く、回答期限
    #[arg(long, value_name = "日付")]
    pub(crate) due: Option<String>,
    /// 次の文書番号を（予定）と書きます。番号の確定は call take_letter_numbers で行います
    #[arg(long)]
    pub(crate) numbered: bool,
    /// 確定した番号を書きます（take_letter_numbers の返した batch）
    #[arg(long, value_name = "記録")]
    pub(crate) numbers: Option<String>,
    /// 形式: pdf、docx、txt。指定しないときはすべて
    #[arg(long, value_enum, value_name = "形式", hide_possible_values = true)]
    pub(crate) format: Vec<LetterFormat>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
