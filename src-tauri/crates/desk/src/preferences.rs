//! What this computer's user prefers, in one small file. A file that is missing
//! or broken means the defaults; a file that cannot be written costs only the memory.

use crate::desk::Desk;
use crate::place::is_alike;
use crate::text;
use entaku_app::commands::Nothing;
use entaku_app::{AppError, WireError, files};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use ts_rs::TS;

/// The file's name within the user's folder.
const FILE: &str = "preferences.json";
/// Councils that are remembered.
const RECENT: usize = 8;
/// The longest key.
const KEY: usize = 100;
/// The longest value, as JSON.
const VALUE: usize = 20_000;
/// The most keys.
const KEYS: usize = 500;
/// The key of the name under which changes are made.
const ACTOR: &str = "actor";

/// A council that was open before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recent {
    /// Its folder.
    pub folder: String,
    /// Its name.
    pub name: String,
}

/// Preferences by key; the screens decide what they mean.
#[derive(Debug, Default, Clone, Serialize, TS)]
#[ts(type = "{ [key in string]?: unknown }")]
pub struct Values(BTreeMap<String, Value>);

/// A preference to be set.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPreference {
    /// Its key: `theme`, `zoom`, `table/members`, `actor`.
    pub key: String,
    /// Its value; null forgets it.
    #[ts(type = "unknown")]
    pub value: Value,
}

/// The file's content.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Kept {
    values: BTreeMap<String, Value>,
    recent: Vec<Recent>,
    last: Option<String>,
}

/// The preferences, written whenever they change. Another window of the same user
/// may have changed others meanwhile: they are read before.
#[derive(Debug, Default)]
pub(crate) struct Preferences {
    file: Option<PathBuf>,
    kept: Mutex<Kept>,
    /// Whether the file could not be written: what it says is older than what is known here.
    unsaved: AtomicBool,
}

/// What the file says; none where it is missing or broken.
fn read(file: &Path) -> Option<Kept> {
    serde_json::from_slice(&std::fs::read(file).ok()?).ok()
}

impl Preferences {
    pub(crate) fn of(config: &Path) -> Self {
        let file = config.join(FILE);
        let kept = read(&file).unwrap_or_default();
        Self { file: Some(file), kept: Mutex::new(kept), unsaved: AtomicBool::default() }
    }

    fn with<T>(&self, work: impl FnOnce(&mut Kept) -> T) -> T {
        work(&mut self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    fn change(&self, work: impl FnOnce(&mut Kept)) {
        self.with(|kept| {
            let known = self.file.as_deref().filter(|_| !self.unsaved.load(Ordering::Relaxed));
            if let Some(newer) = known.and_then(read) {
                *kept = newer;
            }
            work(kept);
            if let Some((file, bytes)) = self.file.as_ref().zip(serde_json::to_vec_pretty(kept).ok()) {
                // Only a preference is lost: no reason to stop anybody's work.
                self.unsaved.store(files::write(file, &bytes).is_err(), Ordering::Relaxed);
            }
        });
    }

    /// The councils that were open before, the latest first.
    pub(crate) fn recent(&self) -> Vec<Recent> {
        self.with(|kept| kept.recent.clone())
    }

    /// The council that was open last, unless it was closed.
    pub(crate) fn last(&self) -> Option<PathBuf> {
        self.with(|kept| kept.last.as_ref().map(PathBuf::from))
    }

    pub(crate) fn opened(&self, folder: &Path, name: &str) {
        let folder = folder.display().to_string();
        self.change(|kept| {
            kept.recent.retain(|r| !is_alike(&r.folder, &folder));
            kept.recent.insert(0, Recent { folder: folder.clone(), name: name.to_owned() });
            kept.recent.truncate(RECENT);
            kept.last = Some(folder);
        });
    }

    pub(crate) fn closed(&self) {
        self.change(|kept| kept.last = None);
    }

    pub(crate) fn forget(&self, folder: &str) {
        self.change(|kept| kept.recent.retain(|r| r.folder != folder));
    }

    /// Makes changes under a name from now on.
    pub(crate) fn work_as(&self, actor: &str) {
        self.change(|kept| {
            kept.values.insert(ACTOR.to_owned(), Value::String(actor.to_owned()));
        });
    }

    /// The name under which changes are made: as the user set it, else as the
    /// system knows the user.
    pub(crate) fn actor(&self) -> String {
        let chosen = self.with(|kept| kept.values.get(ACTOR).and_then(Value::as_str).map(|n| n.trim().to_owned()));
        let system = || std::env::var("USERNAME").or_else(|_| std::env::var("USER")).ok();
        chosen
            .filter(|name| !name.is_empty())
            .or_else(system)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| text::SECRETARIAT.to_owned())
    }
}

impl Desk {
    /// All preferences.
    pub(crate) fn preferences(&self, _: Nothing) -> Result<Values, WireError> {
        Ok(self.values())
    }

    pub(crate) fn values(&self) -> Values {
        Values(self.remembered().with(|kept| kept.values.clone()))
    }

    /// Sets a preference, or forgets it.
    pub(crate) fn set_preference(&self, ask: NewPreference) -> Result<Values, WireError> {
        let known = self.remembered().with(|kept| (kept.values.contains_key(&ask.key), kept.values.len()));
        let fits = (1..=KEY).contains(&ask.key.chars().count())
            && ask.value.to_string().len() <= VALUE
            && (known.0 || known.1 < KEYS);
        if !fits {
            return Err(AppError::BadRequest("preference".to_owned()).into());
        }
        let is_actor = ask.key == ACTOR;
        self.remembered().change(|kept| {
            match ask.value {
                Value::Null => kept.values.remove(&ask.key),
                value => kept.values.insert(ask.key, value),
            };
        });
        if is_actor && let Some(open) = self.table().open.as_mut() {
            open.app.work_as(&self.remembered().actor());
        }
        Ok(self.values())
    }

    /// Takes a council off the list of recent ones; its data stay where they are.
    pub(crate) fn forget_recent(&self, ask: crate::folder::Folder) -> Result<Vec<Recent>, WireError> {
        self.remembered().forget(&ask.folder);
        Ok(self.remembered().recent())
    }
}
