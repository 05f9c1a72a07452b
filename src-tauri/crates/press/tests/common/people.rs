//! Documents of people: plates, cards, labels, envelopes, changes and figures.

use super::{COUNCIL, HARD_NAMES, s};
use entaku_documents::*;

/// A name, post and organisation of so many letters, and an address for them.
fn long_organization() -> String {
    let name: String = "特定非営利活動法人みなと架空障害者地域生活支援ネットワーク推進協議会連合会附属相談支援センターゆうなぎ東部出張所分室".to_owned();
    name.chars().cycle().take(60).collect()
}

/// People as they stand on plates and cards: hard names, one with an organisation's name of 60 letters.
pub fn plates(count: usize) -> Vec<Plate> {
    let plate = |at: usize| Plate {
        affiliation: if at % 4 == 1 {
            format!("{}　統括管理者", long_organization())
        } else {
            s("架空会　理事長")
        },
        office: s(["会長", "副会長", "", ""][at % 4]),
        kana: s(if at.is_multiple_of(2) { "かくう　はなこ" } else { "" }),
        name: s(HARD_NAMES[at % HARD_NAMES.len()]),
    };
    (0..count).map(plate).collect()
}

/// 名札.
pub fn name_plates(count: usize) -> NamePlates {
    NamePlates { title: s("名札　全体会"), over: s(COUNCIL), plates: plates(count) }
}

/// 席札.
pub fn table_cards(count: usize) -> TableCards {
    TableCards { title: s("席札　全体会"), cards: plates(count) }
}

/// Addresses: hard names, one with an organisation's name of 60 letters, one without a name, one long.
pub fn addresses(count: usize) -> Vec<Address> {
    let address = |at: usize| Address {
        postal: s("248-0000"),
        lines: match at % 3 {
            0 => vec![s("架空市みなと町1-2-3")],
            1 => vec![s("神奈川県架空市みなと町字浜通り１２３４番地の５"), s("架空マンション湊ヒルズ東館１２０５号室")],
            _ => vec![s("架空市大字北浜９－８"), s("みなと福祉会館２階")],
        },
        organization: if at % 4 == 1 { long_organization() } else { s("社会福祉法人ゆうなぎ会") },
        post: s(if at % 4 == 1 { "地域生活支援部統括管理者兼相談支援専門員" } else { "理事長" }),
        name: if at % 5 == 4 { String::new() } else { s(HARD_NAMES[at % HARD_NAMES.len()]) },
        title: s(if at % 5 == 4 { "御中" } else { "様" }),
    };
    (0..count).map(address).collect()
}

/// 宛名ラベル.
pub fn address_labels(sheet: CellSheet, count: usize, first: u32) -> AddressLabels {
    let labels = addresses(count);
    AddressLabels { title: s("宛名ラベル　全体会"), sheet, first, offset: Offset::default(), labels }
}

/// 封筒.
pub fn envelopes(count: usize) -> Envelopes {
    Envelopes {
        title: s("封筒　全体会"),
        envelopes: addresses(count),
        sender: vec![
            s("〒248-0001"),
            s("架空市みなと町１－１"),
            s("架空市役所　障害福祉課内"),
            s("架空市障害者支援協議会事務局"),
        ],
        offset: Offset::default(),
    }
}

/// 委員の異動.
pub fn roster_changes() -> RosterChanges {
    let row = |at: usize| ChangeRow {
        name: s(HARD_NAMES[at % HARD_NAMES.len()]),
        category: s("⑸ 関係行政機関及び関係教育機関の職員"),
        affiliation: if at == 1 { long_organization() } else { s("架空会　理事長") },
        office: s(if at == 0 { "副会長" } else { "" }),
        day: s("令和8年7月1日（2026年）"),
        note: s(["補欠（残任期間）", "人事異動", "辞任"][at % 3]),
    };
    let changed = |at: usize| ChangedRow {
        name: s(HARD_NAMES[at % HARD_NAMES.len()]),
        what: s(["所属・職", "役職"][at % 2]),
        before: if at == 0 { long_organization() } else { String::new() },
        after: s("架空会　副理事長"),
    };
    RosterChanges {
        council: s(COUNCIL),
        title: s("全体会　委員の異動"),
        period: s("令和7年10月14日から令和8年10月14日まで"),
        audience: Audience::Internal,
        counts: vec![s("令和7年10月14日現在　委員　18人"), s("令和8年10月14日現在　委員　17人（欠員1）")],
        came: (0..4).map(row).collect(),
        left: (0..5).map(row).collect(),
        changed: (0..3).map(changed).collect(),
        footers: Vec::new(),
    }
}

/// 委員の構成.
pub fn figures() -> Figures {
    let row = |label: &str, count: &str| FigureRow { label: s(label), count: s(count), share: s("17.6％") };
    let table = |title: &str, rows, note: &str| FigureTable { title: s(title), rows, note: s(note) };
    Figures {
        council: s(COUNCIL),
        title: s("全体会　委員の構成"),
        as_of: s("令和8年10月14日現在"),
        audience: Audience::Public,
        total: s("委員　17人（欠員1）"),
        tables: vec![
            table("区分別", vec![row("⑴ 医療関係者", "＊"), row("⑵ 福祉に関係を有する団体の関係者", "7")], ""),
            table("団体別", Vec::new(), "5人に満たない数だけのため、示していません。"),
            table("男女別", vec![row(&long_organization(), "17")], ""),
        ],
        footers: vec![s("年齢は記録していません。")],
    }
}
