//! Wordings, who signs, and numbers that are taken once.

use super::sample::*;
use crate::{Action, Error, Result, Tx};
use entaku_domain::id::*;
use entaku_domain::letter::{BatchNumbers, LetterKind, LetterNumber, LetterOffice, Wording};

pub(super) fn fill(tx: &mut Tx<'_>) -> Result<()> {
    tx.put_wording(&wording())?;
    tx.put_wording(&own_wording())?;
    tx.put_letter_office(&office())?;
    tx.put_letter_series(year(2026), 120)?;
    tx.put_letter_number(&number())
}

fn wording() -> Wording {
    Wording {
        kind: LetterKind::Commission,
        of_body: None,
        subject: "委嘱状".into(),
        body: "{氏名}".into(),
        items: String::new(),
    }
}

/// That of one body stands beside the office's.
fn own_wording() -> Wording {
    Wording { of_body: Some(bodies()[0].id), ..wording() }
}

fn office() -> LetterOffice {
    LetterOffice {
        sender: "見本市長".into(),
        seal: true,
        contact: "障害福祉課\n電話".into(),
        pattern: "{年}見第{番号}号".into(),
        batch: BatchNumbers::Branch,
    }
}

fn number() -> LetterNumber {
    LetterNumber {
        id: LetterId::from_key("l"),
        kind: LetterKind::Notice,
        on: day("2026-04-01"),
        year: year(2026),
        number: 123,
        branch: Some(2),
        text: "8見第123号の2".into(),
        batch: LetterId::from_key("l"),
        person: Some(PersonId::from_key("watanabe")),
        organization: None,
        appointment: None,
        seat: None,
        meeting: Some(meeting().id),
        guest: Some(GuestId::from_key("g")),
        proposal: Some(ProposalId::from_key("p")),
    }
}

#[test]
fn what_is_put_comes_back() {
    let store = full();
    assert_eq!(store.wordings().unwrap(), [wording(), own_wording()]);
    assert_eq!(store.letter_office().unwrap(), Some(office()));
    assert_eq!(store.letter_series(year(2026)).unwrap(), Some(120));
    assert_eq!(store.letter_series(year(2027)).unwrap(), None);
    assert_eq!(store.letter_numbers().unwrap(), [number()]);
    assert_eq!(store.letter_batch(LetterId::from_key("l")).unwrap(), [number()]);
}

#[test]
fn a_number_is_taken_once() {
    let mut store = full();
    let again = |id: &str, branch| LetterNumber { id: LetterId::from_key(id), branch, ..number() };
    let twice = store.change(&me(), Action::new("take").aside(), at(), |tx| tx.put_letter_number(&again("m", Some(2))));
    assert!(matches!(twice, Err(Error::Taken { .. } | Error::Refused { .. })), "{twice:?}");
    does(&mut store, "take", |tx| tx.put_letter_number(&again("m", Some(3))));
    does(&mut store, "remove", |tx| tx.remove_wording(LetterKind::Commission, None));
    assert_eq!(store.wordings().unwrap(), [own_wording()]);
}
