//! The words of the day of a meeting.

use super::OneMeeting;
use clap::Args;
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Attendance {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 「氏名=出欠」で記録します（出欠: 出席、オンライン、遅参、早退、代理、届出欠席、欠席、なし）。
    /// 遅参・早退・代理には、時刻又は代理の人の氏名を続けられます（髙橋美咲=遅参:14:10）
    #[arg(long, value_name = "氏名=出欠")]
    pub(crate) set: Vec<String>,
    /// 開会の時刻
    #[arg(long, value_name = "時刻")]
    pub(crate) opened: Option<String>,
    /// 閉会の時刻
    #[arg(long, value_name = "時刻")]
    pub(crate) closed: Option<String>,
    /// 傍聴者の数
    #[arg(long, value_name = "人数")]
    pub(crate) audience: Option<u32>,
    /// 途中で退場した傍聴者の数
    #[arg(long, value_name = "人数", requires = "audience")]
    pub(crate) left: Option<u32>,
    /// 報道の人数
    #[arg(long, value_name = "人数")]
    pub(crate) press: Option<u32>,
}

#[derive(Debug, Args)]
pub(crate) struct Seats {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 席を移します（氏名=正面、氏名=左側:2 など。辺は、正面、左側、右側、事務局側。数は、その辺の何番目か）
    #[arg(long, value_name = "氏名=辺")]
    pub(crate) set: Vec<String>,
    /// 車椅子の席にします（もう一度指定すると、戻します）
    #[arg(long, value_name = "氏名")]
    pub(crate) wheelchair: Vec<String>,
    /// 欠席する委員の席を空けておきます
    #[arg(long)]
    pub(crate) keep_absent: bool,
    /// 机の並べ方: ロの字、コの字、スクール
    #[arg(long, value_name = "並べ方")]
    pub(crate) layout: Option<String>,
    /// 役割の順に戻します
    #[arg(long, conflicts_with = "last")]
    pub(crate) usual: bool,
    /// 前回の会議と同じ席にします
    #[arg(long)]
    pub(crate) last: bool,
    /// 公表用の席次表にします
    #[arg(long, requires = "out")]
    pub(crate) public: bool,
    /// 席次表を書き出すフォルダー
    #[arg(long, value_name = "フォルダー")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Reception {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 大きな文字にします
    #[arg(long)]
    pub(crate) large: bool,
    /// 予定のなかった方のための空欄の数（指定しないときは5）
    #[arg(long, value_name = "数")]
    pub(crate) blank: Option<u8>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Quorum {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 定足数: 過半数、半数以上、2/3（３分の２以上）、5（5人以上）など。「協議会の定め」で元に戻します
    #[arg(value_name = "定足数")]
    pub(crate) share: String,
    /// 代理出席を数えます
    #[arg(long)]
    pub(crate) proxies: bool,
    /// オンライン出席を数えません
    #[arg(long)]
    pub(crate) no_online: bool,
    /// 除斥の委員を、委員の総数から除きます
    #[arg(long)]
    pub(crate) without_recused: bool,
}
