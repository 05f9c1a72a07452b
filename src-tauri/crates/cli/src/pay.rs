//! Attendance in figures and payment lists.

use crate::args::pay::{Pay, PayDeed, Report, Turnout};
use crate::day::told;
use crate::documents::{Writer, write};
use crate::open::{for_reading, for_writing};
use entaku_app::commands::{TurnoutDays, dispatch};
use entaku_app::pay::lists::PayListPage;
use entaku_app::printing::{AudienceName, Document, Format};
use entaku_app::{App, AppError, Result};
use entaku_domain::id::PayListId;
use entaku_sheets::Fallback;
use serde_json::{Value, json};
use std::path::Path;

/// What a table leaves as, too.
const WITH_TABLE: [Format; 3] = [Format::Pdf, Format::Xlsx, Format::Txt];

pub(crate) fn turnout(council: Option<&Path>, ask: &Turnout) -> Result<()> {
    let app = for_reading(council)?;
    let days =
        TurnoutDays { year: ask.year.clone(), from: ask.from.clone(), to: ask.to.clone(), body: ask.body.clone() };
    let audience = if ask.public { AudienceName::Public } else { AudienceName::Internal };
    write(&app, &Document::Turnout { days, audience }, &WITH_TABLE, Fallback::Refuse, &mut Writer::new(&ask.out))
}

pub(crate) fn run(council: Option<&Path>, ask: &Pay) -> Result<()> {
    match &ask.deed {
        PayDeed::Show => show(&for_reading(council)?),
        PayDeed::Rate(rate) => {
            let mut app = for_writing(council)?;
            let kind = if rate.reward { "reward" } else { "pay" };
            call(&mut app, "set_pay_rule", json!({ "body": rate.body, "kind": kind }))?;
            let form = json!({
                "body": rate.body, "from": rate.from, "title": rate.title, "unit": "day", "amount": rate.day,
                "half_amount": rate.half, "half_minutes": rate.half_minutes,
            });
            call(&mut app, "set_pay_rate", form)?;
            show(&app)
        }
        PayDeed::New(new) => {
            let mut app = for_writing(council)?;
            let form = json!({ "title": new.title, "from": new.from, "to": new.to, "body": new.body });
            let done = call(&mut app, "add_pay_list", form)?;
            let id = PayListId::parse(done["output"].as_str().unwrap_or_default());
            tell(&app.pay_list_page(id.map_err(|e| AppError::UnknownRecord(e.0))?)?);
            Ok(())
        }
        PayDeed::List(one) => {
            let app = for_reading(council)?;
            let id = find(&app, &one.title)?;
            tell(&app.pay_list_page(id)?);
            let document = Document::PayList { list: id.to_string() };
            write(&app, &document, &WITH_TABLE, Fallback::Refuse, &mut Writer::new(&one.out))
        }
        PayDeed::Close(close) => {
            let mut app = for_writing(council)?;
            let list = find(&app, &close.title)?.to_string();
            call(&mut app, "close_pay_list", json!({ "list": list, "on": close.on })).map(drop)
        }
        PayDeed::Reopen(reopen) => {
            let mut app = for_writing(council)?;
            let list = find(&app, &reopen.title)?.to_string();
            call(&mut app, "reopen_pay_list", json!({ "list": list, "reason": reopen.reason })).map(drop)
        }
    }
}

fn call(app: &mut App, name: &str, args: Value) -> Result<Value> {
    let done = dispatch(app, name, args)?;
    told(&done);
    Ok(done)
}

fn find(app: &App, title: &str) -> Result<PayListId> {
    let row = app.pay_lists()?.into_iter().find(|row| row.title == title);
    let row = row.ok_or_else(|| AppError::UnknownRecord(title.to_owned()))?;
    PayListId::parse(&row.id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn show(app: &App) -> Result<()> {
    for body in app.pay_settings(app.today())?.bodies {
        say!("{}　{}", body.name, body.kind_label);
        for rate in &body.rates {
            let title = rate.title.as_ref().map(|t| format!("{t}　")).unwrap_or_default();
            say!("　{}から　{title}{}", rate.from, rate.text);
        }
    }
    for row in app.pay_lists()? {
        let state = row.closed_on.map_or_else(|| "締め前".to_owned(), |on| format!("{on}締め"));
        say!("{}　{}人　{}円　{state}", row.title, row.people, row.total);
    }
    Ok(())
}

fn tell(page: &PayListPage) {
    for p in &page.people {
        say!("{}　{}日　{}円　費用弁償{}円　{}", p.name, p.days, p.fee, p.travel, p.hint);
    }
    say!("計　{}円　費用弁償{}円", page.fee, page.travel);
    for line in page.changed.iter().chain(&page.notices) {
        say!("・{line}");
    }
}

/// The yearly report is read, and goes on being written in Word.
const REPORT: [Format; 3] = [Format::Pdf, Format::Docx, Format::Txt];

pub(crate) fn report(council: Option<&Path>, ask: &Report) -> Result<()> {
    let audience = if ask.public { AudienceName::Public } else { AudienceName::Members };
    let document = Document::ActivityReport { year: ask.year.clone(), audience, confirmed: Some(ask.confirmed) };
    write(&for_reading(council)?, &document, &REPORT, Fallback::Refuse, &mut Writer::new(&ask.out))
}
