//! One of each noun around meetings and agendas.

use super::sample::*;
use entaku_domain::agenda::{AgendaItem, ItemKind, LeftOver};
use entaku_domain::agenda_template::{AgendaTemplate, Becomes, TemplateItem, TemplateUse};
use entaku_domain::id::*;
use entaku_domain::meeting::Postponement;
use entaku_domain::meeting_rule::{AgendaStyle, MainMark, MeetingRule};
use entaku_domain::scenario::{ScenarioPart, ScenarioWording};
use entaku_domain::series::{Counting, Series};

pub(super) fn postponement() -> Postponement {
    Postponement {
        id: PostponementId::from_key("off"),
        meeting: MeetingId::from_key("m1"),
        was_day: day("2026-06-17"),
        was_start: Some("14:00".into()),
        was_end: None,
        was_place: "402".into(),
        was_noticed: true,
        to_day: Some(day("2026-06-24")),
        reason: "台風の接近のため".into(),
        decided_on: day("2026-06-16"),
    }
}

pub(super) fn meeting_rule() -> MeetingRule {
    let series = Series { counting: Counting::PerTerm, first: 3, since: Some(year(2026)), years: 2 };
    MeetingRule {
        body: BodyId::from_key("zentaikai"),
        series: Some(series),
        title: Some("定例会".into()),
        style: AgendaStyle { main: MainMark::Dotted, kinds: false, ..AgendaStyle::default() },
    }
}

pub(super) fn agenda_template() -> AgendaTemplate {
    let item = TemplateItem {
        becomes: Becomes::LastMinutes,
        kind: ItemKind::LastMinutes,
        title: "前回（{}）会議録の確認".into(),
        presenter: Some("事務局".into()),
        minutes: Some(5),
        closed_reason: None,
        level: 1,
        mark: None,
    };
    AgendaTemplate {
        id: AgendaTemplateId::from_key("t"),
        body: Some(BodyId::from_key("bukai")),
        used_for: TemplateUse::Ordinary,
        name: "部会".into(),
        items: vec![item],
        order: 1,
    }
}

pub(super) fn scenario_wording() -> ScenarioWording {
    ScenarioWording { part: ScenarioPart::Opening, text: "【事務局】開会します。".into() }
}

pub(super) fn agenda_item() -> AgendaItem {
    AgendaItem {
        id: AgendaItemId::from_key("g"),
        meeting: MeetingId::from_key("m1"),
        order: 1,
        kind: ItemKind::Deliberation,
        title: "協議事項".into(),
        presenter: Some(format!("{FAMILY}　{GIVEN}")),
        minutes: Some(30),
        closed_reason: None,
        papers: vec![PaperId::from_key("10"), PaperId::from_key("8")],
        level: 1,
        mark: Some("・".into()),
        approves: Some(MeetingId::from_key("m1")),
        carried_from: Some(AgendaItemId::from_key("g")),
        issue: Some(IssueId::from_key("i1")),
        left_over: Some(LeftOver::Continued),
        left_note: Some("次回に資料を出す".into()),
        dropped: Some("解決したため".into()),
        started: Some("14:05".into()),
        ended: Some("14:40".into()),
    }
}
