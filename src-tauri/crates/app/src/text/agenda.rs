//! The words of agendas: what comes back by itself, time, and the templates that the
//! program brings.

use entaku_domain::agenda::ItemKind as K;
use entaku_domain::agenda_template::{Becomes as B, TemplateItem, TemplateUse};

/// 前回（第1回全体会）会議録の確認.
pub(crate) fn last_minutes(meeting: &str) -> String {
    format!("前回（{meeting}）会議録の確認")
}

/// Why the minutes of the meeting before are offered.
pub(crate) fn minutes_reason(state: &str) -> String {
    format!("前回の会議の会議録は、まだ確定していません（今の状態：{state}）。")
}

/// What an item is called that goes on; once, however often it does.
pub(crate) fn continued(title: &str) -> String {
    if title.ends_with(CONTINUED) { title.to_owned() } else { format!("{title}{CONTINUED}") }
}

/// What follows the title of an item that goes on.
pub(crate) const CONTINUED: &str = "（継続）";

/// Why an item returns.
pub(crate) fn left_reason(meeting: &str, why: &str, note: Option<&str>) -> String {
    let note = note.map(|n| format!("：{n}")).unwrap_or_default();
    format!("{meeting}から持ち越されています（{why}{note}）。")
}

/// Since when an item is carried on.
pub(crate) fn carried(first: &str, times: u32) -> String {
    match times {
        1 => format!("{first}からの持越し"),
        n => format!("{first}からの持越し（{}回目）", n),
    }
}

/// An issue as an item.
pub(crate) fn about_issue(title: &str) -> String {
    if title.ends_with("について") { title.to_owned() } else { format!("{title}について") }
}

/// Why an issue is offered.
pub(crate) fn issue_reason(number: &str, stage: &str, asked: &str, due: Option<&str>) -> String {
    let due = due.map(|d| format!("、期限は{d}")).unwrap_or_default();
    format!("この会議体が担当する課題{number}です（{stage}{due}）。{asked}の議題として加えます。")
}

/// How far an item ran over, with a sign.
pub(crate) fn over(minutes: i32) -> String {
    match minutes {
        0 => "予定どおり".to_owned(),
        n if n > 0 => format!("＋{n}分（超過）"),
        n => format!("－{}分（短縮）", n.abs()),
    }
}

/// How far the meeting is behind its plan.
pub(crate) fn behind(minutes: i32) -> String {
    match minutes {
        0 => "予定どおりに進んでいます。".to_owned(),
        n if n > 0 => format!("予定より{n}分遅れています。"),
        n => format!("予定より{}分進んでいます。", n.abs()),
    }
}

/// When the meeting may be expected to end.
pub(crate) fn expected_end(at: &str, late: Option<u32>) -> String {
    match late {
        Some(late) => format!("終了の見込みは{at}です（終了時刻を{late}分過ぎます）。"),
        None => format!("終了の見込みは{at}です。"),
    }
}

/// What a template is called that the program brings.
pub(crate) fn built_in_name(used_for: TemplateUse) -> String {
    format!("{}のひな形", used_for.label())
}

/// Why a template was chosen.
pub(crate) fn template_reason(used_for: TemplateUse) -> &'static str {
    match used_for {
        TemplateUse::FirstOfTerm => "今の任期になってから初めての会議のため",
        TemplateUse::LastOfYear => "年度に予定した最後の会議のため",
        _ => "任期の最初でも、年度の最後でもない会議のため",
    }
}

/// Why an item is on the list that an agenda is filled with.
pub(crate) fn becomes_reason(becomes: B) -> &'static str {
    match becomes {
        B::Plain => "",
        B::Letters => "委嘱する会議体のため",
        B::LastMinutes => "前回の会議録が確定していないため",
        B::Elections => "役職が空いているため",
        B::LeftOver => "前の会議から持ち越されているため",
        B::Standing => "毎回の項目のため",
        B::Papers => "事前送付の資料があるため",
        B::Subcommittees => "部会があるため",
    }
}

/// The lines of a template that the program brings.
pub(crate) fn built_in(used_for: TemplateUse) -> Vec<TemplateItem> {
    match used_for {
        TemplateUse::Ordinary | TemplateUse::Other => ordinary(),
        TemplateUse::FirstOfTerm => first_of_term(),
        TemplateUse::LastOfYear => last_of_year(),
        TemplateUse::Standing => Vec::new(),
    }
}

