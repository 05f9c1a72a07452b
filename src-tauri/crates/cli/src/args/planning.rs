//! The words of plans, hearings, the council's own evaluation, and figures for others.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum Planning {
    /// 計画の一覧、又は１つの計画の項目・課題・意見聴取を示します
    Plans(Plans),
    /// 計画への意見聴取のそれぞれについて、意見書と、意見と回答の一覧を作ります
    Hearing(Hearing),
    /// 計画の推進との連携の記録を示し、一覧を作ります
    Cooperation(Yearly),
    /// 協議会の評価（年度ごと）を示し、文書を作ります
    Evaluation(Evaluation),
    /// 県・国への報告の数字を示し、文書を作ります
    Survey(Survey),
}

#[derive(Debug, Args)]
pub(crate) struct Plans {
    /// 計画の名称（書かないときは、一覧を示します）
    #[arg(value_name = "計画")]
    pub(crate) plan: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub(crate) struct Made {
    /// 公表用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum HearingPaper {
    /// 意見書
    #[value(name = "意見書")]
    Opinions,
    /// 意見と回答の一覧
    #[value(name = "回答")]
    Answers,
}

#[derive(Debug, Args)]
pub(crate) struct Hearing {
    /// 計画の名称
    #[arg(value_name = "計画")]
    pub(crate) plan: String,
    /// 作る文書（書かないときは、両方を作ります）
    #[arg(long, value_name = "文書")]
    pub(crate) paper: Option<HearingPaper>,
    #[command(flatten)]
    pub(crate) made: Made,
}

#[derive(Debug, Args)]
pub(crate) struct Yearly {
    /// 年度（指定しないときは、すべて）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    #[command(flatten)]
    pub(crate) made: Made,
}

#[derive(Debug, Args)]
pub(crate) struct Evaluation {
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    #[command(flatten)]
    pub(crate) made: Made,
}

#[derive(Debug, Args)]
pub(crate) struct Survey {
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 委員を数える基準日（指定しないときは年度の末日、年度の途中では今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    #[command(flatten)]
    pub(crate) made: Made,
}
