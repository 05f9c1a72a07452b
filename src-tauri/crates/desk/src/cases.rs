//! The vault of cases on the desk: opened with its passphrase, closed by hand, with the
//! folder, or by itself when nobody has used it for some minutes. What it holds goes to
//! the screen that asked and nowhere else: not through the council's store, its search,
//! its history, its exports or the log.

mod gist;
mod leaving;
mod records;

pub use gist::{CaseMark, GistOfCase, MarkReason, TakeCaseUp};
pub(crate) use leaving::{Cleared, Looked, stopped};
pub use records::{CaseDetails, CaseDraft, CaseForm, CaseReleaseRow, CaseRow, WhichCase};

use crate::desk::Desk;
use crate::host::Event;
use entaku_app::commands::Nothing;
use entaku_app::{AppError, WireError};
use entaku_domain::Day;
use entaku_store::Moment;
use entaku_vault::{CopyKind, Error, Mode, Passphrase, Place, SHORTEST, Strength, Vault, VaultId};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;
use ts_rs::TS;

/// How often it is looked whether the time is over.
const LOOK: Duration = Duration::from_secs(5);

/// A passphrase as typed.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedPassphrase {
    /// The passphrase.
    pub passphrase: String,
    /// Takes a vault that this council does not know for its own.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub adopt: Option<bool>,
}

/// A passphrase that is chosen.
#[derive(Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewPassphrase {
    /// The one until now; none for a new vault.
    #[ts(optional = nullable)]
    pub old: Option<String>,
    /// The passphrase.
    pub passphrase: String,
    /// The same, typed once more.
    pub again: String,
}

/// How long the vault stays open and its cases are kept.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseRules {
    /// Minutes without use after which it closes.
    pub minutes: u16,
    /// Years that a new case is kept.
    pub years: u16,
}

/// A copy of the vault's file.
#[derive(Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct WhichCopy {
    /// Its name, as listed.
    pub copy: String,
}

/// How the vault is.
#[derive(Debug, Serialize, TS)]
pub struct CaseVault {
    /// `none`, `closed`, `open`.
    pub state: String,
    /// Whether it can be written.
    pub writable: bool,
    /// Whether it lies in memory only, with the sample.
    pub in_memory: bool,
    /// Seconds until it closes by itself; 0 unless it is open.
    #[ts(type = "number")]
    pub closes_in: i64,
    /// Minutes without use after which it closes.
    pub minutes: u16,
    /// Years that a new case is kept.
    pub years: u16,
    /// The fewest characters of a passphrase.
    pub shortest: usize,
    /// Whether something was being typed when it closed.
    pub draft: bool,
    /// What is wrong with the file, as far as that can be told without the passphrase.
    pub problem: Option<WireError>,
    /// Whether the council does not know this vault: it is opened as its own on demand.
    pub unknown: bool,
    /// Copies of the file that can be brought back.
    pub copies: Vec<CaseCopy>,
}

/// A copy of the vault's file.
#[derive(Debug, Serialize, TS)]
pub struct CaseCopy {
    /// Its name.
    pub copy: String,
    /// 毎日のバックアップ　令和8年10月1日 12:00.
    pub label: String,
}

/// The vault, where it is open.
#[derive(Default)]
pub(crate) struct Cases {
    inside: Mutex<Inside>,
    strength: Mutex<Option<Strength>>,
}

struct Inside {
    open: Option<Open>,
    /// Where the sample's lies.
    memory: Place,
}

impl Default for Inside {
    fn default() -> Self {
        Self { open: None, memory: Place::memory() }
    }
}

pub(crate) struct Open {
    pub(crate) vault: Vault,
    used: Moment,
    /// What is being typed, to be kept in the vault when it closes.
    draft: Option<zeroize::Zeroizing<String>>,
}

impl Open {
    fn is_over(&self, now: Moment) -> bool {
        now - self.used >= chrono::TimeDelta::minutes(i64::from(self.vault.content().minutes))
    }
}

/// What is known of the council that lies on the desk.
struct Ground {
    place: Place,
    own: Option<VaultId>,
    read_only: bool,
}

impl Cases {
    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Closes the vault; what was being typed is kept in it. Answers whether it was open.
    pub(crate) fn close(&self) -> bool {
        let Some(mut open) = self.inside().open.take() else { return false };
        if let Some(draft) = open.draft.take().filter(|_| open.vault.is_writable()) {
            // Best effort: closing must not fail for what was half typed.
            let _ = open.vault.change(|content| {
                content.draft = Some(draft.to_string());
                Ok(())
            });
        }
        true
    }

    /// Another council: neither the vault nor the sample's belongs to it.
    pub(crate) fn clear(&self) {
        self.close();
        *self.inside() = Inside::default();
    }

    fn close_if_over(&self, now: Moment) -> bool {
        let over = self.inside().open.as_ref().is_some_and(|open| open.is_over(now));
        over && self.close()
    }

