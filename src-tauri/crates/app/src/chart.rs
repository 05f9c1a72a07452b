//! The relationship chart (関係図) of a fiscal year, and the composition chart (構成図) of a day.

mod live;
mod scenes;

use crate::error::{AppError, Result};
use crate::publication;
use crate::snapshot::{Sitting, Snapshot};
use crate::text::labels;
use entaku_chart::{
    ChartError, ChartInput, Detail, Edge, EdgeKind, Frame, Item, Legend, Measure, Node, NodeKind, Pin, Scene, Section,
    Sheet, Subtitle, TreeBody, TreeInput,
};
use entaku_documents::Audience;
use entaku_domain::appointment::MemberKind;
use entaku_domain::body::{Body, BodyKind, BodyVersion, TextKind};
use entaku_domain::council::Council;
use entaku_domain::flow::{Direction, Flow, FlowEnd, FlowKind};
use entaku_domain::plan::{Plan, PlanKind};
use entaku_domain::{Certainty, Day, FiscalYear};
pub use live::{LiveArrow, LiveBox, LiveChart, LiveRect, LiveRun};
pub use scenes::{BoxPage, CouncilRow};

/// The key of the council's frame on the chart.
pub const FRAME: &str = "council";

/// What the relationship chart of a year is drawn from.
///
/// # Errors
/// [`AppError::NothingInYear`] when the council has no bodies then.
pub fn relationship(
    council: &Snapshot,
    year: FiscalYear,
    sheet: Sheet,
    detail: Detail,
    pins: Vec<Pin>,
) -> Result<ChartInput> {
    let mut nodes: Vec<Node> =
        council.plans.iter().filter(|p| plan_shown(p, year)).map(|p| plan_node(council, p)).collect();
    nodes.extend(council.bodies_in(year).map(|(body, version)| body_node(council, body, version, year)));
    if !council.bodies_in(year).any(|(b, _)| b.kind == BodyKind::Plenary) {
        return Err(AppError::NothingInYear(year.number()));
    }
    let known = |key: &str| key == FRAME || nodes.iter().any(|n| n.key == key);
    let edges = drawn_flows(council, year, &nodes).into_iter().map(|(_, edge)| edge).collect();
    let pins = pins.into_iter().filter(|p| known(&p.key)).collect();
    Ok(ChartInput {
        title: labels::chart_title(&council.council, year),
        subtitles: philosophy(&council.council).into_iter().collect(),
        frame: Frame { key: FRAME.to_owned(), title: council.council.name.clone(), purpose: purpose(council, year) },
        nodes,
        edges,
        sheet,
        detail,
        pins,
        legend: legend(),
    })
}

/// The plan's philosophy over the chart; none where the council has none.
fn philosophy(council: &Council) -> Option<Subtitle> {
    let text = council.philosophy.clone();
    (!text.is_empty()).then(|| Subtitle { caption: labels::philosophy_caption(council), text })
}

/// The arrows of a year whose both ends are on the chart, in the order of drawing.
fn drawn_flows<'a>(council: &'a Snapshot, year: FiscalYear, nodes: &[Node]) -> Vec<(&'a Flow, Edge)> {
    let known = |key: &str| key == FRAME || nodes.iter().any(|n| n.key == key);
    let shown = council.flows.iter().filter(|f| f.shown_in(year) && f.from != f.to);
    shown.filter_map(|f| Some((f, edge(council, f)?))).filter(|(_, e)| known(&e.from) && known(&e.to)).collect()
}

/// The scene of a relationship chart and its text version.
///
/// # Errors
/// Those of the chart; boxes that have no room by their names.
pub fn draw(input: &ChartInput) -> Result<(Scene, String)> {
    let scene = entaku_chart::scene(input, &Measure::default()).map_err(|error| by_name(input, error))?;
    Ok((scene, entaku_chart::text(input)))
}

fn by_name(input: &ChartInput, error: ChartError) -> ChartError {
    let name = |key: String| input.nodes.iter().find(|n| n.key == key).map_or(key, |n| n.name.clone());
    match error {
        ChartError::PinsCollide { keys } => ChartError::PinsCollide { keys: keys.into_iter().map(name).collect() },
        other => other,
    }
}

/// What the composition chart of a day is drawn from; in public, people appear as they chose (V26).
///
/// # Errors
/// [`AppError::NothingInYear`] when the council has no bodies then.
pub fn composition(council: &Snapshot, on: Day, sheet: Sheet, audience: Audience) -> Result<TreeInput> {
    let year = FiscalYear::of(on);
    let bodies: Vec<TreeBody> = council
        .bodies_in(year)
        .filter(|(b, _)| b.kind.is_internal() && b.kind != BodyKind::Secretariat)
        .map(|(body, version)| tree_body(council, body, version, on, audience))
        .collect();
    if bodies.is_empty() {
        return Err(AppError::NothingInYear(year.number()));
    }
    Ok(TreeInput {
        title: labels::tree_title(&council.council, year),
        as_of: labels::as_of(&council.council, on),
        bodies,
        sheet,
    })
}

