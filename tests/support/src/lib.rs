//! What tests of use cases start from: the sample council in memory, on a day
//! that stands still, and a way to see that undo brings everything back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::missing_panics_doc)]

pub mod ledger;
pub mod rules;

use entaku_app::{App, Clock};

/// The tests' now: 1 October 2026, noon in Japan.
pub const CLOCK: Clock = || chrono::DateTime::from_timestamp(1_790_823_600, 0).expect("a moment");

/// A moment, in seconds since 1970.
pub fn moment(seconds: i64) -> entaku_store::Moment {
    chrono::DateTime::from_timestamp(seconds, 0).expect("a moment")
}

/// The sample council in memory.
pub fn sample() -> App {
    App::sample_in_memory(CLOCK).expect("the sample loads")
}

/// Every row of every table, for comparing before and after.
pub fn dump(app: &App) -> String {
    app.store().dump().expect("the store can be read")
}

/// Carries out one use case, checks that it changed something, takes it back,
/// and checks that everything is as it was; then does it again.
pub fn with_undo<T>(app: &mut App, work: impl FnOnce(&mut App) -> T) -> T {
    let before = dump(app);
    let output = work(app);
    let after = dump(app);
    assert_ne!(before, after, "the use case changed nothing");
    app.undo().expect("undo");
    assert_eq!(before, dump(app), "undo did not restore everything");
    app.redo().expect("redo");
    assert_eq!(after, dump(app), "redo did not restore everything");
    output
}
