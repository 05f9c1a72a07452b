//! The file in every state in which an office may meet it: never a panic, always a clear
//! word, and the file as it was.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use crate::place::{BEFORE, LOCK};
use crate::*;
use entaku_domain::case::CaseNumber;
use entaku_domain::{Day, FiscalYear};
use proptest::prelude::*;
use std::path::Path;
use std::sync::LazyLock;

const PASS: &str = "みえるか会議 の 合言葉 2026";

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn at() -> chrono::DateTime<chrono::Utc> {
    "2026-10-01T03:00:00Z".parse().unwrap()
}

fn number(n: u16) -> CaseNumber {
    CaseNumber { year: FiscalYear::new(2026).unwrap(), number: n }
}

fn case(n: u16) -> Case {
    Case {
        number: number(n),
        received_on: day("2026-05-01"),
        from: "相談支援事業所".into(),
        facts: Facts { name: "𠮷田　花子".into(), phone: "0467-00-1234".into(), ..Facts::default() },
        situation: "夜間の介助がない".into(),
        course: String::new(),
        view: String::new(),
        gist: "夜間の介助の担い手が足りない".into(),
        keep_until: day("2032-03-31"),
        destroyed_on: None,
        confirmations: Vec::new(),
    }
}

fn create(folder: &Path) -> Vault {
    let place = Place::Folder(folder.to_owned());
    let mut vault = Vault::create(place, Passphrase::chosen(PASS).unwrap(), Strength::of_tests()).unwrap();
    vault.change(|content| content.put(case(1))).unwrap();
    vault
}

fn open_as(folder: &Path, passphrase: &str, mode: Mode) -> Result<Vault> {
    let place = Place::Folder(folder.to_owned());
    Vault::open(place, Passphrase::typed(passphrase), None, mode, Strength::of_tests())
}

fn open(folder: &Path) -> Result<Vault> {
    open_as(folder, PASS, Mode::Write)
}

/// A vault's bytes.
static SOUND: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    std::fs::read(folder.path().join(FILE_NAME)).unwrap()
});

/// What a file of these bytes answers; it is as before.
fn tried(bytes: &[u8]) -> Result<Vault> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE_NAME);
    std::fs::write(&file, bytes).unwrap();
    let outcome = open(folder.path());
    assert_eq!(std::fs::read(&file).unwrap(), bytes, "the file is untouched");
    outcome
}

#[test]
fn what_is_kept_is_read_again_and_stands_nowhere_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    let vault = open(folder.path()).unwrap();
    assert_eq!(vault.content().case(number(1)).unwrap(), &case(1));
    assert_eq!(vault.content().next_number(number(1).year).unwrap(), number(2));
    assert!(matches!(vault.content().case(number(9)), Err(Error::NoCase(_))));
    let bytes = String::from_utf8_lossy(&SOUND).into_owned();
    assert!(bytes.starts_with("entaku-cases 1 "));
    for word in ["田", "花子", "1234", "夜間"] {
        assert!(!bytes.contains(word));
    }
    assert!(!format!("{vault:?}{:?}{:?}", case(1), Passphrase::typed(PASS)).contains('田'));
}

#[test]
fn a_wrong_passphrase_is_told_apart_from_a_damaged_file() {
    let folder = tempfile::tempdir().unwrap();
    drop(create(folder.path()));
    assert!(matches!(open_as(folder.path(), "ちがう合言葉です。ほんとうに", Mode::Write), Err(Error::WrongPassphrase)));
    assert!(matches!(open_as(folder.path(), "", Mode::Write), Err(Error::WrongPassphrase)));
    assert!(
        open_as(folder.path(), " みえるか会議　の　合言葉　２０２６", Mode::Write).is_ok(),
        "width makes no difference"
    );
    assert!(matches!(Passphrase::chosen("短い"), Err(Error::Short(SHORTEST))));
}

