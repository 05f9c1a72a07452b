//! The words of elections and their papers.

use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Way {
    /// 委員の互選
    #[value(name = "互選")]
    Mutual,
    /// 指名
    #[value(name = "指名")]
    Named,
    /// その他
    #[value(name = "その他")]
    Other,
}

#[derive(Debug, Args)]
pub(crate) struct Elect {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: String,
    /// 第何回の会議か
    #[arg(long, value_name = "回")]
    pub(crate) number: u16,
    /// 役職（会長、副会長、部会長など）
    #[arg(long, value_name = "役職")]
    pub(crate) title: String,
    /// 選ばれた人の氏名（複数のときは繰り返します）
    #[arg(long, value_name = "氏名", required = true)]
    pub(crate) person: Vec<String>,
    /// 選任方法: 互選、指名、その他
    #[arg(long, value_enum, default_value = "互選", value_name = "方法", hide_possible_values = true)]
    pub(crate) method: Way,
    /// 指名した人、又はその他の方法
    #[arg(long, value_name = "人・方法")]
    pub(crate) by: Option<String>,
    /// 今の在職者と交代します（在職者は前日まで）
    #[arg(long)]
    pub(crate) replaces: bool,
    /// 選ばれた人が同じ会議体で務めているほかの役職を、前日で終わりにします（副会長を会長に選ぶときなど）
    #[arg(long)]
    pub(crate) ends_other: bool,
    /// 複数の在職者がいるときの、交代する人の氏名（複数のときは繰り返します）
    #[arg(long, value_name = "氏名", requires = "replaces")]
    pub(crate) predecessor: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ElectionPapers {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: String,
    /// 第何回の会議か
    #[arg(long, value_name = "回")]
    pub(crate) number: u16,
    /// 役職（指定しないときは、選出の記録だけを作ります）
    #[arg(long, value_name = "役職")]
    pub(crate) title: Option<String>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
