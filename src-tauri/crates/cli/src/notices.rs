//! Notices of a meeting, replies, opinions and the public.

use crate::args::notices::{Gallery, Notice, Opinions, PrintName, Replies};
use crate::documents::{READ, Writer, write};
use crate::letters::{form, forms_of, kind};
use crate::open::{for_reading, for_writing};
use crate::which::meeting;
use entaku_app::commands::{LetterBatch, LetterMeeting, LetterTo, OpinionForm, dispatch};
use entaku_app::files::{name_of, read_paper, safe_name};
use entaku_app::letters::MeetingAddressee;
use entaku_app::notices::gallery::GalleryPage;
use entaku_app::notices::opinions::OpinionRow;
use entaku_app::notices::replies::{ReplyList, ReplyRow};
use entaku_app::printing::{AudienceName, Document};
use entaku_app::{App, AppError, Result};
use entaku_documents::SourceFile;
use entaku_domain::id::{MeetingId, OpinionId};
use entaku_domain::text::search_key;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// What an answer is called.
const ANSWERS: [(&str, &str); 5] =
    [("出席", "attends"), ("オンライン", "online"), ("代理", "proxy"), ("欠席", "absent"), ("取消", "")];

/// Says what a write noticed.
fn tell(done: &Value) {
    for notice in done["notices"].as_array().into_iter().flatten().filter_map(Value::as_str) {
        say!("・{notice}");
    }
}

pub(crate) fn notice(council: Option<&Path>, ask: &Notice) -> Result<()> {
    let mut app = if ask.sent { for_writing(council)? } else { for_reading(council)? };
    let (id, kind) = (meeting(&app, &ask.of)?, kind(&ask.letter)?);
    let people = app.meeting_letter_people(kind, id)?;
    let wanted: Vec<&MeetingAddressee> =
        people.rows.iter().filter(|row| ask.only.is_empty() || is_named(&row.name, &ask.only)).collect();
    let to: Vec<LetterTo> = wanted.into_iter().map(target).collect();
    let forms = forms_of(&ask.format, form);
    let mut writer = Writer::new(&ask.out);
    let batches: Vec<Vec<LetterTo>> =
        if ask.each && !to.is_empty() { to.into_iter().map(|one| vec![one]).collect() } else { vec![to] };
    for to in batches {
        let letters = batch(ask, id, kind.code(), to);
        write(&app, &Document::Letters { letters }, &forms, Fallback::Refuse, &mut writer)?;
    }
    if ask.sent {
        let done = dispatch(&mut app, "send_notice", json!({ "meeting": id.to_string(), "on": ask.on }))?;
        say!("開催通知を送ったことを記録しました。");
        tell(&done);
    }
    Ok(())
}

fn is_named(name: &str, only: &[String]) -> bool {
    only.iter().any(|wanted| search_key(wanted) == search_key(name))
}

fn target(row: &MeetingAddressee) -> LetterTo {
    LetterTo { appointment: row.appointment.clone(), guest: row.guest.clone(), ..LetterTo::default() }
}

fn batch(ask: &Notice, id: MeetingId, kind: &str, to: Vec<LetterTo>) -> LetterBatch {
    let print = match ask.large {
        PrintName::Needed => "needed",
        PrintName::Large => "large",
        PrintName::Usual => "usual",
    };
    LetterBatch {
        letter: kind.to_owned(),
        to,
        on: ask.on.clone(),
        start: None,
        end: None,
        due: ask.due.clone(),
        date_style: None,
        numbered: Some(ask.numbered),
        numbers: ask.numbers.clone(),
        outside: None,
        meeting: Some(LetterMeeting {
            meeting: id.to_string(),
            print: Some(print.to_owned()),
            with_form: Some(!ask.no_form),
            new_date: ask.new_date.clone(),
            new_start: ask.new_start.clone(),
            new_end: ask.new_end.clone(),
            new_place: ask.new_place.clone(),
            reason: ask.reason.clone(),
            confirmed: Some(ask.confirmed),
        }),
    }
}

pub(crate) fn replies(council: Option<&Path>, ask: &Replies) -> Result<()> {
    let dated = [&ask.reply_by, &ask.opinions_by, &ask.needs_by].into_iter().any(Option::is_some);
    let writes = dated || ask.take_over || !ask.set.is_empty() || !ask.needs.is_empty();
    let mut app = if writes { for_writing(council)? } else { for_reading(council)? };
    let id = meeting(&app, &ask.of)?;
    if dated {
        let days = json!({
            "meeting": id.to_string(), "reply_by": ask.reply_by, "opinions_by": ask.opinions_by,
            "needs_by": ask.needs_by,
        });
        tell(&dispatch(&mut app, "set_convocation", days)?);
    }
    let rows = recorded(&app.reply_list(id)?, ask)?;
    if !rows.is_empty() {
        tell(&dispatch(&mut app, "set_replies", json!({ "meeting": id.to_string(), "rows": rows }))?);
    }
    if ask.take_over {
        let done = dispatch(&mut app, "take_over_replies", json!({ "meeting": id.to_string() }))?;
        say!("{}人の回答を、出欠の記録に写しました。", done["output"]);
        tell(&done);
    }
    list(&app.reply_list(id)?);
    needs(&app, id)?;
    let Some(out) = &ask.out else { return Ok(()) };
    let meeting = id.to_string();
    let all = [
        Document::ReplyTable { meeting: meeting.clone() },
        Document::ReminderTable { meeting: meeting.clone() },
        Document::NeedsTable { meeting },
    ];
    let mut writer = Writer::new(out);
    all.iter().try_for_each(|document| write(&app, document, &READ, Fallback::Refuse, &mut writer))
}

