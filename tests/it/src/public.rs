//! What leaves the office: nobody is named who chose not to be, nothing is told
//! that members need, and nothing goes out in which V21 finds somebody unseen.

use entaku_app::issues::{self, Ledger};
use entaku_app::packet::{MeetingFile, packet, print_plan};
use entaku_app::publication::{Edition, Withheld};
use entaku_app::roster::{self, RosterChoice, RosterFilter};
use entaku_app::{AppError, Finding, Snapshot, chart, meetings, seating};
use entaku_chart::Sheet;
use entaku_documents::{Audience, Packet, PacketOptions, PageInfo, PagePart, PageSize, Printed};
use entaku_domain::appointment::Appointment;
use entaku_domain::case_guard::PatternKind;
use entaku_domain::id::{AffiliationId, AppointmentId, PersonId, SeatId};
use entaku_domain::person::{Affiliation, Person, Publication};
use entaku_domain::roster::RosterOrder;
use entaku_domain::seat::Seat;
use entaku_domain::text::search_key;
use entaku_domain::{Day, FiscalYear};
use entaku_store::{Action, Actor, Store, Tx};
use entaku_support::{CLOCK, sample};
use std::collections::BTreeMap;

const DAY: &str = "2026-10-14";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// The sample's October plenary: 比良坂ゆき (非公表) and 富岡隼人 (団体名) sit in it.
struct October {
    council: Snapshot,
    ledger: Ledger,
    file: MeetingFile,
}

fn october() -> October {
    let app = sample();
    let council = app.snapshot().unwrap();
    let ledger = Ledger::load(app.store()).unwrap();
    let meeting = meetings::find(&council, "全体会", FiscalYear::new(2026).unwrap(), 2).unwrap().id;
    let file = app.meeting_file(&council, meeting).unwrap();
    October { council, ledger, file }
}

impl October {
    fn packet(&self, edition: impl Into<Edition>) -> Result<Packet, AppError> {
        packet(&self.council, &self.ledger, &self.file, edition, PacketOptions::default()).map(|job| job.packet)
    }

    fn public(&self) -> Packet {
        self.packet(Audience::Public).unwrap()
    }
}

