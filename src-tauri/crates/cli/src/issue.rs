//! Sets of papers: made, recorded when they leave, mended, and made for each recipient.

use crate::args::OneMeeting;
use crate::args::papers::{Issue, IssueAgain, IssueCollected, IssuePacket, IssueRecipients, IssueReplacement};
use crate::documents::{READ, Writer};
use crate::open::{for_reading, for_writing};
use crate::which::meeting as which;
use entaku_app::commands::issued;
use entaku_app::issued::Leaving;
use entaku_app::printing::{AudienceName, Document, Exported, Finished, Format};
use entaku_app::{App, Result, files};
use entaku_documents::{Audience, SourceFile, go_on};
use entaku_domain::issued::{Readers, Way};
use entaku_press::Press;
use entaku_sheets::Fallback;
use std::path::Path;

pub(crate) fn issue(council: Option<&Path>, ask: &Issue) -> Result<()> {
    match ask {
        Issue::List(ask) => list(council, ask),
        Issue::Packet(ask) => packet(council, ask),
        Issue::Replacement(ask) => replacement(council, ask),
        Issue::Again(ask) => again(council, ask),
        Issue::Recipients(ask) => recipients(council, ask),
        Issue::Collected(ask) => collected(council, ask),
    }
}

fn list(council: Option<&Path>, ask: &OneMeeting) -> Result<()> {
    let app = for_reading(council)?;
    for set in app.issued_sets(which(&app, ask)?)? {
        let pages = set.pages.map(|n| format!("{n}ページ")).unwrap_or_default();
        say!("{}　{}　{}　{}　{pages}　{}", set.at, set.title, set.readers_label, set.way_label, set.id);
        if let Some(why) = set.unknown {
            say!("　{why}");
        }
        for change in &set.changes {
            say!("　［{}］{}　{}", change.label, change.number, change.title);
        }
        if set.last && set.changes.is_empty() {
            say!("　変わったところはありません。");
        }
    }
    Ok(())
}

fn packet(council: Option<&Path>, ask: &IssuePacket) -> Result<()> {
    let mut app = for_writing(council)?;
    let document = Document::Packet {
        meeting: which(&app, &ask.meeting)?.to_string(),
        audience: audience(ask.public),
        odd: Some(!ask.public && ask.large.is_none()),
        confirmed: Some(ask.confirmed),
        member: ask.member.clone(),
        named: Some(ask.member.is_some()),
        large: ask.large,
    };
    make(&mut app, &document, &ask.out, true, &READ)
}

fn replacement(council: Option<&Path>, ask: &IssueReplacement) -> Result<()> {
    let mut app = for_writing(council)?;
    let document = Document::Replacement {
        meeting: which(&app, &ask.meeting)?.to_string(),
        audience: audience(ask.public),
        member: None,
        issued: None,
        confirmed: Some(ask.confirmed),
    };
    make(&mut app, &document, &ask.out, ask.record, &READ)
}

fn again(council: Option<&Path>, ask: &IssueAgain) -> Result<()> {
    let file = for_reading(council)?.issued_file(issued(&ask.id)?)?;
    let audience = file.document.readers.map(|readers| match readers {
        Readers::Members => Audience::Members,
        Readers::Public => Audience::Public,
        Readers::Internal => Audience::Internal,
    });
    let source = SourceFile { name: file.document.name, bytes: file.bytes };
    crate::look::file(audience, &source)?;
    let path = ask.out.join(files::safe_name(&source.name));
    files::write(&path, &source.bytes)?;
    say!("{}", path.display());
    Ok(())
}

fn recipients(council: Option<&Path>, ask: &IssueRecipients) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = which(&app, &ask.meeting)?;
    let plan = Document::PacketPlan { meeting: meeting.to_string(), named: Some(ask.named) };
    make(&mut app, &plan, &ask.out, false, &[Format::Pdf, Format::Xlsx])?;
    for document in app.recipient_documents(meeting, ask.named, ask.confirmed)? {
        let forms = if document.text { &READ[..] } else { &[Format::Pdf] };
        make(&mut app, &document.document, &ask.out, ask.record, forms)?;
        say!("　{}　{}部", document.label, document.copies);
    }
    Ok(())
}

fn collected(council: Option<&Path>, ask: &IssueCollected) -> Result<()> {
    let mut app = for_writing(council)?;
    let meeting = which(&app, &ask.meeting)?.to_string();
    make(&mut app, &Document::CollectedCopies { meeting: meeting.clone() }, &ask.out, false, &[Format::Pdf])?;
    make(&mut app, &Document::CollectionList { meeting }, &ask.out, false, &READ)
}

const fn audience(public: bool) -> AudienceName {
    if public { AudienceName::Public } else { AudienceName::Members }
}

/// Makes a document in its forms, and records it as one that left.
pub(crate) fn make(app: &mut App, document: &Document, out: &Path, record: bool, forms: &[Format]) -> Result<()> {
    let finished = app.document(document)?.print(&Press, &mut go_on)?;
    crate::look::finished(&finished)?;
    finished.notices.iter().for_each(|notice| eprintln!("・{notice}"));
    let mut to = Writer::new(out);
    for form in forms {
        let made = finished.export(*form, Fallback::Refuse)?;
        to.finished(&finished, &made, *form)?;
        if record && *form == Format::Pdf {
            leave(app, &finished, &made, &out.join(&made.name))?;
        }
    }
    Ok(())
}

fn leave(app: &mut App, finished: &Finished, made: &Exported, path: &Path) -> Result<()> {
    let title = finished.name.replace('_', "\u{3000}");
    app.record_issued(&Leaving {
        kind: finished.kind,
        title: &title,
        name: &made.name,
        audience: finished.audience,
        way: Way::Saved,
        place: Some(path),
        pages: Some(finished.printed.pages.len()),
        words: &finished.text,
        again: None,
        set: finished.set.as_ref(),
        bytes: &made.bytes,
    })?;
    Ok(())
}
