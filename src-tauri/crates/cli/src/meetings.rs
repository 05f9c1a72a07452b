//! Meetings that are added, put off, called off or held jointly; agendas; the script.

use crate::args::meetings::{
    AddItem, AddMeeting, AgendaCommand, Counting, ItemIssue, MeetingCommand, OneItem, Scenario, SeriesOf, State, Which,
    YesNo,
};
use crate::documents::{Writer, write};
use crate::open::{for_reading, for_writing};
use entaku_app::commands::{dispatch, year};
use entaku_app::printing::{Document, Format};
use entaku_app::{App, AppError, Result, meetings};
use entaku_domain::agenda::ItemKind;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::Path;

pub(crate) fn meeting(council: Option<&Path>, ask: &MeetingCommand) -> Result<()> {
    match ask {
        MeetingCommand::Add(ask) => add(council, ask),
        MeetingCommand::Series(ask) => series(council, ask),
        other => change(council, other),
    }
}

/// What is done to one meeting.
fn change(council: Option<&Path>, ask: &MeetingCommand) -> Result<()> {
    let (which, command, mut form) = match ask {
        MeetingCommand::State(s) => (&s.meeting, "set_meeting_state", json!({ "state": state(s.to) })),
        MeetingCommand::Postpone(p) => {
            let form = json!({
                "to": p.to, "start": p.start, "end": p.end, "place": p.place, "reason": p.reason,
                "decided_on": p.decided,
            });
            (&p.meeting, "postpone_meeting", form)
        }
        MeetingCommand::Cancel(c) => {
            let form = json!({ "reason": c.reason, "counts": answer(c.counts), "decided_on": c.decided });
            (&c.meeting, "cancel_meeting", form)
        }
        MeetingCommand::Counts(c) => (&c.meeting, "set_meeting_counts", json!({ "counts": answer(c.counts) })),
        MeetingCommand::Joint(j) => {
            let counted = j.with.iter().map(|b| json!({ "body": b, "numbered": true }));
            let other = j.uncounted.iter().map(|b| json!({ "body": b, "numbered": false }));
            let bodies: Vec<Value> = counted.chain(other).collect();
            (&j.meeting, "set_joint_bodies", json!({ "bodies": bodies }))
        }
        MeetingCommand::Add(_) | MeetingCommand::Series(_) => return Ok(()),
    };
    let mut app = for_writing(council)?;
    let id = find(&app, which)?;
    form["meeting"] = json!(id);
    tell(&dispatch(&mut app, command, form)?);
    said(&mut app, &id)
}

fn add(council: Option<&Path>, ask: &AddMeeting) -> Result<()> {
    let mut app = for_writing(council)?;
    let joint: Vec<Value> = ask.with.iter().map(|b| json!({ "body": b, "numbered": true })).collect();
    let form = json!({
        "body": ask.body, "date": ask.date, "start": ask.start, "end": ask.end, "place": ask.place,
        "number": ask.number, "joint": joint, "agenda": ask.fill.then_some("fitting"),
    });
    let done = dispatch(&mut app, "add_meeting", form)?;
    tell(&done);
    said(&mut app, done["output"].as_str().unwrap_or_default())
}

/// Where a meeting stands now.
fn said(app: &mut App, id: &str) -> Result<()> {
    let page = read(app, "meeting_page", &json!({ "meeting": id }))?;
    let summary = &page["summary"];
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    say!("{}　{}　{}", text(&summary["title"]), text(&summary["date"]), text(&summary["state_label"]));
    for was in page["put_off"].as_array().into_iter().flatten() {
        say!("　延期の前の日: {}　{}", text(&was["was_day"]), text(&was["reason"]));
    }
    if let Some(reason) = page["off_reason"].as_str() {
        say!("　中止の理由: {reason}");
    }
    Ok(())
}

