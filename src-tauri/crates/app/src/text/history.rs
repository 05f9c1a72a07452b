//! The words of the history: tables, columns and values as the office calls them.

mod values;

use super::ERASED;
use entaku_domain::address::{AddressKind, Delivery};
use entaku_domain::agenda::ItemKind;
use entaku_domain::appointment::{EndReason, EndRule, MemberKind};
use entaku_domain::body::{BodyKind, Fill, Verb};
use entaku_domain::council::Question;
use entaku_domain::election::Entry;
use entaku_domain::era::DateStyle;
use entaku_domain::flow::{Direction, FlowKind};
use entaku_domain::issue::{Inlet, Level, LinkKind, Stage};
use entaku_domain::letter::{BatchNumbers, LetterKind};
use entaku_domain::meeting::{Layout, MeetingState, Mode, Numbering, Presence};
use entaku_domain::office::Method;
use entaku_domain::paper::PaperClass;
use entaku_domain::person::{Gender, Publication};
use entaku_domain::plan::PlanKind;
use entaku_domain::term::{ReplacementRule, TermRule};
use entaku_domain::{Certainty, UnknownCode};
use serde_json::Value;
use values::{
    answer, body_text, category, content, copies, dated_name, former_name, lines, officer, round, route, text,
};

/// What a record of a table is called.
pub fn table(name: &str) -> &str {
    match name {
        "council" => "協議会",
        "answer" => "確認事項の回答",
        "body" => "会議体",
        "body_version" => "会議体の定め",
        "plan" => "計画",
        "law" => "根拠法令",
        "flow" => "関係図の矢印",
        "organization" => "団体",
        "post" => "職",
        "person" => "人",
        "affiliation" => "所属・職",
        "address" => "住所・連絡先",
        "substitute" => "代理者",
        "seat" => "席",
        "appointment" => "委嘱・選任",
        "meeting" => "会議",
        "office" => "役員",
        "election" => "役員の選出",
        "election_candidate" => "役員の候補者",
        "nomination" => "推薦",
        "paper" => "資料",
        "issue" => "課題",
        "issue_event" => "課題の経過",
        "issue_link" => "課題のつながり",
        "issue_case" => "課題の基になった事例",
        "destroyed_case" => "廃棄した事例",
        "proposal" => "提案",
        "proposal_issue" => "提案の基になる課題",
        "issued" => "出した文書",
        "issued_person" => "文書に名前のある人",
        "letter_wording" => "文書の文例",
        "letter_office" => "差出人と文書番号",
        "letter_series" => "文書番号の始まり",
        "letter" => "文書番号",
        other => super::papers::table(other)
            .or_else(|| super::plans_history::table(other))
            .or_else(|| super::series::table(other))
            .or_else(|| super::year_plan::record(other))
            .or_else(|| super::people::table(other))
            .or_else(|| super::minutes_history::table(other))
            .or_else(|| super::issue_history::table(other))
            .or_else(|| super::notices::table(other))
            .or_else(|| super::work_plan_history::table(other))
            .or_else(|| super::consign::table(other))
            .or_else(|| super::proposals::table(other))
            .unwrap_or_else(|| super::day_history::table(other)),
    }
}

/// What a column is called.
pub fn column(table: &str, name: &str) -> &'static str {
    super::people::column(table, name)
        .or_else(|| super::plans_history::column(table, name))
        .or_else(|| super::proposals::column(table, name))
        .or_else(|| super::issue_history::column(table, name))
        .or_else(|| super::series::of_table(table, name))
        .or_else(|| of_table(table, name))
        .or_else(|| super::minutes_history::column(table, name))
        .or_else(|| super::minutes_history::of_letters(table, name))
        .or_else(|| super::work_plan_history::column(table, name))
        .or_else(|| super::consign::column(table, name))
        .or_else(|| super::day_history::column(table, name))
        .or_else(|| super::round::column(table, name))
        .or_else(|| super::papers::column(table, name))
        .or_else(|| super::year_plan::column(table, name))
        .or_else(|| super::notices::column(table, name))
        .or_else(|| of_council(name))
        .or_else(|| of_people(name))
        .or_else(|| of_elections(name))
        .or_else(|| super::series::column(name))
        .or_else(|| of_meetings(name))
        .unwrap_or("その他の項目")
}

