//! Letters to members and organisations, written to files.

use crate::args::{LetterFormat, Letters};
use crate::documents::{Writer, write};
use crate::open::for_reading;
use crate::records::day_or_today;
use entaku_app::commands::{LetterBatch, LetterTo};
use entaku_app::letters::LetterCandidate;
use entaku_app::printing::{Document, Format as Form};
use entaku_app::{AppError, Result};
use entaku_domain::letter::LetterKind;
use entaku_domain::text::search_key;
use entaku_sheets::Fallback;
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Letters) -> Result<()> {
    let app = for_reading(council)?;
    let kind = kind(&ask.letter)?;
    if kind.is_of_meeting() {
        return Err(AppError::BadRequest(format!("{} is a letter of a meeting: entaku notice", kind.code())));
    }
    let on = day_or_today(&app, ask.on.as_deref())?;
    let rows = app.letter_candidates(kind, on, None)?;
    for name in ask.only.iter().filter(|name| !rows.iter().any(|row| is_wanted(row, ask) && is_named(row, name))) {
        eprintln!("「{name}」は、{}の{}の宛先の中にありません。", ask.body, kind.label());
    }
    let to = rows.iter().filter(|row| is_wanted(row, ask)).map(target).collect();
    let letters = LetterBatch {
        letter: kind.code().to_owned(),
        to,
        on: ask.on.clone(),
        start: ask.start.clone(),
        end: ask.end.clone(),
        due: ask.due.clone(),
        date_style: None,
        numbered: Some(ask.numbered),
        numbers: ask.numbers.clone(),
        meeting: None,
        outside: None,
    };
    let forms = forms_of(&ask.format, form);
    write(&app, &Document::Letters { letters }, &forms, Fallback::Refuse, &mut Writer::new(&ask.out))
}

/// The forms that are asked for, or all of them.
pub(crate) fn forms_of(asked: &[LetterFormat], form: impl Fn(LetterFormat) -> Form) -> Vec<Form> {
    let all = [LetterFormat::Pdf, LetterFormat::Docx, LetterFormat::Txt];
    let formats = if asked.is_empty() { &all[..] } else { asked };
    formats.iter().map(|format| form(*format)).collect()
}

/// The kind of this name or code.
pub(crate) fn kind(typed: &str) -> Result<LetterKind> {
    let named = LetterKind::ALL.iter().copied().find(|kind| kind.label() == typed);
    named.map_or_else(|| LetterKind::from_code(typed).map_err(|e| AppError::BadRequest(e.to_string())), Ok)
}

fn is_wanted(row: &LetterCandidate, ask: &Letters) -> bool {
    [&row.body, &row.body_name].contains(&&ask.body)
        && (ask.only.is_empty() || ask.only.iter().any(|name| is_named(row, name)))
}

fn is_named(row: &LetterCandidate, wanted: &str) -> bool {
    let key = search_key(wanted);
    [&row.name, &row.organization].into_iter().any(|name| search_key(name) == key)
}

fn target(row: &LetterCandidate) -> LetterTo {
    match &row.appointment {
        Some(id) => LetterTo { appointment: Some(id.clone()), ..LetterTo::default() },
        None => LetterTo { seat: Some(row.seat.clone()), ..LetterTo::default() },
    }
}

pub(crate) const fn form(format: LetterFormat) -> Form {
    match format {
        LetterFormat::Pdf => Form::Pdf,
        LetterFormat::Docx => Form::Docx,
        LetterFormat::Txt => Form::Txt,
    }
}
