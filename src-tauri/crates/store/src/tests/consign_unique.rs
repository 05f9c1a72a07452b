//! What both sides gave alike while the clerical work was away: numbers, and uses of templates.

use super::consign::{swap, taken, worked};
use super::sample::{agenda_template, does, dump, issues, me, proposal};
use crate::consign::{Clash, Incoming};
use crate::{Store, Tx};
use entaku_domain::agenda_template::{AgendaTemplate, TemplateUse};
use entaku_domain::id::{AgendaTemplateId, IssueId, ProposalId};
use entaku_domain::issue::Issue;
use entaku_domain::proposal::Proposal;

fn new_issues(store: &mut Store, side: &str, numbers: &[u16]) {
    does(store, "raise", |tx| {
        numbers.iter().try_for_each(|number| {
            let [like, _] = issues();
            let id = IssueId::from_key(&format!("{side}{number}"));
            tx.put_issue(&Issue { id, number: *number, ..like })
        })
    });
}

fn issue_number(store: &Store, key: &str) -> u16 {
    let id = IssueId::from_key(key);
    store.issues().unwrap().into_iter().find(|issue| issue.id == id).unwrap().number
}

/// Takes over what nobody need choose, in one change that undoes to the byte.
fn takes(ours: &mut Store, rows: &[Incoming]) {
    let (chosen, before) = (taken(rows, false), dump(ours));
    assert_eq!(ours.clash(&chosen).unwrap(), None);
    does(ours, "take", |tx| tx.take_over(&chosen));
    assert_eq!(ours.integrity_check().unwrap(), vec![]);
    let (after, next) = (dump(ours), ours.undoable().unwrap().undo.unwrap());
    ours.undo(&me(), super::sample::at(), next.id).unwrap();
    assert_eq!(dump(ours), before);
    let next = ours.undoable().unwrap().redo.unwrap();
    ours.undo(&me(), super::sample::at(), next.id).unwrap();
    assert_eq!(dump(ours), after);
}

#[test]
fn a_number_given_on_both_sides_is_not_given_to_another_newcomer() {
    let (mut ours, rows) = worked(|here| new_issues(here, "h", &[41]), |there| new_issues(there, "t", &[41, 42]));
    takes(&mut ours, &rows);
    assert_eq!(["h41", "t41", "t42"].map(|key| issue_number(&ours, key)), [41, 43, 42]);
}

#[test]
fn numbers_given_on_both_sides_go_on_in_their_order() {
    let (mut ours, rows) = worked(|here| new_issues(here, "h", &[41, 42]), |there| new_issues(there, "t", &[41, 42]));
    assert!(rows.iter().all(|row| row.conflicts.is_empty()));
    takes(&mut ours, &rows);
    assert_eq!(["h41", "h42", "t41", "t42"].map(|key| issue_number(&ours, key)), [41, 42, 43, 44]);
}

#[test]
fn proposals_are_numbered_within_their_kind() {
    let put = |store: &mut Store, side: &str| {
        does(store, "put", |tx| {
            (7..9).try_for_each(|number| {
                let id = ProposalId::from_key(&format!("{side}{number}"));
                tx.put_proposal(&Proposal { id, number, ..proposal() })
            })
        });
    };
    let (mut ours, rows) = worked(|here| put(here, "h"), |there| put(there, "t"));
    takes(&mut ours, &rows);
    let number = |key: &str| {
        let id = ProposalId::from_key(key);
        ours.proposals().unwrap().into_iter().find(|one| one.id == id).unwrap().number
    };
    assert_eq!(["h7", "h8", "t7", "t8"].map(number), [7, 8, 9, 10]);
}

#[test]
fn numbers_exchanged_over_there_are_exchanged_here() {
    let (mut ours, rows) = worked(|_| (), |there| _ = does(there, "swap", |tx| swap(tx)));
    let before: Vec<u16> = issues().iter().map(|issue| issue.number).collect();
    assert_eq!(rows.len(), 2);
    takes(&mut ours, &rows);
    let after = |n: usize| ours.issues().unwrap().into_iter().find(|one| one.id == issues()[n].id).unwrap().number;
    assert_eq!([after(0), after(1)], [before[1], before[0]]);
}

#[test]
fn a_number_that_moved_to_one_given_here_is_said() {
    let [like, _] = issues();
    let number = |tx: &mut Tx<'_>| tx.put_issue(&Issue { number: 50, ..like });
    let (ours, rows) = worked(|here| new_issues(here, "h", &[50]), |there| _ = does(there, "move", number));
    assert_eq!(rows.iter().map(|row| row.clash).collect::<Vec<_>>(), [Some(Clash::Taken)]);
    assert!(ours.clash(&taken(&rows, true)).unwrap().is_some());
}

fn template(store: &mut Store, key: &str, used_for: TemplateUse, name: &str) {
    let id = AgendaTemplateId::from_key(key);
    let template = AgendaTemplate { id, used_for, name: name.into(), body: None, ..agenda_template() };
    does(store, "put", |tx| tx.put_agenda_template(&template));
}

#[test]
fn templates_come_back_and_one_of_a_use_that_is_here_is_said() {
    let (mut ours, rows) = worked(
        |here| template(here, "h", TemplateUse::Standing, "ここの"),
        |there| {
            template(there, "theirs", TemplateUse::Standing, "あちらの");
            template(there, "o1", TemplateUse::Other, "他の一");
            template(there, "t2", TemplateUse::Ordinary, "全体会");
            does(there, "put", |tx| tx.put_agenda_template(&AgendaTemplate { order: 7, ..agenda_template() }));
        },
    );
    let clashing: Vec<_> = rows.iter().filter(|row| row.clash == Some(Clash::Taken)).map(|row| &row.row).collect();
    assert_eq!(clashing, [&AgendaTemplateId::from_key("theirs").to_string()]);
    takes(&mut ours, &rows);
    let found = ours.agenda_templates().unwrap();
    assert_eq!(found.len(), 4, "one is of all bodies, one of the subcommittee, and any number of others");
    assert!(found.contains(&AgendaTemplate { order: 7, ..agenda_template() }));
    assert!(ours.clash(&taken(&rows, true)).unwrap().is_some());
}

#[test]
fn templates_that_exchanged_their_uses_are_written() {
    let (mut ours, rows) = worked(
        |here| template(here, "x", TemplateUse::Other, "他の"),
        |there| {
            let of = |used_for, order| AgendaTemplate { used_for, order, ..agenda_template() };
            does(there, "put", |tx| {
                tx.put_agenda_template(&of(TemplateUse::Standing, 1))?;
                tx.put_agenda_template(&AgendaTemplate {
                    id: AgendaTemplateId::from_key("new"),
                    ..of(TemplateUse::Ordinary, 2)
                })
            });
        },
    );
    takes(&mut ours, &rows);
    let uses: Vec<_> = ours.agenda_templates().unwrap().into_iter().map(|one| one.used_for).collect();
    assert!(uses.contains(&TemplateUse::Standing) && uses.contains(&TemplateUse::Ordinary));
}
