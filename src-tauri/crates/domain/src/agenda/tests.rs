//! An agenda against the clock, and its numbers.
use super::*;

fn item(level: u8, mark: Option<&str>) -> AgendaItem {
    let new =
        AgendaItem::new(AgendaItemId::from_key("a"), MeetingId::from_key("m"), ItemKind::Report, "報告".to_owned());
    AgendaItem { level, mark: mark.map(str::to_owned), ..new }
}

#[test]
fn an_agenda_is_no_longer_than_its_meeting() {
    let timed = |minutes| AgendaItem { minutes, ..item(0, None) };
    let items = [timed(Some(20)), timed(None), timed(Some(100))];
    assert_eq!(check_length(&items, Some("14:00"), Some("16:00")), None);
    let long = Some(Violation::AgendaTooLong { planned: 120, available: 90 });
    assert_eq!(check_length(&items, Some("14:00"), Some("15:30")), long);
    assert_eq!(check_length(&items, Some("14:00"), None), None);
    assert_eq!(check_length(&items, Some("14:00"), Some("13:00")), None);
}

#[test]
fn items_are_counted_within_their_level() {
    let recess = AgendaItem { kind: ItemKind::Recess, ..item(0, None) };
    let items = [
        item(0, None),
        item(0, None),
        item(1, None),
        item(2, None),
        item(2, None),
        item(1, None),
        recess,
        item(0, None),
    ];
    let plain = marks(&items, &AgendaStyle::default());
    assert_eq!(plain, ["1", "2", "(1)", "①", "②", "(2)", "", "3"]);
    let style = AgendaStyle { main: MainMark::Ordinal, third: ThirdMark::Kana, ..AgendaStyle::default() };
    assert_eq!(marks(&items, &style), ["第1", "第2", "(1)", "ア", "イ", "(2)", "", "第3"]);
}

#[test]
fn a_mark_of_its_own_is_not_counted() {
    let items = [item(0, None), item(1, Some("・")), item(1, None), item(0, Some("")), item(0, None)];
    let style = AgendaStyle { main: MainMark::Dotted, third: ThirdMark::Dot, ..AgendaStyle::default() };
    assert_eq!(marks(&items, &style), ["1.", "・", "(1)", "", "2."]);
    let many: Vec<AgendaItem> = std::iter::repeat_n(item(2, None), 21).collect();
    assert_eq!(marks(&many, &AgendaStyle::default())[19..], ["⑳", "(21)"]);
}
