//! The words of what is paid, of attendance in figures and of the yearly report.

use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Turnout {
    /// 会議体（指定しないときは、すべて）
    #[arg(value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度", conflicts_with_all = ["from", "to"])]
    pub(crate) year: Option<String>,
    /// 期間の初め（任期などで集計するとき）
    #[arg(long, value_name = "日付", requires = "to")]
    pub(crate) from: Option<String>,
    /// 期間の終わり
    #[arg(long, value_name = "日付", requires = "from")]
    pub(crate) to: Option<String>,
    /// 公表用にします（会議体ごとの数だけを載せます）
    #[arg(long)]
    pub(crate) public: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 公表用にします（氏名は、本人が選んだとおりに示します）
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました（公表用を作るときに、個人を指すかもしれない語があっても作ります）
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Pay {
    /// 行うこと
    #[command(subcommand)]
    pub(crate) deed: PayDeed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PayDeed {
    /// 支払の設定（会議体ごとの種類・単価）と、支払一覧の一覧を示します
    Show,
    /// 会議体の支払の種類と単価を記録します
    Rate(Rate),
    /// 支払一覧を作り、内容を示します
    New(NewList),
    /// 支払一覧の内容を示し、PDFとExcelを作ります
    List(OneList),
    /// 支払一覧を締めます（支払済みとして、内容を固定します）
    Close(Close),
    /// 支払一覧の締めを取り消します
    Reopen(Reopen),
}

#[derive(Debug, Args)]
pub(crate) struct Rate {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 日額（円）
    #[arg(long, value_name = "円")]
    pub(crate) day: u32,
    /// 適用の始まる日
    #[arg(long, value_name = "日付")]
    pub(crate) from: String,
    /// この役職の人の単価とします（会長など）
    #[arg(long, value_name = "役職")]
    pub(crate) title: Option<String>,
    /// 半日の金額（円）
    #[arg(long, value_name = "円", requires = "half_minutes")]
    pub(crate) half: Option<u32>,
    /// 半日とする時間（分）
    #[arg(long, value_name = "分", requires = "half")]
    pub(crate) half_minutes: Option<u16>,
    /// 報償費として支払います（指定しないときは報酬）
    #[arg(long)]
    pub(crate) reward: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NewList {
    /// 期間の初め
    #[arg(long, value_name = "日付")]
    pub(crate) from: String,
    /// 期間の終わり
    #[arg(long, value_name = "日付")]
    pub(crate) to: String,
    /// 会議体（指定しないときは、すべて）
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 表題（指定しないときは、期間から付けます）
    #[arg(long, value_name = "表題")]
    pub(crate) title: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct OneList {
    /// 支払一覧の表題
    #[arg(value_name = "表題")]
    pub(crate) title: String,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Close {
    /// 支払一覧の表題
    #[arg(value_name = "表題")]
    pub(crate) title: String,
    /// 支払った日
    #[arg(long, value_name = "日付")]
    pub(crate) on: String,
}

#[derive(Debug, Args)]
pub(crate) struct Reopen {
    /// 支払一覧の表題
    #[arg(value_name = "表題")]
    pub(crate) title: String,
    /// 理由
    #[arg(long, value_name = "理由")]
    pub(crate) reason: String,
}
