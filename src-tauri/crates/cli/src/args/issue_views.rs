//! The arguments of the views of issues.

use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Issues {
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// この番号の課題の、課題カルテだけを作ります（R8-2 など。繰り返せます）
    #[arg(long, value_name = "番号")]
    pub(crate) issue: Vec<String>,
    /// この会議体が担当する課題だけにします
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// この分野の課題だけにします
    #[arg(long, value_name = "分野")]
    pub(crate) field: Option<String>,
    /// この発生元の課題だけにします（関係団体の課題提起 など）
    #[arg(long, value_name = "発生元")]
    pub(crate) inlet: Option<String>,
    /// この水準の課題だけにします（個別・部会・全体会・市・県）
    #[arg(long, value_name = "水準")]
    pub(crate) level: Option<String>,
    /// この年度に受け付けた課題だけにします
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// この語を含む課題だけにします
    #[arg(long, value_name = "語")]
    pub(crate) text: Option<String>,
    /// 期限を過ぎた課題だけにします
    #[arg(long)]
    pub(crate) overdue: bool,
    /// 終わった課題も含めます
    #[arg(long)]
    pub(crate) all: bool,
    /// A4にします（指定しないときはA3）
    #[arg(long)]
    pub(crate) a4: bool,
    /// 公表用にします
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
pub(crate) struct Flow {
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// A4にします（指定しないときはA3）
    #[arg(long)]
    pub(crate) a4: bool,
    /// 公表用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Themes {
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 公表用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました（公表用を作るときに、個人を指すかもしれない語があっても作ります）
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
