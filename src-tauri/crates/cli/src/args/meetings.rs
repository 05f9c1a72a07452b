//! The words of meetings, their agendas and the script.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Which meeting.
#[derive(Debug, Clone, Args)]
pub(crate) struct Which {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum YesNo {
    /// 数える
    #[value(name = "はい")]
    Yes,
    /// 数えない
    #[value(name = "いいえ")]
    No,
    /// 未定
    #[value(name = "未定")]
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum State {
    /// 準備中
    #[value(name = "準備中")]
    Draft,
    /// 通知済
    #[value(name = "通知済")]
    Noticed,
    /// 開催済
    #[value(name = "開催済")]
    Held,
    /// 会議録案送付済
    #[value(name = "会議録案送付済")]
    MinutesOut,
    /// 会議録確定
    #[value(name = "会議録確定")]
    Approved,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Counting {
    /// 協議会の設定のとおり
    #[value(name = "協議会のとおり")]
    Usual,
    /// 年度ごとに第1回から
    #[value(name = "年度ごと")]
    PerYear,
    /// 通し番号
    #[value(name = "通し")]
    Running,
    /// 任期（期）ごとに第1回から
    #[value(name = "任期ごと")]
    PerTerm,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MeetingCommand {
    /// 会議を加えます
    Add(AddMeeting),
    /// 会議の状態を変えます
    State(SetState),
    /// 会議を延期します（新しい日を指定しないときは、日程未定）
    Postpone(Postpone),
    /// 会議を中止します
    Cancel(Cancel),
    /// 中止や書面開催の会議を、回数に数えるかどうかを記録します
    Counts(Counts),
    /// 合同開催の会議体を設定します（指定したものが全てになります）
    Joint(Joint),
    /// 会議体の回数の数え方と会議の呼び方を示し、又は設定します
    Series(SeriesOf),
}

#[derive(Debug, Args)]
pub(crate) struct AddMeeting {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 開催日
    #[arg(long, value_name = "日")]
    pub(crate) date: String,
    /// 開始時刻（14:00）
    #[arg(long, value_name = "時刻")]
    pub(crate) start: Option<String>,
    /// 終了時刻（16:00）
    #[arg(long, value_name = "時刻")]
    pub(crate) end: Option<String>,
    /// 会場
    #[arg(long, default_value = "", value_name = "会場")]
    pub(crate) place: String,
    /// 第何回か（指定しないときは、次の番号）
    #[arg(long, value_name = "回")]
    pub(crate) number: Option<u16>,
    /// 合同で開く会議体（複数のときは繰り返します）
    #[arg(long, value_name = "会議体")]
    pub(crate) with: Vec<String>,
    /// 次第をひな形から入れます
    #[arg(long)]
    pub(crate) fill: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SetState {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 状態: 準備中、通知済、開催済、会議録案送付済、会議録確定
    #[arg(value_enum, value_name = "状態", hide_possible_values = true)]
    pub(crate) to: State,
}

#[derive(Debug, Args)]
pub(crate) struct Postpone {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 新しい日（指定しないときは、日程未定）
    #[arg(long, value_name = "日")]
    pub(crate) to: Option<String>,
    /// 新しい開始時刻
    #[arg(long, value_name = "時刻")]
    pub(crate) start: Option<String>,
    /// 新しい終了時刻
    #[arg(long, value_name = "時刻")]
    pub(crate) end: Option<String>,
    /// 新しい会場
    #[arg(long, value_name = "会場")]
    pub(crate) place: Option<String>,
    /// 延期の理由
    #[arg(long, default_value = "", value_name = "理由")]
    pub(crate) reason: String,
    /// 延期を決めた日（指定しないときは今日）
    #[arg(long, value_name = "日")]
    pub(crate) decided: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Cancel {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 中止の理由
    #[arg(long, default_value = "", value_name = "理由")]
    pub(crate) reason: String,
    /// 回数に数えるか: はい、いいえ、未定
    #[arg(long, value_enum, default_value = "未定", value_name = "数えるか", hide_possible_values = true)]
    pub(crate) counts: YesNo,
    /// 中止を決めた日（指定しないときは今日）
    #[arg(long, value_name = "日")]
    pub(crate) decided: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Counts {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 回数に数えるか: はい、いいえ、未定
    #[arg(value_enum, value_name = "数えるか", hide_possible_values = true)]
    pub(crate) counts: YesNo,
}

#[derive(Debug, Args)]
pub(crate) struct Joint {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 合同で開き、その会議体の回数にも数えるもの（複数のときは繰り返します）
    #[arg(long, value_name = "会議体")]
    pub(crate) with: Vec<String>,
    /// 合同で開くが、その会議体の回数には数えないもの（複数のときは繰り返します）
    #[arg(long, value_name = "会議体")]
    pub(crate) uncounted: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SeriesOf {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 数え方: 協議会のとおり、年度ごと、通し、任期ごと
    #[arg(long, value_enum, value_name = "数え方", hide_possible_values = true)]
    pub(crate) counting: Option<Counting>,
    /// 始まりの回（指定しないときは今のまま）
    #[arg(long, value_name = "回")]
    pub(crate) first: Option<u16>,
    /// 始まりの年度、任期の始まる年度（指定しないときは今のまま）
    #[arg(long, value_name = "年度")]
    pub(crate) since: Option<String>,
    /// 任期の年数（任期ごとのとき）
    #[arg(long, value_name = "年数")]
    pub(crate) years: Option<u8>,
    /// 会議の呼び方（空にすると、会議体の名称）
    #[arg(long, value_name = "呼び方")]
    pub(crate) title: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum AgendaCommand {
    /// 次第と、次第に載せる候補を示します
    Show(Which),
    /// 空の次第に、ひな形の項目を入れます
    Fill(FillAgenda),
    /// 空の次第に、別の会議の次第を写します
    Copy(CopyAgenda),
    /// 項目を加えます
    Add(AddItem),
    /// 項目が関わる課題を記録します
    Issue(ItemIssue),
    /// 項目を別の場所に移します（その下の項目も一緒に動きます）
    Move(MoveItem),
    /// 項目を削除します
    Remove(OneItem),
    /// 候補（前回会議録の確認、持越しの項目、課題）を次第に載せます
    Take(TakeOffer),
    /// 項目を次の会議に持ち越します
    Left(LeftItem),
    /// 持ち越された項目を、次の会議に載せないことにします
    Drop(DropItem),
    /// 項目が始まった時刻を記録します（番号を指定しないときは、進行中の項目を終えます）
    Begin(BeginItem),
    /// 予定と実際の時刻を示します
    Clock(AtTime),
    /// ひな形の一覧を示します
    Templates(TemplatesOf),
}

#[derive(Debug, Args)]
pub(crate) struct FillAgenda {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// ひな形の名前（指定しないときは、会議に合うもの）
    #[arg(long, value_name = "ひな形")]
    pub(crate) template: Option<String>,
    /// 書き込まずに、入る項目だけを示します
    #[arg(long)]
    pub(crate) preview: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CopyAgenda {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 写す会議の会議体（指定しないときは同じ会議体）
    #[arg(long, value_name = "会議体")]
    pub(crate) from_body: Option<String>,
    /// 写す会議の年度
    #[arg(long, value_name = "年度")]
    pub(crate) from_year: String,
    /// 写す会議の回
    #[arg(long, value_name = "回")]
    pub(crate) from_number: u16,
}

#[derive(Debug, Args)]
pub(crate) struct AddItem {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 題名
    #[arg(value_name = "題名")]
    pub(crate) title: String,
    /// 種別: 協議、報告、選出、その他、休憩、見出し など
    #[arg(long, default_value = "協議", value_name = "種別")]
    pub(crate) kind: String,
    /// 説明者
    #[arg(long, value_name = "説明者")]
    pub(crate) presenter: Option<String>,
    /// 所要時間（分）
    #[arg(long, value_name = "分")]
    pub(crate) minutes: Option<u16>,
    /// 非公開の理由
    #[arg(long, value_name = "理由")]
    pub(crate) closed: Option<String>,
    /// 資料番号（複数のときは繰り返します）
    #[arg(long, value_name = "資料番号")]
    pub(crate) paper: Vec<String>,
    /// 段（0、1、2）
    #[arg(long, default_value_t = 0, value_name = "段")]
    pub(crate) level: u8,
    /// 番号の代わりの印（「・」など）
    #[arg(long, value_name = "印")]
    pub(crate) mark: Option<String>,
    /// 何番目に入れるか（指定しないときは閉会の前）
    #[arg(long, value_name = "順")]
    pub(crate) place: Option<u16>,
    /// 関わる課題の番号（R8-3 など）
    #[arg(long, value_name = "番号")]
    pub(crate) issue: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ItemIssue {
    #[command(flatten)]
    pub(crate) item: OneItem,
    /// 課題の番号（R8-3 など。指定しないときは、項目から課題を外します）
    #[arg(long, value_name = "番号")]
    pub(crate) issue: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct OneItem {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 上から何番目の項目か
    #[arg(value_name = "順")]
    pub(crate) item: usize,
}

#[derive(Debug, Args)]
pub(crate) struct MoveItem {
    #[command(flatten)]
    pub(crate) item: OneItem,
    /// 何番目に移すか
    #[arg(long, value_name = "順")]
    pub(crate) to: u16,
}

#[derive(Debug, Args)]
pub(crate) struct TakeOffer {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 候補の何番目か（show で示す順）
    #[arg(value_name = "順")]
    pub(crate) offer: usize,
}

#[derive(Debug, Args)]
pub(crate) struct LeftItem {
    #[command(flatten)]
    pub(crate) item: OneItem,
    /// 時間切れによる持越し（指定しないときは、継続協議）
    #[arg(long, conflicts_with = "undo")]
    pub(crate) out_of_time: bool,
    /// 注記
    #[arg(long, default_value = "", value_name = "注記")]
    pub(crate) note: String,
    /// 持越しを取り消します
    #[arg(long)]
    pub(crate) undo: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DropItem {
    #[command(flatten)]
    pub(crate) item: OneItem,
    /// 載せない理由
    #[arg(long, value_name = "理由")]
    pub(crate) reason: String,
}

#[derive(Debug, Args)]
pub(crate) struct BeginItem {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 上から何番目の項目か
    #[arg(value_name = "順")]
    pub(crate) item: Option<usize>,
    /// 時刻（指定しないときは今）
    #[arg(long, value_name = "時刻")]
    pub(crate) at: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AtTime {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 時刻（指定しないときは、時刻によらず示します）
    #[arg(long, value_name = "時刻")]
    pub(crate) at: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct TemplatesOf {
    /// 会議体（指定しないときは、全ての会議体のもの）
    #[arg(value_name = "会議体")]
    pub(crate) body: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Scenario {
    #[command(flatten)]
    pub(crate) meeting: Which,
    /// 大きい文字で作ります
    #[arg(long)]
    pub(crate) large: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}
