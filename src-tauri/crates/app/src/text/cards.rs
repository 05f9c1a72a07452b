//! The words of plates, cards, labels and envelopes.

/// Who comes in somebody's place.
pub const IN_PLACE: &str = "代理";

/// 名札　全体会.
pub fn name_plates(of: &str) -> String {
    format!("名札　{of}")
}

/// 席札　令和8年度　第2回　全体会.
pub fn table_cards(of: &str) -> String {
    format!("席札　{of}")
}

/// 髙橋委員; 田中（次）委員 where there are two.
pub fn spoken(short: &str, title: &str) -> String {
    format!("{short}　{title}")
}

/// Whom the audience would read of.
pub fn seen_by_all(names: &[String]) -> String {
    format!(
        "公表用では氏名を出さない人が含まれています：{}。会議を公開するときは、席札や名札が傍聴席から見えることがあります。",
        names.join("、")
    )
}

/// 宛名ラベル　全体会.
pub fn labels(of: &str) -> String {
    format!("宛名ラベル　{of}")
}

/// 封筒　全体会.
pub fn envelopes(of: &str) -> String {
    format!("封筒　{of}")
}

/// Whose letters have nowhere to go.
pub fn without_address(names: &[String]) -> String {
    format!("住所が登録されていないため、入っていません（{}件）：{}", names.len(), names.join("、"))
}

/// 髙橋　美咲（手渡し）.
pub fn otherwise(name: &str, way: &str) -> String {
    format!("{name}（{way}）")
}

/// Who asked for another way than the post.
pub fn not_by_post(names: &[String]) -> String {
    format!("郵送以外の送り方になっています：{}", names.join("、"))
}

/// The file of a kind: 名札_全体会_2026-10-14.
pub fn file_name(title: &str, on: entaku_domain::Day) -> String {
    format!("{}_{on}", title.replace('　', "_"))
}
