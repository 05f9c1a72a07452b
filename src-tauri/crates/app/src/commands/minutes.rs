//! Minutes: written, sent for correction, made final; decisions and tasks; transcripts.

mod forms;

use super::agenda::item;
use super::meetings::{WhichMeeting, meeting};
use super::members::filled;
use super::{bad_code, day, year};
use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::minutes::corrections::{CorrectionRound, KeepCorrection};
use crate::minutes::facts::{DecisionItem, SetDecision, SetTask, TaskItem};
use crate::minutes::page::{MinutesPage, SpellingHit};
use crate::minutes::settle::UpdateMinutes;
use crate::minutes::transcript::{ReadTranscript, TranscriptPreview};
use crate::minutes::write::{EntryText, Place};
use crate::people;
use entaku_domain::id::{AppointmentId, CorrectionId, MinutesEntryId, OpinionId, OrganizationId, PersonId};
use entaku_domain::minutes::{
    ApprovalWay, DecisionKind, EntryKind, LabelRule, Manner, MinutesRule, OwnerKind, Role, Speaker, Style,
};
pub use forms::*;
use std::collections::BTreeMap;

pub(super) fn minutes_page(app: &App, args: WhichMeeting) -> Result<MinutesPage> {
    app.minutes_page(meeting(&args.meeting)?)
}

pub(super) fn minutes_spelling(app: &App, args: WhichMeeting) -> Result<Vec<SpellingHit>> {
    app.minutes_spelling(meeting(&args.meeting)?)
}

pub(super) fn correction_round(app: &App, args: WhichMeeting) -> Result<CorrectionRound> {
    app.correction_round(meeting(&args.meeting)?)
}

pub(super) fn list_tasks(app: &App, args: WhichTasks) -> Result<Vec<TaskItem>> {
    let of = filled(args.meeting).as_deref().map(meeting).transpose()?;
    app.list_tasks(filled(args.body).as_deref(), of, !args.all.unwrap_or_default())
}

pub(super) fn list_decisions(app: &App, args: WhichDecisions) -> Result<Vec<DecisionItem>> {
    let of = filled(args.year).as_deref().map(year).transpose()?;
    app.list_decisions(filled(args.body).as_deref(), of)
}

pub(super) fn transcript_preview(app: &App, args: TranscriptForm) -> Result<TranscriptPreview> {
    let id = meeting(&args.meeting)?;
    app.transcript_preview(id, &transcript(app, args)?)
}

pub(super) fn write_minutes(app: &mut App, args: MinutesWriting) -> Result<Written<MinutesWritten>> {
    let id = meeting(&args.meeting)?;
    let texts = args.entries.into_iter().map(|form| text(app, form)).collect::<Result<Vec<_>>>()?;
    let gone = args.removed.into_iter().map(|r| Ok((entry(&r.id)?, r.rev))).collect::<Result<Vec<_>>>()?;
    Ok(app.write_minutes(id, texts, &gone)?.map(|done| MinutesWritten {
        entries: done.written.into_iter().map(|(id, rev)| EntryState { id: id.to_string(), rev }).collect(),
        conflicts: done.conflicts.iter().map(ToString::to_string).collect(),
    }))
}

pub(super) fn fill_minutes(app: &mut App, args: WhichMeeting) -> Result<Written<()>> {
    app.fill_minutes(meeting(&args.meeting)?)
}

pub(super) fn remove_minutes(app: &mut App, args: WhichMeeting) -> Result<Written<()>> {
    app.remove_minutes(meeting(&args.meeting)?)
}

pub(super) fn update_minutes(app: &mut App, args: MinutesHead) -> Result<Written<()>> {
    let typed = |text: String| match text.trim() {
        "" => Ok(None),
        digits => digits.parse().map(Some).map_err(|_| AppError::OutOfRange {
            field: "observers",
            least: 0,
            most: i32::from(u16::MAX),
        }),
    };
    let ask = UpdateMinutes {
        style: args.style.as_deref().map(Style::from_code).transpose().map_err(bad_code)?,
        labels: args.labels.as_deref().map(LabelRule::from_code).transpose().map_err(bad_code)?,
        heading: args.heading,
        other: args.other,
        outline: args.outline,
        observers: args.observers.map(|t| typed(entaku_domain::text::half_width(&t))).transpose()?,
    };
    app.update_minutes(meeting(&args.meeting)?, ask)
}

