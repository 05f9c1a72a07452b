//! Rosters from outside: a file is taken in and kept while its import is prepared,
//! looked at without holding up anybody, and written when the user says so.

use crate::desk::Desk;
use crate::jobs::WhichJob;
use crate::text;
use entaku_app::commands::{Done, done};
use entaku_app::import::{
    ImportAsk, ImportDone, ImportDoubtLine, ImportFile, ImportPreview, ImportTable, doubt_lines, encoding,
    encoding_code, look, preview,
};
use entaku_app::{AppError, WireError};
use entaku_sheets::{Encoding, FILE_LIMIT, ReadError};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use ts_rs::TS;

/// A file that is to be imported.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewImport {
    /// Its name.
    pub name: String,
}

/// A file as it was taken in.
#[derive(Debug, Serialize, TS)]
pub struct ImportTaken {
    /// The name by which it is found again, until another one is taken in.
    pub handle: String,
    /// Its own name.
    pub name: String,
    /// How its characters were read: `utf8`, `utf16`, `windows31j`; none for a workbook,
    /// and while the user has to choose.
    pub encoding: Option<String>,
    /// What the user has to choose about its characters, in words; empty where nothing.
    pub doubt: String,
    /// Lines that the two readings show differently.
    pub doubt_lines: Vec<ImportDoubtLine>,
}

/// A file, and how its characters are to be read.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportEncoding {
    /// The file's handle.
    pub handle: String,
    /// `utf8`, `utf16` or `windows31j`.
    pub encoding: String,
}

/// A file, and what is asked of its import.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportStep {
    /// The file's handle.
    pub handle: String,
    /// A name for the work, for its progress and to give it up.
    pub job: Option<String>,
    /// What is asked.
    pub ask: ImportAsk,
}

/// A file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichImport {
    /// Its handle.
    pub handle: String,
}

/// What may be imported.
#[derive(Debug, Serialize, TS)]
pub struct ImportLimits {
    /// The largest file, in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The one file whose import is being prepared.
#[derive(Debug, Default)]
pub(crate) struct Imports(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    count: u64,
    file: Option<Waiting>,
}

/// A file that waits for its import.
#[derive(Debug, Clone)]
struct Waiting {
    handle: String,
    name: String,
    bytes: Arc<Vec<u8>>,
    read: Option<Arc<ImportFile>>,
}

impl Imports {
    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Another council: nothing is to be imported any more.
    pub(crate) fn clear(&self) {
        self.with(|kept| kept.file = None);
    }

    fn find(&self, handle: &str) -> Result<Waiting, WireError> {
        self.with(|kept| kept.file.clone().filter(|file| file.handle == handle)).ok_or_else(text::import_gone)
    }

    fn file(&self, handle: &str) -> Result<Arc<ImportFile>, WireError> {
        self.find(handle)?.read.ok_or_else(text::import_gone)
    }
}

impl Desk {
    /// How large a file may be: the window refuses a larger one before it is read.
    pub(crate) fn import_limits(&self, _: entaku_app::commands::Nothing) -> Result<ImportLimits, WireError> {
        Ok(ImportLimits { bytes: FILE_LIMIT })
    }

    /// Takes a file in. Nothing of it goes into the council.
    pub(crate) fn begin_import(&self, ask: NewImport, bytes: Vec<u8>) -> Result<ImportTaken, WireError> {
        if bytes.len() as u64 > FILE_LIMIT {
            return Err(entaku_app::import::too_large(&ask.name, bytes.len() as u64).into());
        }
        let handle = self.imports().with(|kept| {
            kept.count += 1;
            format!("import-{}", kept.count)
        });
        self.read_import(Waiting { handle, name: ask.name, bytes: Arc::new(bytes), read: None }, None)
    }

    /// Reads a file that was taken in with the encoding that the user chose.
    pub(crate) fn encode_import(&self, ask: ImportEncoding) -> Result<ImportTaken, WireError> {
        let waiting = self.imports().find(&ask.handle)?;
        self.read_import(waiting, Some(encoding(&ask.encoding)?))
    }

    fn read_import(&self, waiting: Waiting, chosen: Option<Encoding>) -> Result<ImportTaken, WireError> {
        let mut taken = ImportTaken {
            handle: waiting.handle.clone(),
            name: waiting.name.clone(),
            encoding: None,
            doubt: String::new(),
            doubt_lines: Vec::new(),
        };
        let read = match ImportFile::read(&waiting.name, &waiting.bytes, chosen) {
            Ok(file) => {
                taken.encoding = file.encoding().map(|encoding| encoding_code(encoding).to_owned());
                Some(Arc::new(file))
            }
            Err(error) => {
                let AppError::Import { error: reason, .. } = &error else { return Err(error.into()) };
                let ReadError::Encoding(doubt) = &**reason else { return Err(error.into()) };
                taken.doubt_lines = doubt_lines(doubt);
                taken.doubt = error.to_wire().message;
                None
            }
        };
        self.imports().with(|kept| kept.file = Some(Waiting { read, ..waiting }));
        Ok(taken)
    }

    /// The sheets of a file, and the columns of one of them.
    pub(crate) fn import_table(&self, ask: ImportStep) -> Result<ImportTable, WireError> {
        let file = self.imports().file(&ask.handle)?;
        let table = self.table();
        let app = &table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app;
        Ok(look(app, &file, &ask.ask)?)
    }

    /// What would be written. The council is held only while it is read; looking at the
    /// rows can be given up.
    pub(crate) fn preview_import(&self, ask: ImportStep) -> Result<ImportPreview, WireError> {
        let file = self.imports().file(&ask.handle)?;
        let (council, columns) = {
            let table = self.table();
            let app = &table.open.as_ref().ok_or(AppError::NoCouncilOpen)?.app;
            (app.snapshot()?, app.import_columns(&file, &ask.ask)?)
        };
        let name = ask.job.unwrap_or_else(|| ask.handle.clone());
        let watched = self.watched(&name);
        let shown = preview(&council, &file, &columns, &ask.ask, &mut |done, total| watched.tell(self, done, total));
        watched.end(self);
        Ok(shown?)
    }

    /// Writes what was previewed: all of it in one change.
    pub(crate) fn write_import(&self, ask: ImportStep) -> Result<Done<ImportDone>, WireError> {
        let file = self.imports().file(&ask.handle)?;
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(done(open.app.write_import(&file, &ask.ask)?))
    }

    /// Forgets a file that was taken in, and gives up what is being done with it.
    pub(crate) fn end_import(&self, ask: WhichImport) -> Result<(), WireError> {
        self.cancel_job(WhichJob { job: ask.handle.clone() })?;
        self.imports().with(|kept| kept.file.take_if(|file| file.handle == ask.handle));
        Ok(())
    }
}
