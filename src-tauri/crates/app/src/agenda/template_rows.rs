//! Templates and what they become, as screens show them.

use crate::snapshot::Snapshot;
use crate::text::agenda as words;
use entaku_domain::agenda::AgendaItem;
use entaku_domain::agenda_template::{AgendaTemplate, Becomes, TemplateItem, TemplateUse};
use entaku_domain::id::PaperId;
use entaku_domain::paper::Paper;

/// A template, as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TemplateRow {
    /// Its identifier; none for one that the program brings.
    pub id: Option<String>,
    /// Handle of the body whose it is; of all bodies where none.
    pub body: Option<String>,
    /// That body's name.
    pub body_name: Option<String>,
    /// For which meetings, a code.
    pub used_for: String,
    /// For which meetings, in Japanese.
    pub used_for_label: String,
    /// Its name.
    pub name: String,
    /// Its lines, in order.
    pub items: Vec<TemplateLine>,
}

/// A line of a template.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(deny_unknown_fields)]
pub struct TemplateLine {
    /// What it becomes, a code.
    pub becomes: String,
    /// What is done with it, a code.
    pub kind: String,
    /// Its title; `{}` stands for what it is about.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    pub closed_reason: Option<String>,
    /// How deep it lies under others.
    pub level: u8,
    /// What stands in front of it instead of a number.
    pub mark: Option<String>,
}

/// An agenda as it would be filled.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct AgendaPreview {
    /// The template's name.
    pub name: String,
    /// For which meetings it is, a code.
    pub used_for: String,
    /// Why it was chosen; empty where somebody chose it.
    pub reason: String,
    /// The items.
    pub items: Vec<PreviewItem>,
    /// The templates that there are for the body.
    pub templates: Vec<TemplateChoice>,
}

/// A template that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct TemplateChoice {
    /// A use's code, or an identifier.
    pub template: String,
    /// Its name.
    pub name: String,
}

/// An item as it would be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct PreviewItem {
    /// What stands in front of it.
    pub number: String,
    /// How deep it lies under others.
    pub level: u8,
    /// What is done with it, in Japanese.
    pub kind: String,
    /// Its title.
    pub title: String,
    /// Who presents it.
    pub presenter: Option<String>,
    /// Minutes planned for it.
    pub minutes: Option<u16>,
    /// Numbers of its papers.
    pub papers: Vec<String>,
    /// Why it is there, where it came by itself.
    pub reason: String,
}

pub(super) fn preview_item(item: &AgendaItem, becomes: Becomes, number: String, papers: &[Paper]) -> PreviewItem {
    let paper = |id: &PaperId| papers.iter().find(|p| p.id == *id).map(|p| p.number.to_string());
    PreviewItem {
        number,
        level: item.level,
        kind: item.kind.label().to_owned(),
        title: item.title.clone(),
        presenter: item.presenter.clone(),
        minutes: item.minutes,
        papers: item.papers.iter().filter_map(paper).collect(),
        reason: words::becomes_reason(becomes).to_owned(),
    }
}

pub(super) fn template_row(council: &Snapshot, template: &AgendaTemplate) -> TemplateRow {
    let body = template.body.and_then(|id| council.body_by_id(id));
    TemplateRow {
        id: Some(template.id.to_string()),
        body: body.map(|b| b.key.clone()),
        body_name: body.and_then(|b| council.latest(b.id)).map(|v| v.name.clone()),
        used_for: template.used_for.code().to_owned(),
        used_for_label: template.used_for.label().to_owned(),
        name: template.name.clone(),
        items: template.items.iter().map(template_line).collect(),
    }
}

pub(super) fn built_in_row(used_for: TemplateUse) -> TemplateRow {
    TemplateRow {
        id: None,
        body: None,
        body_name: None,
        used_for: used_for.code().to_owned(),
        used_for_label: used_for.label().to_owned(),
        name: words::built_in_name(used_for),
        items: words::built_in(used_for).iter().map(template_line).collect(),
    }
}

fn template_line(line: &TemplateItem) -> TemplateLine {
    TemplateLine {
        becomes: line.becomes.code().to_owned(),
        kind: line.kind.code().to_owned(),
        title: line.title.clone(),
        presenter: line.presenter.clone(),
        minutes: line.minutes,
        closed_reason: line.closed_reason.clone(),
        level: line.level,
        mark: line.mark.clone(),
    }
}