pub(super) fn set_minutes_rule(app: &mut App, args: BodyMinutes) -> Result<Written<()>> {
    let body = app.snapshot()?.body(&args.body)?.id;
    app.set_minutes_rule(&MinutesRule {
        body,
        style: Style::from_code(&args.style).map_err(bad_code)?,
        labels: LabelRule::from_code(&args.labels).map_err(bad_code)?,
        approval: ApprovalWay::from_code(&args.approval).map_err(bad_code)?,
        answer_days: args.answer_days.min(365),
        heading: args.heading,
    })
}

pub(super) fn send_minutes(app: &mut App, args: SentMinutes) -> Result<Written<()>> {
    let on = filled(args.on).map_or_else(|| Ok(app.today()), |t| day("on", &t))?;
    let due = filled(args.due).map(|t| day("due", &t)).transpose()?;
    app.send_minutes(meeting(&args.meeting)?, on, due)
}

pub(super) fn approve_minutes(app: &mut App, args: ApprovedMinutes) -> Result<Written<()>> {
    let way = ApprovalWay::from_code(&args.way).map_err(bad_code)?;
    let at = filled(args.at).as_deref().map(meeting).transpose()?;
    let council = app.snapshot()?;
    let held = at.and_then(|id| council.meetings.iter().find(|m| m.id == id)).map(|m| m.date);
    let on = filled(args.on).map_or_else(|| Ok(held.unwrap_or_else(|| app.today())), |t| day("on", &t))?;
    app.approve_minutes(meeting(&args.meeting)?, on, way, at)
}

pub(super) fn reopen_minutes(app: &mut App, args: ReopenedMinutes) -> Result<Written<()>> {
    app.reopen_minutes(meeting(&args.meeting)?, &args.reason)
}

pub(super) fn set_decision(app: &mut App, args: DecisionForm) -> Result<Written<()>> {
    let ask = SetDecision {
        kind: DecisionKind::from_code(&args.kind).map_err(bad_code)?,
        number: args.number.filter(|n| *n > 0),
        manner: filled(args.manner).as_deref().map(Manner::from_code).transpose().map_err(bad_code)?,
        yes: args.yes,
        no: args.no,
        abstain: args.abstain,
        left_room: args.left_room.unwrap_or_default(),
        told_to: args.told_to.unwrap_or_default(),
    };
    app.set_decision(entry(&args.entry)?, &ask)
}

pub(super) fn set_task(app: &mut App, args: TaskForm) -> Result<Written<()>> {
    let council = app.snapshot()?;
    let organization = filled(args.organization).as_deref().map(OrganizationId::parse).transpose();
    let ask = SetTask {
        owner: OwnerKind::from_code(&args.owner).map_err(bad_code)?,
        person: filled(args.person).map(|p| people::find(&council, &p)).transpose()?,
        body: filled(args.body),
        organization: organization.map_err(|e| AppError::UnknownOrganization(e.0))?,
        name: args.name.unwrap_or_default(),
        due_on: filled(args.due_on).map(|t| day("due_on", &t)).transpose()?,
    };
    app.set_task(entry(&args.entry)?, &ask)
}

pub(super) fn finish_task(app: &mut App, args: FinishedTask) -> Result<Written<()>> {
    let on = match args.on.as_deref() {
        None => Some(app.today()),
        Some("") => None,
        Some(typed) => Some(day("on", typed)?),
    };
    app.finish_task(entry(&args.entry)?, on, &args.outcome.unwrap_or_default())
}

pub(super) fn keep_correction(app: &mut App, args: CorrectionForm) -> Result<Written<String>> {
    let council = app.snapshot()?;
    let ask = KeepCorrection {
        entry: filled(args.entry).as_deref().map(entry).transpose()?,
        person: filled(args.person).map(|p| people::find(&council, &p)).transpose()?,
        name: args.name.unwrap_or_default(),
        place: args.place.unwrap_or_default(),
        old: args.old,
        new: args.new,
        received_on: filled(args.received_on).map_or_else(|| Ok(app.today()), |t| day("received_on", &t))?,
    };
    let id = filled(args.correction).as_deref().map(correction).transpose()?;
    Ok(app.keep_correction(meeting(&args.meeting)?, id, &ask)?.map(|id| id.to_string()))
}

