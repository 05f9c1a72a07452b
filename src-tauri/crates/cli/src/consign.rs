//! Clerical work that somebody else does for the council.

use crate::args::consign::{Consign, Deed};
use crate::open::{for_reading, for_writing, now};
use entaku_app::consign::MadePackage;
use entaku_app::history::details::{ChangedRecord, WhatWasDone};
use entaku_app::{App, AppError, Result};
use std::path::Path;

pub(crate) fn run(council: Option<&Path>, ask: &Consign) -> Result<()> {
    match &ask.deed {
        Deed::Out(ask) => {
            make_folder(&ask.out)?;
            let mut app = for_writing(council)?;
            crate::look::package(&app, &ask.to)?;
            tell(&app.consign_out(&ask.to, &ask.note, &ask.out)?.output);
            Ok(())
        }
        Deed::Open(ask) => {
            let app = App::consign_unpack(&ask.package, &ask.folder, now, &crate::open::actor())?;
            say!("{}　{}", app.snapshot()?.council.name, ask.folder.display());
            Ok(())
        }
        Deed::Back(ask) => {
            make_folder(&ask.out)?;
            tell(&for_reading(council)?.consign_back(&ask.out)?);
            Ok(())
        }
        Deed::Show(ask) => show(&for_reading(council)?, &ask.package),
        Deed::Take(ask) => {
            let mut app = for_writing(council)?;
            let done = app.consign_take(&ask.package, &ask.theirs, &ask.leave)?;
            say!("{}件の記録を受け入れました。", done.output);
            Ok(())
        }
    }
}

fn make_folder(folder: &Path) -> Result<()> {
    let failed = |source| AppError::WriteFile { path: folder.display().to_string(), source };
    std::fs::create_dir_all(folder).map_err(failed)
}

fn tell(made: &MadePackage) {
    say!("{}", made.path);
    say!("照合値（SHA-256）：{}", made.sha256);
    made.counts.iter().for_each(|one| say!("　{}　{}件", one.kind, one.count));
    say!("　資料のファイル　{}件", made.files);
}

fn show(app: &App, package: &Path) -> Result<()> {
    let preview = app.consign_preview(package)?;
    say!("{}（{}に渡したもの。戻しは{}に作成）", preview.given_to, preview.given_on, preview.made_on);
    if preview.rows.is_empty() {
        say!("変わったところはありません。");
    }
    for row in &preview.rows {
        let mark = if row.conflict { "　※両方で変わっています" } else { "" };
        say!("［{}］{mark}", row.key);
        say_record(&row.record);
    }
    Ok(())
}

fn say_record(record: &ChangedRecord) {
    let what = match record.what {
        WhatWasDone::Added => "追加",
        WhatWasDone::Changed => "変更",
        WhatWasDone::Removed => "削除",
    };
    say!("　{}　{}（{what}）", record.kind, record.name);
    for field in &record.fields {
        let word = |value: &Option<String>| value.clone().unwrap_or_else(|| "なし".to_owned()).replace('\n', "、");
        say!("　　{}：{} → {}", field.label, word(&field.before), word(&field.after));
    }
}
