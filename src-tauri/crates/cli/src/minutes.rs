//! Minutes: shown, begun, read in from a transcript, printed, sent, made final.

use crate::args::minutes::{ApproveBy, ApproveMinutes, ImportTranscript, MinutesForm, OfBody, PrintMinutes};
use crate::args::{Minutes, MinutesDo, OneMeeting};
use crate::documents::{Writer, write};
use crate::open::{for_reading, for_writing};
use entaku_app::commands::{dispatch, year};
use entaku_app::import::encoding;
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_app::{App, AppError, Result, files};
use entaku_sheets::{Fallback, plain_text};
use serde_json::{Value, json};
use std::path::Path;

/// Everything that minutes leave as.
const FORMS: [Format; 3] = [Format::Pdf, Format::Docx, Format::Txt];

pub(crate) fn run(council: Option<&Path>, ask: &Minutes) -> Result<()> {
    match &ask.command {
        MinutesDo::Show(of) => show(council, of),
        MinutesDo::Skeleton(of) => {
            let mut app = for_writing(council)?;
            let meeting = meeting(&app, of)?;
            told(&dispatch(&mut app, "fill_minutes", json!({ "meeting": meeting }))?);
            say_minutes(&app, &meeting)
        }
        MinutesDo::Import(ask) => import(council, ask),
        MinutesDo::Print(ask) => print(council, ask),
        MinutesDo::Send(ask) => {
            let args = |meeting| json!({ "meeting": meeting, "on": ask.on, "due": ask.due });
            settle(council, &ask.of, "send_minutes", args)
        }
        MinutesDo::Approve(ask) => approve(council, ask),
        MinutesDo::Reopen(ask) => {
            let args = |meeting| json!({ "meeting": meeting, "reason": ask.reason });
            settle(council, &ask.of, "reopen_minutes", args)
        }
        MinutesDo::Decisions(ask) => decisions(council, ask),
        MinutesDo::Tasks(ask) => tasks(council, ask),
    }
}

fn meeting(app: &App, of: &OneMeeting) -> Result<String> {
    Ok(crate::which::meeting(app, of)?.to_string())
}

fn settle(council: Option<&Path>, of: &OneMeeting, name: &str, args: impl Fn(String) -> Value) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = meeting(&app, of)?;
    told(&dispatch(&mut app, name, args(meeting))?);
    say!("記録しました。");
    Ok(())
}

/// What the rules noticed.
fn told(done: &Value) {
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        say!("・{notice}");
    }
}

fn show(council: Option<&Path>, of: &OneMeeting) -> Result<()> {
    let app = for_reading(council)?;
    let meeting = meeting(&app, of)?;
    say_minutes(&app, &meeting)
}

fn say_minutes(app: &App, meeting: &str) -> Result<()> {
    let document = Document::Minutes { meeting: meeting.to_owned(), audience: AudienceName::Internal, confirmed: None };
    let ready = app.document(&document)?;
    for notice in &ready.notices {
        eprintln!("・{notice}");
    }
    say!("{}", ready.words().trim_end());
    Ok(())
}

fn approve(council: Option<&Path>, ask: &ApproveMinutes) -> Result<()> {
    let mut app = for_writing(council)?;
    let id = meeting(&app, &ask.of)?;
    let of = |number| OneMeeting { body: ask.of.body.clone(), year: ask.of.year.clone(), number };
    let at = ask.at.map(|number| meeting(&app, &of(number))).transpose()?;
    let way = match ask.by {
        ApproveBy::Meeting => "meeting",
        ApproveBy::Circulation => "circulation",
        ApproveBy::Chair => "chair",
    };
    let args = json!({ "meeting": id, "on": ask.on, "way": way, "at": at });
    told(&dispatch(&mut app, "approve_minutes", args)?);
    say!("会議録を確定しました。");
    Ok(())
}

fn print(council: Option<&Path>, ask: &PrintMinutes) -> Result<()> {
    let mut app = for_reading(council)?;
    let meeting = meeting(&app, &ask.of)?;
    let audience = if ask.public { AudienceName::Public } else { AudienceName::Members };
    let confirmed = Some(ask.confirmed);
    let document = match ask.what {
        MinutesForm::Minutes => Document::Minutes { meeting, audience, confirmed },
        MinutesForm::Outline => Document::MinutesOutline { meeting, audience, confirmed },
        MinutesForm::Letters => Document::MinutesLetters { meeting, on: None },
        MinutesForm::Extract => {
            Document::DecisionExtract { decision: decision(&mut app, &meeting, ask.decision)?, on: None }
        }
    };
    write(&app, &document, &FORMS, Fallback::Refuse, &mut Writer::new(&ask.out))
}

