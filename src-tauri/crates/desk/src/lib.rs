//! The desk at which somebody works: no council yet, or one that is open; its
//! long work, its finished documents, and the preferences of this computer.
//! The window and the tests' server put a [`Host`] under it and pass calls on.

mod backups;
mod cases;
mod commands;
mod desk;
mod documents;
mod drafts;
mod folder;
mod founding;
mod home;
mod host;
mod imports;
mod in_use;
mod issued;
mod jobs;
pub mod letters;
mod log;
mod network;
mod open;
mod opinion_files;
mod packages;
mod packets;
mod panics;
mod paper_files;
mod place;
mod preferences;
mod safety;
mod shelf;
mod text;
mod text_files;

pub use backups::{Backup, Why};
pub use cases::{
    CaseCopy, CaseDetails, CaseDraft, CaseForm, CaseMark, CaseReleaseRow, CaseRow, CaseRules, CaseVault, GistOfCase,
    MarkReason, NewPassphrase, TakeCaseUp, TypedPassphrase, WhichCase, WhichCopy,
};
pub use commands::{NAMES, name_clashes, typescript};
pub use desk::{Answer, Desk};
pub use documents::{DocumentAs, ExportDocument, PrepareDocument, PreparedDocument, Saved, WhichDocument};
pub use drafts::{KeptDraft, WhichDraft};
pub use folder::{ChooseFolder, Folder, OpenFolder, Purpose, Trouble, Way};
pub use founding::{FoundCouncil, From};
pub use home::Home;
pub use host::{Event, Host};
pub use imports::{ImportEncoding, ImportLimits, ImportStep, ImportTaken, NewImport, WhichImport};
pub use issued::{IssuedAgain, WhichIssuedFile};
pub use jobs::WhichJob;
pub use open::{Council, Start, State};
pub use opinion_files::{NewOpinionFile, WhichOpinionFile};
pub use packages::{ChoosePackage, ConsignOut, UnpackPackage};
pub use packets::{SavePackets, SavedPackets};
pub use panics::note_panics;
pub use paper_files::{
    FileName, LookedAt, NewFileOfPaper, NewOriginal, NewPaperFile, OpenPaperFile, PaperFile, WhichPaperFile,
};
pub use preferences::{NewPreference, Recent, Values};
pub use safety::{RestoreBackup, Safety};
pub use text_files::{NewTextFile, TextFile};