/// The scene of a composition chart and its text version.
///
/// # Errors
/// Those of the chart.
pub fn draw_tree(input: &TreeInput) -> Result<(Scene, String)> {
    let scene = entaku_chart::tree_scene(input, &Measure::default())?;
    Ok((scene, entaku_chart::tree_text(input)))
}

/// The wording of the purpose that the chart carries, in force in that year.
fn purpose(council: &Snapshot, year: FiscalYear) -> String {
    let mut wordings: Vec<_> = council.council.purposes.iter().filter(|p| p.from_year <= year).collect();
    wordings.sort_by_key(|p| (p.document.contains(labels::CHART), p.from_year));
    wordings.last().map(|p| labels::purpose(&p.text)).unwrap_or_default()
}

fn legend() -> Legend {
    Legend {
        heading: labels::LEGEND.to_owned(),
        consultation: FlowKind::Consultation.label().to_owned(),
        plan: FlowKind::Plan.label().to_owned(),
        support: FlowKind::Support.label().to_owned(),
        estimated: labels::ESTIMATED.to_owned(),
    }
}

/// Components of a plan stand as lines in its box, not as boxes.
fn plan_shown(plan: &Plan, year: FiscalYear) -> bool {
    plan.kind != PlanKind::Component && plan.from_year <= year && plan.to_year.is_none_or(|to| year <= to)
}

fn plan_node(council: &Snapshot, plan: &Plan) -> Node {
    let parts = council.plans.iter().filter(|p| p.parent == Some(plan.id) && p.kind == PlanKind::Component);
    let mut items: Vec<Item> = parts.map(|p| plain(&p.name)).collect();
    items.extend(plan.note.iter().map(|n| plain(n)));
    let mut sections = vec![section("", items, Detail::Brief)];
    if plan.kind == PlanKind::Own {
        let stated = council.laws.iter().filter(|l| l.certainty == Certainty::Stated);
        sections.push(section("", stated.map(|l| plain(&labels::law(l))).collect(), Detail::Standard));
    }
    Node {
        key: plan.key.clone(),
        name: plan.name.clone(),
        note: String::new(),
        badge: if plan.kind == PlanKind::Upper { labels::UPPER_PLAN.to_owned() } else { String::new() },
        kind: if plan.kind == PlanKind::Upper { NodeKind::UpperPlan } else { NodeKind::Plan },
        parent: None,
        sections: sections.into_iter().filter(|s| !s.items.is_empty()).collect(),
        certainty: entaku_chart::Certainty::Stated,
    }
}

fn body_node(council: &Snapshot, body: &Body, version: &BodyVersion, year: FiscalYear) -> Node {
    let parent = body.parent.and_then(|id| council.body_by_id(id)).filter(|parent| parent.exists_in(year));
    Node {
        key: body.key.clone(),
        name: version.name.clone(),
        note: version.note.clone().unwrap_or_default(),
        badge: labels::badge(version),
        kind: node_kind(body.kind),
        parent: parent
            .filter(|_| matches!(body.kind, BodyKind::Subcommittee | BodyKind::WorkingGroup))
            .map(|p| p.key.clone()),
        sections: body_sections(version),
        certainty: entaku_chart::Certainty::Stated,
    }
}

/// `brief`, `standard`, `full`.
fn detail_code(detail: Detail) -> &'static str {
    match detail {
        Detail::Brief => "brief",
        Detail::Standard => "standard",
        Detail::Full => "full",
    }
}

fn node_kind(kind: BodyKind) -> NodeKind {
    match kind {
        BodyKind::Plenary | BodyKind::Steering | BodyKind::CaseReview => NodeKind::Body,
        BodyKind::SubcommitteeGroup => NodeKind::Group,
        BodyKind::Subcommittee | BodyKind::WorkingGroup => NodeKind::Subunit,
        BodyKind::ProjectTeam | BodyKind::Partner | BodyKind::CityOffice | BodyKind::EducationBoard => {
            NodeKind::Partner
        }
        BodyKind::Secretariat => NodeKind::Secretariat,
        BodyKind::PlanBody => NodeKind::PlanBody,
        BodyKind::Addressee => NodeKind::City,
    }
}

