//! One of each noun around meetings and agendas.

use super::sample::*;
use entaku_domain::agenda::ItemKind;
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
