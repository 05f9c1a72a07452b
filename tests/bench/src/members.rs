//! What the screens of members ask for, in a council with 3,000 seats.

use crate::{Outcome, long_council, now, row};
use entaku_app::App;
use entaku_domain::Day;
use entaku_store::Access;

const SEATS: usize = 3_000;

pub(crate) fn measure() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    App::create_sample(folder.path(), now, "bench")?;
    long_council::fill(folder.path(), SEATS)?;
    let app = App::open(folder.path(), Access::ReadOnly, now, "bench")?;
    let on = Day::from_ymd_opt(2026, 10, 14).ok_or("day")?;
    let end = Day::from_ymd_opt(2028, 3, 31).ok_or("day")?;
    row("the members' table with 3,000 seats: page data", "< 200 ms", || {
        assert!(app.member_table(None, on)?.rows.len() > SEATS);
        Ok(())
    })?;
    row("everybody in it: page data", "< 200 ms", || {
        assert!(app.people_table(on)?.len() > SEATS);
        Ok(())
    })?;
    row("the reappointment round with 3,000 seats: page data", "< 200 ms", || {
        assert!(app.round_list(Some(end), &[])?.rows.len() > SEATS);
        Ok(())
    })?;
    row("the ends of terms to choose a round from", "< 200 ms", || Ok(app.rounds().map(drop)?))
}
