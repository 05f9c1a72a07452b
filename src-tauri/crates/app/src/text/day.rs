//! What is said on the day of a meeting: the quorum and how it goes, who left the room,
//! the reception list.

use entaku_documents::Audience;
use entaku_domain::Day;
use entaku_domain::day::{OutKind, TimeOfDay};
use entaku_domain::day_fault::DayFault as F;
use entaku_domain::quorum_course::{QuorumRule, Standing};

/// One objection in a sentence.
pub(super) fn fault(found: F) -> String {
    match found {
        F::TimesReversed { from, to } => format!("後の時刻（{to}）が、前の時刻（{from}）より早くなっています。"),
        F::MoreLeft { admitted, left } => {
            format!("途中で退場した傍聴者（{left}人）が、入場した傍聴者（{admitted}人）より多くなっています。")
        }
        F::NotRecorded => "出欠が記録されていない委員の時刻は、記録できません。".to_owned(),
        F::NoShare => "定足数の割合又は人数を読み取れません。".to_owned(),
        F::OtherMeetingsItem => "この会議の次第にない項目が選ばれています。".to_owned(),
        F::Nameless => "氏名と所属の両方が空です。".to_owned(),
        F::SeatTwice => "同じ人の席が二つあるか、出席しない人の席があります。".to_owned(),
    }
}

/// What to do about it.
pub(super) const fn hint(found: F) -> &'static str {
    match found {
        F::TimesReversed { .. } => "時刻を確かめてください。",
        F::MoreLeft { .. } => "人数を確かめてください。",
        F::NotRecorded => "先に、その委員の出欠を記録してください。",
        F::NoShare => "3分の2は「2/3」、5人以上は「5」のように入力してください。",
        F::OtherMeetingsItem => "画面を開き直して、項目を選び直してください。",
        F::Nameless => "氏名か所属のどちらかを入力してください。",
        F::SeatTwice => "席次を開き直して、もう一度置いてください。",
    }
}

/// The field of a form that an objection concerns.
pub(crate) const fn field_of(found: F) -> Option<&'static str> {
    match found {
        F::TimesReversed { .. } => Some("left"),
        F::MoreLeft { .. } => Some("left_early"),
        F::NoShare => Some("share"),
        F::Nameless => Some("name"),
        F::NotRecorded | F::OtherMeetingsItem | F::SeatTwice => None,
    }
}

/// The name of a field.
pub(super) fn field(code: &str) -> Option<&'static str> {
    Some(match code {
        "came" => "来た時刻",
        "left" => "帰った時刻",
        "from_time" => "退席の時刻",
        "to_time" => "戻った時刻",
        "opened" => "開会の時刻",
        "closed" => "閉会の時刻",
        "admitted" => "傍聴者の数",
        "affiliation" => "所属・職",
        "half_minutes" => "半日とする時間（分）",
        "amount" => "金額",
        "half_amount" => "半日の金額",
        "source" => "根拠",
        "free" => "課税しない限度の額",
        "from" => "適用の始まる日",
        _ => return None,
    })
}

/// 委員18名のうち12名の出席をいただいており、….
pub fn sentence(rule: QuorumRule, at: &Standing) -> String {
    let ways = [("オンラインによる出席", at.online), ("代理出席", at.proxies)];
    let ways: Vec<String> = ways.iter().filter(|(_, n)| *n > 0).map(|(way, n)| format!("{way}{n}名")).collect();
    let ways = if ways.is_empty() { String::new() } else { format!("（うち{}）", ways.join("、")) };
    let Standing { members, present, needed, .. } = at;
    let share = rule.share.label();
    // 5人以上 is the number already.
    let quorum = if share.contains('人') { share } else { format!("{share}（{needed}名）") };
    if at.met() {
        format!(
            "委員{members}名のうち{present}名の出席をいただいており{ways}、定足数である{quorum}に達しておりますので、本日の会議は成立しております。"
        )
    } else {
        format!("委員{members}名のうち{present}名の出席です{ways}。定足数である{quorum}に達しておりません。")
    }
}

/// Who announced to stay away, and who comes later.
pub fn announced(excused: &[String], late: &[String]) -> Option<String> {
    let named = |names: &[String]| names.iter().map(|n| format!("{n}委員")).collect::<Vec<_>>().join("、");
    let mut said = Vec::new();
    if !excused.is_empty() {
        said.push(format!("{}から欠席", named(excused)));
    }
    if !late.is_empty() {
        said.push(format!("{}から遅れて出席する旨", named(late)));
    }
    (!said.is_empty()).then(|| format!("なお、{}の御連絡をいただいております。", said.join("、")))
}

/// How it stands, for the screen.
pub fn standing(rule: QuorumRule, at: &Standing) -> String {
    let met = if at.met() { "定足数を満たしています" } else { "定足数に達していません" };
    format!("委員{}人の{}は{}人です。出席は{}人で、{met}。", at.members, rule.share.label(), at.needed, at.present)
}

