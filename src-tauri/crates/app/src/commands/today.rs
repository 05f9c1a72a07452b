//! 今日: one reading for the screen, one for the badge beside its name.

use super::Nothing;
use crate::council::App;
use crate::error::Result;
use crate::today::{NavCounts, Today};

pub(super) fn today(app: &App, _: Nothing) -> Result<Today> {
    app.today_view()
}

pub(super) fn nav_counts(app: &App, _: Nothing) -> Result<NavCounts> {
    app.nav_counts()
}
