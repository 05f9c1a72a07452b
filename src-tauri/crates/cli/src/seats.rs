//! Who sits where at a meeting: shown side by side, moved by name.

use crate::args::day::Seats;
use crate::day::told;
use crate::documents::{READ, Writer, write};
use crate::open::{for_reading, for_writing};
use crate::which::meeting;
use entaku_app::commands::dispatch;
use entaku_app::printing::{AudienceName, Document};
use entaku_app::seating::room::{PlacedSeat, SeatingPage};
use entaku_app::{App, AppError, Result};
use entaku_domain::day::Side;
use entaku_domain::id::MeetingId;
use entaku_domain::text::search_key;
use entaku_sheets::Fallback;
use serde_json::json;
use std::path::Path;

/// The words for how the tables stand, and their codes.
const LAYOUTS: [(&str, &str); 3] = [("ロの字", "square"), ("コの字", "horseshoe"), ("スクール", "school")];

pub(crate) fn run(council: Option<&Path>, ask: &Seats) -> Result<()> {
    let moves = !ask.set.is_empty() || !ask.wheelchair.is_empty() || ask.keep_absent;
    let writes = moves || ask.layout.is_some() || ask.usual || ask.last;
    let mut app = if writes { for_writing(council)? } else { for_reading(council)? };
    let id = meeting(&app, &ask.meeting)?;
    if let Some(layout) = &ask.layout {
        let unknown = || AppError::BadRequest(format!("no layout {layout:?}"));
        let (_, code) = LAYOUTS.iter().find(|(word, _)| word == layout).ok_or_else(unknown)?;
        told(&dispatch(&mut app, "update_meeting", json!({ "meeting": id.to_string(), "layout": code }))?);
    }
    if ask.usual || ask.last {
        told(&dispatch(&mut app, "reset_room", json!({ "meeting": id.to_string(), "last": ask.last }))?);
    }
    if moves {
        place(&mut app, id, ask)?;
    }
    show(&app.seating_page(id)?);
    let Some(out) = &ask.out else { return Ok(()) };
    let audience = if ask.public { AudienceName::Public } else { AudienceName::Members };
    let document = Document::Seating { meeting: id.to_string(), audience };
    write(&app, &document, &READ, Fallback::Refuse, &mut Writer::new(out))
}

/// Moves whom it names, and leaves the others in their order.
fn place(app: &mut App, id: MeetingId, ask: &Seats) -> Result<()> {
    let page = app.seating_page(id)?;
    let mut seats = page.seats.clone();
    for set in &ask.set {
        let unreadable = || AppError::BadRequest(format!("no seat in {set:?}"));
        let (name, to) = set.split_once('=').ok_or_else(unreadable)?;
        let (side, at) = to.split_once(':').map_or((to, None), |(side, at)| (side, Some(at)));
        let side = Side::ALL.iter().find(|s| s.label() == side).ok_or_else(unreadable)?;
        let at = at.map(str::parse::<usize>).transpose().map_err(|_| unreadable())?;
        let mut moved = seats.remove(find(&seats, name)?);
        side.code().clone_into(&mut moved.side);
        let there: Vec<usize> =
            seats.iter().enumerate().filter(|(_, s)| s.side == side.code()).map(|(i, _)| i).collect();
        let before = at.and_then(|at| there.get(at.saturating_sub(1)).copied());
        let after = there.last().map_or(seats.len(), |last| last + 1);
        seats.insert(before.unwrap_or(after), moved);
    }
    for name in &ask.wheelchair {
        let at = find(&seats, name)?;
        if let Some(seat) = seats.get_mut(at) {
            seat.wheelchair = !seat.wheelchair;
        }
    }
    let fixtures: Vec<_> = page.fixtures.iter().map(|f| json!({ "kind": f.kind, "x": f.x, "y": f.y })).collect();
    let rows: Vec<_> =
        seats.iter().map(|s| json!({ "who": s.who, "side": s.side, "wheelchair": s.wheelchair })).collect();
    let form = json!({
        "meeting": id.to_string(), "seats": rows, "fixtures": fixtures,
        "keep_absent": ask.keep_absent || page.keep_absent,
    });
    told(&dispatch(app, "set_room", form)?);
    Ok(())
}

/// By the name as the plan has it, or a family name that only one has.
fn find(seats: &[PlacedSeat], name: &str) -> Result<usize> {
    let key = search_key(name);
    let exact = seats.iter().position(|s| search_key(&s.name) == key);
    let mut begins = seats.iter().enumerate().filter(|(_, s)| search_key(&s.name).starts_with(&key));
    let only = begins.next().filter(|_| begins.next().is_none()).map(|(at, _)| at);
    exact.or(only).ok_or_else(|| AppError::UnknownPerson(name.to_owned()))
}

fn show(page: &SeatingPage) {
    let layout = LAYOUTS.iter().find(|(_, code)| *code == page.layout).map_or("", |(word, _)| *word);
    say!("{layout}{}", if page.stored { "" } else { "（役割の順）" });
    for side in Side::ALL {
        for (at, seat) in page.seats.iter().filter(|s| s.side == side.code()).enumerate() {
            let wheelchair = if seat.wheelchair { "（車椅子）" } else { "" };
            say!("{}{:>3}　{}　{}{wheelchair}", side.label(), at + 1, seat.name, seat.post);
        }
    }
    for fixture in &page.fixtures {
        say!("{}", fixture.label);
    }
}
