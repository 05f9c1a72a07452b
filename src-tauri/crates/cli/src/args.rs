//! The command line's words.

pub(crate) mod cards;
pub(crate) mod cases;
pub(crate) mod consign;
pub(crate) mod day;
pub(crate) mod kadai;
pub(crate) mod look;
pub(crate) mod meetings;
pub(crate) mod notices;
pub(crate) mod papers;
pub(crate) mod pay;
pub(crate) mod plan;
pub(crate) mod planning;
pub(crate) mod proposals;
pub(crate) mod rosters;
pub(crate) mod subcommittee;

mod elections;
mod import;
pub(crate) mod issue_views;
mod letters;
pub(crate) mod minutes;
mod one_meeting;

use clap::{Args, Parser, Subcommand, ValueEnum};
pub(crate) use elections::{Elect, ElectionPapers, Way};
pub(crate) use import::Import;
pub(crate) use letters::{LetterFormat, Letters};
pub(crate) use minutes::{Minutes, MinutesDo};
pub(crate) use one_meeting::OneMeeting;
pub(crate) use papers::Packet;
use std::path::PathBuf;

/// 円卓（えんたく）: 協議会事務局の仕事を手伝います。
#[derive(Debug, Parser)]
#[command(
    name = "entaku",
    version,
    subcommand_help_heading = "命令",
    next_help_heading = "指定",
    disable_help_subcommand = true,
    after_help = "協議会のフォルダーを --council で指定しないときは、見本の協議会を使います（保存はされません）。\n日付は R8.4.1、令和8年4月1日、2026/4/1、年度は R8、2026 のように書きます。"
)]
pub(crate) struct Cli {
    /// 協議会のデータのあるフォルダー
    #[arg(long, global = true, env = "ENTAKU_COUNCIL", value_name = "フォルダー", hide_env = true)]
    pub(crate) council: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) look: look::Look,
    /// 行うこと
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 見本の協議会の関係図・会議資料・名簿をひととおり作ります
    Demo(Demo),
    /// 新しいフォルダーに、見本の協議会のデータを作ります
    New(New),
    /// 関係図を作ります（PDF・SVG・読み上げ用テキスト）
    Chart(Chart),
    /// 構成図を作ります（PDF・SVG・読み上げ用テキスト）
    Tree(Tree),
    /// 会議資料を１つのPDFにまとめます
    Packet(Packet),
    /// 委員名簿を作ります（PDF・Excel・CSV・テキスト）
    Roster(Roster),
    /// 会議体の委員の異動（新旧対照）を作ります
    Changes(rosters::Changes),
    /// 会議体の委員の構成（人数と割合）を作ります
    Figures(rosters::Figures),
    /// 宛名ラベルを作ります（A4に12枚又は24枚）
    Labels(cards::Labels),
    /// 封筒（長形3号）を作ります
    Envelopes(cards::Envelopes),
    /// 名札を作ります（A4に10枚）
    Plates(cards::Plates),
    /// 席札を作ります（A4を折って立てます）
    TableCards(cards::TableCards),
    /// 会議の出欠・定足数・傍聴者を示し、記録します
    Attendance(day::Attendance),
    /// 会議の席次を示し、席を移します。席次表も作ります
    Seats(day::Seats),
    /// 会議体の定足数の定めを設定します
    Quorum(day::Quorum),
    /// 会議の受付簿を作ります（PDF・テキスト）
    Reception(day::Reception),
    /// 出席状況（委員・団体・会議体ごとの出席率、会議の開催状況）を作ります（PDF・Excel・テキスト）
    Turnout(pay::Turnout),
    /// 協議会の１年の活動報告書を作ります（PDF・Word・テキスト）
    Report(pay::Report),
    /// 報酬・報償費の単価と支払一覧を扱います
    #[command(subcommand_help_heading = "命令")]
    Pay(pay::Pay),
    /// 別に保管した事例（cases.vault）の一覧・内容・廃棄と、文書の点検をします
    #[command(subcommand_help_heading = "命令")]
    Cases(cases::Cases),
    /// 推薦依頼・委嘱状・礼状などの文書を作ります（PDF・Word・テキスト）
    Letters(Box<Letters>),
    /// 開催通知・出欠回答書・中止や延期のお知らせ・傍聴のお知らせなど、会議の文書を作ります
    Notice(Box<notices::Notice>),
    /// 出欠の回答を示し、記録します。回答一覧・督促一覧・手配一覧も作ります
    Replies(notices::Replies),
    /// 意見書を示し、記録します。いただいた意見一覧も作ります
    Opinions(notices::Opinions),
    /// 傍聴の定員・申込み・傍聴できる人を示し、記録します。受付簿も作ります
    Gallery(notices::Gallery),
    /// 提案・意見・提言を示し、作り、承認から結果までを記録します。提言書と送付文も作ります
    #[command(subcommand_help_heading = "命令")]
    Proposals(proposals::Proposals),
    /// 関係団体への報告（フィードバック）を示し、記録します。報告の文書と、年度の一覧も作ります
    #[command(subcommand_help_heading = "命令")]
    Feedback(proposals::Feedback),
    /// 専門部会の活動計画・進捗・報告・進捗管理表を扱います
    #[command(subcommand_help_heading = "命令")]
    Subcommittee(subcommittee::Subcommittee),
    /// 課題整理表と課題カルテを作ります（PDF・Excel・CSV・テキスト）
    Issues(Box<issue_views::Issues>),
    /// 課題の流れ（発生元から段階まで）の図と表を、年度ごとに作ります（PDF・テキスト）
    Flow(issue_views::Flow),
    /// テーマの経過（年度をまたぐ課題のつながり）を作ります（PDF・テキスト）
    Themes(issue_views::Themes),
    /// 課題の台帳を扱います（受付、経過、対応、分割・統合・引継ぎ）
    #[command(subcommand_help_heading = "行うこと", disable_help_subcommand = true)]
    Kadai(kadai::Kadai),
    /// 庶務の委託：渡すファイル、戻しの内容、受入れ
    #[command(subcommand_help_heading = "命令")]
    Consign(consign::Consign),
    /// 会議体の一覧を示します
    Bodies(OnDay),
    /// 会議の一覧を示します
    Meetings(Meetings),
    /// 年間予定を示します。印刷、カレンダー、節目、祝日・閉庁日、段取りの日数、日程案、日の移動もここです
    Plan(plan::Plan),
    #[command(flatten)]
    Planning(planning::Planning),
    /// 会議を加え、状態を変え、延期・中止・合同開催を記録します
    Meeting {
        /// 行うこと
        #[command(subcommand)]
        what: meetings::MeetingCommand,
    },
    /// 次第を示し、書き、持ち越し、当日の時刻を記録します
    Agenda {
        /// 行うこと
        #[command(subcommand)]
        what: Box<meetings::AgendaCommand>,
    },
    /// 会議の進行シナリオを作ります（PDF・Word・テキスト）
    Scenario(meetings::Scenario),
    /// 会議体の委員と、気付いたことを示します
    Members(BodyOnDay),
    /// 改選の進み具合を、席ごとに示します（いつの改選かを指定しないときは、任期途中の欠員）
    Round(Round),
    /// 任期の満了日を、その根拠とともに示します
    Term(Term),
    /// 役員の選出を記録します
    Elect(Elect),
    /// 会議体の役員の変遷を示します
    Officers(OneBody),
    /// 投票用紙・開票集計表・役員の選出の記録を作ります（PDF・テキスト）
    ElectionPapers(ElectionPapers),
    /// 会議録を作り、送り、確定します。決定事項と、会議で決まった対応の一覧も示します
    #[command(subcommand_help_heading = "行うこと", disable_help_subcommand = true)]
    Minutes(Minutes),
    /// 名簿（Excel・ODS・CSV）を取り込みます。まず見て、それから書き込みます
    Import(Import),
    /// 会議に、ファイルの資料を加えます
    AddPaper(AddPaper),
    /// 会議の資料を、番号の順に示します（番号の付け直しもします）
    Papers(papers::Papers),
    /// 会議体の資料番号の書き方を示し、又は定めます
    PaperStyle(papers::PaperStyle),
    /// 資料の扱い（修正版の日付、回収、渡さない委員）を記録します
    HandlePaper(papers::HandlePaper),
    /// 資料のファイルを差し替えます
    ReplacePaper(papers::ReplacePaper),
    /// 会議資料を出します（台帳への記録、差替え資料、配る相手ごとの資料、回収資料）
    #[command(subcommand, subcommand_help_heading = "命令")]
    Issue(papers::Issue),
    /// 資料などを届けたことを記録します（各委員の届け方で、まとめて）
    Deliver(papers::Deliver),
    /// 誰に何を届けたかと、まだ届けていない委員を示します
    Deliveries(OneMeeting),
    /// 委嘱・選出などの操作を、名前とJSONで呼び出します
    Call(Call),
    /// 直前の変更を元に戻します
    Undo,
    /// 元に戻した変更をやり直します
    Redo,
    /// 変更の履歴を示します
    History(History),
    /// データに壊れがないか調べます
    Check,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct New {
    /// データを置くフォルダー
    #[arg(value_name = "フォルダー")]
    pub(crate) folder: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SheetName {
    /// A3横
    A3,
    /// A4横
    A4,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DetailName {
    /// 名称と要旨
    Brief,
    /// 構成委員・所掌・役割まで
    Standard,
    /// すべて
    Full,
}

#[derive(Debug, Args)]
pub(crate) struct Chart {
    /// 年度（指定しないときは今年度）
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
    /// 用紙: a3 又は a4
    #[arg(long, value_enum, default_value = "a3", value_name = "用紙", hide_possible_values = true)]
    pub(crate) sheet: SheetName,
    /// 詳しさ: brief（要旨）、standard（標準）、full（すべて）
    #[arg(long, value_enum, value_name = "詳しさ", hide_possible_values = true)]
    pub(crate) detail: Option<DetailName>,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Tree {
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 用紙: a3 又は a4
    #[arg(long, value_enum, default_value = "a3", value_name = "用紙", hide_possible_values = true)]
    pub(crate) sheet: SheetName,
    /// 公表用にします（氏名は、本人が選んだとおりに示します）
    #[arg(long)]
    pub(crate) public: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// 印刷用
    Pdf,
    /// Excel
    Xlsx,
    /// CSV（UTF-8）
    Csv,
    /// CSV（Shift_JIS）
    Cp932,
    /// 読み上げ用テキスト
    Txt,
}

#[derive(Debug, Args)]
pub(crate) struct Roster {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
    /// 内部用（ふりがな・委嘱日・任期を含みます）
    #[arg(long)]
    pub(crate) internal: bool,
    /// 五十音順にします（指定しないときは区分順）
    #[arg(long)]
    pub(crate) syllabary: bool,
    /// 載せる欄を、左から順に書きます（区分,氏名,所属・職 など。又は保存した欄の名前）
    #[arg(long, value_name = "欄", value_delimiter = ',')]
    pub(crate) columns: Vec<String>,
    /// 区分の番号（この区分の委員だけにします）
    #[arg(long, value_name = "番号")]
    pub(crate) category: Option<u8>,
    /// 役員だけにします
    #[arg(long)]
    pub(crate) officers: bool,
    /// この団体の人だけにします
    #[arg(long, value_name = "団体")]
    pub(crate) organization: Option<String>,
    /// この日までに任期が満了する委員だけにします
    #[arg(long, value_name = "日付")]
    pub(crate) ends_by: Option<String>,
    /// 形式: pdf、xlsx、csv、cp932（Shift_JISのCSV）、txt。指定しないときは pdf・xlsx・csv・txt
    #[arg(long, value_enum, value_name = "形式", hide_possible_values = true)]
    pub(crate) format: Vec<Format>,
    /// Shift_JISで表せない文字を、置き換えて書き出します
    #[arg(long)]
    pub(crate) replace: bool,
    /// 書き出すフォルダー
    #[arg(long, default_value = "out", value_name = "フォルダー")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct OnDay {
    /// いつ現在か（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Meetings {
    /// 会議体
    #[arg(value_name = "会議体")]
    pub(crate) body: Option<String>,
    /// 年度
    #[arg(long, value_name = "年度")]
    pub(crate) year: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct BodyOnDay {
    /// 会議体
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// いつ現在か、又は委嘱日（指定しないときは今日）
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Round {
    /// 会議体（指定しないときは、すべて）
    #[arg(value_name = "会議体")]
    pub(crate) body: Vec<String>,
    /// 任期の満了日
    #[arg(long, value_name = "日付")]
    pub(crate) on: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Term {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
    /// 委嘱日（指定しないときは今日）
    #[arg(long, alias = "on", value_name = "日付")]
    pub(crate) start: Option<String>,
    /// 補欠のとき、前任者の任期の満了日（２つの読み方を並べて示します）
    #[arg(long, value_name = "日付")]
    pub(crate) predecessor: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct OneBody {
    /// 会議体（全体会、zentaikai など）
    #[arg(value_name = "会議体")]
    pub(crate) body: String,
}

#[derive(Debug, Args)]
pub(crate) struct AddPaper {
    #[command(flatten)]
    pub(crate) meeting: OneMeeting,
    /// 資料の番号（資料2-1 など）
    #[arg(long, value_name = "資料番号")]
    pub(crate) paper: String,
    /// 資料の標題
    #[arg(long, value_name = "標題")]
    pub(crate) title: String,
    /// 区分: sent（事前）、on_the_day（当日）、reference（参考）
    #[arg(long, default_value = "sent", value_name = "区分")]
    pub(crate) class: String,
    /// 非公開とする理由
    #[arg(long, value_name = "理由")]
    pub(crate) closed: Option<String>,
    /// PDF・PNG・JPEGのファイル
    #[arg(value_name = "ファイル")]
    pub(crate) file: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Call {
    /// 操作の名前（appoint_member など）。書かないときは、操作の一覧を示します
    #[arg(value_name = "操作")]
    pub(crate) name: Option<String>,
    /// 操作を行わずに、受け取る項目と返す内容を示します
    #[arg(long)]
    pub(crate) fields: bool,
    /// すべての操作の項目を示します
    #[arg(long, conflicts_with = "fields")]
    pub(crate) all: bool,
    /// 内容（JSON）
    #[arg(value_name = "JSON", default_value = "{}")]
    pub(crate) json: String,
}

#[derive(Debug, Args)]
pub(crate) struct History {
    /// 何件示すか
    #[arg(long, default_value_t = 20, value_name = "件数")]
    pub(crate) limit: u32,
}
