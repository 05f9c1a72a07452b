//! The words of the year's plan.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = false)]
pub(crate) struct Plan {
    /// 年度（指定しないときは今年度）
    #[arg(long, global = true, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 会議の段取り（通知・資料・会議録などの期限）も示します
    #[arg(long)]
    pub(crate) tasks: bool,
    /// 行うこと（書かないときは、年間予定を示します）
    #[command(subcommand)]
    pub(crate) what: Option<What>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum What {
    /// 年間予定表を作ります（PDF・テキスト・Excel）
    Print(Print),
    /// カレンダーに取り込むファイル（.ics）を作ります
    Ics(Ics),
    /// 節目の一覧を示します。--add で加えます
    Milestones(Milestones),
    /// 祝日と閉庁日を示します。--set で、開庁日・閉庁日・祝日の訂正を加えます
    Holidays(Holidays),
    /// 会議の段取りの日数を示します。--set で変えます
    LeadTimes(LeadTimes),
    /// 年間の日程案を示します。--write で登録します
    LayOut(LayOut),
    /// 会議を別の日に移します
    Move(Move),
}

#[derive(Debug, Args)]
pub(crate) struct Print {
    /// A4縦にします（指定しないときはA3横）
    #[arg(long)]
    pub(crate) a4: bool,
    #[command(flatten)]
    pub(crate) edition: Edition,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Ics {
    /// 会議の段取りも入れます（内部用になります）
    #[arg(long = "with-tasks", conflicts_with = "public")]
    pub(crate) with_tasks: bool,
    #[command(flatten)]
    pub(crate) edition: Edition,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

/// For whom (指定しないときは委員用).
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Edition {
    /// 公表用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 内部用にします（事務局内の節目を含みます）
    #[arg(long, conflicts_with = "public")]
    pub(crate) internal: bool,
    /// 個人が分からないことを確かめました（公表用を作るときに、個人を指すかもしれない語があっても作ります）
    #[arg(long)]
    pub(crate) confirmed: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum MilestoneName {
    /// 予算要求締切
    #[value(name = "予算")]
    BudgetRequest,
    /// 計画の策定
    #[value(name = "計画")]
    Plan,
    /// 議会
    #[value(name = "議会")]
    Assembly,
    /// パブリックコメント
    #[value(name = "パブコメ")]
    PublicComment,
    /// その他
    #[value(name = "その他")]
    Other,
}

#[derive(Debug, Args)]
pub(crate) struct Milestones {
    /// 加える節目の種類: 予算、計画、議会、パブコメ、その他
    #[arg(long, value_enum, value_name = "種類", requires = "from", hide_possible_values = true)]
    pub(crate) add: Option<MilestoneName>,
    /// 名称（指定しないときは種類の名称）
    #[arg(long, value_name = "名称", default_value = "")]
    pub(crate) title: String,
    /// 日（始まりの日）
    #[arg(long, value_name = "日付")]
    pub(crate) from: Option<String>,
    /// 終わりの日
    #[arg(long, value_name = "日付")]
    pub(crate) to: Option<String>,
    /// 関わる会議体
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 事務局内だけの扱いにします
    #[arg(long)]
    pub(crate) internal: bool,
    /// 備考
    #[arg(long, value_name = "備考")]
    pub(crate) note: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DayName {
    /// 閉庁日
    #[value(name = "閉庁日")]
    Closed,
    /// 開庁日
    #[value(name = "開庁日")]
    Open,
    /// 祝日を加える
    #[value(name = "祝日")]
    Holiday,
    /// 祝日を取り消す
    #[value(name = "祝日の取消し")]
    NoHoliday,
}

#[derive(Debug, Args)]
pub(crate) struct Holidays {
    /// 加える定め: 閉庁日、開庁日、祝日、祝日の取消し
    #[arg(long, value_enum, value_name = "定め", requires = "from", hide_possible_values = true)]
    pub(crate) set: Option<DayName>,
    /// 日（始まりの日）
    #[arg(long, value_name = "日付")]
    pub(crate) from: Option<String>,
    /// 終わりの日
    #[arg(long, value_name = "日付")]
    pub(crate) to: Option<String>,
    /// 毎年の定めとします
    #[arg(long)]
    pub(crate) yearly: bool,
    /// 名称
    #[arg(long, value_name = "名称", default_value = "")]
    pub(crate) name: String,
}

#[derive(Debug, Args)]
pub(crate) struct LeadTimes {
    /// 会議体（指定しないときは協議会の全体）
    #[arg(long, value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 段取り=日数（notice=21 など。行わないときは notice=なし、元に戻すときは notice=既定）
    #[arg(long, value_name = "段取り=日数")]
    pub(crate) set: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct LayOut {
    /// 前の年度によらず、協議会の決まりと開催の時期から作ります
    #[arg(long)]
    pub(crate) rules: bool,
    /// 示した日程を登録します
    #[arg(long)]
    pub(crate) write: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Move {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 第何回か
    #[arg(long, value_name = "回")]
    pub(crate) number: u16,
    /// 移す日
    #[arg(long, value_name = "日付")]
    pub(crate) to: String,
    /// 通知済みの会議を移すことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
}
