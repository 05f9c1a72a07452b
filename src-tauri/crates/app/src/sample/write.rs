//! The sample into the store: one change per noun, in the order in which an office would enter it.

use super::Sample;
use super::papers::Kept;
use crate::error::Result;
use crate::text::letters::USUAL_PATTERN;
use entaku_domain::delivery::{Delivered, Handed, Recipient, Way};
use entaku_domain::id::{DeliveryId, PersonId};
use entaku_domain::lead::Task;
use entaku_domain::letter::{BatchNumbers, LetterOffice};
use entaku_domain::meeting::Meeting;
use entaku_domain::paper::PaperContent;
use entaku_domain::proposal::Feedback;
use entaku_store::{Action, Actor, Moment, Store, Tx};

/// Who is named in the history.
const ACTOR: &str = "見本";
/// The changes' code.
const ACTION: &str = "load_sample";

type Step = fn(&mut Tx<'_>, &Sample) -> Result<()>;

/// The changes, each with what it puts.
const STEPS: [(&str, Step); 14] = [
    ("団体・職", organizations),
    ("人", people),
    ("協議会・会議体", bodies),
    ("計画・関係図の矢印", flows),
    ("席", seats),
    ("会議・資料", meetings),
    ("委嘱・役職・推薦", appointments),
    ("出欠", attendances),
    ("会議録", minutes),
    ("通知・返事・傍聴", notices),
    ("課題・提案", issues),
    ("部会の計画・報告", subcommittees),
    ("計画の項目・意見聴取・評価", planning),
    ("当日の記録・支払", super::day::put),
];

/// Puts everything.
pub(super) fn write(store: &mut Store, at: Moment, sample: &Sample) -> Result<()> {
    let actor = Actor::new(ACTOR);
    for (subject, step) in STEPS {
        store.change(&actor, Action::new(ACTION).about(subject).last(), at, |tx| step(tx, sample))?;
    }
    Ok(())
}

fn organizations(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.organizations.iter().try_for_each(|o| tx.put_organization(o))?;
    sample.representatives.iter().try_for_each(|r| tx.put_representative(r))?;
    Ok(sample.posts.iter().try_for_each(|p| tx.put_post(p))?)
}

fn people(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.people.iter().try_for_each(|p| tx.put_person(p))?;
    sample.affiliations.iter().try_for_each(|a| tx.put_affiliation(a))?;
    Ok(sample.addresses.iter().try_for_each(|a| tx.put_address(a))?)
}

fn bodies(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    tx.put_council(&sample.council)?;
    tx.put_letter_office(&letter_office(&sample.contact))?;
    sample.bodies.iter().try_for_each(|b| tx.put_body(b))?;
    sample.versions.iter().try_for_each(|v| tx.put_body_version(v))?;
    Ok(sample.milestones.iter().try_for_each(|m| tx.put_milestone(m))?)
}

/// The usual office, but for whom letters name to be asked.
fn letter_office(contact: &str) -> LetterOffice {
    LetterOffice {
        sender: String::new(),
        seal: true,
        contact: contact.to_owned(),
        pattern: USUAL_PATTERN.to_owned(),
        batch: BatchNumbers::Each,
    }
}

fn flows(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.plans.iter().try_for_each(|p| tx.put_plan(p))?;
    sample.laws.iter().try_for_each(|l| tx.put_law(l))?;
    Ok(sample.flows.iter().try_for_each(|f| tx.put_flow(f))?)
}

fn seats(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.seats.iter().try_for_each(|s| tx.put_seat(s))?;
    Ok(sample.substitutes.iter().try_for_each(|s| tx.put_substitute(s))?)
}

fn meetings(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.meetings.iter().try_for_each(|m| tx.put_meeting(m))?;
    sample.postponements.iter().try_for_each(|p| tx.put_postponement(p))?;
    sample.papers.iter().try_for_each(|kept| paper(tx, kept))?;
    Ok(sample.agenda.iter().try_for_each(|i| tx.put_agenda_item(i))?)
}

/// A paper with its file, under the hash by which the store keeps it.
fn paper(tx: &mut Tx<'_>, kept: &Kept) -> Result<()> {
    let mut paper = kept.paper.clone();
    if let (PaperContent::File { sha256, .. }, Some(mut bytes)) = (&mut paper.content, kept.file) {
        *sha256 = tx.add_file(&mut bytes)?;
    }
    Ok(tx.put_paper(&paper)?)
}

fn appointments(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.appointments.iter().try_for_each(|a| tx.put_appointment(a))?;
    sample.offices.iter().try_for_each(|o| tx.put_office(o))?;
    Ok(sample.nominations.iter().try_for_each(|n| tx.put_nomination(n))?)
}

fn attendances(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.attendances.iter().try_for_each(|a| tx.put_attendance(a))?;
    deliveries(sample).iter().try_for_each(|d| tx.put_delivery(d))?;
    Ok(())
}

/// Who came to a meeting that was held had its notice and its papers in time, as they wish.
fn deliveries(sample: &Sample) -> Vec<Delivered> {
    let held = sample.meetings.iter().filter(|m| m.state.is_over());
    let of = |meeting: &Meeting| {
        let who = sample.attendances.iter().filter(|a| a.meeting == meeting.id);
        let who = who.filter_map(|a| sample.appointments.iter().find(|p| p.id == a.appointment)).map(|a| a.person);
        let things = [(Handed::Notice, Task::Notice), (Handed::Papers, Task::Papers)];
        who.flat_map(|person| things.map(|(what, task)| delivered(sample, meeting, person, what, task)))
            .collect::<Vec<_>>()
    };
    held.flat_map(of).collect()
}

fn delivered(sample: &Sample, meeting: &Meeting, person: PersonId, what: Handed, task: Task) -> Delivered {
    let wished = sample.people.iter().find(|p| p.id == person).and_then(|p| p.delivery);
    Delivered {
        id: DeliveryId::from_key(&format!("{}/{person}/{}", meeting.id, what.code())),
        meeting: meeting.id,
        recipient: Recipient::Member,
        person: Some(person),
        name: None,
        what,
        way: wished.map_or(Way::Post, Way::from),
        on: task.due(meeting.date).on,
        copies: 1,
        issued: None,
        note: None,
    }
}

fn minutes(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    for kept in &sample.minutes {
        tx.put_minutes(&kept.minutes)?;
        kept.entries.iter().try_for_each(|e| tx.put_minutes_entry(e))?;
        kept.decisions.iter().try_for_each(|d| tx.put_decision(d))?;
        kept.tasks.iter().try_for_each(|t| tx.put_assignment(t))?;
        kept.corrections.iter().try_for_each(|c| tx.put_correction(c))?;
    }
    Ok(())
}

fn notices(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    let all = &sample.notices;
    all.convocations.iter().try_for_each(|c| tx.put_convocation(c))?;
    all.replies.iter().try_for_each(|r| tx.put_reply(r))?;
    all.opinions.iter().try_for_each(|o| tx.put_opinion(o))?;
    all.guests.iter().try_for_each(|g| tx.put_guest(g))?;
    all.arrangements.iter().try_for_each(|a| tx.put_arrangement(a))?;
    all.galleries.iter().try_for_each(|g| tx.put_gallery(g))?;
    Ok(all.applicants.iter().try_for_each(|a| tx.put_applicant(a))?)
}

fn issues(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    sample.issues.iter().try_for_each(|i| tx.put_issue(i))?;
    sample.events.iter().try_for_each(|e| tx.put_issue_event(e))?;
    sample.links.iter().try_for_each(|l| tx.put_issue_link(l))?;
    for issue in &sample.issues {
        let told = issue.feedback_on.map(|on| Feedback::told(issue, &sample.events, on));
        told.iter().try_for_each(|f| tx.put_feedback(f))?;
    }
    Ok(sample.proposals.iter().try_for_each(|p| tx.put_proposal(p))?)
}

fn subcommittees(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    let all = &sample.subcommittees;
    all.plans.iter().try_for_each(|p| tx.put_work_plan(p))?;
    all.themes.iter().try_for_each(|t| tx.put_theme(t))?;
    all.steps.iter().try_for_each(|s| tx.put_plan_step(s))?;
    all.progress.iter().try_for_each(|p| tx.put_progress(p))?;
    all.gatherings.iter().try_for_each(|(g, days)| tx.put_gathering(g, days))?;
    Ok(all.reports.iter().try_for_each(|(r, texts)| tx.put_sub_report(r, texts))?)
}

fn planning(tx: &mut Tx<'_>, sample: &Sample) -> Result<()> {
    let all = &sample.planning;
    all.items.iter().try_for_each(|i| tx.put_plan_item(i))?;
    all.touches.iter().try_for_each(|t| tx.put_issue_plan_item(*t))?;
    all.laws.iter().try_for_each(|(plan, laws)| tx.put_plan_laws(*plan, laws))?;
    all.revisions.iter().try_for_each(|r| tx.put_plan_revision(r))?;
    all.hearings.iter().try_for_each(|h| tx.put_hearing(h))?;
    all.opinions.iter().try_for_each(|o| tx.put_hearing_opinion(o))?;
    all.cooperations.iter().try_for_each(|c| tx.put_cooperation(c))?;
    all.evaluations.iter().try_for_each(|e| tx.put_evaluation(e))?;
    all.experiences.iter().try_for_each(|e| tx.put_lived_experience(e))?;
    Ok(all.figures.iter().try_for_each(|f| tx.put_survey_figure(f))?)
}