/// Columns whose name means something else elsewhere.
fn of_table(table: &str, name: &str) -> Option<&'static str> {
    Some(match (table, name) {
        ("council", "name") => "協議会の名称",
        ("council", "notice") => "文書に付ける注記",
        ("council", "secretariat") => "事務局",
        ("paper", "number") => "資料番号",
        ("paper", "class") => "区分",
        ("issue", "number") => "番号",
        ("issue_case" | "destroyed_case", "number") => "事例番号",
        ("destroyed_case", "day") => "廃棄した日",
        ("issue", "title") => "課題名",
        ("issue_event", "text") => "経過の内容",
        ("law", "text") => "条文",
        ("body" | "plan" | "flow", "kind") => "種類",
        ("body" | "plan" | "flow", "from_year") => "始まりの年度",
        ("body_version", "from_year") => "適用の始まる年度",
        ("appointment" | "seat", "kind") => "委員の種別",
        ("appointment", "verb") | ("body_version", "verb") => "委嘱・選任の別",
        ("office" | "election", "title") => "役職",
        ("office" | "election", "method") => "選び方",
        ("address", "kind") => "住所の区分",
        ("substitute", "person") => "代理者",
        ("organization", "kana") => "団体名のふりがな",
        ("organization", "names") => "団体の名称",
        ("letter", "kind") => "文書の種類",
        ("letter", "day") => "文書の日付",
        ("letter", "number") => "番号",
        ("letter", "branch") => "枝番",
        ("letter", "text") => "文書番号",
        ("letter", "batch") => "一緒に番号を取った文書",
        ("column_set", "columns") => "名簿の欄",
        ("setting", "value") => "設定の値",
        ("issued", "at") => "出した日時",
        ("issued", "by") => "出した人",
        ("issued", "kind") => "文書の種類",
        ("issued", "way") => "出し方",
        ("issued", "readers") => "読む人",
        ("issued", "name") => "ファイル名",
        ("issued", "place") => "出した先",
        ("issued", "pages") => "ページ数",
        ("issued", "sha256") => "ファイルの照合値",
        ("issued", "kept") => "控えの有無",
        _ => return None,
    })
}

/// Columns of the council, its bodies, plans and arrows.
fn of_council(name: &str) -> Option<&'static str> {
    Some(match name {
        "name" => "名称",
        "municipality" => "市町村",
        "purposes" => "目的",
        "philosophy_source" => "基本理念の出典",
        "philosophy" => "基本理念",
        "legal_basis" => "根拠法令",
        "consignment" => "庶務の委託",
        "power" => "提案の権能",
        "date_style" => "日付の書き方",
        "numbering" => "回数の数え方",
        "answer" => "回答",
        "position" => "並び順",
        "key" => "略号",
        "parent" => "上位",
        "from_year" => "始まりの年度",
        "to_year" => "終わりの年度",
        "body" => "会議体",
        "note" => "注記",
        "frequency" => "開催頻度",
        "term_rule" => "任期の定め",
        "texts" => "目的・所掌などの文言",
        "categories" => "区分",
        "officers" => "役員の定め",
        "from_body" | "from_plan" => "矢印の始まり",
        "to_body" | "to_plan" => "矢印の終わり",
        "label" => "矢印の文字",
        "direction" => "向き",
        "certainty" => "明記・推定の別",
        "citation" => "条項",
        "as_of" => "確認した日",
        "period_from" => "計画期間の始まり",
        "period_to" => "計画期間の終わり",
        _ => return None,
    })
}

/// Columns of people, seats and appointments.
fn of_people(name: &str) -> Option<&'static str> {
    Some(match name {
        "organization" => "団体",
        "post" => "職",
        "family" => "姓",
        "given" => "名",
        "family_kana" => "姓のふりがな",
        "given_kana" => "名のふりがな",
        "latin" => "ローマ字表記",
        "glyph_note" => "戸籍上の字形",
        "letter_title" => "敬称",
        "publication" => "公表用の表示",
        "needs" => "情報保障",
        "contact" => "連絡先",
        "gender" => "性別",
        "former_names" => "旧姓・旧名",
        "delivery" => "届け方",
        "representative_post" => "代表者の職名",
        "representative_name" => "代表者の氏名",
        "representative_title" => "代表者の敬称",
        "postal_code" => "郵便番号",
        "lines" => "住所",
        "telephone" => "電話番号",
        "email" => "メールアドレス",
        "for_letters" => "文書の送付先",
        "member" => "本人（委員）",
        "person" => "人",
        "from_day" => "始まりの日",
        "to_day" => "終わりの日",
        "category" => "区分",
        "filler" => "席を占めるもの",
        "head_of" => "部会長の席の部会",
        "nominator" => "推薦団体",
        "seat" => "席",
        "decided_on" => "決裁日",
        "start_day" => "始まりの日（委嘱日）",
        "end_day" => "満了日",
        "end_rule" => "満了日の根拠",
        "ended_on" => "退任日",
        "end_reason" => "終了・短縮の理由",
        "predecessor" => "前任",
        "route" => "選任の経路",
        "letter_number" => "委嘱状の番号",
        "exception" => "再任の上限の例外とする理由",
        "replacement" => "補欠の任期の定め",
        "limits" => "再任の上限",
        "appointment" => "委嘱・選任",
        _ => return None,
    })
}

