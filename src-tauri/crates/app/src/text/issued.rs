//! The words of the ledger of issued documents, and the names of files.

use entaku_domain::council::Council;
use entaku_domain::era::DateStyle;
use entaku_domain::{Day, FiscalYear};

/// 出した文書の台帳.
pub(crate) const LEDGER: &str = "出した文書の台帳";

/// The headings of the ledger as a table.
pub(crate) const LEDGER_COLUMNS: [&str; 13] = [
    "番号",
    "年月日",
    "時刻",
    "出した人",
    "種類",
    "文書",
    "用途",
    "出し方",
    "頁数",
    "ファイル名",
    "保存先",
    "SHA-256",
    "控え",
];

/// What kind of document a code means.
pub(crate) fn kind(code: &str) -> &'static str {
    match code {
        "relationship_chart" | "chart" => "関係図",
        "composition_chart" | "tree" => "構成図",
        "roster" => "委員名簿",
        "agenda" => "次第",
        "seating" => "席次表",
        "reception" => super::day::RECEPTION,
        "turnout" => super::turnout::TITLE,
        "pay_list" => super::pay::LIST,
        "hearing_opinions" => super::plans::OPINIONS,
        "hearing_answers" => super::plans::ANSWERS,
        "cooperations" => super::plans::COOPERATIONS,
        "evaluation" => super::evaluation::EVALUATION,
        "survey" => super::survey::SURVEY,
        "activity_report" => super::report::REPORT,
        "packet" => "会議資料",
        "print_plan" => "印刷・部数表",
        "replacement" => "差替え資料",
        "collected_copies" => "回収資料",
        "collection_list" => super::papers::COLLECTION_LIST,
        "delivery_list" => super::papers::DELIVERY_LIST,
        "packet_plan" => super::papers::PACKET_PLAN,
        "issue_table" => "課題整理表",
        "issue_cards" => "課題カルテ",
        "proposal" => super::proposals::PAPER,
        "feedback_overview" => super::feedback::SHEET,
        "progress_sheet" => "専門部会の進捗管理表",
        "sub_report" => "専門部会の報告",
        "issue_flow" => "課題の流れ",
        "issue_themes" => "テーマの経過",
        "consignment" => "庶務の委託のデータ",
        "year_plan" => super::year_plan::YEAR_PLAN,
        "letters" => "委嘱関係の文書",
        "letter_sample" => "文例",
        "roster_changes" => "委員の異動",
        "roster_figures" => "委員の構成",
        "address_labels" => "宛名ラベル",
        "envelopes" => "封筒",
        "name_plates" => "名札",
        "table_cards" => "席札",
        "ballots" => super::elections::BALLOTS,
        "count_sheet" => super::elections::COUNT_SHEET,
        "election_record" => super::elections::RECORD,
        "officer_history" => super::elections::HISTORY,
        "minutes" => super::minutes::MINUTES,
        "minutes_outline" => super::minutes::OUTLINE,
        "minutes_letters" => super::minutes::LETTER,
        "decision_extract" => super::minutes::EXTRACT,
        "paper" => "資料",
        "reply_table" => super::notices::REPLIES,
        "reminder_table" => super::notices::REMINDERS,
        "needs_table" => super::notices::NEEDS,
        "opinions_paper" => super::notices::OPINIONS,
        "reception_table" => super::notices::RECEPTION,
        "issued_ledger" => LEDGER,
        _ => "文書",
    }
}

/// Whether the very file is still there.
pub(crate) fn kept(kept: bool) -> &'static str {
    if kept { "あり" } else { "廃棄済" }
}

/// 鎌倉市障害者支援協議会　令和8年度　出した文書の台帳.
pub(crate) fn ledger_heading(council: &Council, year: Option<FiscalYear>) -> String {
    let year = year.map(|y| format!("{}　", council.date_style.fiscal_year(y))).unwrap_or_default();
    format!("{}　{year}{LEDGER}", council.name)
}

/// 14:05, in Japan.
pub(crate) fn clock(at: &str) -> String {
    let at: Option<entaku_store::Moment> = at.parse().ok();
    at.map(|at| (at + crate::council::JAPAN).format("%H:%M").to_string()).unwrap_or_default()
}

/// 出した文書の台帳_令和8年度_2026-10-14.
pub(crate) fn ledger_file(year: Option<FiscalYear>, on: Day) -> String {
    let year = year.map(|y| format!("_{}", DateStyle::Era.fiscal_year(y))).unwrap_or_default();
    format!("{LEDGER}{year}_{on}")
}