/// The sample with something added.
fn council_with(edit: impl FnOnce(&Snapshot, &mut Tx<'_>)) -> Snapshot {
    let mut store = Store::in_memory().unwrap();
    entaku_app::sample::load(&mut store, CLOCK()).unwrap();
    let before = Snapshot::load(&store).unwrap();
    let done = store.change(&Actor::new("test"), Action::new("add_person"), CLOCK(), |tx| {
        edit(&before, tx);
        Ok::<(), AppError>(())
    });
    done.unwrap();
    Snapshot::load(&store).unwrap()
}

fn person(council: &Snapshot, family: &str) -> Person {
    council.people().find(|p| p.name.family == family).unwrap().clone()
}

/// Seats a copy of somebody in 全体会, changed as wanted.
fn seat_copy(council: &Snapshot, tx: &mut Tx<'_>, of: PersonId, change: impl FnOnce(&mut Person)) {
    let mut copy = council.person(of).unwrap().clone();
    copy.id = PersonId::from_key("copy");
    change(&mut copy);
    let model = council.appointments_of(of).find(|a| a.is_open_on(day(DAY))).unwrap();
    let seat = council.seats.iter().find(|s| s.id == model.seat).unwrap();
    let (seat_id, id) = (SeatId::from_key("copy"), AppointmentId::from_key("copy"));
    tx.put_person(&copy).unwrap();
    tx.put_seat(&Seat { id: seat_id, order: seat.order + 1, ..seat.clone() }).unwrap();
    tx.put_appointment(&Appointment { id, seat: seat_id, person: copy.id, predecessor: None, ..model.clone() })
        .unwrap();
}

/// Somebody in 全体会 who appears by name.
fn published(council: &Snapshot) -> Person {
    let body = council.body("全体会").unwrap();
    let sittings = council.sittings(body.id, day(DAY));
    sittings.iter().filter_map(|s| s.person).find(|p| p.publication == Publication::Name).unwrap().clone()
}

fn roster_text(council: &Snapshot, body: &str, on: Day) -> String {
    let choice = RosterChoice::usual(on, RosterOrder::ByCategory, Audience::Public);
    roster::document(council, council.body(body).unwrap(), &choice).text()
}

/// In 五十音順 a withheld row's place would tell its reading.
#[test]
fn who_is_withheld_stands_last_in_public() {
    let council = sample().snapshot().unwrap();
    let choice = RosterChoice::usual(day(DAY), RosterOrder::BySyllabary, Audience::Public);
    let made = roster::document(&council, council.body("全体会").unwrap(), &choice);
    let names: Vec<&str> = made.groups.iter().flat_map(|g| &g.rows).map(|r| r.name.as_str()).collect();
    let is_named = |name: &&str| !name.starts_with('（');
    let last = names.iter().rposition(is_named).unwrap();
    assert!(names[..=last].iter().all(is_named), "{names:?}");
    assert!(names.contains(&"（非公表）") && names.contains(&"（団体名のみ公表）"), "{names:?}");
}

/// Neither the list of an organisation's members nor the figures say where a hidden
/// member belongs, and no figure follows from its place.
#[test]
fn where_a_hidden_member_belongs_is_not_told() {
    let council = council_with(|council, tx| {
        let mut known: Vec<_> = council.organizations().map(|o| (o.name_on(day(DAY)).to_owned(), o.id)).collect();
        known.sort();
        let seated = council.sittings(council.body("全体会").unwrap().id, day(DAY));
        // The larger group has the later name; the hidden member belongs to one alone.
        for (at, one) in seated.iter().filter_map(|s| s.person).enumerate() {
            for old in tx.affiliations_of(one.id).unwrap() {
                tx.remove_affiliation(old.id).unwrap();
            }
            let of = if one.name.family == "比良坂" { 2 } else { usize::from(at >= 7) };
            let id = AffiliationId::from_key(&format!("of{at}"));
            let organization = Some(known[of].1);
            tx.put_affiliation(&Affiliation { id, person: one.id, organization, post: None, from: None, to: None })
                .unwrap();
        }
    });
    let hidden = person(&council, "比良坂");
    let (body, on) = (council.body("全体会").unwrap(), day(DAY));
    let own = council.organization_id(hidden.id, on).unwrap();
    let lists = |audience| {
        let usual = RosterChoice::usual(on, RosterOrder::ByCategory, audience);
        let filter = RosterFilter { organization: Some(own), ..RosterFilter::default() };
        roster::document(&council, body, &RosterChoice { filter, ..usual }).groups.iter().map(|g| g.rows.len()).sum()
    };
    let told: (usize, usize) = (lists(Audience::Internal), lists(Audience::Public));
    assert_eq!(told, (1, 0));
    let figures = |audience| {
        let made = roster::figures(&council, body, on, audience);
        let of = made.tables.into_iter().find(|t| t.title == "団体別").unwrap();
        of.rows.into_iter().map(|r| r.label).collect::<Vec<_>>()
    };
    let name = council.organization_of(hidden.id, on);
    let (internal, public) = (figures(Audience::Internal), figures(Audience::Public));
    assert!(internal.contains(&name) && !public.contains(&name), "{public:?}");
    assert!(public.len() == 3 && public.is_sorted(), "the order is that of the names: {public:?}");
}

/// What no public text may hold: names of the withheld, and everybody's contacts and needs.
fn secrets(council: &Snapshot) -> Vec<String> {
    let withheld = council.people().filter(|p| p.publication != Publication::Name);
    let names = withheld.flat_map(|p| [Some(p.name.full()), Some(p.name.kana()), p.name.latin.clone()]);
    let rest = council.people().flat_map(|p| {
        let contact = p.contact.iter().flat_map(|c| c.lines().map(str::to_owned));
        let reached = council
            .addresses_of_person(p.id)
            .iter()
            .flat_map(|a| a.lines.iter().cloned().chain([a.telephone.clone(), a.email.clone()].into_iter().flatten()));
        contact.chain(p.needs.iter().cloned()).chain(reached)
    });
    let all: Vec<String> = names.flatten().chain(rest).map(|s| search_key(&s)).filter(|s| !s.is_empty()).collect();
    assert!(all.len() > 50, "the sample has people with something to keep");
    all
}

fn clean(what: &str, text: &str, secrets: &[String]) {
    let key = search_key(text);
    let told: Vec<&String> = secrets.iter().filter(|s| key.contains(*s)).collect();
    assert!(told.is_empty(), "{what} tells {told:?}");
}

#[test]
fn no_public_text_of_the_sample_tells_what_is_withheld() {
    let app = sample();
    let council = app.snapshot().unwrap();
    let ledger = Ledger::load(app.store()).unwrap();
    let secrets = secrets(&council);
    let mut packets = 0;
    for meeting in &council.meetings {
        let file = app.meeting_file(&council, meeting.id).unwrap();
        if !file.papers.is_empty() {
            let job = packet(&council, &ledger, &file, Audience::Public, PacketOptions::default()).unwrap();
            clean("a packet", &job.packet.text(), &secrets);
            clean("an agenda", &job.packet.agenda.text(), &secrets);
            clean("the line on what is left out", &job.packet.omitted, &secrets);
            clean("the typed input", &format!("{:?}", job.packet), &secrets);
            packets += 1;
        }
        let plan = seating::plan(&council, meeting, &file.body, "", Audience::Public, &file.seats);
        clean("a seating plan", &plan.text(), &secrets);
        clean("a roster", &roster_text(&council, &file.body.key, meeting.date), &secrets);
        let tree = chart::composition(&council, meeting.date, Sheet::A3, Audience::Public).unwrap();
        clean("a composition chart", &entaku_chart::tree_text(&tree), &secrets);
        let table = issues::table(&council, &ledger, meeting.date, Audience::Public).unwrap();
        clean("an issue table", &table.text(), &secrets);
        let cards = issues::cards(&council, &ledger, &[], meeting.date, Audience::Public).unwrap();
        clean("issue cards", &cards.text(), &secrets);
    }
    assert!(packets > 3, "{packets} packets");
}

#[test]
fn members_read_every_name() {
    let october = october();
    let text = october.packet(Audience::Members).unwrap().text();
    assert!(text.contains("比良坂　ゆき") && text.contains("手話通訳"), "the members' edition withholds nothing");
}

#[test]
fn a_public_roster_has_no_reading_of_anybody() {
    let council = council_with(|council, tx| {
        // A hidden namesake, to the letter, of somebody published.
        seat_copy(council, tx, published(council).id, |p| p.publication = Publication::Hidden);
    });
    let public = search_key(&roster_text(&council, "全体会", day(DAY)));
    for person in council.people().filter(|p| search_key(&p.name.kana()) != search_key(&p.name.full())) {
        assert!(!public.contains(&search_key(&person.name.kana())), "{} is in the public roster", person.name.kana());
    }
    let name = published(&council).name.full();
    let text = roster_text(&council, "全体会", day(DAY));
    assert!(!text.contains(&format!("{name}（")), "a hidden namesake shows: {text}");
}

#[test]
fn a_public_seating_plan_gives_nobody_away() {
    let council = council_with(|council, tx| {
        seat_copy(council, tx, published(council).id, |p| {
            p.publication = Publication::Hidden;
            p.name.given = "別人".to_owned();
        });
    });
    let october = October { council, ..october() };
    let plan = |audience| {
        let MeetingFile { meeting, body, seats, .. } = &october.file;
        seating::plan(&october.council, meeting, body, "", audience, seats)
    };
    let family = published(&october.council).name.family;
    let (public, members) = (plan(Audience::Public), plan(Audience::Members));
    assert!(members.text().contains(&format!("{family}（")), "members see two {family}");
    assert!(public.text().contains(&family) && !public.text().contains(&format!("{family}（")), "{}", public.text());
    assert!(!members.interpreters.is_empty() && public.interpreters.is_empty());
    assert!(members.interpreters.iter().all(|n| !n.contains("見える位置")), "a wish for a seat is no interpreter");
    assert_eq!(public.seats.len(), members.seats.len(), "everybody has a desk");
}

#[test]
fn a_public_composition_chart_withholds_as_the_roster_does() {
    let council = sample().snapshot().unwrap();
    let text =
        |audience| entaku_chart::tree_text(&chart::composition(&council, day(DAY), Sheet::A3, audience).unwrap());
    let (public, members) = (text(Audience::Public), text(Audience::Members));
    for name in ["比良坂　ゆき", "富岡　隼人"] {
        assert!(members.contains(name) && !public.contains(name), "{name}");
    }
    assert!(public.contains("（非公表）") && public.contains("（団体名のみ公表）"), "{public}");
}

#[test]
fn a_presenter_who_is_withheld_is_a_member() {
    let mut october = october();
    let open = october.file.agenda.iter().position(|i| i.closed_reason.is_none()).unwrap();
    for (typed, shown) in [
        ("富岡委員", "委員"),
        ("富岡 隼人", "委員"),
        ("ヒラサカ ユキ", "委員"),
        ("事務局・橘委員", "委員"),
        ("石橘委員", "石橘委員"),
        ("事務局", "事務局"),
    ] {
        october.file.agenda[open].presenter = Some(typed.to_owned());
        assert_eq!(october.public().agenda.items[open].presenter, shown, "{typed}");
        assert_eq!(october.packet(Audience::Members).unwrap().agenda.items[open].presenter, typed);
    }
}

#[test]
fn what_is_left_out_is_not_told_by_its_title() {
    let mut october = october();
    let closed = october.file.agenda.iter().position(|i| i.closed_reason.is_some()).unwrap();
    let harmless = october.public();
    assert!(harmless.omitted.contains(&october.file.agenda[closed].title), "{}", harmless.omitted);
    for (title, reason) in
        [("髙橋太郎さんの事例", "髙橋太郎さんの家庭の事情のため"), ("比良坂ゆきの件", "富岡委員の申出のため")]
    {
        october.file.agenda[closed].title = title.to_owned();
        october.file.agenda[closed].closed_reason = Some(reason.to_owned());
        let packet = october.public();
        let text = packet.text();
        assert!(!text.contains(title) && !text.contains(reason), "{}", packet.omitted);
        assert!(packet.omitted.contains("番"), "its number stands for it: {}", packet.omitted);
    }
}

#[test]
fn the_public_clock_is_that_of_the_meeting() {
    let mut october = october();
    for item in &mut october.file.agenda {
        item.minutes = Some(10);
    }
    october.file.agenda[1].closed_reason = Some("個別事例のため".to_owned());
    let (members, public) = (october.packet(Audience::Members).unwrap(), october.public());
    assert!(public.agenda.items.len() < members.agenda.items.len());
    for item in &public.agenda.items {
        let same = members.agenda.items.iter().find(|i| i.title == item.title).unwrap();
        assert_eq!(item.clock, same.clock, "{}", item.title);
    }
    let missing = members.agenda.total_minutes() - public.agenda.total_minutes();
    assert!(public.agenda.notes.iter().any(|n| n.contains(&format!("{missing}分"))), "{:?}", public.agenda.notes);
    assert!(members.agenda.notes.is_empty());
}

#[test]
fn words_of_the_office_itself_are_looked_at() {
    let mut october = october();
    let open = october.file.agenda.iter().position(|i| i.closed_reason.is_none()).unwrap();
    october.file.agenda[open].title = "富岡委員からの報告".to_owned();
    let Err(AppError::Personal(found)) = october.packet(Audience::Public) else { panic!("it went out") };
    assert!(found.iter().any(|f| f.place == "次第の1" || f.place.starts_with("次第")), "{found:?}");
    assert!(october.packet(Edition { audience: Audience::Public, confirmed: true }).is_ok());
    assert!(october.packet(Audience::Members).is_ok());
}

/// What the guard finds in a ledger that was changed.
fn found_in(change: impl FnOnce(&mut Ledger)) -> Vec<Finding> {
    let October { council, mut ledger, .. } = october();
    change(&mut ledger);
    let look = |edition: Edition| issues::cards(&council, &ledger, &[], day(DAY), edition).map(drop);
    assert!(look(Audience::Members.into()).is_ok(), "members may read it");
    assert!(look(Edition { audience: Audience::Public, confirmed: true }).is_ok(), "a second look lets it out");
    match look(Audience::Public.into()) {
        Err(error @ AppError::Personal(_)) => {
            let wire = error.to_wire();
            assert_eq!(wire.code, "personal_data");
            assert!(wire.hint.contains("個人が分からないことを確かめました"), "{}", wire.hint);
            let AppError::Personal(found) = error else { return Vec::new() };
            assert!(found.iter().all(|f| wire.message.contains(&f.place)), "{}", wire.message);
            found
        }
        other => panic!("the guard let it out: {other:?}"),
    }
}

#[test]
fn the_guard_reads_what_will_be_read() {
    let text = "髙橋太郎さんは夜間の介助が必要";
    let name = Finding { place: String::new(), kind: PatternKind::Name, found: "髙橋太郎".to_owned() };
    let same = |found: &[Finding]| found.iter().any(|f| f.kind == name.kind && f.found == name.found);
    let on = day(DAY);
    let open = |ledger: &Ledger| ledger.events.iter().position(|e| e.on <= on && is_open(ledger, e.issue)).unwrap();
    assert!(same(&found_in(|l| {
        let at = open(l);
        l.events[at].text = text.to_owned();
    })));
    assert!(same(&found_in(|l| {
        let at = l.links.iter().position(|k| is_open(l, k.from) || is_open(l, k.to)).unwrap();
        l.links[at].reason = text.to_owned();
    })));
    assert!(same(&found_in(|l| {
        let at = l.links.iter().position(|k| is_open(l, k.from) != is_open(l, k.to)).unwrap();
        let closed = if is_open(l, l.links[at].from) { l.links[at].to } else { l.links[at].from };
        l.issues.iter_mut().find(|i| i.id == closed).unwrap().title = text.to_owned();
    })));
    assert!(same(&found_in(|l| {
        let issue = l.issues.iter().find(|i| is_open(l, i.id)).unwrap().id;
        l.proposals[0].issues = vec![issue];
        l.proposals[0].answered_on = Some(on);
        l.proposals[0].answer = Some(text.to_owned());
        l.proposals.truncate(1);
    })));
}

/// Whether an issue stands on the cards of the day.
fn is_open(ledger: &Ledger, issue: entaku_domain::id::IssueId) -> bool {
    let issue = ledger.issues.iter().find(|i| i.id == issue).unwrap();
    let then = ledger.events.iter().rfind(|e| e.issue == issue.id && e.on <= day(DAY));
    issue.received_on <= day(DAY) && !then.map_or(issue.stage, |e| e.stage).is_final()
}

#[test]
fn the_guard_knows_who_is_withheld_and_says_where_once() {
    let found = found_in(|ledger| {
        let at = ledger.issues.iter().position(|i| is_open(ledger, i.id)).unwrap();
        ledger.issues[at].gist = "比良坂ゆき委員から、富岡委員とともに報告があった。比良坂ゆき委員。".to_owned();
        ledger.issues[at].measures = ledger.issues[at].gist.clone();
    });
    let named: Vec<&Finding> = found.iter().filter(|f| f.found == "比良坂　ゆき").collect();
    assert_eq!(named.len(), 1, "{found:?}");
    assert!(named[0].place.starts_with("課題R"), "{named:?}");
    assert!(found.iter().any(|f| f.found == "富岡委員"), "{found:?}");
}

#[test]
fn the_audience_and_the_press_get_the_public_edition() {
    let mut october = october();
    october.file.meeting.copies.audience = 5;
    october.file.meeting.copies.press = 2;
    let packet = october.packet(Audience::Members).unwrap();
    let a4 = PageSize { width_pt: 595.0, height_pt: 842.0 };
    let page = |part| PageInfo { size: a4, label: String::new(), part, blank: false };
    let of = |pages: usize| Printed {
        pdf: Vec::new(),
        pages: vec![page(PagePart::Front); pages],
        uncovered: Vec::new(),
        repaired: Vec::new(),
        texts: BTreeMap::new(),
    };
    let plan = |public: Option<&Printed>| print_plan(&october.council, &october.file, &packet, &of(4), public, true);
    let counted = plan(Some(&of(6)));
    let (last, members) = counted.rows.split_last().unwrap();
    assert!(members.iter().all(|r| r.copies[2..4] == [0, 0]), "a page with withheld names is counted for the audience");
    assert!(last.title.contains("公表用"), "{}", last.title);
    assert_eq!((last.pages, last.copies.as_slice()), (6, [0, 0, 5, 2, 0].as_slice()));
    let uncounted = plan(None);
    assert!(uncounted.rows.iter().all(|r| r.copies[2..4] == [0, 0]));
    assert_eq!(uncounted.notes.len(), counted.notes.len(), "and it says why");
}

#[test]
fn a_year_without_a_council_has_no_documents() {
    let October { council, ledger, .. } = october();
    let on = day("1990-01-01");
    let none = |error: AppError| assert_eq!(error.code(), "nothing_in_year");
    none(issues::table(&council, &ledger, on, Audience::Members).unwrap_err());
    none(issues::cards(&council, &ledger, &[], on, Audience::Members).unwrap_err());
    none(council.body_on("全体会", on).unwrap_err());
    assert!(council.body_on("全体会", day(DAY)).is_ok());
}

#[test]
fn nobody_is_withheld_from_members() {
    let council = sample().snapshot().unwrap();
    let hidden = person(&council, "比良坂");
    assert_eq!(Withheld::from(&council, Audience::Members).found_in(&hidden.name.full()), Vec::<String>::new());
    assert_ne!(Withheld::from(&council, Audience::Public).found_in(&hidden.name.full()), Vec::<String>::new());
}
