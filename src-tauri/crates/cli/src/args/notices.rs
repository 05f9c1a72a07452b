//! The words of notices, replies, opinions and the public at a meeting.

use super::{LetterFormat, OneMeeting};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum PrintName {
    /// 拡大文字の必要な人の分だけ大きくします
    #[default]
    #[value(name = "必要な人")]
    Needed,
    /// すべて拡大文字にします
    #[value(name = "すべて")]
    Large,
    /// 拡大文字にしません
    #[value(name = "なし")]
    Usual,
}

#[derive(Debug, Args)]
pub(crate) struct Notice {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 文書（開催通知、出欠回答書、出欠の回答のお願い、代理出席のお願い、出席依頼、書面開催の照会、書面表決書、中止のお知らせ、延期のお知らせ、傍聴のお知らせ、傍聴要領）
    #[arg(long, default_value = "開催通知", value_name = "文書")]
    pub(crate) letter: String,
    /// 氏名（指定しないときは、宛先の全員）
    #[arg(long, value_name = "氏名")]
    pub(crate) only: Vec<String>,
    /// 拡大文字: 必要な人、すべて、なし
    #[arg(long, value_enum, default_value_t, value_name = "拡大文字", hide_possible_values = true)]
    pub(crate) large: PrintName,
    /// １人ずつ別のファイルにします
    #[arg(long)]
    pub(crate) each: bool,
    /// 出欠回答書などの用紙を付けません
    #[arg(long)]
    pub(crate) no_form: bool,
    /// 文書の日付（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 回答期限（指定しないときは、会議に設定した日）
    #[arg(long, value_name = "日付")]
    pub(crate) due: Option<String>,
    /// 中止・延期の理由
    #[arg(long, value_name = "理由")]
    pub(crate) reason: Option<String>,
    /// 延期後の日
    #[arg(long, value_name = "日付")]
    pub(crate) new_date: Option<String>,
    /// 延期後の開始時刻
    #[arg(long, value_name = "時刻")]
    pub(crate) new_start: Option<String>,
    /// 延期後の終了時刻
    #[arg(long, value_name = "時刻")]
    pub(crate) new_end: Option<String>,
    /// 延期後の会場
    #[arg(long, value_name = "会場")]
    pub(crate) new_place: Option<String>,
    /// 次の文書番号を（予定）と書きます
    #[arg(long)]
    pub(crate) numbered: bool,
    /// 確定した番号を書きます（take_letter_numbers の返した batch）
    #[arg(long, value_name = "記録")]
    pub(crate) numbers: Option<String>,
    /// 個人が分からないことを確かめました（傍聴のお知らせ）
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// 送ったことを記録し、会議を「通知済」にします
    #[arg(long)]
    pub(crate) sent: bool,
    /// 形式: pdf、docx、txt。指定しないときはすべて
    #[arg(long, value_enum, value_name = "形式", hide_possible_values = true)]
    pub(crate) format: Vec<LetterFormat>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Replies {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 回答（氏名=出席、氏名=オンライン、氏名=代理:代理の人、氏名=欠席、氏名=取消）
    #[arg(long, value_name = "氏名=回答")]
    pub(crate) set: Vec<String>,
    /// 回答の受付日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) received: Option<String>,
    /// 会議で必要な配慮（氏名=手話通訳、氏名=駐車場 など。複数のときは「、」で区切ります）
    #[arg(long, value_name = "氏名=配慮")]
    pub(crate) needs: Vec<String>,
    /// 回答期限を変えます
    #[arg(long, value_name = "日付")]
    pub(crate) reply_by: Option<String>,
    /// 意見書の期限を変えます
    #[arg(long, value_name = "日付")]
    pub(crate) opinions_by: Option<String>,
    /// 配慮の申出期限を変えます
    #[arg(long, value_name = "日付")]
    pub(crate) needs_by: Option<String>,
    /// 出欠の記録のない委員の回答を、出欠の記録に写します
    #[arg(long)]
    pub(crate) take_over: bool,
    /// 回答一覧・督促一覧・手配一覧を書き出すフォルダー
    #[arg(long, value_name = "フォルダー")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Opinions {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 意見を書いた委員の氏名（指定すると、意見書を加えます。--text か --file も指定します）
    #[arg(long, value_name = "氏名")]
    pub(crate) from: Option<String>,
    /// 議題の番号（議題の順、1から。指定しないときは会議全般）
    #[arg(long, value_name = "番号")]
    pub(crate) item: Option<usize>,
    /// 意見の本文、又は本文のファイル（@ファイル名）
    #[arg(long, value_name = "本文")]
    pub(crate) text: Option<String>,
    /// 意見書のファイル（PDF、画像、文書など）
    #[arg(long, value_name = "ファイル", requires = "from")]
    pub(crate) file: Option<PathBuf>,
    /// 意見書のファイルを、--out のフォルダーに写します
    #[arg(long, requires = "out")]
    pub(crate) files: bool,
    /// まだ会議録にない意見書を、会議録に書き入れます
    #[arg(long)]
    pub(crate) to_minutes: bool,
    /// 受付日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) received: Option<String>,
    /// 公表用にします（非公開の議題についての意見は載せません）
    #[arg(long)]
    pub(crate) public: bool,
    /// 個人が分からないことを確かめました
    #[arg(long)]
    pub(crate) confirmed: bool,
    /// いただいた意見一覧を書き出すフォルダー
    #[arg(long, value_name = "フォルダー")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Gallery {
    #[command(flatten)]
    pub(crate) of: OneMeeting,
    /// 定員を設定します（0のときは定員なし）
    #[arg(long, value_name = "人数")]
    pub(crate) capacity: Option<u16>,
    /// 定員を超えるときは抽選にします
    #[arg(long)]
    pub(crate) lot: bool,
    /// 申込みの始まり
    #[arg(long, value_name = "日付")]
    pub(crate) from: Option<String>,
    /// 申込みの期限
    #[arg(long, value_name = "日付")]
    pub(crate) by: Option<String>,
    /// 申込みの方法
    #[arg(long, value_name = "方法")]
    pub(crate) how: Option<String>,
    /// 申込者を加えます
    #[arg(long, value_name = "氏名")]
    pub(crate) add: Vec<String>,
    /// 傍聴できる人を決めます（先着順又は抽選）
    #[arg(long)]
    pub(crate) decide: bool,
    /// 残す日数を過ぎた申込みの記録を、すべての会議について消去します（元に戻せません）
    #[arg(long)]
    pub(crate) erase: bool,
    /// 傍聴者受付簿を書き出すフォルダー
    #[arg(long, value_name = "フォルダー")]
    pub(crate) out: Option<PathBuf>,
}
