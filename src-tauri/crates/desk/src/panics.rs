//! A panic becomes an error and a line in the log: the command and the place in
//! the program, never the message, which may hold a name.

use entaku_app::Clock;
use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Once;

thread_local! {
    static WATCHED: Cell<bool> = const { Cell::new(false) };
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Carries out work; where it panics, answers the place in the program.
pub(crate) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    install();
    let before = WATCHED.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    WATCHED.set(before);
    outcome.map_err(|_| PLACE.take().unwrap_or_else(|| "unknown".to_owned()))
}

/// Notes the places of panics outside of the desk's calls in the user's log from
/// now on, too. Their messages may hold a person's name, so they are never written.
pub fn note_panics(config: &Path, clock: Clock) {
    let config = config.to_owned();
    std::panic::set_hook(Box::new(move |info| {
        let Some(at) = info.location() else { return };
        crate::log::write(&config, clock(), &format!("panic at={}:{}", at.file(), at.line()));
    }));
}

/// Notes the place of a panic in watched work; everything else is told as before.
fn install() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if WATCHED.get() {
                let place = info.location().map(|at| format!("{}:{}", at.file(), at.line()));
                PLACE.replace(place);
            } else {
                others(info);
            }
        }));
    });
}

#[cfg(test)]
mod tests {
    //! What is caught, and what is told.
    use super::*;

    #[test]
    fn a_panic_tells_its_place_and_nothing_else() {
        let place = caught(|| assert!(std::env::args().next().is_none(), "山田花子")).err().unwrap_or_default();
        assert!(place.contains("panics.rs:") && !place.contains("山田"), "{place}");
        assert_eq!(caught(|| 1), Ok(1));
    }
}
