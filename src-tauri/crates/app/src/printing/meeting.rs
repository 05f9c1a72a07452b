//! What is printed for a meeting: packets in their editions, and the plan that counts them.

use super::mending::Mending;
use super::ready::{Finished, PaperPages, Ready};
use crate::council::App;
use crate::error::{AppError, Result};
use crate::issues::Ledger;
use crate::packet::replacement::{self, Mended};
use crate::packet::set::{IssuedSet, SetDraft};
use crate::packet::{self, Binding, MeetingFile};
use crate::publication::Edition;
use crate::seating;
use crate::snapshot::Snapshot;
use crate::text::{self, printing as words};
use entaku_documents::{Audience, Job, Packet, PacketOptions, PagePart, Printed, Printer, SourceFile, Watch};
use entaku_domain::Day;
use entaku_domain::id::MeetingId;
use entaku_domain::violation::Violation;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Beyond this, in percent, pages from outside no longer grow: A4 fills A3.
const LARGEST_PICTURE: u16 = 141;

/// What the documents of a meeting are made of, as read from the store.
#[derive(Debug)]
pub struct Sources {
    council: Arc<Snapshot>,
    ledger: Ledger,
    /// The meeting with its agenda and papers.
    pub file: MeetingFile,
}

/// A packet that waits to be printed.
#[derive(Debug)]
pub(super) struct Bound {
    council: Arc<Snapshot>,
    packet: Packet,
    files: BTreeMap<String, SourceFile>,
    edition: Edition,
    /// What it holds; none for what is no set, as copies that are collected.
    set: Option<SetDraft>,
}

/// A print plan whose packets are to be printed first.
#[derive(Debug)]
pub(super) struct Plan {
    sources: Sources,
    confirmed: bool,
    options: PacketOptions,
}

impl Sources {
    /// Reads everything that the meeting's documents are made of.
    ///
    /// # Errors
    /// Those of [`App::meeting_file`] and of the store.
    pub fn load(app: &App, meeting: MeetingId) -> Result<Self> {
        let council = Arc::new(app.snapshot()?);
        let file = app.meeting_file(&council, meeting)?;
        Ok(Self { council, ledger: Ledger::load(app.store())?.with_papers(app.store())?, file })
    }

    /// The same without the content of files: to tell what has changed since a set left.
    ///
    /// # Errors
    /// Those of the store.
    pub(crate) fn outline(app: &App, meeting: MeetingId) -> Result<Self> {
        let council = Arc::new(app.snapshot()?);
        let file = app.meeting_outline(&council, meeting)?;
        Ok(Self { council, ledger: Ledger::load(app.store())?.with_papers(app.store())?, file })
    }

    /// An edition of the packet.
    ///
    /// # Errors
    /// Those of [`packet::packet`].
    pub fn packet(&self, edition: Edition, binding: impl Into<Binding>) -> Result<Ready> {
        let binding = binding.into();
        let (bound, mut notices) = self.bind(edition, binding)?;
        let whose = binding.member.and_then(|p| self.council.name_of(p, self.file.meeting.date));
        let name =
            words::packet_name(&bound.packet.cover.meeting, edition.audience, whose.as_deref(), binding.options.large);
        notices.extend((binding.options.large > LARGEST_PICTURE).then(|| text::papers::LARGE_LIMIT.to_owned()));
        Ok(Ready::packet(name, bound, notices))
    }

    /// What a packet would hold now.
    ///
    /// # Errors
    /// Those of [`packet::packet`].
    pub(crate) fn set_now(&self, edition: Edition, binding: Binding) -> Result<SetDraft> {
        Ok(packet::packet(&self.council, &self.ledger, &self.file, edition, binding)?.set)
    }

    /// What has changed since a set left.
    ///
    /// # Errors
    /// Those of [`packet::packet`] and of [`replacement::replacement`].
    pub(super) fn replacement(&self, edition: Edition, binding: Binding, mended: Mended, today: Day) -> Result<Ready> {
        let made = packet::packet(&self.council, &self.ledger, &self.file, edition, binding)?;
        let mut notices = self.said(&made.notices);
        notices.extend(text::papers::renamed_notice(&made.set.bound(), &mended.contents.papers));
        let found = replacement::replacement(&self.council, &self.file.papers, made, mended, today)?;
        let whose = binding.member.and_then(|p| self.council.name_of(p, self.file.meeting.date));
        let name = words::replacement_name(&found.packet().cover.meeting, edition.audience, whose.as_deref(), today);
        let mending = Mending { council: Arc::clone(&self.council), replacement: found, edition };
        Ok(Ready::replacement(name, mending, notices))
    }

    /// The papers that are collected, each numbered copy by itself.
    ///
    /// # Errors
    /// Those of [`packet::collected_copies`].
    pub(super) fn collected(&self) -> Result<Ready> {
        let made = packet::collected_copies(&self.council, &self.ledger, &self.file)?;
        let name = words::collected_name(&made.packet.cover.meeting);
        let bound = Bound {
            council: Arc::clone(&self.council),
            packet: made.packet,
            files: made.files,
            edition: Audience::Members.into(),
            set: None,
        };
        Ok(Ready::packet(name, bound, Vec::new()))
    }