/// The rows that are to be recorded.
fn recorded(list: &ReplyList, ask: &Replies) -> Result<Vec<Value>> {
    let mut rows = Vec::new();
    for given in &ask.set {
        let (row, said) = of_member(list, given)?;
        let (word, proxy) = said.split_once([':', '：']).unwrap_or((said, ""));
        let code = ANSWERS.iter().find(|(name, _)| *name == word.trim()).map(|(_, code)| *code);
        let code = code.ok_or_else(|| AppError::BadRequest(format!("no answer {word}")))?;
        rows.push(json!({
            "appointment": row.appointment, "answer": code, "proxy": proxy.trim(), "received_on": ask.received,
        }));
    }
    for given in &ask.needs {
        let (row, said) = of_member(list, given)?;
        let needs: Vec<&str> = said.split('、').map(str::trim).filter(|n| !n.is_empty()).collect();
        rows.push(json!({ "appointment": row.appointment, "needs": needs, "received_on": row.received_on }));
    }
    Ok(rows)
}

fn of_member<'a>(list: &'a ReplyList, given: &'a str) -> Result<(&'a ReplyRow, &'a str)> {
    let (name, said) = given.split_once(['=', '＝']).ok_or_else(|| AppError::BadRequest(format!("no = in {given}")))?;
    let key = search_key(name);
    let found = list.rows.iter().find(|r| search_key(&r.name) == key);
    Ok((found.ok_or_else(|| AppError::UnknownPerson(name.to_owned()))?, said))
}

fn list(list: &ReplyList) {
    say!("{}", list.summary);
    for row in &list.rows {
        let word = ANSWERS.iter().find(|(_, code)| Some(*code) == row.answer.as_deref()).map_or("未回答", |(w, _)| *w);
        let proxy = row.proxy.as_ref().map(|p| format!("（{p}）")).unwrap_or_default();
        let late = if row.late { "　期限後" } else { "" };
        let day = row.received_on.as_ref().map(|d| format!("　{d}{late}")).unwrap_or_default();
        say!("{word}{proxy}　{}　{}{day}", row.name, row.affiliation);
    }
    let days = &list.days;
    let shown = |d: &Option<String>| d.clone().unwrap_or_else(|| "なし".to_owned());
    say!(
        "回答期限 {}　意見書の期限 {}　配慮の申出期限 {}",
        shown(&days.reply_by),
        shown(&days.opinions_by),
        shown(&days.needs_by)
    );
    for guest in &list.guests {
        say!("{}　{}　{}　{}", guest.kind_label, guest.organization, guest.post, guest.name);
    }
}

fn needs(app: &App, id: MeetingId) -> Result<()> {
    for row in app.meeting_needs(id)? {
        let who: Vec<String> = row.people.iter().map(|p| format!("{}（{}）", p.name, p.detail)).collect();
        let done = row.done_on.map(|d| format!("　{d}手配済み")).unwrap_or_default();
        say!("{}　期限 {}　最終 {}{done}　{}", row.label, row.due, row.last_call, who.join("、"));
    }
    Ok(())
}

pub(crate) fn opinions(council: Option<&Path>, ask: &Opinions) -> Result<()> {
    let mut app = if ask.from.is_some() || ask.to_minutes { for_writing(council)? } else { for_reading(council)? };
    let id = meeting(&app, &ask.of)?;
    if let Some(from) = &ask.from {
        add_opinion(&mut app, id, ask, from)?;
    }
    if ask.to_minutes {
        let done = dispatch(&mut app, "take_opinions", json!({ "meeting": id.to_string(), "opinions": null }))?;
        say!("意見書{}件を、会議録に書き入れました。", done["output"]);
    }
    let rows = app.list_opinions(id)?;
    for row in &rows {
        say!("{}　{}　{}", row.item_line, row.name, row.received_on.as_deref().unwrap_or_default());
        row.text.lines().for_each(|line| say!("　{line}"));
        row.file_name.iter().for_each(|name| say!("　ファイル：{name}"));
    }
    let Some(out) = &ask.out else { return Ok(()) };
    if ask.files {
        opinion_files(&app, &rows, out)?;
    }
    let audience = if ask.public { AudienceName::Public } else { AudienceName::Members };
    let document = Document::OpinionsPaper { meeting: id.to_string(), audience, confirmed: Some(ask.confirmed) };
    write(&app, &document, &READ, Fallback::Refuse, &mut Writer::new(out))
}