/// Columns of elections.
fn of_elections(name: &str) -> Option<&'static str> {
    Some(match name {
        "election" => "役員の選出",
        "office" => "役職",
        "manner" => "選出の方法",
        "named_by" => "指名した人",
        "presided_by" => "仮議長",
        "acclaimed" => "異議なし",
        "rounds" => "投票",
        "by_lot" => "くじ",
        "lot_drawn_by" => "くじを引いた人",
        "entry" => "候補となった経緯",
        "proposer" => "推薦した人",
        "declined" => "辞退",
        _ => return None,
    })
}

/// Columns of meetings, papers and issues.
fn of_meetings(name: &str) -> Option<&'static str> {
    Some(match name {
        "meeting" => "会議",
        "elected_at" => "選出した会議",
        "start_time" => "開始時刻",
        "end_time" => "終了時刻",
        "place" => "会場",
        "closed_reason" => "非公開の理由",
        "layout" => "席の配置",
        "copies" => "部数",
        "presence" => "出欠",
        "proxy" => "代理の人",
        "number" => "番号",
        "title" => "標題",
        "revision" => "版",
        "content" => "内容",
        "presenter" => "説明者",
        "minutes" => "所要時間（分）",
        "item" => "次第の項目",
        "paper" => "資料",
        "year" => "年度",
        "gist" => "課題の要旨",
        "background" => "背景",
        "resources" => "現状の資源",
        "measures" => "対応策",
        "field" => "分野",
        "level" => "対応の水準",
        "inlet" => "発生元",
        "raised_by" => "提起した団体",
        "received_on" => "受付日",
        "stage" => "段階",
        "owner" => "担当",
        "due_on" => "期限",
        "feedback_on" => "フィードバックの日",
        "no_feedback" => "フィードバックをしない理由",
        "issue" => "課題",
        "from_issue" => "元の課題",
        "to_issue" => "先の課題",
        "kind" => "種類",
        "reason" => "理由",
        "day" => "日付",
        "text" => "内容",
        "approved_at" => "承認した会議",
        "addressee" => "提案先",
        "delivered_on" => "提出日",
        "answered_on" => "回答日",
        "proposal" => "提案",
        "chart" => "図",
        "x_um" => "横の位置（マイクロメートル）",
        "y_um" => "縦の位置（マイクロメートル）",
        "issued" => "出した文書",
        _ => return None,
    })
}

/// The Japanese term of a coded value; none where the column holds no code.
pub fn coded(table: &str, column: &str, code: &str) -> Option<String> {
    let elsewhere = [
        super::minutes_history::coded,
        super::plans_history::coded,
        super::work_plan_history::coded,
        super::proposals::coded,
        super::issue_history::coded,
    ];
    if let Some(label) = elsewhere.iter().find_map(|words| words(table, column, code)) {
        return Some(label.to_owned());
    }
    let label = match (table, column) {
        ("council", "date_style") => of(DateStyle::from_code(code), DateStyle::label),
        ("council", "numbering") => of(Numbering::from_code(code), Numbering::label),
        ("answer", "id") => of(Question::from_code(code), Question::label),
        ("body", "kind") => of(BodyKind::from_code(code), BodyKind::label),
        ("plan", "kind") => of(PlanKind::from_code(code), PlanKind::label),
        ("flow", "kind") => of(FlowKind::from_code(code), FlowKind::label),
        ("flow", "direction") => of(Direction::from_code(code), Direction::label),
        (_, "certainty") => of(Certainty::from_code(code), Certainty::label),
        (_, "verb") => of(Verb::from_code(code), Verb::label),
        ("person", "gender") => of(Gender::from_code(code), Gender::label),
        (_, "delivery") => of(Delivery::from_code(code), Delivery::label),
        ("address", "kind") => of(AddressKind::from_code(code), AddressKind::label),
        ("person", "publication") => of(Publication::from_code(code), Publication::label),
        ("seat", "filler") => of(Fill::from_code(code), Fill::label),
        ("appointment" | "seat", "kind") => of(MemberKind::from_code(code), MemberKind::label),
        ("appointment", "end_rule") => of(EndRule::from_code(code), EndRule::label),
        ("appointment", "end_reason") => of(EndReason::from_code(code), EndReason::label),
        ("office" | "election", "method") => of(Method::from_code(code), Method::label),
        ("meeting", "mode") => of(Mode::from_code(code), Mode::label),
        ("meeting", "state") => of(MeetingState::from_code(code), MeetingState::label),
        ("meeting", "layout") => of(Layout::from_code(code), Layout::label),
        ("attendance", "presence") => of(Presence::from_code(code), Presence::label),
        ("paper", "class") => of(PaperClass::from_code(code), PaperClass::label),
        ("agenda_item", "kind") => of(ItemKind::from_code(code), ItemKind::label),
        (_, "level") => of(Level::from_code(code), Level::label),
        (_, "inlet") => of(Inlet::from_code(code), Inlet::label),
        (_, "stage") => of(Stage::from_code(code), Stage::label),
        ("issue_link", "kind") => of(LinkKind::from_code(code), LinkKind::label),
        ("letter_wording", "id" | "kind") | ("letter", "kind") => of(LetterKind::from_code(code), LetterKind::label),
        ("letter_office", "batch") => of(BatchNumbers::from_code(code), BatchNumbers::label),
        ("delivery", _) => super::papers::coded(column, code),
        ("election_candidate", "entry") => of(Entry::from_code(code), Entry::label),
        (table, column) if super::day_history::coded(table, column, code).is_some() => {
            super::day_history::coded(table, column, code)
        }
        (_, "replacement") => of(ReplacementRule::from_code(code), ReplacementRule::label),
        ("meeting_rule" | "agenda_item" | "agenda_template", _) => super::series::coded(table, column, code),
        (_, "term_rule") => return TermRule::from_code(code).ok().map(term_rule),
        _ => super::year_plan::coded(table, column, code).or_else(|| super::notices::coded(table, column, code)),
    };
    label.map(str::to_owned)
}

