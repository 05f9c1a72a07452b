//! Notices, replies and the public at a meeting come back; applicants are erased for good.

use super::sample::*;
use crate::{Access, Action, Error, FILE_NAME, Result, Store, Tx, WhyNot};
use entaku_domain::calendar::OfficeCalendar;
use entaku_domain::convocation::{Convocation, Guest, GuestKind};
use entaku_domain::gallery::{Admission, Applicant, ApplicantState, Gallery, GalleryOffice};
use entaku_domain::id::*;
use entaku_domain::need::{Arrangement, Need};
use entaku_domain::reply::{Answer, Opinion, Reply};

pub(super) fn fill(tx: &mut Tx<'_>) -> Result<()> {
    tx.put_convocation(&convocation())?;
    tx.put_reply(&reply())?;
    tx.add_file(&mut &b"opinion"[..])?;
    tx.put_opinion(&opinion())?;
    tx.put_guest(&guest())?;
    tx.put_arrangement(&arrangement())?;
    tx.put_gallery(&gallery())?;
    tx.put_applicant(&applicant())?;
    tx.put_gallery_office(&GalleryOffice::USUAL)
}

fn convocation() -> Convocation {
    Convocation {
        noticed_on: Some(day("2026-09-30")),
        ..Convocation::usual(meeting().id, meeting().date, &OfficeCalendar::default())
    }
}

fn reply() -> Reply {
    Reply {
        id: ReplyId::from_key("r"),
        meeting: meeting().id,
        appointment: appointments()[0].id,
        answer: Some(Answer::Proxy),
        proxy: Some("﨑山　次郎".into()),
        needs: vec!["要約筆記を隣の席で".into()],
        received_on: Some(day("2026-10-05")),
        note: Some("返事は電話でした".into()),
    }
}

fn opinion() -> Opinion {
    Opinion {
        id: OpinionId::from_key("o"),
        meeting: meeting().id,
        item: None,
        appointment: appointments()[0].id,
        received_on: Some(day("2026-10-06")),
        text: "賛成です。".into(),
        file: Some("4379105aca40fc3c6b7c72756ef978e1b496091ba2016679b64b2aeff0ddf116".into()),
        file_name: Some("意見書.pdf".into()),
    }
}

fn guest() -> Guest {
    Guest {
        id: GuestId::from_key("g"),
        meeting: meeting().id,
        kind: GuestKind::Explainer,
        organization: "市民健康課".into(),
        post: "課長".into(),
        name: "渡邉\u{e0102}　一".into(),
        item: None,
        comes: Some(true),
    }
}

fn arrangement() -> Arrangement {
    Arrangement {
        meeting: meeting().id,
        need: Need::SignLanguage,
        done_on: Some(day("2026-09-10")),
        note: Some("2人".into()),
    }
}

fn gallery() -> Gallery {
    Gallery {
        meeting: meeting().id,
        capacity: Some(5),
        admission: Admission::Lot,
        apply_from: Some(day("2026-10-01")),
        apply_by: Some(day("2026-10-09")),
        how: "電話".into(),
    }
}

fn applicant() -> Applicant {
    Applicant {
        id: ApplicantId::from_key("p"),
        meeting: meeting().id,
        order: 1,
        name: "傍聴　希望子".into(),
        address: Some("鎌倉市見本9-9-9".into()),
        contact: Some("0467-00-9999".into()),
        needs: None,
        applied_on: Some(day("2026-10-02")),
        state: ApplicantState::Refused,
        refusal: Some("定員を超えたため".into()),
        lot: Some(6),
        came: false,
    }
}

#[test]
fn what_is_put_comes_back() {
    let store = full();
    let id = meeting().id;
    assert_eq!(store.convocation(id).unwrap(), Some(convocation()));
    assert_eq!(store.replies(id).unwrap(), [reply()]);
    assert_eq!(store.replies_of(reply().appointment).unwrap(), [reply()]);
    assert_eq!(store.opinions(id).unwrap(), [opinion()]);
    assert_eq!(store.opinions_of(reply().appointment).unwrap(), [opinion()]);
    assert_eq!(store.opinion(opinion().id).unwrap(), Some(opinion()));
    assert_eq!(store.guests(id).unwrap(), [guest()]);
    assert_eq!(store.guest(guest().id).unwrap(), Some(guest()));
    assert_eq!(store.arrangements(id).unwrap(), [arrangement()]);
    assert_eq!(store.gallery(id).unwrap(), Some(gallery()));
    assert_eq!(store.applicants(id).unwrap(), [applicant()]);
    assert_eq!(store.applicant(applicant().id).unwrap(), Some(applicant()));
    assert_eq!(store.gallery_office().unwrap(), Some(GalleryOffice::USUAL));
}

#[test]
fn a_member_answers_once() {
    let mut store = full();
    let again = Reply { id: ReplyId::from_key("again"), ..reply() };
    let twice = store.change(&me(), Action::new("x"), at(), |tx| tx.put_reply(&again));
    assert!(matches!(twice, Err(Error::Taken { .. })), "{twice:?}");
}

#[test]
fn applicants_are_erased_from_the_records_and_from_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    fill_all(&mut store);
    let entered = store.history(1).unwrap()[0].id;
    does(&mut store, "edit", |tx| tx.put_applicant(&Applicant { came: true, ..applicant() }));
    let edited = store.history(1).unwrap()[0].id;
    let done = store.erase_applicants(&me(), Action::new("erase_applicants"), at(), &[meeting().id]).unwrap();
    assert_eq!(done.output, 1);
    assert_eq!(store.applicants(meeting().id).unwrap(), []);
    assert_eq!(store.meetings_with_applicants().unwrap(), []);
    for change in [entered, edited] {
        let refused = store.undo(&me(), at(), change);
        assert!(matches!(refused, Err(Error::NotUndoable { why: WhyNot::Purged, .. })), "{refused:?}");
    }
    drop(store);
    let bytes = std::fs::read(folder.path().join(FILE_NAME)).unwrap();
    for text in ["傍聴　希望子", "見本9-9-9", "0467-00-9999", "定員を超えた"] {
        assert!(!bytes.windows(text.len()).any(|w| w == text.as_bytes()), "{text} is still in the file");
    }
    assert!(Store::open(folder.path(), Access::ReadWrite, at()).is_ok());
}

fn fill_all(store: &mut Store) {
    super::sample::fill(store);
}

#[test]
fn what_a_person_needs_goes_with_the_person() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(folder.path(), at()).unwrap();
    fill_all(&mut store);
    let person = appointments()[0].person;
    store.purge_person(&me(), Action::new("purge_person"), at(), person, "（削除）").unwrap();
    let left = &store.replies(meeting().id).unwrap()[0];
    assert_eq!((left.answer, left.needs.len(), left.note.as_deref()), (Some(Answer::Proxy), 0, None));
    drop(store);
    let bytes = std::fs::read(folder.path().join(FILE_NAME)).unwrap();
    for text in ["要約筆記を隣の席で", "返事は電話でした"] {
        assert!(!bytes.windows(text.len()).any(|w| w == text.as_bytes()), "{text} is still in the file");
    }
}