/// The sections of a body's box in the order of reading, each with the least
/// detail at which it is shown.
fn body_sections(version: &BodyVersion) -> Vec<Section> {
    let texts =
        |kind| version.texts_of(kind).map(|t| Item { mark: t.mark.clone(), text: t.text.clone() }).collect::<Vec<_>>();
    let told_apart = version.categories.iter().filter(|_| version.is_categorised());
    let mut members: Vec<Item> =
        told_apart.map(|c| Item { mark: labels::category_mark(c.number), text: c.text.clone() }).collect();
    members.extend(texts(TextKind::Members));
    let heading = |kind: TextKind| labels::section(kind.label());
    let all = [
        section("", texts(TextKind::Summary), Detail::Brief),
        section("", texts(TextKind::Purpose), Detail::Brief),
        section(&heading(TextKind::Affair), texts(TextKind::Affair), Detail::Standard),
        section(&heading(TextKind::Duty), texts(TextKind::Duty), Detail::Standard),
        section(&heading(TextKind::Members), members, Detail::Standard),
        section("", texts(TextKind::MemberNote), Detail::Full),
        section(&heading(TextKind::Role), texts(TextKind::Role), Detail::Standard),
        section(&heading(TextKind::OtherRole), texts(TextKind::OtherRole), Detail::Full),
        section(&heading(TextKind::Matter), texts(TextKind::Matter), Detail::Full),
        section("", texts(TextKind::Establishment), Detail::Brief),
    ];
    all.into_iter().filter(|s| !s.items.is_empty()).collect()
}

fn section(heading: &str, items: Vec<Item>, detail: Detail) -> Section {
    Section { heading: heading.to_owned(), items, detail }
}

fn plain(text: &str) -> Item {
    Item { mark: String::new(), text: text.to_owned() }
}

fn edge(council: &Snapshot, flow: &Flow) -> Option<Edge> {
    Some(Edge {
        from: end_key(council, flow.from)?,
        to: end_key(council, flow.to)?,
        label: flow.label.clone(),
        kind: match flow.kind {
            FlowKind::Consultation => EdgeKind::Consultation,
            FlowKind::Plan => EdgeKind::Plan,
            FlowKind::Support => EdgeKind::Support,
        },
        direction: match flow.direction {
            Direction::OneWay => entaku_chart::Direction::OneWay,
            Direction::Both => entaku_chart::Direction::Both,
        },
        certainty: match flow.certainty {
            Certainty::Stated => entaku_chart::Certainty::Stated,
            Certainty::Estimated => entaku_chart::Certainty::Estimated,
        },
    })
}

/// The handle of the box where an arrow ends.
pub(crate) fn end_key(council: &Snapshot, end: FlowEnd) -> Option<String> {
    match end {
        FlowEnd::Council => Some(FRAME.to_owned()),
        FlowEnd::Body(id) => council.body_by_id(id).map(|b| b.key.clone()),
        FlowEnd::Plan(id) => council.plans.iter().find(|p| p.id == id).map(|p| p.key.clone()),
    }
}

fn tree_body(council: &Snapshot, body: &Body, version: &BodyVersion, on: Day, audience: Audience) -> TreeBody {
    let mut sittings = council.sittings(body.id, on);
    sittings.sort_by_cached_key(|s| council.officer_rank(body.id, s, on));
    // An observer is listed and no member.
    let sitting = sittings.iter().filter(|s| s.has_vote()).count();
    TreeBody {
        key: body.key.clone(),
        name: version.name.clone(),
        badge: labels::tree_badge(version, sitting),
        parent: body.parent.and_then(|id| council.body_by_id(id)).map(|p| p.key.clone()),
        seats: sittings.iter().filter(|s| s.counts()).map(|s| tree_seat(council, version, s, on, audience)).collect(),
    }
}

fn tree_seat(
    council: &Snapshot,
    version: &BodyVersion,
    sitting: &Sitting<'_>,
    on: Day,
    audience: Audience,
) -> entaku_chart::Seat {
    let observes = sitting.appointment.is_some_and(|a| a.kind == MemberKind::Observer);
    let category =
        sitting.seat.category.filter(|_| version.is_categorised()).map(labels::category_mark).unwrap_or_default();
    match sitting.person {
        Some(person) => {
            let shown = publication::appearance(council, person, on, audience);
            entaku_chart::Seat {
                role: council.office_title(version.body, person.id, on).map_or(category, str::to_owned),
                name: shown.name,
                affiliation: if observes { labels::observer(&shown.affiliation) } else { shown.affiliation },
                vacant: false,
            }
        }
        None => entaku_chart::Seat {
            role: category,
            name: labels::VACANT.to_owned(),
            affiliation: council.filler_text(sitting.seat, on),
            vacant: true,
        },
    }
}
