//! The words of papers, sets that left, and deliveries.

use clap::Args;

/// A meeting by body, year and number.
#[derive(Debug, Args)]
pub(crate) struct OneMeeting {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: String,
    /// 第何回の会議か
    #[arg(long, value_name = "回")]
    pub(crate) number: u16,
}

#[derive(Debug, Args)]
pub(crate) struct Deliver {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 何を: notice（開催通知）、papers（会議資料）、replacement（差替え資料）、on_the_day（当日配付資料）、minutes（会議録）、other
    #[arg(long, default_value = "papers", value_name = "もの", hide_default_value = true)]
    pub(crate) what: String,
    /// 送った日、又は渡した日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 届けた委員（指定しないときは、まだ届けていない委員すべて）
    #[arg(long, value_name = "氏名")]
    pub(crate) person: Vec<String>,
    /// 届け方: post、email、hand、office_mail、on_the_day（指定しないときは、各委員の届け方）
    #[arg(long, value_name = "届け方")]
    pub(crate) way: Option<String>,
    /// 注記
    #[arg(long, value_name = "注記")]
    pub(crate) note: Option<String>,
}