fn series(council: Option<&Path>, ask: &SeriesOf) -> Result<()> {
    let sets = ask.counting.is_some() || ask.first.is_some() || ask.since.is_some() || ask.years.is_some();
    if sets || ask.title.is_some() {
        let mut app = for_writing(council)?;
        let mut rule = read(&mut app, "meeting_rule", &json!({ "body": ask.body }))?;
        for known in ["usual", "example"] {
            rule.as_object_mut().map(|r| r.remove(known));
        }
        rule["since"] = match &ask.since {
            Some(since) => json!(since),
            None => rule["since"].as_i64().map_or(Value::Null, |y| json!(y.to_string())),
        };
        if let Some(counting) = ask.counting {
            rule["counting"] = json!(counting_code(counting));
        }
        if let Some(first) = ask.first {
            rule["first"] = json!(first);
        }
        if let Some(years) = ask.years {
            rule["years"] = json!(years);
        }
        if let Some(title) = &ask.title {
            rule["title"] = json!(title);
        }
        tell(&dispatch(&mut app, "set_meeting_rule", rule)?);
        return show_series(&app, &ask.body);
    }
    show_series(&for_reading(council)?, &ask.body)
}

fn show_series(app: &App, body: &str) -> Result<()> {
    let rule = app.meeting_rule(body)?;
    let own = rule.counting.as_deref().and_then(|c| entaku_domain::series::Counting::from_code(c).ok());
    say!("数え方: {}", own.map_or_else(|| format!("協議会のとおり（{}）", rule.usual), |c| c.label().to_owned()));
    say!("始まり: 第{}回{}", rule.first, rule.since.map(|y| format!("（{y}年度）")).unwrap_or_default());
    say!("次の会議: {}", rule.example);
    Ok(())
}

pub(crate) fn agenda(council: Option<&Path>, ask: &AgendaCommand) -> Result<()> {
    match ask {
        AgendaCommand::Show(which) => {
            let mut app = for_reading(council)?;
            let id = find(&app, which)?;
            show(&mut app, &id)
        }
        AgendaCommand::Clock(ask) => {
            let mut app = for_reading(council)?;
            let id = find(&app, &ask.meeting)?;
            clock(&mut app, &id, ask.at.as_deref())
        }
        AgendaCommand::Fill(ask) if ask.preview => {
            let mut app = for_reading(council)?;
            let id = find(&app, &ask.meeting)?;
            preview(&mut app, &id, ask.template.as_deref())
        }
        AgendaCommand::Templates(ask) => templates(&for_reading(council)?, ask.body.as_deref()),
        writing => {
            let mut app = for_writing(council)?;
            let (which, command, form) = write_form(&mut app, writing)?;
            tell(&dispatch(&mut app, command, form)?);
            let id = find(&app, which)?;
            if matches!(writing, AgendaCommand::Begin(_)) { clock(&mut app, &id, None) } else { show(&mut app, &id) }
        }
    }
}

/// The meeting, the command and its form.
fn write_form<'a>(app: &mut App, ask: &'a AgendaCommand) -> Result<(&'a Which, &'static str, Value)> {
    Ok(match ask {
        AgendaCommand::Fill(ask) => {
            let template = ask.template.as_deref().map(|name| template(app, &ask.meeting, name)).transpose()?;
            let form = json!({ "meeting": find(app, &ask.meeting)?, "template": template });
            (&ask.meeting, "fill_agenda", form)
        }
        AgendaCommand::Copy(ask) => {
            let body = ask.from_body.clone().unwrap_or_else(|| ask.meeting.body.clone());
            let from = Which { body, year: ask.from_year.clone(), number: ask.from_number };
            let form = json!({ "meeting": find(app, &ask.meeting)?, "from": find(app, &from)? });
            (&ask.meeting, "copy_agenda", form)
        }
        AgendaCommand::Add(ask) => (&ask.meeting, "add_agenda_item", item_form(app, ask)?),
        AgendaCommand::Issue(ask) => (&ask.item.meeting, "update_agenda_item", issue_form(app, ask)?),
        AgendaCommand::Move(ask) => {
            (&ask.item.meeting, "move_agenda_item", json!({ "item": item(app, &ask.item)?, "place": ask.to }))
        }
        AgendaCommand::Remove(ask) => (&ask.meeting, "remove_agenda_item", json!({ "item": item(app, ask)? })),
        AgendaCommand::Take(ask) => {
            let id = find(app, &ask.meeting)?;
            let offers = read(app, "agenda_offers", &json!({ "meeting": id }))?;
            let offer = nth(&offers, ask.offer)?;
            let form = json!({ "meeting": id, "what": offer["what"], "id": offer["id"] });
            (&ask.meeting, "take_offer", form)
        }
        AgendaCommand::Left(ask) => {
            let why = if ask.out_of_time { "out_of_time" } else { "continued" };
            let why = (!ask.undo).then_some(why);
            let form = json!({ "item": item(app, &ask.item)?, "why": why, "note": ask.note });
            (&ask.item.meeting, "set_left_over", form)
        }
        AgendaCommand::Drop(ask) => {
            (&ask.item.meeting, "drop_left_over", json!({ "item": item(app, &ask.item)?, "reason": ask.reason }))
        }
        AgendaCommand::Begin(ask) => {
            let next = ask.item.map(|at| OneItem { meeting: ask.meeting.clone(), item: at });
            let next = next.as_ref().map(|one| item(app, one)).transpose()?;
            let at = ask.at.clone().unwrap_or_else(|| app.time_of_day());
            (&ask.meeting, "begin_item", json!({ "meeting": find(app, &ask.meeting)?, "item": next, "at": at }))
        }
        AgendaCommand::Show(which) => (which, "list_agenda", Value::Null),
        AgendaCommand::Clock(ask) => (&ask.meeting, "agenda_clock", Value::Null),
        AgendaCommand::Templates(_) => return Err(AppError::BadRequest("templates".to_owned())),
    })
}

