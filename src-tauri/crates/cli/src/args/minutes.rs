//! The words of minutes.

use super::OneMeeting;
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// 会議録.
#[derive(Debug, Args)]
pub(crate) struct Minutes {
    /// 行うこと
    #[command(subcommand)]
    pub(crate) command: MinutesDo,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MinutesDo {
    /// 会議録を、画面に示します
    Show(OneMeeting),
    /// 次第と出欠から、会議録のひな形を作ります
    Skeleton(OneMeeting),
    /// 文字起こしのテキスト（UTF-8・Shift_JIS）を取り込みます。まず見て、それから書き込みます
    Import(ImportTranscript),
    /// 会議録を作ります（PDF・Word・テキスト）
    Print(PrintMinutes),
    /// 会議録案を委員に送ったことを記録します
    Send(SendMinutes),
    /// 会議録を確定します
    Approve(ApproveMinutes),
    /// 確定した会議録を、理由を記録して開きます
    Reopen(ReopenMinutes),
    /// 決定事項の一覧を示します
    Decisions(OfBody),
    /// 会議で決まった対応の一覧を示します
    Tasks(OfBody),
}

#[derive(Debug, Args)]
pub(crate) struct ImportTranscript {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// テキストのファイル
    #[arg(value_name = "ファイル")]
    pub(crate) file: PathBuf,
    /// 文字コード: utf8、utf16、windows31j（指定しないときは、自動で見分けます）
    #[arg(long, value_name = "文字コード")]
    pub(crate) encoding: Option<String>,
    /// 発言者の対応（「SPEAKER_00=髙橋美咲子」「話者2=事務局」のように、繰り返して書きます）
    #[arg(long, value_name = "名前=人")]
    pub(crate) voice: Vec<String>,
    /// 何番目の次第の項目に入れるか
    #[arg(long, value_name = "番号")]
    pub(crate) item: Option<usize>,
    /// 録音の時刻を残します
    #[arg(long)]
    pub(crate) keep_times: bool,
    /// 書き込みます（指定しないときは、見るだけです）
    #[arg(long)]
    pub(crate) write: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MinutesForm {
    /// 会議録
    Minutes,
    /// 会議概要
    Outline,
    /// 委員への送付文
    Letters,
    /// 決定事項の抄録
    Extract,
}

#[derive(Debug, Args)]
pub(crate) struct PrintMinutes {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 何を作るか: minutes（会議録）、outline（会議概要）、letters（委員への送付文）、extract（決定事項の抄録）
    #[arg(long, value_enum, default_value = "minutes", value_name = "文書", hide_possible_values = true)]
    pub(crate) what: MinutesForm,
    /// 公表用にします（非公開の部分を除いたもの）
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました（公表用を作るときに、個人を指すかもしれない語があっても作ります）
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 抄録にする決定の番号
    #[arg(long, value_name = "番号")]
    pub(crate) decision: Option<u16>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct SendMinutes {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 送った日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 修正を申し出る期限
    #[arg(long, value_name = "日付")]
    pub(crate) due: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ApproveBy {
    /// 次の会議で確認
    #[value(name = "会議")]
    Meeting,
    /// 持ち回り
    #[value(name = "持ち回り")]
    Circulation,
    /// 会長等の確認
    #[value(name = "会長")]
    Chair,
}

#[derive(Debug, Args)]
pub(crate) struct ApproveMinutes {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 確定の方法: 会議、持ち回り、会長
    #[arg(long, value_enum, default_value = "会議", value_name = "方法", hide_possible_values = true)]
    pub(crate) by: ApproveBy,
    /// 同じ会議体の、第何回の会議で確認したか
    #[arg(long, value_name = "回")]
    pub(crate) at: Option<u16>,
    /// 確定した日（指定しないときは、確認した会議の日又は今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ReopenMinutes {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 理由
    #[arg(long, value_name = "理由")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct OfBody {
    /// 会議体（指定しないときは、すべて）
    #[arg(value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 年度（決定事項のとき）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 終わった対応も示します
    #[arg(long)]
    pub(crate) all: bool,
}