pub(super) fn decide_correction(app: &mut App, args: CorrectionChoice) -> Result<Written<()>> {
    let reason = args.reason.unwrap_or_default();
    app.decide_correction(correction(&args.correction)?, args.accepted, &reason, args.apply.unwrap_or_default())
}

pub(super) fn remove_correction(app: &mut App, args: WhichCorrection) -> Result<Written<()>> {
    app.remove_correction(correction(&args.correction)?)
}

pub(super) fn set_minutes_answers(app: &mut App, args: MinutesAnswers) -> Result<Written<()>> {
    let row = |row: MinutesAnswer| {
        let appointment = AppointmentId::parse(&row.appointment).map_err(|e| AppError::UnknownRecord(e.0))?;
        Ok((appointment, filled(row.on).map(|t| day("on", &t)).transpose()?))
    };
    let rows = args.rows.into_iter().map(row).collect::<Result<Vec<_>>>()?;
    app.set_minutes_answers(meeting(&args.meeting)?, &rows)
}

pub(super) fn import_transcript(app: &mut App, args: TranscriptForm) -> Result<Written<u32>> {
    let id = meeting(&args.meeting)?;
    let ask = transcript(app, args)?;
    app.import_transcript(id, &ask)
}

pub(super) fn take_opinions(app: &mut App, args: OpinionsToTake) -> Result<Written<u32>> {
    let read = |id: &String| OpinionId::parse(id).map_err(|e| AppError::UnknownRecord(e.0));
    let named = args.opinions.map(|all| all.iter().map(read).collect::<Result<Vec<_>>>()).transpose()?;
    app.take_opinions(meeting(&args.meeting)?, named.as_deref())
}

/// An entry by its identifier.
pub(crate) fn entry(id: &str) -> Result<MinutesEntryId> {
    MinutesEntryId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn correction(id: &str) -> Result<CorrectionId> {
    CorrectionId::parse(id).map_err(|e| AppError::UnknownRecord(e.0))
}

fn speaker(app: &App, form: SpeakerForm) -> Result<Speaker> {
    let role = Role::from_code(&form.role).map_err(bad_code)?;
    let person = match filled(form.person) {
        // An identifier needs no council, and most of what is typed has one.
        Some(id) => match PersonId::parse(&id) {
            Ok(id) => Some(id),
            Err(_) => Some(people::find(&app.snapshot()?, &id)?),
        },
        None => None,
    };
    Ok(Speaker { role, person, name: form.name.unwrap_or_default() })
}

fn text(app: &App, form: EntryForm) -> Result<EntryText> {
    let place = match form.after.as_deref() {
        None => Place::Same,
        Some("") => Place::First,
        Some(other) => Place::Behind(entry(other)?),
    };
    Ok(EntryText {
        id: entry(&form.id)?,
        base: filled(form.base),
        item: filled(form.item).as_deref().map(item).transpose()?,
        place,
        kind: EntryKind::from_code(&form.kind).map_err(bad_code)?,
        speaker: form.speaker.map(|s| speaker(app, s)).transpose()?,
        text: form.text,
        closed_reason: form.closed_reason,
        at: form.at,
    })
}

fn transcript(app: &App, form: TranscriptForm) -> Result<ReadTranscript> {
    let voice = |v: VoiceForm| Ok((v.called, speaker(app, v.speaker)?));
    let from = |i: ItemFrom| Ok((item(&i.item)?, i.seconds));
    Ok(ReadTranscript {
        text: form.text,
        voices: form.voices.unwrap_or_default().into_iter().map(voice).collect::<Result<BTreeMap<_, _>>>()?,
        items: form.items.unwrap_or_default().into_iter().map(from).collect::<Result<Vec<_>>>()?,
        item: filled(form.item).as_deref().map(item).transpose()?,
        keep_times: form.keep_times.unwrap_or_default(),
    })
}