fn item_form(app: &App, ask: &AddItem) -> Result<Value> {
    let named = ItemKind::ALL.iter().find(|k| k.label() == ask.kind);
    let kind = named.map_or(ask.kind.as_str(), |k| k.code());
    Ok(json!({
        "meeting": find(app, &ask.meeting)?, "kind": kind, "title": ask.title, "presenter": ask.presenter,
        "minutes": ask.minutes, "closed_reason": ask.closed, "papers": ask.paper, "place": ask.place,
        "level": ask.level, "mark": ask.mark, "issue": issue_id(app, ask.issue.as_deref())?,
    }))
}

fn issue_id(app: &App, number: Option<&str>) -> Result<Option<String>> {
    number.map(|number| Ok(app.issue_numbered(number)?.to_string())).transpose()
}

/// An item as it is, with another issue.
fn issue_form(app: &mut App, ask: &ItemIssue) -> Result<Value> {
    let (id, meeting) = (item(app, &ask.item)?, find(app, &ask.item.meeting)?);
    let list = read(app, "list_agenda", &json!({ "meeting": meeting }))?;
    let row = list["items"].as_array().into_iter().flatten().find(|row| row["id"] == id).cloned().unwrap_or_default();
    let issue = issue_id(app, ask.issue.as_deref())?.unwrap_or_default();
    Ok(json!({
        "item": id, "kind": row["kind"], "title": row["title"], "presenter": row["presenter"],
        "minutes": row["minutes"], "closed_reason": row["closed_reason"], "papers": row["papers"],
        "level": row["level"], "mark": row["mark"], "issue": issue,
    }))
}

/// The agenda with its places, and what may come onto it.
fn show(app: &mut App, id: &str) -> Result<()> {
    let list = read(app, "list_agenda", &json!({ "meeting": id }))?;
    for (at, row) in (1..).zip(list["items"].as_array().into_iter().flatten()) {
        let text = |key: &str| row[key].as_str().unwrap_or_default().to_owned();
        let indent = "　".repeat(usize::try_from(row["level"].as_u64().unwrap_or(0)).unwrap_or(0));
        let minutes = row["minutes"].as_u64().map(|m| format!("　{m}分")).unwrap_or_default();
        let left = row["left"]["label"].as_str().map(|l| format!("　［{l}］")).unwrap_or_default();
        let carried = row["carried"]["text"].as_str().map(|c| format!("　（{c}）")).unwrap_or_default();
        let issue = row["issue"]["number"].as_str().map(|n| format!("　［課題 {n}］")).unwrap_or_default();
        say!("{at:>3}: {indent}{} {}{minutes}{issue}{left}{carried}", text("number"), text("title"));
    }
    let offers = read(app, "agenda_offers", &json!({ "meeting": id }))?;
    let mut offers = (1..).zip(offers.as_array().into_iter().flatten()).peekable();
    if offers.peek().is_some() {
        say!("次第に載せる候補:");
    }
    for (at, offer) in offers {
        let text = |key: &str| offer[key].as_str().unwrap_or_default().to_owned();
        say!("{at:>3}: {}　{}", text("title"), text("reason"));
    }
    Ok(())
}

