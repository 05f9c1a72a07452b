//! The words of the plans and reports of subcommittees.

use super::OneMeeting;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Subcommittee {
    /// 行うこと
    #[command(subcommand)]
    pub(crate) deed: Deed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Deed {
    /// 部会の活動計画（テーマ・目標・方針・予定・進捗）を示します。記録もします
    Plan(Plan),
    /// 予定の進捗を記録します
    Progress(Progress),
    /// 部会の報告（活動報告・次年度活動計画・評価結果）をPDF・Word・テキストで作ります
    Report(Report),
    /// 部会の報告を、提出・報告の済んだものとして記録します
    HandIn(HandIn),
    /// 進捗管理表をPDF・Word・テキストで作ります
    Sheet(Sheet),
    /// 進捗管理表と部会の報告を、会議の資料に加えます
    Papers(Papers),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// 活動報告
    #[value(name = "活動報告", alias = "activity")]
    Activity,
    /// 次年度活動計画（案）
    #[value(name = "次年度活動計画", alias = "next_plan")]
    NextPlan,
    /// 評価結果及び次年度目標
    #[value(name = "評価結果", alias = "evaluation")]
    Evaluation,
}

impl Kind {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Activity => "activity",
            Self::NextPlan => "next_plan",
            Self::Evaluation => "evaluation",
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Plan {
    /// 部会（地域生活支援部会、chiiki など。指定しないときは、すべての部会のあらまし）
    #[arg(value_name = "部会")]
    pub(crate) body: Option<String>,
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 目標を記録します
    #[arg(long, value_name = "目標", requires = "body")]
    pub(crate) goal: Option<String>,
    /// 対応策・方針を記録します
    #[arg(long, value_name = "方針", requires = "body")]
    pub(crate) policy: Option<String>,
    /// テーマを加えます
    #[arg(long, value_name = "テーマ", requires = "body")]
    pub(crate) theme: Option<String>,
    /// 加えるテーマの課題の番号（R8-1 など。繰り返して指定できます）
    #[arg(long, value_name = "課題", requires = "theme")]
    pub(crate) issue: Vec<String>,
    /// 予定を加えます（活動の内容）
    #[arg(long, value_name = "活動", requires = "body")]
    pub(crate) step: Option<String>,
    /// 加える予定の時期（9月、上半期など）
    #[arg(long, value_name = "時期", requires = "step")]
    pub(crate) time: Option<String>,
    /// 加える予定の期日
    #[arg(long, value_name = "日付", requires = "step")]
    pub(crate) due: Option<String>,
    /// 加える予定の担当
    #[arg(long, value_name = "担当", requires = "step")]
    pub(crate) who: Option<String>,
    /// 前年度の計画から、続くものを引き継ぎます
    #[arg(long, requires = "body")]
    pub(crate) take_over: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Progress {
    /// 部会
    #[arg(value_name = "部会")]
    pub(crate) body: String,
    /// 予定（活動の内容。指定しないときは、計画の全体についての記録）
    #[arg(long, value_name = "活動")]
    pub(crate) step: Option<String>,
    /// 進捗
    #[arg(long, value_name = "進捗")]
    pub(crate) state: State,
    /// 日付（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 内容
    #[arg(long, value_name = "内容", default_value = "")]
    pub(crate) text: String,
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum State {
    /// 予定どおり
    #[value(name = "予定どおり", alias = "on_time")]
    OnTime,
    /// 遅れ
    #[value(name = "遅れ", alias = "late")]
    Late,
    /// 完了
    #[value(name = "完了", alias = "done")]
    Done,
}

impl State {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::OnTime => "on_time",
            Self::Late => "late",
            Self::Done => "done",
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Report {
    /// 部会（指定しないときは、すべての部会を1つの資料にします）
    #[arg(value_name = "部会")]
    pub(crate) body: Option<String>,
    /// 報告の種類
    #[arg(long, value_name = "種類", default_value = "活動報告")]
    pub(crate) kind: Kind,
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 公開用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct HandIn {
    /// 部会
    #[arg(value_name = "部会")]
    pub(crate) body: String,
    /// 報告の種類
    #[arg(long, value_name = "種類", default_value = "活動報告")]
    pub(crate) kind: Kind,
    /// 報告の年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 提出した運営会議の回（会議の年度は --meeting-year）
    #[arg(long, value_name = "回")]
    pub(crate) steering: Option<u16>,
    /// 報告した全体会の回
    #[arg(long, value_name = "回", requires = "steering")]
    pub(crate) plenary: Option<u16>,
    /// 会議の年度（指定しないときは、報告の年度）
    #[arg(long, value_name = "年度")]
    pub(crate) meeting_year: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Sheet {
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 基準日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// A3判にします（指定しないときは、A4判）
    #[arg(long)]
    pub(crate) a3: bool,
    /// 公開用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Papers {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 進捗管理表を加えます
    #[arg(long)]
    pub(crate) sheet: bool,
    /// この種類の報告を加えます
    #[arg(long, value_name = "種類")]
    pub(crate) kind: Option<Kind>,
    /// すべての部会の報告を1つの資料にします
    #[arg(long, requires = "kind")]
    pub(crate) joint: bool,
    /// 報告の年度（指定しないときは、会議の年度）
    #[arg(long, value_name = "年度")]
    pub(crate) of: Option<String>,
}
