//! The words of clerical work that somebody else does for the council (庶務の委託).

use crate::error::PackageFault as Fault;

/// The changes.
pub(super) fn action(code: &str) -> Option<&'static str> {
    Some(match code {
        "consign_out" => "庶務の委託のデータを渡した記録",
        "consign_begin" => "庶務の委託のデータの受取り",
        "consign_take" => "庶務の委託からの受入れ",
        _ => return None,
    })
}

/// What a record of a table is called, and its columns.
pub(super) fn table(name: &str) -> Option<&'static str> {
    (name == "consignment").then_some("庶務の委託")
}

/// What a column is called.
pub(super) fn column(table: &str, name: &str) -> Option<&'static str> {
    if table != "consignment" {
        return None;
    }
    Some(match name {
        "given_on" => "渡した日",
        "given_to" => "受託者",
        "note" => "備考",
        "base" => "渡したデータの控え",
        "package" => "渡したファイルの照合値",
        "rows" => "渡した記録の数",
        "taken_on" => "受け入れた日",
        _ => return None,
    })
}

/// 庶務委託_2026-10-01_社会福祉協議会.entakupkg.
pub fn file_name(council: &str, day: &str, back: bool) -> String {
    let what = if back { "庶務委託の戻し" } else { "庶務委託" };
    format!("{what}_{council}_{day}")
}

/// What the ledger of issued documents says.
pub fn title(to: &str) -> String {
    format!("庶務の委託のデータ（{to}）")
}

/// What is carried, for the office to read before it gives it.
pub const CARRIED: [&str; 5] = [
    "委員名簿（氏名、所属・職、席、任期、勤務先の連絡先）",
    "会議（日程、次第、出欠、公開の会議の会議録）",
    "会議の資料（公開のもの。回収資料を除く）",
    "課題の台帳（個別事例の番号を除く）",
    "専門部会の計画、進捗、報告",
];

/// What is not.
pub const HELD_BACK: [&str; 7] = [
    "個別事例と事例の番号",
    "情報保障・配慮の内容と理由",
    "自宅の住所・電話番号、性別、旧姓",
    "非公開の会議録・議題・資料、除斥の理由、会議録案への修正",
    "意見書、傍聴の申込者",
    "文書番号、出した文書の台帳、届けた記録、操作の履歴",
    "報酬・旅費・税、提案、計画、評価",
];

pub(super) fn message(fault: &Fault) -> String {
    match fault {
        Fault::Damaged(_) => "庶務の委託のファイルではないか、壊れています。".to_owned(),
        Fault::Foreign => "この協議会から渡したデータの戻しではありません。".to_owned(),
        Fault::Taken { on } => format!("{on}に受け入れた戻しです。"),
        Fault::NotReturned => "渡したときのファイルです。受託者からの戻しではありません。".to_owned(),
        Fault::Returned => "受託者からの戻しのファイルです。作業用に開くものではありません。".to_owned(),
        Fault::NoBase => "渡したデータの控えが、このフォルダーにありません。".to_owned(),
        Fault::NotConsigned => "この協議会のデータは、庶務の委託で受け取ったものではありません。".to_owned(),
        Fault::NoFolder => "フォルダーが見つかりません。".to_owned(),
        Fault::Nothing => "受け入れるものがありません。".to_owned(),
    }
}

pub(super) const fn hint(fault: &Fault) -> &'static str {
    match fault {
        Fault::Damaged(_) => "受託者に、戻しのファイルをもう一度作ってもらってください。",
        Fault::Foreign => "受託者がどの協議会のデータで作業したかを確かめてください。",
        Fault::Taken { .. } => "もう一度受け入れるときは、前の受入れを元に戻してください。",
        Fault::NotReturned => "受託者が「戻しを作る」で作ったファイルを選んでください。",
        Fault::Returned => "市から渡されたファイルを選んでください。",
        Fault::NoBase => "渡したときのフォルダーの控えから files を戻してください。",
        Fault::NotConsigned => "戻しは、市から渡されたファイルを開いたフォルダーで作ります。",
        Fault::NoFolder => "フォルダーの場所を確かめてください。",
        Fault::Nothing => "変更がないか、すべてを受け入れないことにしています。",
    }
}