#[test]
fn it_is_cut_off_at_every_byte_of_its_head_and_in_its_body() {
    let line = SOUND.iter().position(|b| *b == b'\n').unwrap();
    let head = line + 1 + 200;
    for length in 0..head.min(SOUND.len()) {
        let outcome = tried(&SOUND[..length]);
        assert!(matches!(outcome, Err(Error::CutOff { .. })), "{length}: {outcome:?}");
    }
    for length in (head..SOUND.len()).step_by(61) {
        assert!(matches!(tried(&SOUND[..length]), Err(Error::CutOff { wanted, .. }) if wanted == SOUND.len() as u64));
    }
    assert!(tried(&SOUND).is_ok());
    assert!(matches!(tried(&[&SOUND[..], b"x"].concat()), Err(Error::Damaged)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Any bit that is turned is noticed before the passphrase is tried.
    #[test]
    fn a_turned_bit_is_noticed(at in 0usize..SOUND.len(), bit in 0u8..8) {
        let mut bytes = SOUND.clone();
        bytes[at] ^= 1 << bit;
        let outcome = tried(&bytes);
        prop_assert!(matches!(outcome, Err(Error::Damaged | Error::NotAVault | Error::CutOff { .. })), "{outcome:?}");
    }

    /// Any bytes at all give a word, and no panic.
    #[test]
    fn any_bytes_give_a_word(tail in proptest::collection::vec(any::<u8>(), 0..400), magic in any::<bool>()) {
        let bytes = if magic { [b"entaku-cases ".to_vec(), tail].concat() } else { tail };
        prop_assert!(tried(&bytes).is_err());
    }

    /// What is encrypted is changed, and the sum over it made anew: age notices.
    #[test]
    fn a_forged_sum_does_not_help(at in 0usize..10_000, bit in 0u8..8) {
        let line = SOUND.iter().position(|b| *b == b'\n').unwrap();
        let (id, mut sealed) = { let (id, s) = frame::take_off(&SOUND).unwrap(); (id, s.to_vec()) };
        let at = at % (SOUND.len() - line - 1);
        sealed[at] ^= 1 << bit;
        let outcome = tried(&frame::put_on(id, &sealed));
        prop_assert!(matches!(outcome, Err(Error::Damaged | Error::WrongPassphrase | Error::TooMuchWork(_))), "{outcome:?}");
    }
}

#[test]
fn other_files_newer_ones_and_greedy_ones_are_told_apart() {
    assert!(matches!(tried(b"SQLite format 3\0"), Err(Error::NotAVault)));
    let (id, sealed) = frame::take_off(&SOUND).unwrap();
    let told = format!("2 {id} {}", sealed.len());
    let sum: String = {
        use sha2::Digest;
        let bytes = [told.as_bytes(), b"\n", sealed].concat();
        sha2::Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect()
    };
    let newer = [format!("entaku-cases {told} {sum}\n").as_bytes(), sealed].concat();
    assert!(matches!(tried(&newer), Err(Error::Newer(2))));
    let text = String::from_utf8_lossy(&sealed[..80]).into_owned();
    let at = text.find(" 2\n").unwrap();
    let greedy = [&sealed[..at], b" 30\n", &sealed[at + 3..]].concat();
    assert!(matches!(tried(&frame::put_on(id, &greedy)), Err(Error::TooMuchWork(30))));
}

#[test]
fn a_vault_of_another_council_is_not_opened() {
    let folder = tempfile::tempdir().unwrap();
    let own = create(folder.path()).id();
    let place = || Place::Folder(folder.path().to_owned());
    let ask = |id| Vault::open(place(), Passphrase::typed(PASS), Some(id), Mode::Write, Strength::of_tests());
    assert!(ask(own).is_ok());
    assert!(matches!(ask(VaultId::fresh()), Err(Error::OfAnother)));
    assert_eq!(place().look().unwrap(), own);
    // The line before it is changed to ours: what is encrypted knows better.
    let (_, sealed) = frame::take_off(&SOUND).unwrap();
    let forged = VaultId::fresh();
    std::fs::write(folder.path().join(FILE_NAME), frame::put_on(forged, sealed)).unwrap();
    assert!(matches!(ask(forged), Err(Error::Damaged)));
}

#[test]
fn a_second_window_may_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let first = create(folder.path());
    let place = Place::Folder(folder.path().to_owned());
    assert!(place.is_in_use());
    assert!(matches!(open(folder.path()), Err(Error::InUse)));
    assert!(matches!(Vault::create(place.clone(), Passphrase::typed(PASS), OFFICE), Err(Error::InUse)));
    let mut second = open_as(folder.path(), PASS, Mode::Read).unwrap();
    assert!(matches!(second.change(|c| c.put(case(2))), Err(Error::ReadOnly)));
    assert!(matches!(second.destroy(number(1), at().date_naive()), Err(Error::ReadOnly)));
    drop(first);
    assert!(!place.is_in_use());
    assert!(open(folder.path()).is_ok());
    assert!(folder.path().join(LOCK).exists());
    assert!(matches!(Vault::create(place, Passphrase::typed(PASS), OFFICE), Err(Error::Exists)));
    let nowhere = Place::Folder(folder.path().join("none"));
    assert!(matches!(nowhere.look(), Err(Error::Missing)));
}

#[test]
fn what_is_destroyed_is_in_no_copy_either() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Folder(folder.path().to_owned());
    let mut vault = create(folder.path());
    vault.change(|c| c.put(case(2))).unwrap();
    place.back_up(at()).unwrap();
    assert_eq!(place.copies().len(), 2);
    vault.destroy(number(1), day("2026-10-01")).unwrap();
    assert_eq!(place.copies(), []);
    let gone = vault.content().case(number(1)).unwrap();
    assert!(gone.facts.name.is_empty() && gone.gist.is_empty() && gone.destroyed_on.is_some());
    assert!(matches!(vault.destroy(number(1), day("2026-10-01")), Err(Error::Destroyed(_))));
    assert!(matches!(vault.change(|c| c.put(case(1))), Err(Error::Destroyed(_))));
    assert!(matches!(vault.destroy(number(7), day("2026-10-01")), Err(Error::NoCase(_))));
    assert_eq!(vault.content().case(number(2)).unwrap(), &case(2));
    assert_eq!(vault.content().next_number(number(1).year).unwrap(), number(3), "no number is given twice");
}