/// 15時20分に佐藤委員が退席し、出席は8人です.
pub fn turn(at: Option<TimeOfDay>, came: &[String], gone: &[String], standing: &Standing) -> String {
    let named = |names: &[String]| names.iter().map(|n| format!("{n}委員")).collect::<Vec<_>>().join("、");
    let Some(at) = at else { return format!("開会のとき、出席は{}人です。", standing.present) };
    let mut said = Vec::new();
    if !came.is_empty() {
        said.push(format!("{}が着席し", named(came)));
    }
    if !gone.is_empty() {
        said.push(format!("{}が席を離れ", named(gone)));
    }
    format!("{}に{}、出席は{}人です。", at.spoken(), said.join("、"), standing.present)
}

/// V16: 15時20分に…、定足数（10人）を下回りました.
pub fn fall(at: Option<TimeOfDay>, gone: &[String], standing: &Standing) -> String {
    let named = gone.iter().map(|n| format!("{n}委員")).collect::<Vec<_>>().join("、");
    let time = at.map(|t| format!("{}に", t.spoken())).unwrap_or_default();
    format!(
        "{time}{named}が席を離れて出席が{}人となり、定足数（{}人）を下回りました。",
        standing.present, standing.needed
    )
}

/// Of a member who left the room: 除斥　協議2　14:30～14:50.
pub fn out(kind: OutKind, item: Option<&str>, from: Option<TimeOfDay>, to: Option<TimeOfDay>) -> String {
    let times = match (from, to) {
        (None, None) => String::new(),
        (from, to) => format!(
            "{}～{}",
            from.map(|t| t.to_string()).unwrap_or_default(),
            to.map(|t| t.to_string()).unwrap_or_default()
        ),
    };
    [kind.label(), item.unwrap_or_default(), &times]
        .into_iter()
        .filter(|t| !t.is_empty())
        .collect::<Vec<_>>()
        .join("　")
}

/// 傍聴者　3人（うち途中退場1人）　報道1人.
pub fn audience(admitted: Option<u32>, left: Option<u32>, refused: Option<u32>, press: Option<u32>) -> Option<String> {
    let mut parts = Vec::new();
    if let Some(admitted) = admitted {
        let left = left.filter(|n| *n > 0).map(|n| format!("（うち途中退場{n}人）")).unwrap_or_default();
        parts.push(format!("傍聴者　{admitted}人{left}"));
    }
    parts.extend(refused.filter(|n| *n > 0).map(|n| format!("満席のため入場できなかった人　{n}人")));
    parts.extend(press.filter(|n| *n > 0).map(|n| format!("報道　{n}人")));
    (!parts.is_empty()).then(|| parts.join("　"))
}

/// 受付簿.
pub const RECEPTION: &str = "受付簿";
/// 会議の受付簿の表題.
pub fn reception_title(meeting: &str) -> String {
    format!("{meeting}　{RECEPTION}")
}
/// The columns of the reception list.
pub const RECEPTION_COLUMNS: [&str; 6] = ["番号", "氏名", "所属・職", "受付（署名）", "代理の人の氏名", "資料"];
/// The columns for those who are no members.
pub const OTHER_COLUMNS: [&str; 5] = ["番号", "氏名", "所属・職", "受付（署名）", "資料"];
/// Members.
pub const MEMBERS: &str = "委員";
/// Those who are no members.
pub const OTHERS: &str = "委員以外の出席者";
/// Those who were not expected.
pub const WALK_INS: &str = "当日の受付（予定のなかった方）";
/// What to do at the door.
pub const RECEPTION_NOTE: &str =
    "受付が済みましたら、署名の欄にお名前をお書きください。代理の方は、代理の人の氏名の欄にお書きください。";
/// Announced beforehand.
pub fn expected(word: &str) -> String {
    format!("（{word}の連絡あり）")
}
/// How many are on the list.
pub fn people(members: usize, others: usize) -> String {
    format!("委員{members}人、委員以外{others}人")
}

/// Whether an interpreter writes a summary.
pub(crate) fn is_writing(need: &str) -> bool {
    need.contains("要約")
}

/// The file of attendance in figures.
pub(crate) fn turnout_name(audience: Audience, from: Day, to: Day) -> String {
    let edition = if audience == Audience::Public { "公表用" } else { "内部用" };
    format!("{}_{from}_{to}_{edition}", super::turnout::TITLE)
}

/// A seat that is kept free.
pub(crate) const FREE_SEAT: &str = "空席";

/// A place with room for a wheelchair.
pub(crate) fn wheelchair(post: &str) -> String {
    format!("{post}（車椅子）")
}

/// The seat of somebody who stays away.
pub(crate) fn absent(post: &str) -> String {
    format!("{post}（欠席）")
}

/// Somebody stands in.
pub(crate) fn in_place_of(short: &str) -> String {
    format!("{short}代理")
}

/// The file of a yearly report.
pub(crate) fn report_name(title: &str, audience: Audience) -> String {
    let edition = if audience == Audience::Public { "公表用" } else { "委員用" };
    format!("{}_{edition}", title.replace('　', "_"))
}