fn of<T>(found: Result<T, UnknownCode>, label: impl FnOnce(T) -> &'static str) -> Option<&'static str> {
    found.ok().map(label)
}

fn term_rule(rule: TermRule) -> String {
    match rule {
        TermRule::NextFiscalYearEnd => "２年以内、委嘱の年度の翌年度末日まで".to_owned(),
        TermRule::Years(n) => format!("{n}年"),
        TermRule::FiscalYears(n) => format!("{n}年以内、{n}年度目の末日まで"),
        TermRule::Predecessor => "前任者の任期の満了日まで".to_owned(),
        TermRule::AsPlenary => "全体会の委員の任期に合わせる".to_owned(),
        TermRule::AsBody(_) => "ほかの会議体の委員の任期に合わせる".to_owned(),
        TermRule::NoTerm => "定めなし".to_owned(),
        TermRule::Undecided => "未定".to_owned(),
    }
}

/// A value that is kept as JSON, in a few lines; none where it is of another shape.
pub fn json(column: &str, value: &Value) -> Option<String> {
    match column {
        "lines" => Some(lines(value, |v| v.as_str().map(str::to_owned), "\n")),
        "former_names" => Some(lines(value, former_name, "\n")),
        "needs" | "secretariat" => Some(lines(value, |v| v.as_str().map(str::to_owned), "、")),
        "names" => Some(lines(value, dated_name, "\n")),
        "purposes" => Some(lines(value, |v| text(v, "text"), "\n")),
        "texts" => Some(lines(value, body_text, "\n")),
        "categories" => Some(lines(value, category, "\n")),
        "officers" => Some(lines(value, officer, "\n")),
        "frequency" => text(value, "text"),
        "kinds" => super::plans_history::kinds(value),
        "copies" => Some(copies(value)),
        "room" | "withheld" | "brackets" | "reopened" => Some(super::day_history::json(column, value)),
        "answer" => answer(value),
        "content" => content(value),
        "route" => route(value),
        "rounds" => Some(lines(value, round, "\n")),
        "style" => super::series::style(value),
        "limits" => serde_json::from_value(value.clone()).ok().map(super::terms::limits),
        _ => super::papers::json(column, value),
    }
}

/// 全体会の席（⑴）.
pub fn seat(body: &str, category: Option<u8>) -> String {
    let mark = category.map(|n| format!("{}号の", super::labels::category_mark(n))).unwrap_or_default();
    format!("{body}　{mark}席")
}

/// 会長（全体会）.
pub fn in_body(what: &str, body: &str) -> String {
    if body.is_empty() { what.to_owned() } else { format!("{what}（{body}）") }
}

/// A name that nobody can tell any more.
pub const GONE: &str = "（今はない記録）";
/// In place of what was blanked.
pub const BLANKED: &str = ERASED;
/// はい.
pub const YES: &str = "あり";
/// いいえ.
pub const NO: &str = "なし";

/// 元に戻す：委員の委嘱.
pub fn taken_back(way: &str, original: &str) -> String {
    format!("{way}：{original}")
}
