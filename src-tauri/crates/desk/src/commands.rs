//! The desk's own commands, one line each, beside those of the council.

use crate::backups::Backup;
use crate::desk::{Answer, Desk};
use crate::folder::{ChooseFolder, Folder, OpenFolder};
use crate::open::{Start, State};
use crate::preferences::{NewPreference, Recent, Values};
use crate::safety::{RestoreBackup, Safety};
use entaku_app::commands::Nothing;
use entaku_app::{AppError, WireError};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

macro_rules! commands {
    (values { $($value:ident($value_args:ty) -> $value_out:ty;)* }) => {
        /// The names of the desk's commands.
        pub const NAMES: &[&str] = &[$(stringify!($value),)*];

        /// Runs a command of the desk; none where the name is not one.
        pub(crate) fn call(desk: &Desk, name: &str, args: &Value, file: Option<Vec<u8>>) -> Option<Result<Answer, WireError>> {
            let _ = file;
            Some(match name {
                $(stringify!($value) => read(args).and_then(|a: $value_args| desk.$value(a)).and_then(|out: $value_out| value(&out)),)*
                _ => return None,
            })
        }

        /// The whole contract: the council's commands and the desk's.
        pub fn typescript() -> String {
            entaku_app::typescript_with(|out| {
                out.add::<crate::host::Event>();
                $(out.command::<$value_args, $value_out>(stringify!($value));)*
            })
        }
    };
}

commands! {
    values {
        start(Nothing) -> Start;
        choose_folder(ChooseFolder) -> Option<String>;
        open_folder(OpenFolder) -> State;
        open_sample(Nothing) -> State;
        close_council(Nothing) -> State;
        show_folder(Nothing) -> ();
        preferences(Nothing) -> Values;
        set_preference(NewPreference) -> Values;
        forget_recent(Folder) -> Vec<Recent>;
        safety(Nothing) -> Safety;
        backup_now(Nothing) -> Safety;
        backups(Folder) -> Vec<Backup>;
        restore_backup(RestoreBackup) -> State;
    }
}

fn read<T: DeserializeOwned>(args: &Value) -> Result<T, WireError> {
    T::deserialize(args).map_err(|e| AppError::BadRequest(e.to_string()).into())
}

fn value<T: Serialize>(out: &T) -> Result<Answer, WireError> {
    serde_json::to_value(out).map(Answer::Json).map_err(|e| AppError::BadRequest(e.to_string()).into())
}
