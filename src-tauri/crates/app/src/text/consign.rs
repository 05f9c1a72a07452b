//! The words of clerical work that somebody else does for the council (庶務の委託).

use crate::error::PackageFault as Fault;
use entaku_store::Clash;

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

/// 社会福祉法人 架空会（令和8年10月1日）.
pub fn given(to: &str, on: entaku_domain::Day) -> String {
    format!("{to}（{}）", entaku_domain::era::DateStyle::Era.day(on))
}

/// What is carried, for the office to read before it gives it.
pub const CARRIED: [&str; 7] = [
    "委員名簿（氏名、所属・職、席、任期、勤務先の連絡先）",
    "会議（日程、次第、出欠、公開の会議の会議録）",
    "会議の資料（公開のもの。回収資料を除く）",
    "課題の台帳（個別事例の番号を除く）",
    "専門部会の計画、進捗、報告",
    "提案・意見（本文、根拠、送付と回答の日、回答。備考を除く）",
    "計画の名称・期間・項目と、関わる課題",
];

/// What is not.
pub const HELD_BACK: [&str; 8] = [
    "個別事例と事例の番号",
    "情報保障・配慮の内容と理由",
    "自宅の住所・電話番号、性別、旧姓",
    "非公開の会議録・議題・資料、除斥の理由、会議録案への修正",
    "意見書、傍聴の申込者",
    "文書番号、出した文書の台帳、届けた記録、操作の履歴",
    "計画への意見聴取、連携の記録、協議会の評価、県・国への報告の数値",
    "報酬・旅費・税",
];

/// A record, in words: 会議　第3回全体会.
pub fn row(kind: &str, name: &str) -> String {
    if name.is_empty() { kind.to_owned() } else { format!("{kind}　{name}") }
}

/// Why a record cannot stand beside what is here.
pub const fn clash(why: Clash) -> &'static str {
    match why {
        Clash::UsedHere => "受託者が削除しましたが、この協議会の記録が使っています。",
        Clash::Missing => "この協議会で削除した記録、又は受け入れない記録に関わるものです。",
        Clash::Taken => "同じ番号・同じ対象の記録が、この協議会にもあります。",
    }
}

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
        Fault::Clash { what, clash: why } => format!("「{what}」は受け入れられません。{}", clash(*why)),
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
        Fault::Clash { .. } => "この記録を受け入れないことにするか、関わる記録も一緒に受け入れてください。",
    }
}