fn line(becomes: B, kind: K, title: &str, presenter: &str, minutes: u16) -> TemplateItem {
    TemplateItem {
        becomes,
        kind,
        title: title.to_owned(),
        presenter: Some(presenter.to_owned()).filter(|p| !p.is_empty()),
        minutes: Some(minutes).filter(|m| *m > 0),
        closed_reason: None,
        level: 0,
        mark: None,
    }
}

fn under(item: TemplateItem) -> TemplateItem {
    TemplateItem { level: 1, ..item }
}

fn ordinary() -> Vec<TemplateItem> {
    vec![
        line(B::Plain, K::Opening, "開会", "事務局", 5),
        line(B::Elections, K::Election, "{}の選出", "事務局", 10),
        line(B::LastMinutes, K::LastMinutes, "前回（{}）会議録の確認", "事務局", 5),
        line(B::LeftOver, K::Deliberation, "{}（継続）", "", 10),
        line(B::Papers, K::Report, "{}について", "", 10),
        line(B::Standing, K::Other, "{}", "", 5),
        line(B::Plain, K::Other, "その他（連絡事項）", "事務局", 5),
        line(B::Plain, K::Closing, "閉会", "", 1),
    ]
}

fn first_of_term() -> Vec<TemplateItem> {
    vec![
        line(B::Plain, K::Opening, "開会", "事務局", 5),
        line(B::Letters, K::Letters, "委嘱状の伝達", "事務局", 5),
        line(B::Letters, K::Greeting, "市長あいさつ", "市長", 5),
        line(B::Plain, K::Introductions, "委員自己紹介", "", 15),
        line(B::Elections, K::Election, "{}の選出", "事務局", 10),
        line(B::Plain, K::Heading, "議事", "", 0),
        under(line(B::LastMinutes, K::LastMinutes, "前回（{}）会議録の確認", "事務局", 5)),
        under(line(B::LeftOver, K::Deliberation, "{}（継続）", "", 10)),
        under(line(B::Papers, K::Report, "{}について", "", 10)),
        under(line(B::Plain, K::Deliberation, "会議の公開等について", "事務局", 5)),
        under(line(B::Plain, K::Deliberation, "年間の予定について", "事務局", 10)),
        under(line(B::Standing, K::Other, "{}", "", 5)),
        line(B::Plain, K::Other, "その他（連絡事項）", "事務局", 5),
        line(B::Plain, K::Closing, "閉会", "", 1),
    ]
}

fn last_of_year() -> Vec<TemplateItem> {
    vec![
        line(B::Plain, K::Opening, "開会", "事務局", 5),
        line(B::Elections, K::Election, "{}の選出", "事務局", 10),
        line(B::LastMinutes, K::LastMinutes, "前回（{}）会議録の確認", "事務局", 5),
        line(B::LeftOver, K::Deliberation, "{}（継続）", "", 10),
        line(B::Subcommittees, K::Report, "{}の活動報告について", "部会長", 10),
        line(B::Papers, K::Report, "{}について", "", 10),
        line(B::Plain, K::Deliberation, "今年度の活動の評価について", "", 15),
        line(B::Plain, K::Deliberation, "次年度の活動計画について", "事務局", 15),
        line(B::Standing, K::Other, "{}", "", 5),
        line(B::Plain, K::Other, "その他（連絡事項）", "事務局", 5),
        line(B::Plain, K::Closing, "閉会", "", 1),
    ]
}

#[cfg(test)]
mod tests {
    //! Signs, and titles that go on.
    use super::*;

    #[test]
    fn what_runs_over_is_told_with_a_sign() {
        assert_eq!([5, 0, -3].map(over), ["＋5分（超過）", "予定どおり", "－3分（短縮）"]);
    }

    #[test]
    fn a_title_goes_on_once() {
        assert_eq!(continued("移動支援について"), "移動支援について（継続）");
        assert_eq!(continued("移動支援について（継続）"), "移動支援について（継続）");
        assert_eq!(about_issue("通院の足"), "通院の足について");
    }
}