/// The entry of the decision with a number; of the only one, where none is given.
fn decision(app: &mut App, meeting: &str, number: Option<u16>) -> Result<String> {
    let all = dispatch(app, "list_decisions", json!({}))?;
    let here = |d: &&Value| d["meeting"].as_str() == Some(meeting);
    let asked = |d: &&Value| number.is_none_or(|n| d["facts"]["number"].as_u64() == Some(u64::from(n)));
    let mut found = all.as_array().into_iter().flatten().filter(here).filter(asked);
    let one = found.next().and_then(|d| d["entry"].as_str());
    let label = number.map_or_else(|| "決定".to_owned(), |n| format!("第{n}号"));
    one.map(str::to_owned).ok_or(AppError::UnknownRecord(label))
}

fn import(council: Option<&Path>, ask: &ImportTranscript) -> Result<()> {
    let bytes = files::read_paper(&ask.file)?;
    let chosen = ask.encoding.as_deref().map(encoding).transpose()?;
    let name = files::name_of(&ask.file);
    let (text, _) = plain_text(&bytes, chosen).map_err(|e| AppError::Import { name, error: Box::new(e) })?;
    let mut app = if ask.write { for_writing(council)? } else { for_reading(council)? };
    let meeting = meeting(&app, &ask.of)?;
    let page = dispatch(&mut app, "minutes_page", json!({ "meeting": meeting }))?;
    let item = ask.item.and_then(|n| page["items"].get(n.checked_sub(1)?)).map(|i| i["id"].clone());
    let form = |voices: Vec<Value>| json!({ "meeting": meeting, "text": text, "voices": voices, "item": item, "keep_times": ask.keep_times });
    let shown = dispatch(&mut app, "transcript_preview", form(Vec::new()))?;
    let voices = voices(&page, &shown, &ask.voice)?;
    for voice in shown["voices"].as_array().into_iter().flatten() {
        let called = voice["called"].as_str().unwrap_or_default();
        let of = voices.iter().find(|v| v["called"].as_str() == Some(called)).map(|v| v["label"].clone());
        let who = of.as_ref().and_then(Value::as_str).unwrap_or("（発言者を決めていません）");
        say!("{:>4}件　{called}　→　{who}", voice["count"]);
    }
    let count = shown["said"].as_array().map_or(0, Vec::len);
    if !ask.write {
        say!("{count}件の発言があります（まだ書き込んでいません。--write で書き込みます）");
        return Ok(());
    }
    let plain = voices.iter().map(|v| json!({ "called": v["called"], "speaker": v["speaker"] })).collect();
    dispatch(&mut app, "import_transcript", form(plain))?;
    say!("{count}件の発言を取り込みました。entaku undo で、すべてを元に戻せます。");
    Ok(())
}

/// Who is meant by each name: as asked for, else as the names tell.
fn voices(page: &Value, shown: &Value, asked: &[String]) -> Result<Vec<Value>> {
    let speakers = page["speakers"].as_array().cloned().unwrap_or_default();
    let voice = |called: &str, s: &Value| {
        let speaker = json!({ "role": s["role"], "person": s["person"], "name": s["name"] });
        json!({ "called": called, "speaker": speaker, "label": s["label"] })
    };
    let mut found = Vec::new();
    for heard in shown["voices"].as_array().into_iter().flatten() {
        let called = heard["called"].as_str().unwrap_or_default();
        let guess = heard["guess"].as_u64().and_then(|at| speakers.get(usize::try_from(at).ok()?));
        found.extend(guess.map(|s| voice(called, s)));
    }
    for pair in asked {
        let (called, who) = pair.split_once('=').ok_or_else(|| AppError::BadRequest(format!("--voice {pair}")))?;
        let is = |s: &&Value| {
            ["label", "full"]
                .iter()
                .any(|k| s[*k].as_str().is_some_and(|t| t.replace('　', "") == who.replace('　', "")))
        };
        let speaker = speakers.iter().find(is).ok_or_else(|| AppError::UnknownPerson(who.to_owned()))?;
        found.retain(|v: &Value| v["called"].as_str() != Some(called));
        found.push(voice(called, speaker));
    }
    Ok(found)
}

fn decisions(council: Option<&Path>, ask: &OfBody) -> Result<()> {
    let app = for_reading(council)?;
    let of = ask.year.as_deref().map(year).transpose()?;
    for d in app.list_decisions(ask.body.as_deref(), of)? {
        let number = d.facts.number.map(|n| format!("第{n}号")).unwrap_or_default();
        say!("{}　{number}　{}　{}　{}", d.meeting_title, d.item, d.text.replace('\n', " "), d.facts.shown);
    }
    Ok(())
}

fn tasks(council: Option<&Path>, ask: &OfBody) -> Result<()> {
    let app = for_reading(council)?;
    for t in app.list_tasks(ask.body.as_deref(), None, !ask.all)? {
        let due = t.facts.due_on.unwrap_or_else(|| "期限なし".to_owned());
        let state = match (&t.facts.done_on, t.late) {
            (Some(on), _) => format!("完了（{on}）"),
            (None, true) => "期限切れ".to_owned(),
            (None, false) => "未了".to_owned(),
        };
        say!("{due}　{state}　{}　{}　（{}）", t.facts.who, t.what.replace('\n', " "), t.meeting_title);
    }
    Ok(())
}
