//! The words of papers, sets that left, and deliveries.

use super::OneMeeting;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub(crate) struct Deliver {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 何を: notice（開催通知）、papers（会議資料）、replacement（差替え資料）、on_the_day（当日配付資料）、minutes（会議録）、other
    #[arg(long, default_value = "papers", value_name = "もの")]
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

#[derive(Debug, Args)]
pub(crate) struct PaperStyle {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 事前送付資料の番号の前の語（資料、資料第 など）
    #[arg(long, value_name = "語")]
    pub(crate) sent: Option<String>,
    /// 番号の後の語（号 など。空にするときは ""）
    #[arg(long, value_name = "語")]
    pub(crate) after: Option<String>,
    /// 参考資料の番号の前の語（参考、参考資料 など）
    #[arg(long, value_name = "語")]
    pub(crate) reference: Option<String>,
    /// 当日配付資料の番号の前の語（当日資料 など。続き番号にするときは ""）
    #[arg(long, value_name = "語")]
    pub(crate) on_the_day: Option<String>,
    /// 番号を全角で書くか（true 又は false）
    #[arg(long, value_name = "真偽")]
    pub(crate) wide: Option<bool>,
    /// 次第を資料1とするか（true 又は false）
    #[arg(long, value_name = "真偽")]
    pub(crate) agenda: Option<bool>,
}

#[derive(Debug, Args)]
pub(crate) struct Papers {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 会議体の書き方で番号を付け直します（順はそのままで、飛びをなくします）
    #[arg(long)]
    pub(crate) renumber: bool,
}

/// 資料の扱い
#[derive(Debug, Args)]
pub(crate) struct HandlePaper {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 資料の番号（資料2-1 など）
    #[arg(long, value_name = "資料番号")]
    pub(crate) paper: String,
    /// 修正版の日付
    #[arg(long, value_name = "日付")]
    pub(crate) revised_on: Option<String>,
    /// 訂正の内容（差替え一覧に載ります）
    #[arg(long, value_name = "内容")]
    pub(crate) revision_note: Option<String>,
    /// 修正版は当日に配ります
    #[arg(long)]
    pub(crate) revised_on_the_day: bool,
    /// 会議の後に回収します
    #[arg(long)]
    pub(crate) collect: bool,
    /// 回収しないことに戻します
    #[arg(long, conflicts_with_all = ["collect", "copy_numbers"])]
    pub(crate) no_collect: bool,
    /// 一部ずつに番号を付けます（回収する資料だけ）
    #[arg(long)]
    pub(crate) copy_numbers: bool,
    /// この資料を渡さない委員
    #[arg(long, value_name = "氏名")]
    pub(crate) held_from: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReplacePaper {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 資料の番号（資料2-1 など）
    #[arg(long, value_name = "資料番号")]
    pub(crate) paper: String,
    /// 版の名前（修正版 など。初めの版のままにするときは指定しません）
    #[arg(long, value_name = "版")]
    pub(crate) revision: Option<String>,
    /// 訂正の内容（差替え一覧に載せます）
    #[arg(long, value_name = "内容")]
    pub(crate) note: Option<String>,
    /// 新しいファイル（PDF・PNG・JPEG、又はWord・Excel・PowerPoint）
    #[arg(value_name = "ファイル")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Issue {
    /// 出した会議資料と、その後に変わったところを示します
    List(OneMeeting),
    /// 会議資料を作り、出した文書の台帳に記録します
    Packet(IssuePacket),
    /// 出した後に変わったところだけの差替え資料を作ります（--record で台帳に記録します）
    Replacement(IssueReplacement),
    /// 出した会議資料を、そのときのまま取り出します
    Again(IssueAgain),
    /// 配る相手ごとの会議資料を、１つのフォルダーに作ります（配付計画も作ります）
    Recipients(IssueRecipients),
    /// 回収する資料の、番号を付けた部数と確認表を作ります
    Collected(IssueCollected),
}

#[derive(Debug, Args)]
pub(crate) struct IssuePacket {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 公表用にします
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// この委員のために作ります（渡さない資料を除きます）
    #[arg(long, value_name = "氏名")]
    pub(crate) member: Option<String>,
    /// 拡大版（A3）にします。120から200まで（％）
    #[arg(long, value_name = "％")]
    pub(crate) large: Option<u16>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct IssueReplacement {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 公表用の差替えにします
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 出した文書の台帳に記録します
    #[arg(long)]
    pub(crate) record: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct IssueAgain {
    /// 台帳の番号（list が示します）
    #[arg(value_name = "番号")]
    pub(crate) id: String,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct IssueRecipients {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 委員ごとに、表紙に氏名のあるものを作ります
    #[arg(long)]
    pub(crate) named: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 出した文書の台帳に記録します
    #[arg(long)]
    pub(crate) record: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct IssueCollected {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Packet {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 委員用だけを作ります（指定しないときは、委員用と公表用の両方）
    #[arg(long)]
    pub(crate) members: bool,
    /// 公表用だけを作ります（非公開の議事と資料を除いたもの）
    #[arg(long, conflicts_with = "members")]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました（公表用を作るときに、個人を指すかもしれない語があっても作ります）
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 両面印刷のため、資料ごとに奇数ページから始めます
    #[arg(long)]
    pub(crate) odd: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