#[test]
fn a_new_passphrase_needs_the_old_one_and_leaves_no_copy_that_it_opens() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = create(folder.path());
    let new = || Passphrase::chosen("あたらしい合言葉です２０２７").unwrap();
    assert!(matches!(vault.change_passphrase(&Passphrase::typed("x"), new()), Err(Error::WrongPassphrase)));
    vault.change_passphrase(&Passphrase::typed(PASS), new()).unwrap();
    assert!(!folder.path().join(BEFORE).exists());
    drop(vault);
    assert!(matches!(open(folder.path()), Err(Error::WrongPassphrase)));
    assert!(open_as(folder.path(), "あたらしい合言葉です2027", Mode::Write).is_ok());
}

#[test]
fn a_lost_passphrase_begins_anew_and_a_damaged_file_goes_back() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Folder(folder.path().to_owned());
    let mut vault = create(folder.path());
    vault.change(|c| c.put(case(2))).unwrap();
    drop(vault);
    std::fs::write(folder.path().join(FILE_NAME), &SOUND[..90]).unwrap();
    assert!(place.back_up(at()).is_err(), "what is not sound is no backup");
    place.bring_back(BEFORE, at()).unwrap();
    assert_eq!(open(folder.path()).unwrap().content().cases().len(), 1);
    let name = place.set_aside(at()).unwrap();
    assert!(name.starts_with("cases-aside-") && !place.is_taken());
    let kinds: Vec<CopyKind> = place.copies().iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [CopyKind::Before, CopyKind::Aside, CopyKind::Aside]);
    assert!(matches!(place.bring_back("../x", at()), Err(Error::NoCopy)));
    place.bring_back(&name, at()).unwrap();
    assert!(open(folder.path()).is_ok());
}

#[test]
fn of_many_days_copies_the_last_fourteen_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let place = Place::Folder(folder.path().to_owned());
    place.back_up(at()).unwrap();
    assert_eq!(place.copies(), [], "without a file there is nothing to copy");
    drop(create(folder.path()));
    (0..20).for_each(|n| place.back_up(at() + chrono::TimeDelta::days(n)).unwrap());
    assert_eq!(place.copies().iter().filter(|c| c.kind == CopyKind::Daily).count(), 14);
}

#[test]
fn in_memory_it_is_encrypted_all_the_same() {
    let place = Place::memory();
    let pass = || Passphrase::chosen(PASS).unwrap();
    drop(Vault::create(place.clone(), pass(), Strength::of_tests()).unwrap());
    assert!(place.is_taken() && place.copies().is_empty());
    assert!(Vault::open(place.clone(), pass(), None, Mode::Write, Strength::of_tests()).is_ok());
    place.set_aside(at()).unwrap();
    assert!(!place.is_taken());
}

#[test]
fn a_change_that_fails_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut vault = create(folder.path());
    let refused = vault.change(|content| {
        content.put(case(5))?;
        Err::<(), _>(Error::NoNumber)
    });
    assert!(refused.is_err());
    assert_eq!(vault.content().cases().len(), 1);
    assert_eq!(vault.content().keep_until(day("2027-03-31")), day("2032-03-31"));
    assert!(case(1).is_due(day("2032-04-01")) && !case(1).is_due(day("2032-03-31")));
}