    fn said(&self, notices: &[Violation]) -> Vec<String> {
        notices.iter().map(|notice| text::violation(self.council.council.date_style, notice)).collect()
    }

    fn bind(&self, edition: Edition, binding: impl Into<Binding>) -> Result<(Bound, Vec<String>)> {
        let made = packet::packet(&self.council, &self.ledger, &self.file, edition, binding)?;
        let notices = self.said(&made.notices);
        let council = Arc::clone(&self.council);
        Ok((Bound { council, packet: made.packet, files: made.files, edition, set: Some(made.set) }, notices))
    }

    /// The print plan, counting packets that have been printed: the public edition
    /// for the audience and the press, none where it could not be made.
    ///
    /// # Errors
    /// Those of [`packet::packet`].
    pub fn plan(
        &self,
        members: &Finished,
        public: Option<&Finished>,
        edition: Edition,
        options: PacketOptions,
    ) -> Result<Ready> {
        let (bound, _) = self.bind(edition, options)?;
        let job = self.counted(&bound.packet, &members.printed, public.map(|p| &p.printed));
        let text = job.text();
        Ok(Ready::of(words::plan_name(&bound.packet.cover.meeting), Job::PrintPlan(job), text))
    }

    fn counted(&self, packet: &Packet, members: &Printed, public: Option<&Printed>) -> entaku_documents::PrintPlan {
        packet::print_plan(&self.council, &self.file, packet, members, public, true)
    }

    /// The print plan, for which the packets are printed first.
    pub(super) fn into_plan(self, confirmed: bool, options: PacketOptions) -> Ready {
        let name = words::plan_name(&self.name());
        Ready::plan(name, Plan { sources: self, confirmed, options })
    }

    /// The agenda alone.
    pub(super) fn agenda(&self, edition: Edition) -> Result<Ready> {
        let agenda = packet::agenda(&self.council, &self.file, edition)?;
        let text = agenda.text();
        Ok(Ready::of(words::agenda_name(&self.name(), edition.audience), Job::Agenda(agenda), text))
    }

    /// The seating plan alone.
    pub(super) fn seating(&self, audience: Audience) -> Ready {
        let name = self.name();
        let plan = seating::plan(&self.council, &self.file.meeting, &self.file.body, &name, audience, &self.file.seats);
        let text = plan.text();
        Ready::of(words::seating_name(&name, audience), Job::Seating(plan), text)
    }

    /// Whether the public edition is counted: somebody gets it.
    pub fn counts_public(&self) -> bool {
        self.file.meeting.copies.audience > 0 || self.file.meeting.copies.press > 0
    }

    pub(super) fn name(&self) -> String {
        let meeting = &self.file.meeting;
        self.council.meeting_title(meeting)
    }
}

impl Bound {
    pub(super) fn print(&self, printer: &dyn Printer, watch: &mut Watch<'_>) -> Result<Printed> {
        let job = Job::Packet { packet: Box::new(self.packet.clone()), files: self.files.clone() };
        let printed = printer.print(&job, watch)?;
        packet::look_at_files(&self.council, &self.packet, &printed, self.edition)?;
        Ok(printed)
    }

    pub(super) fn set(&self, printed: &Printed) -> Option<IssuedSet> {
        let draft = self.set.as_ref()?;
        Some(IssuedSet { meeting: draft.meeting, follows: None, contents: draft.printed(printed) })
    }

    pub(super) fn text(&self, printed: &Printed) -> String {
        self.packet.text_with(&printed.texts)
    }

    /// The pages of each paper, the pages before them first.
    pub(super) fn papers(&self, printed: &Printed) -> Vec<PaperPages> {
        let numbers = self.packet.papers.iter().enumerate().map(|(at, p)| (PagePart::Paper(at), p.number.clone()));
        let all = std::iter::once((PagePart::Front, String::new())).chain(numbers);
        all.map(|(part, number)| PaperPages::of(number, printed, &part)).collect()
    }
}

impl Plan {
    /// Prints the packets, counts them, and prints the plan; with its words.
    pub(super) fn print(self, printer: &dyn Printer, watch: &mut Watch<'_>) -> Result<(Printed, String)> {
        let Self { sources, confirmed, options } = self;
        let edition = |audience| Edition { audience, confirmed };
        let (members, _) = sources.bind(edition(Audience::Members), options)?;
        let counted = members.print(printer, watch)?;
        let public = if sources.counts_public() { sources.public(confirmed, printer, watch)? } else { None };
        let plan = sources.counted(&members.packet, &counted, public.as_ref());
        let text = plan.text();
        Ok((printer.print(&Job::PrintPlan(plan), watch)?, text))
    }
}

impl Sources {
    /// The public edition, only to be counted; none where it may not leave yet.
    fn public(&self, confirmed: bool, printer: &dyn Printer, watch: &mut Watch<'_>) -> Result<Option<Printed>> {
        let edition = Edition { audience: Audience::Public, confirmed };
        let printed = self.bind(edition, PacketOptions::default()).and_then(|(b, _)| b.print(printer, watch));
        match printed {
            Ok(printed) => Ok(Some(printed)),
            Err(AppError::Personal(_)) => Ok(None),
            Err(other) => Err(other),
        }
    }
}
