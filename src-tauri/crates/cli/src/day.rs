//! The day of a meeting: attendance, the quorum, the reception list.

use crate::args::day::{Attendance, Quorum, Reception};
use crate::documents::{READ, Writer, write};
use crate::open::{for_reading, for_writing};
use crate::which::meeting;
use entaku_app::commands::dispatch;
use entaku_app::printing::Document;
use entaku_app::{App, AppError, Result};
use entaku_domain::id::MeetingId;
use entaku_domain::text::search_key;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::Path;

/// The words for what is recorded, and their codes.
const WORDS: [(&str, Option<&str>); 8] = [
    ("出席", Some("present")),
    ("オンライン", Some("online")),
    ("遅参", Some("late")),
    ("早退", Some("left_early")),
    ("代理", Some("proxy")),
    ("届出欠席", Some("excused")),
    ("欠席", Some("absent")),
    ("なし", None),
];

/// The words for a quorum, and their codes.
const SHARES: [(&str, &str); 2] = [("過半数", "more_than_half"), ("半数以上", "half_or_more")];

pub(crate) fn attendance(council: Option<&Path>, ask: &Attendance) -> Result<()> {
    let writes = !ask.set.is_empty()
        || ask.opened.is_some()
        || ask.closed.is_some()
        || ask.audience.is_some()
        || ask.press.is_some();
    let mut app = if writes { for_writing(council)? } else { for_reading(council)? };
    let id = meeting(&app, &ask.meeting)?;
    if !ask.set.is_empty() {
        let rows = ask.set.iter().map(|set| row(&app, id, set)).collect::<Result<Vec<Value>>>()?;
        told(&dispatch(&mut app, "set_attendance", json!({ "meeting": id.to_string(), "rows": rows }))?);
    }
    if writes && (ask.opened.is_some() || ask.closed.is_some() || ask.audience.is_some() || ask.press.is_some()) {
        let old = app.day_facts(id)?;
        let day = json!({
            "meeting": id.to_string(),
            "opened": ask.opened.clone().or(old.opened), "closed": ask.closed.clone().or(old.closed),
            "admitted": ask.audience.or(old.admitted), "left_early": ask.left.or(old.left_early),
            "refused": old.refused, "press": ask.press.or(old.press),
        });
        told(&dispatch(&mut app, "set_meeting_day", day)?);
    }
    show(&app, id)
}

fn show(app: &App, id: MeetingId) -> Result<()> {
    let list = app.list_attendance(id)?;
    for row in &list.rows {
        let word = row.presence.as_deref().and_then(|code| WORDS.iter().find(|(_, c)| *c == Some(code)));
        let times = [row.came.as_deref().map(|t| format!("{t}から")), row.left.as_deref().map(|t| format!("{t}まで"))];
        let outs = row.outs.iter().map(|o| o.text.clone());
        let more: Vec<String> = times.into_iter().flatten().chain(row.proxy.clone()).chain(outs).collect();
        let more = if more.is_empty() { String::new() } else { format!("（{}）", more.join("、")) };
        say!("{}　{}{more}", row.name, word.map_or("―", |(word, _)| *word));
    }
    say!("{}", list.summary);
    let day = app.day_page(id)?;
    for other in &day.others {
        say!("{}　{}　{}", other.kind_label, other.name, other.affiliation);
    }
    if let Some(audience) = &day.facts.audience {
        say!("{audience}");
    }
    for sentence in [&day.quorum.sentence, &day.quorum.announced].into_iter().flatten() {
        say!("「{sentence}」");
    }
    for turn in day.quorum.turns.iter().skip(1) {
        say!("・{}", turn.text);
    }
    for fall in &day.quorum.falls {
        say!("・{fall}");
    }
    Ok(())
}

/// 髙橋美咲=遅参:14:10.
fn row(app: &App, id: MeetingId, set: &str) -> Result<Value> {
    let unreadable = || AppError::BadRequest(format!("no attendance in {set:?}"));
    let (name, said) = set.split_once('=').ok_or_else(unreadable)?;
    let (word, more) = said.split_once(':').map_or((said, None), |(word, more)| (word, Some(more)));
    let (_, code) = WORDS.iter().find(|(w, _)| *w == word).ok_or_else(unreadable)?;
    let key = search_key(name);
    let list = app.list_attendance(id)?;
    let found = list.rows.iter().find(|r| search_key(&r.name) == key);
    let found = found.ok_or_else(|| AppError::UnknownPerson(name.to_owned()))?;
    let only = |wanted: &str| more.filter(|_| *code == Some(wanted));
    let timed = matches!(*code, Some("late" | "left_early"));
    Ok(json!({
        "appointment": found.appointment, "presence": code, "proxy": only("proxy"),
        "came": only("late").or(timed.then_some("")), "left": only("left_early").or(timed.then_some("")),
    }))
}

pub(crate) fn reception(council: Option<&Path>, ask: &Reception) -> Result<()> {
    let app = for_reading(council)?;
    let meeting = meeting(&app, &ask.meeting)?.to_string();
    let document = Document::Reception { meeting, large: Some(ask.large), blank: ask.blank };
    write(&app, &document, &READ, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) fn quorum(council: Option<&Path>, ask: &Quorum) -> Result<()> {
    let mut app = for_writing(council)?;
    let share = match ask.share.as_str() {
        "協議会の定め" => None,
        word => Some(SHARES.iter().find(|(w, _)| *w == word).map_or(word, |(_, code)| *code)),
    };
    let rule = json!({
        "body": ask.body, "share": share, "proxies": ask.proxies, "online": !ask.no_online,
        "without_recused": ask.without_recused,
    });
    told(&dispatch(&mut app, "set_quorum_rule", rule)?);
    say!("定足数の定めを設定しました。");
    Ok(())
}

/// What the rules noticed.
pub(crate) fn told(done: &Value) {
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        say!("・{notice}");
    }
}
