//! Votes, ties, runoffs and lots.
use super::*;

fn candidate(key: &str, declined: bool) -> Candidate {
    Candidate {
        id: CandidateId::from_key(key),
        election: ElectionId::from_key("e1"),
        person: PersonId::from_key(key),
        order: 0,
        entry: None,
        proposer: None,
        declined,
        office: None,
    }
}

fn record(method: Method) -> ElectionRecord {
    ElectionRecord {
        id: ElectionId::from_key("e1"),
        body: BodyId::from_key("b1"),
        title: "会長".to_owned(),
        meeting: MeetingId::from_key("m1"),
        item: None,
        method,
        manner: None,
        named_by: None,
        presided_by: None,
        acclaimed: false,
        rounds: Vec::new(),
        by_lot: false,
        lot_drawn_by: None,
        note: None,
    }
}

fn round(runoff: bool, voters: u16, (blank, invalid): (u16, u16), votes: &[(&str, u16)]) -> Round {
    let votes =
        votes.iter().map(|(key, votes)| Votes { candidate: CandidateId::from_key(key), votes: *votes }).collect();
    Round { runoff, voters, blank, invalid, votes }
}

fn judge(record: &ElectionRecord, elected: &[&str]) -> Vec<Fault> {
    let candidates = [candidate("高", false), candidate("崎", false), candidate("吉", true)];
    let elected: Vec<CandidateId> = elected.iter().map(|key| CandidateId::from_key(key)).collect();
    check_record(&Judged { record, candidates: &candidates, elected: &elected, count: 1, members: 18 })
}

#[test]
fn v8_the_votes_add_up_and_the_first_is_elected() {
    let voted = |rounds| ElectionRecord { rounds, ..record(Method::MutualElection) };
    let nine = voted(vec![round(false, 16, (1, 1), &[("高", 9), ("崎", 5)])]);
    assert_eq!(judge(&nine, &["高"]), []);
    assert_eq!(judge(&nine, &[]), [], "kept open");
    assert_eq!(judge(&nine, &["崎"]), [Fault::NotFirst { votes: 5, most: 9 }]);
    assert_eq!(judge(&nine, &["吉"]), [Fault::DeclinedElected]);
    assert_eq!(judge(&nine, &["高", "崎"]), [Fault::TooMany { count: 1 }]);
    let short = voted(vec![round(false, 15, (1, 1), &[("高", 9), ("崎", 5)])]);
    assert_eq!(judge(&short, &["高"]), [Fault::DoesNotAddUp { round: 1, sum: 16, voters: 15 }]);
    let many = voted(vec![round(false, 19, (0, 0), &[("高", 19)])]);
    assert_eq!(judge(&many, &["高"]), [Fault::MoreThanMembers { round: 1, voters: 19, members: 18 }]);
    assert_eq!(judge(&voted(vec![round(false, 0, (0, 0), &[])]), &[]), [Fault::EmptyRound { round: 1 }]);
}

#[test]
fn v8_a_tie_is_broken_by_a_runoff_or_a_lot() {
    let tie = round(false, 16, (0, 0), &[("高", 8), ("崎", 8)]);
    let runoff = round(true, 16, (0, 1), &[("高", 8), ("崎", 7)]);
    let with =
        |rounds: &[Round], by_lot| ElectionRecord { rounds: rounds.to_vec(), by_lot, ..record(Method::MutualElection) };
    assert_eq!(judge(&with(std::slice::from_ref(&tie), false), &["高"]), [Fault::Tie { votes: 8 }]);
    assert_eq!(judge(&with(std::slice::from_ref(&tie), true), &["崎"]), []);
    assert_eq!(judge(&with(&[tie.clone(), runoff.clone()], false), &["高"]), []);
    assert_eq!(judge(&with(&[tie.clone(), runoff], true), &["高"]), [Fault::LotWithoutTie]);
    let outsider = round(true, 16, (0, 0), &[("高", 8), ("外", 8)]);
    assert!(judge(&with(&[tie.clone(), outsider], true), &["高"]).contains(&Fault::RunoffOutsider));
    assert_eq!(tie.leaders().len(), 2);
}

#[test]
fn v8_a_tie_is_one_for_the_last_place() {
    let ids = |keys: &[&str]| keys.iter().map(|key| CandidateId::from_key(key)).collect::<Vec<_>>();
    let outcome = |rounds: &[Round], count| {
        let found = ElectionRecord { rounds: rounds.to_vec(), ..record(Method::MutualElection) }.outcome(count);
        (found.sure, found.tied)
    };
    let first = round(false, 20, (0, 0), &[("高", 10), ("崎", 5), ("吉", 5)]);
    assert_eq!(outcome(std::slice::from_ref(&first), 1), (ids(&["高"]), ids(&[])));
    assert_eq!(outcome(std::slice::from_ref(&first), 2), (ids(&["高"]), ids(&["崎", "吉"])));
    assert_eq!(outcome(std::slice::from_ref(&first), 3), (ids(&["高", "崎", "吉"]), ids(&[])));
    assert_eq!(outcome(std::slice::from_ref(&first), 4), (ids(&["高", "崎", "吉"]), ids(&[])));
    let runoff = round(true, 20, (0, 0), &[("崎", 9), ("吉", 11)]);
    assert_eq!(outcome(&[first.clone(), runoff], 2), (ids(&["高", "吉"]), ids(&[])));
    let equal = round(true, 20, (0, 0), &[("崎", 10), ("吉", 10)]);
    assert_eq!(outcome(&[first, equal], 2), (ids(&["高"]), ids(&["崎", "吉"])));
    assert_eq!(outcome(&[], 2), (ids(&[]), ids(&[])));
}

#[test]
fn v8_the_record_says_how() {
    assert_eq!(judge(&record(Method::MutualElection), &["高"]), [Fault::HowMissing]);
    assert_eq!(judge(&record(Method::MutualElection), &[]), [], "put off");
    let acclaimed = ElectionRecord { acclaimed: true, ..record(Method::MutualElection) };
    assert_eq!(judge(&acclaimed, &["高"]), []);
    assert_eq!(judge(&record(Method::Nomination), &["高"]), [Fault::NamerMissing]);
    let named = ElectionRecord { named_by: Some("会長".to_owned()), ..record(Method::Nomination) };
    assert_eq!(judge(&named, &["高"]), []);
    assert_eq!(judge(&record(Method::Other), &["高"]), [Fault::MannerMissing]);
    assert_eq!(judge(&record(Method::Unknown), &["高"]), []);
}
