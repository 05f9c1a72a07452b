//! The desk's own commands, one line each, beside those of the council.

use crate::backups::Backup;
use crate::cases::{
    CaseDetails, CaseDraft, CaseForm, CaseMark, CaseReleaseRow, CaseRow, CaseRules, CaseVault, GistOfCase,
    NewPassphrase, TakeCaseUp, TypedPassphrase, WhichCase, WhichCopy,
};
use crate::desk::{Answer, Desk};
use crate::documents::{DocumentAs, ExportDocument, PrepareDocument, PreparedDocument, Saved, WhichDocument};
use crate::drafts::{KeptDraft, WhichDraft};
use crate::folder::{ChooseFolder, Folder, OpenFolder};
use crate::founding::FoundCouncil;
use crate::imports::{ImportEncoding, ImportLimits, ImportStep, ImportTaken, NewImport, WhichImport};
use crate::issued::{IssuedAgain, WhichIssuedFile};
use crate::jobs::WhichJob;
use crate::letters::{SaveEachLetter, SavedLetters};
use crate::open::{Start, State};
use crate::opinion_files::{NewOpinionFile, WhichOpinionFile};
use crate::packages::{ChoosePackage, ConsignOut, UnpackPackage};
use crate::packets::{SavePackets, SavedPackets};
use crate::paper_files::{
    FileName, LookedAt, NewFileOfPaper, NewOriginal, NewPaperFile, OpenPaperFile, PaperFile, WhichPaperFile,
};
use crate::preferences::{NewPreference, Recent, Values};
use crate::safety::{RestoreBackup, Safety};
use crate::text_files::{NewTextFile, TextFile};
use entaku_app::answers::QuestionRow;
use entaku_app::commands::{Done, Nothing};
use entaku_app::consign::MadePackage;
use entaku_app::import::{ImportDone, ImportPreview, ImportTable};
use entaku_app::{AppError, WireError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

macro_rules! commands {
    (
        values { $($value:ident($value_args:ty) -> $value_out:ty;)* }
        contents { $($content:ident($content_args:ty);)* }
        with_file { $($taken:ident($taken_args:ty) -> $taken_out:ty;)* }
    ) => {
        /// The names of the desk's commands.
        pub const NAMES: &[&str] = &[$(stringify!($value),)* $(stringify!($content),)* $(stringify!($taken),)*];

        /// Runs a command of the desk; none where the name is not one.
        pub(crate) fn call(desk: &Desk, name: &str, args: &Value, file: Option<Vec<u8>>) -> Option<Result<Answer, WireError>> {
            Some(match name {
                $(stringify!($value) => read(args).and_then(|a: $value_args| desk.$value(a)).and_then(|out: $value_out| value(&out)),)*
                $(stringify!($content) => read(args).and_then(|a: $content_args| desk.$content(a)).map(Answer::Bytes),)*
                $(stringify!($taken) => read(args).and_then(|a: $taken_args| desk.$taken(a, came(file)?)).and_then(|out: $taken_out| value(&out)),)*
                _ => return None,
            })
        }

        /// The whole contract: the council's commands and the desk's.
        pub fn typescript() -> String {
            entaku_app::typescript_with(add)
        }

        /// The names in the contract that two different types claim.
        pub fn name_clashes() -> Vec<String> {
            entaku_app::name_clashes(add)
        }

        fn add(out: &mut entaku_app::Contract<'_>) {
            out.add::<crate::host::Event>();
            $(out.command::<$value_args, $value_out>(stringify!($value));)*
            $(out.command::<$content_args, Content>(stringify!($content));)*
            $(out.command::<$taken_args, $taken_out>(stringify!($taken));)*
        }
    };
}

commands! {
    values {
        start(Nothing) -> Start;
        choose_folder(ChooseFolder) -> Option<String>;
        open_folder(OpenFolder) -> State;
        open_sample(Nothing) -> State;
        founding_questions(Nothing) -> Vec<QuestionRow>;
        found_council(FoundCouncil) -> State;
        choose_package(ChoosePackage) -> Option<String>;
        unpack_package(UnpackPackage) -> State;
        consign_out(ConsignOut) -> Done<MadePackage>;
        close_council(Nothing) -> State;
        show_folder(Nothing) -> ();
        preferences(Nothing) -> Values;
        set_preference(NewPreference) -> Values;
        forget_recent(Folder) -> Vec<Recent>;
        keep_draft(KeptDraft) -> ();
        draft(WhichDraft) -> Option<String>;
        safety(Nothing) -> Safety;
        backup_now(Nothing) -> Safety;
        backups(Folder) -> Vec<Backup>;
        restore_backup(RestoreBackup) -> State;
        prepare_document(PrepareDocument) -> PreparedDocument;
        cancel_job(WhichJob) -> bool;
        save_document(DocumentAs) -> Option<Saved>;
        open_document(DocumentAs) -> Saved;
        export_document(ExportDocument) -> Option<Saved>;
        save_each_letter(SaveEachLetter) -> Option<SavedLetters>;
        open_issued(IssuedAgain) -> Saved;
        save_issued(IssuedAgain) -> Option<Saved>;
        open_paper_file(OpenPaperFile) -> Saved;
        open_opinion_file(WhichOpinionFile) -> Saved;
        save_packets(SavePackets) -> Option<SavedPackets>;
        import_limits(Nothing) -> ImportLimits;
        encode_import(ImportEncoding) -> ImportTaken;
        import_table(ImportStep) -> ImportTable;
        preview_import(ImportStep) -> ImportPreview;
        write_import(ImportStep) -> Done<ImportDone>;
        end_import(WhichImport) -> ();
        case_vault(Nothing) -> CaseVault;
        begin_case_vault(NewPassphrase) -> CaseVault;
        open_case_vault(TypedPassphrase) -> CaseVault;
        close_case_vault(Nothing) -> CaseVault;
        use_case_vault(Nothing) -> CaseVault;
        change_case_passphrase(NewPassphrase) -> CaseVault;
        set_case_rules(CaseRules) -> CaseVault;
        set_case_vault_aside(Nothing) -> CaseVault;
        restore_case_vault(WhichCopy) -> CaseVault;
        list_cases(Nothing) -> Vec<CaseRow>;
        case_details(WhichCase) -> CaseDetails;
        save_case(CaseForm) -> String;
        destroy_case(WhichCase) -> Done<()>;
        keep_case_draft(CaseDraft) -> ();
        case_draft(Nothing) -> CaseDraft;
        check_gist(GistOfCase) -> Vec<CaseMark>;
        take_case_up(TakeCaseUp) -> Done<String>;
        case_releases(Nothing) -> Vec<CaseReleaseRow>;
    }
    contents {
        document_bytes(WhichDocument);
        issued_bytes(WhichIssuedFile);
        paper_file(WhichPaperFile);
    }
    with_file {
        look_at_file(FileName) -> LookedAt;
        set_opinion_file(NewOpinionFile) -> Done<String>;
        add_paper_file(NewPaperFile) -> Done<PaperFile>;
        read_text_file(NewTextFile) -> TextFile;
        begin_import(NewImport) -> ImportTaken;
        replace_paper_file(NewFileOfPaper) -> Done<PaperFile>;
        keep_original(NewOriginal) -> Done<()>;
    }
}

/// A file's content: bytes, not JSON.
#[derive(ts_rs::TS)]
#[ts(type = "Uint8Array")]
struct Content;

/// The file that came with a call.
fn came(file: Option<Vec<u8>>) -> Result<Vec<u8>, WireError> {
    file.ok_or_else(|| AppError::BadRequest("no file".to_owned()).into())
}

fn read<T: DeserializeOwned>(args: &Value) -> Result<T, WireError> {
    T::deserialize(args).map_err(|e| AppError::BadRequest(e.to_string()).into())
}

fn value<T: Serialize>(out: &T) -> Result<Answer, WireError> {
    serde_json::to_value(out).map(Answer::Json).map_err(|e| AppError::BadRequest(e.to_string()).into())
}