/// Copies of the files that came with opinions, each under the name of who wrote it.
fn opinion_files(app: &App, rows: &[OpinionRow], out: &Path) -> Result<()> {
    for row in rows.iter().filter(|r| r.file_name.is_some()) {
        let opinion = OpinionId::parse(&row.id).map_err(|e| AppError::UnknownRecord(e.0))?;
        let (name, bytes) = app.opinion_file(opinion)?;
        let file = SourceFile { name: safe_name(&format!("意見書_{}_{name}", row.name)), bytes };
        crate::look::file(None, &file)?;
        let path = out.join(&file.name);
        entaku_app::files::write(&path, &file.bytes)?;
        say!("{}", path.display());
    }
    Ok(())
}

fn add_opinion(app: &mut App, id: MeetingId, ask: &Opinions, from: &str) -> Result<()> {
    let list = app.reply_list(id)?;
    let key = search_key(from);
    let row = list.rows.iter().find(|r| search_key(&r.name) == key);
    let row = row.ok_or_else(|| AppError::UnknownPerson(from.to_owned()))?;
    let at = |n: usize| list.items.get(n.wrapping_sub(1)).map(|i| i.id.clone());
    let item = match ask.item {
        Some(n) => Some(at(n).ok_or_else(|| AppError::UnknownRecord(n.to_string()))?),
        None => None,
    };
    let text = ask.text.as_deref().unwrap_or_default();
    let said = match text.strip_prefix('@') {
        Some(path) => {
            std::fs::read_to_string(path).map_err(|source| AppError::ReadFile { path: path.to_owned(), source })?
        }
        None => text.to_owned(),
    };
    let form = OpinionForm {
        meeting: id.to_string(),
        opinion: None,
        item,
        appointment: row.appointment.clone(),
        received_on: ask.received.clone(),
        text: said,
    };
    let (meeting, new) = form.read()?;
    let source = |path: &PathBuf| Ok::<_, AppError>(SourceFile { name: name_of(path), bytes: read_paper(path)? });
    let file = ask.file.as_ref().map(source).transpose()?;
    app.set_opinion(meeting, &new, file.as_ref())?;
    Ok(())
}

pub(crate) fn gallery(council: Option<&Path>, ask: &Gallery) -> Result<()> {
    let sets = ask.capacity.is_some() || ask.lot || ask.from.is_some() || ask.by.is_some() || ask.how.is_some();
    let writes = sets || !ask.add.is_empty() || ask.decide || ask.erase;
    let mut app = if writes { for_writing(council)? } else { for_reading(council)? };
    let id = meeting(&app, &ask.of)?;
    if sets {
        set_gallery(&mut app, id, ask)?;
    }
    for name in &ask.add {
        let form = json!({ "meeting": id.to_string(), "name": name });
        tell(&dispatch(&mut app, "set_applicant", form)?);
    }
    if ask.decide {
        tell(&dispatch(&mut app, "decide_applicants", json!({ "meeting": id.to_string() }))?);
    }
    if ask.erase {
        let done = dispatch(&mut app, "erase_applicants", json!({}))?;
        say!("傍聴の申込み{}件を消去しました。", done["output"]);
    }
    show(&app.gallery_page(id)?);
    let Some(out) = &ask.out else { return Ok(()) };
    let document = Document::ReceptionTable { meeting: id.to_string() };
    write(&app, &document, &READ, Fallback::Refuse, &mut Writer::new(out))
}

/// What is not said stays as it is.
fn set_gallery(app: &mut App, id: MeetingId, ask: &Gallery) -> Result<()> {
    let old = app.gallery_page(id)?;
    let capacity = match ask.capacity {
        Some(0) => None,
        Some(count) => Some(count),
        None => old.capacity,
    };
    let form = json!({
        "meeting": id.to_string(), "capacity": capacity,
        "admission": if ask.lot { "lot".to_owned() } else { old.admission },
        "apply_from": ask.from.clone().or(old.apply_from), "apply_by": ask.by.clone().or(old.apply_by),
        "how": ask.how.clone().unwrap_or(old.how),
    });
    tell(&dispatch(app, "set_gallery", form)?);
    Ok(())
}

fn show(page: &GalleryPage) {
    say!("{}　申込み{}人　傍聴できる人{}人", page.rule, page.applied, page.admitted);
    for one in &page.applicants {
        let lot = one.lot.map(|n| format!("　抽選{n}番")).unwrap_or_default();
        let why = one.refusal.as_ref().map(|r| format!("（{r}）")).unwrap_or_default();
        say!("{:>3}　{}　{}{why}{lot}", one.order, one.name, one.state_label);
    }
    say!("申込みの記録は、{}から消去できます。", page.erase_on);
}