/// Planned and actual times.
fn clock(app: &mut App, id: &str, at: Option<&str>) -> Result<()> {
    let clock = read(app, "agenda_clock", &json!({ "meeting": id, "at": at }))?;
    for row in clock["items"].as_array().into_iter().flatten() {
        let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
        let times = &row["times"];
        say!(
            "{}　{}～{}　{} {}　{}",
            text(&row["clock"]),
            text(&times["started"]),
            text(&times["ended"]),
            text(&row["number"]),
            text(&row["title"]),
            times["over_text"].as_str().unwrap_or_default()
        );
    }
    for key in ["behind_text", "ends_text"] {
        let said = clock[key].as_str().unwrap_or_default();
        if !said.is_empty() {
            say!("{said}");
        }
    }
    Ok(())
}

fn preview(app: &mut App, id: &str, named: Option<&str>) -> Result<()> {
    let mut preview = read(app, "agenda_preview", &json!({ "meeting": id }))?;
    if let Some(name) = named {
        let template = chosen(&preview, name)?;
        preview = read(app, "agenda_preview", &json!({ "meeting": id, "template": template }))?;
    }
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    say!("{}　{}", text(&preview["name"]), text(&preview["reason"]));
    for item in preview["items"].as_array().into_iter().flatten() {
        say!("　{} {}　{}", text(&item["number"]), text(&item["title"]), text(&item["reason"]));
    }
    Ok(())
}

fn templates(app: &App, body: Option<&str>) -> Result<()> {
    for row in app.list_templates(body)? {
        let whose = row.body_name.as_deref().unwrap_or("全ての会議体");
        let own = if row.id.is_some() { "" } else { "（円卓のもの）" };
        say!("{}　{}　{whose}{own}", row.used_for_label, row.name);
        for item in &row.items {
            say!("　{}", item.title);
        }
    }
    Ok(())
}

/// The template of a name, among those that there are for the meeting.
fn template(app: &mut App, which: &Which, name: &str) -> Result<String> {
    let id = find(app, which)?;
    chosen(&read(app, "agenda_preview", &json!({ "meeting": id }))?, name)
}

fn chosen(preview: &Value, name: &str) -> Result<String> {
    let mut all = preview["templates"].as_array().into_iter().flatten();
    let found = all.find(|t| t["name"] == name || t["template"] == name);
    let found = found.and_then(|t| t["template"].as_str()).map(str::to_owned);
    found.ok_or_else(|| AppError::UnknownRecord(name.to_owned()))
}

pub(crate) fn scenario(council: Option<&Path>, ask: &Scenario) -> Result<()> {
    let app = for_reading(council)?;
    let document = Document::Scenario { meeting: find(&app, &ask.meeting)?, large: Some(ask.large) };
    let forms = [Format::Pdf, Format::Docx, Format::Txt];
    write(&app, &document, &forms, Fallback::Refuse, &mut Writer::new(&ask.out))
}

fn find(app: &App, which: &Which) -> Result<String> {
    Ok(meetings::find(&app.snapshot()?, &which.body, year(&which.year)?, which.number)?.id.to_string())
}

fn item(app: &mut App, one: &OneItem) -> Result<String> {
    let id = find(app, &one.meeting)?;
    let list = read(app, "list_agenda", &json!({ "meeting": id }))?;
    Ok(nth(&list["items"], one.item)?["id"].as_str().unwrap_or_default().to_owned())
}

fn nth(list: &Value, place: usize) -> Result<&Value> {
    let found = place.checked_sub(1).and_then(|at| list.get(at));
    found.ok_or_else(|| AppError::UnknownRecord(place.to_string()))
}

fn read(app: &mut App, command: &str, args: &Value) -> Result<Value> {
    dispatch(app, command, args.clone())
}

fn tell(done: &Value) {
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(|s| s.as_str()) {
        say!("・{notice}");
    }
}

const fn answer(answer: YesNo) -> Option<bool> {
    match answer {
        YesNo::Yes => Some(true),
        YesNo::No => Some(false),
        YesNo::Open => None,
    }
}

const fn state(state: State) -> &'static str {
    match state {
        State::Draft => "draft",
        State::Noticed => "noticed",
        State::Held => "held",
        State::MinutesOut => "minutes_out",
        State::Approved => "approved",
    }
}

const fn counting_code(counting: Counting) -> Option<&'static str> {
    match counting {
        Counting::Usual => None,
        Counting::PerYear => Some("per_year"),
        Counting::Running => Some("running"),
        Counting::PerTerm => Some("per_term"),
    }
}
