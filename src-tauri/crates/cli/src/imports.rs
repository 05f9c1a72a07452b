//! Rosters from outside: looked at row by row, written when that is asked for.

use crate::args::Import;
use crate::open::{for_reading, for_writing};
use entaku_app::import::{
    CellState, Gravity, ImportAsk, ImportDecision, ImportFile, ImportPreview, ImportRow, RowState, encoding,
};
use entaku_app::{App, AppError, Result, people};
use entaku_domain::import::ImportField;
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Import) -> Result<()> {
    let Some(path) = ask.file.as_deref().filter(|_| !ask.fields) else {
        for field in ImportField::ALL {
            say!("{:<14}{}", field.code(), field.label());
        }
        return Ok(());
    };
    let chosen = ask.encoding.as_deref().map(encoding).transpose()?;
    let file = ImportFile::open(path, chosen).inspect_err(two_readings)?;
    let mut app = if ask.write { for_writing(council)? } else { for_reading(council)? };
    let asked = asked(&app, ask)?;
    let shown = app.preview_import(&file, &asked)?;
    show(&shown, ask.all);
    if !ask.write || ask.preview {
        say!("{}（まだ書き込んでいません。--write で書き込みます）", shown.summary);
        return Ok(());
    }
    let written = app.write_import(&file, &asked)?;
    let done = written.output;
    if written.change.is_none() {
        say!("変わりはありません。書き込むものはありませんでした。");
        return Ok(());
    }
    say!(
        "取り込みました：新しい人{}人、登録の変更{}人、所属・職{}件、住所・連絡先{}件、新しい団体{}、新しい席{}、委嘱・選任{}件、委嘱の記録の変更{}件",
        done.people,
        done.changed,
        done.affiliations,
        done.addresses,
        done.organizations,
        done.seats,
        done.appointments,
        done.mended
    );
    say!("entaku undo で、すべてを元に戻せます。");
    Ok(())
}

/// Shows how a text file would look in either encoding, where that is in doubt.
fn two_readings(error: &AppError) {
    let AppError::Import { error, .. } = error else { return };
    let entaku_sheets::ReadError::Encoding(doubt) = &**error else { return };
    for line in &doubt.lines {
        say!("{:>5}行目　utf8        {}", line.number, line.utf8);
        say!("　　　　　windows31j  {}", line.windows31j);
    }
}

fn asked(app: &App, ask: &Import) -> Result<ImportAsk> {
    let mut decisions: BTreeMap<u32, ImportDecision> = BTreeMap::new();
    let mut of = |row: u32, set: &dyn Fn(&mut ImportDecision)| {
        set(decisions.entry(row).or_insert_with(|| ImportDecision { row, ..ImportDecision::default() }));
    };
    for row in &ask.leave_out {
        of(*row, &|d| d.leave_out = true);
    }
    for row in &ask.take_name {
        of(*row, &|d| d.take_name = true);
    }
    let council = app.snapshot()?;
    for pair in &ask.person {
        let (row, who) = parted(pair, "--person")?;
        let row = row.parse().map_err(|_| AppError::BadRequest(format!("--person {pair}")))?;
        let person = if who == "new" { who.to_owned() } else { people::find(&council, who)?.to_string() };
        of(row, &|d| d.person = Some(person.clone()));
    }
    let mut columns = BTreeMap::new();
    for pair in &ask.map {
        let (letter, field) = parted(pair, "--map")?;
        columns.insert(letter.to_uppercase(), field.to_owned());
    }
    Ok(ImportAsk {
        sheet: ask.sheet.clone(),
        header: ask.header,
        columns,
        body: ask.body.clone(),
        on: ask.on.clone(),
        start: ask.start.clone(),
        publication: ask.publication.clone(),
        fill_down: ask.fill_down,
        decisions: decisions.into_values().collect(),
    })
}

fn parted<'a>(pair: &'a str, option: &str) -> Result<(&'a str, &'a str)> {
    pair.split_once('=').ok_or_else(|| AppError::BadRequest(format!("{option} {pair}")))
}

fn show(shown: &ImportPreview, all: bool) {
    let columns = shown.columns.iter().map(|c| format!("{}列「{}」", c.letter, c.heading));
    say!("列：{}", columns.collect::<Vec<_>>().join("　"));
    for row in &shown.rows {
        let quiet = matches!(row.state, RowState::Same | RowState::Skipped | RowState::LeftOut) && !row.warning;
        if all || !quiet {
            show_row(row, shown);
        }
    }
    for note in &shown.notes {
        say!("・{note}");
    }
    for odd in &shown.private_use {
        say!("・外字：{}「{}」（{}）", odd.address, odd.text, odd.code_points.join("、"));
    }
    let n = &shown.counts;
    say!(
        "新規{}　変更{}　同じ{}　エラー{}　取り込まない{}　対象外{}　（うち警告のある行{}）",
        n.new,
        n.changed,
        n.same,
        n.error,
        n.left_out,
        n.skipped,
        n.warning
    );
}

fn show_row(row: &ImportRow, shown: &ImportPreview) {
    say!("{:>5}行　［{}］　{}", row.row, state(row.state), row.name);
    for (column, cell) in shown.columns.iter().zip(&row.cells) {
        if let (CellState::Changed, Some(was)) = (cell.state, &cell.was) {
            say!("　　　　{}{}：{was} → {}", column.letter, row.row, cell.text);
        }
    }
    for remark in &row.remarks {
        say!("　　　　{} {}：{}", remark.address, gravity(remark.gravity), remark.text);
    }
    if row.choices.undecided {
        for person in &row.choices.people {
            say!("　　　　　登録済み：{}", person.label);
        }
    }
}

const fn state(state: RowState) -> &'static str {
    match state {
        RowState::Error => "エラー",
        RowState::New => "新規",
        RowState::Changed => "変更",
        RowState::Same => "同じ",
        RowState::LeftOut => "取り込まない",
        RowState::Skipped => "対象外",
    }
}

const fn gravity(gravity: Gravity) -> &'static str {
    match gravity {
        Gravity::Error => "エラー",
        Gravity::Warning => "警告",
        Gravity::Note => "注記",
    }
}