    /// What tries at a passphrase cost; tests set it low.
    fn strength(&self) -> Strength {
        self.strength.lock().unwrap_or_else(PoisonError::into_inner).unwrap_or(entaku_vault::OFFICE)
    }

    pub(crate) fn set_strength(&self, strength: Strength) {
        *self.strength.lock().unwrap_or_else(PoisonError::into_inner) = Some(strength);
    }
}

/// What is wrong with the vault, as everybody is told it.
pub(crate) fn told(error: &Error) -> AppError {
    let (why, detail) = error.told();
    AppError::Vault { why, detail }
}

fn refused(error: Error) -> WireError {
    told(&error).into()
}

pub(crate) fn why(why: &'static str) -> WireError {
    AppError::Vault { why, detail: String::new() }.into()
}

impl Desk {
    /// How the vault is. Asking is no use of it.
    pub(crate) fn case_vault(&self, _: Nothing) -> Result<CaseVault, WireError> {
        let ground = self.ground()?;
        self.close_if_over();
        let inside = self.cases().inside();
        let now = (self.clock())();
        let content = inside.open.as_ref().map(|open| open.vault.content());
        let minutes = content.map_or(0, |c| c.minutes);
        let left = |open: &Open| i64::from(minutes) * 60 - (now - open.used).num_seconds();
        let problem = ground.place.is_taken().then(|| ground.place.look()).and_then(Result::err);
        let stranger = ground.own.is_some() && !ground.place.is_taken();
        let problem = problem.or(stranger.then_some(Error::Missing)).filter(|_| inside.open.is_none());
        let state = match &inside.open {
            Some(_) => "open",
            None if ground.place.is_taken() || stranger => "closed",
            None => "none",
        };
        Ok(CaseVault {
            state: state.to_owned(),
            writable: inside.open.as_ref().map_or(!ground.read_only, |open| open.vault.is_writable()),
            in_memory: matches!(ground.place, Place::Memory(_)),
            closes_in: inside.open.as_ref().map_or(0, left),
            minutes,
            years: content.map_or(0, |c| c.years),
            shortest: SHORTEST,
            draft: content.is_some_and(|c| c.draft.is_some()),
            problem: problem.as_ref().map(|error| told(error).into()),
            unknown: ground.own.is_none() && ground.place.is_taken(),
            copies: ground.place.copies().into_iter().map(|c| copy(&c)).collect(),
        })
    }

    /// Begins a vault, which is open then.
    pub(crate) fn begin_case_vault(&self, ask: NewPassphrase) -> Result<CaseVault, WireError> {
        let ground = self.ground()?;
        if ground.read_only {
            return Err(why("read_only"));
        }
        let passphrase = chosen(&ask)?;
        let vault = Vault::create(ground.place, passphrase, self.cases().strength()).map_err(refused)?;
        self.remember(&vault)?;
        self.keep_open(vault);
        self.case_vault(Nothing {})
    }

    /// Opens the vault.
    pub(crate) fn open_case_vault(&self, ask: TypedPassphrase) -> Result<CaseVault, WireError> {
        let ground = self.ground()?;
        let mode = if ground.read_only { Mode::Read } else { Mode::Write };
        self.cases().close();
        let passphrase = Passphrase::typed(&zeroize::Zeroizing::new(ask.passphrase));
        let vault =
            Vault::open(ground.place, passphrase, ground.own, mode, self.cases().strength()).map_err(refused)?;
        if ground.own.is_none() {
            if ask.adopt != Some(true) {
                return Err(why("unknown"));
            }
            self.remember(&vault)?;
        }
        self.keep_open(vault);
        self.case_vault(Nothing {})
    }

    /// Closes it.
    pub(crate) fn close_case_vault(&self, _: Nothing) -> Result<CaseVault, WireError> {
        self.cases().close();
        self.case_vault(Nothing {})
    }

    /// Says that somebody is at work with it.
    pub(crate) fn use_case_vault(&self, _: Nothing) -> Result<CaseVault, WireError> {
        self.with_cases(|_| Ok(()))?;
        self.case_vault(Nothing {})
    }

    /// Takes another passphrase.
    pub(crate) fn change_case_passphrase(&self, ask: NewPassphrase) -> Result<CaseVault, WireError> {
        let new = chosen(&ask)?;
        let old = Passphrase::typed(ask.old.as_deref().unwrap_or_default());
        let changed = self.with_cases(|open| open.vault.change_passphrase(&old, new).map_err(|e| told(&e)));
        changed.map_err(|error| match error.code.as_str() {
            "cases_wrong_passphrase" => WireError { field: Some("old".to_owned()), ..error },
            _ => error,
        })?;
        self.case_vault(Nothing {})
    }

    /// Sets how long it stays open and how long cases are kept.
    pub(crate) fn set_case_rules(&self, ask: CaseRules) -> Result<CaseVault, WireError> {
        let bounds = [("minutes", ask.minutes, 1, 60), ("years", ask.years, 1, entaku_vault::MOST_YEARS)];
        for (field, value, from, to) in bounds {
            if !(from..=to).contains(&value) {
                return Err(AppError::OutOfRange { field, least: i32::from(from), most: i32::from(to) }.into());
            }
        }
        self.change_cases(|content| {
            (content.minutes, content.years) = (ask.minutes, ask.years);
            Ok(())
        })?;
        self.case_vault(Nothing {})
    }

    /// Sets the file aside under another name, as when its passphrase is lost.
    pub(crate) fn set_case_vault_aside(&self, _: Nothing) -> Result<CaseVault, WireError> {
        let ground = self.writable_ground()?;
        ground.place.set_aside((self.clock())()).map_err(refused)?;
        self.forget_own()?;
        self.case_vault(Nothing {})
    }

    /// Brings a copy of the file back; the one that it replaces is set aside.
    pub(crate) fn restore_case_vault(&self, ask: WhichCopy) -> Result<CaseVault, WireError> {
        let ground = self.writable_ground()?;
        ground.place.bring_back(&ask.copy, (self.clock())()).map_err(refused)?;
        self.case_vault(Nothing {})
    }

    /// Where a file may be renamed: nobody has the vault open.
    fn writable_ground(&self) -> Result<Ground, WireError> {
        let ground = self.ground()?;
        self.cases().close();
        match ground.place.is_in_use() {
            true => Err(why("in_use")),
            false if ground.read_only => Err(why("read_only")),
            false => Ok(ground),
        }
    }

    fn ground(&self) -> Result<Ground, WireError> {
        let table = self.table();
        let open = table.open.as_ref().ok_or(AppError::NoCouncilOpen)?;
        let place = match &open.folder {
            Some(folder) => Place::Folder(folder.clone()),
            None => self.cases().inside().memory.clone(),
        };
        let own = open.app.case_vault()?.and_then(|id| VaultId::parse(&id));
        Ok(Ground { place, own, read_only: open.read_only })
    }

    fn remember(&self, vault: &Vault) -> Result<(), WireError> {
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(open.app.remember_case_vault(&vault.id().to_string()).map(drop)?)
    }

    fn forget_own(&self) -> Result<(), WireError> {
        let mut table = self.table();
        let open = table.open.as_mut().ok_or(AppError::NoCouncilOpen)?;
        Ok(open.app.forget_case_vault().map(drop)?)
    }

    fn keep_open(&self, vault: Vault) {
        let used = (self.clock())();
        self.cases().inside().open = Some(Open { vault, used, draft: None });
        self.watch_cases();
    }

    /// Looks from time to time whether the vault's time is over, as long as it is open.
    fn watch_cases(&self) {
        let (cases, clock, host): (Weak<Cases>, _, _) = (Arc::downgrade(self.cases()), self.clock(), self.host_kept());
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(LOOK);
                let Some(cases) = cases.upgrade() else { return };
                if cases.close_if_over(clock()) {
                    host.emit(&Event::CasesClosed {});
                }
                if cases.inside().open.is_none() {
                    return;
                }
            }
        });
    }

    /// Closes the vault where its time is over.
    fn close_if_over(&self) {
        if self.cases().close_if_over((self.clock())()) {
            self.host().emit(&Event::CasesClosed {});
        }
    }

    /// Works with the open vault, which is used by that.
    pub(crate) fn with_cases<T>(&self, work: impl FnOnce(&mut Open) -> Result<T, AppError>) -> Result<T, WireError> {
        self.close_if_over();
        let mut inside = self.cases().inside();
        let open = inside.open.as_mut().ok_or_else(|| why("closed"))?;
        open.used = (self.clock())();
        Ok(work(open)?)
    }

    /// Changes the vault's content and writes it.
    pub(crate) fn change_cases<T>(
        &self,
        change: impl FnOnce(&mut entaku_vault::Content) -> entaku_vault::Result<T>,
    ) -> Result<T, WireError> {
        self.with_cases(|open| open.vault.change(change).map_err(|e| told(&e)))
    }
}

/// A passphrase that was typed twice.
fn chosen(ask: &NewPassphrase) -> Result<Passphrase, WireError> {
    if ask.passphrase != ask.again {
        return Err(why("different"));
    }
    Passphrase::chosen(&ask.passphrase).map_err(refused)
}

fn copy(copy: &entaku_vault::Copy) -> CaseCopy {
    let kind = match copy.kind {
        CopyKind::Before => crate::text::CASES_BEFORE,
        CopyKind::Daily => crate::text::CASES_DAILY,
        CopyKind::Aside => crate::text::CASES_ASIDE,
    };
    let at = copy.at.map(crate::text::moment).unwrap_or_default();
    CaseCopy { copy: copy.name.clone(), label: format!("{kind}\u{3000}{at}").trim().to_owned() }
}

/// A day as typed in a form.
pub(crate) fn day(field: &'static str, typed: &str) -> Result<Day, AppError> {
    entaku_app::commands::day(field, typed)
}
