//! The papers of an election, with the names that are hard to print.

use crate::{golden, tools};
use entaku_documents::{
    Ballots, CountSheet, CountedVotes, ElectionItem, ElectionPaper, Job, OfficerHistory, OfficerRow, Printer, VoteRow,
};
use entaku_press::Press;

const NAMES: [&str; 5] = ["髙橋　美咲子", "﨑山　#panic(\"x\")", "𠮷田　太郎", "渡邉󠄂　宗一郎", "辻󠄀　花子"];
const COUNCIL: &str = "鎌倉市障害者支援協議会";
const MEETING: &str = "令和8年度　第1回　全体会";
const DATE: &str = "令和8年6月24日（水）";

/// Prints a paper: tagged, claiming PDF/UA, with its title in its words; its first page looks as it did.
fn print(name: &str, job: &Job, text: &str) {
    let pdf = Press.print(job, &mut entaku_documents::go_on).unwrap().pdf;
    assert!(tools::facts(&pdf).contains("Tagged:          yes"), "{name} is not tagged");
    assert!(String::from_utf8_lossy(&pdf).contains("pdfuaid"), "{name} does not claim PDF/UA");
    assert!(text.contains(COUNCIL), "{name}: {text}");
    golden::text(&format!("{name}_words.txt"), text);
    golden::picture(&format!("{name}.png"), &tools::picture(&pdf, 1, 36));
}

fn ballots(candidates: &[&str]) -> Ballots {
    Ballots {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        date: DATE.into(),
        title: "会長".into(),
        choices: 1,
        candidates: candidates.iter().map(|name| (*name).to_owned()).collect(),
        runoff: !candidates.is_empty(),
        copies: 18,
    }
}

fn round(label: &str, votes: &[u16]) -> CountedVotes {
    CountedVotes {
        label: label.into(),
        rows: NAMES.iter().zip(votes).map(|(name, n)| VoteRow { name: (*name).into(), votes: Some(*n) }).collect(),
        blank: Some(1),
        invalid: Some(0),
        voters: Some(votes.iter().sum::<u16>() + 1),
    }
}

#[test]
fn ballots_with_and_without_candidates() {
    let blank = ballots(&[]);
    print("ballots_blank", &Job::Ballots(blank.clone()), &blank.text());
    let named = ballots(&NAMES);
    let printed = Press.print(&Job::Ballots(named.clone()), &mut entaku_documents::go_on).unwrap();
    assert_eq!(printed.pages.len(), 5, "18 papers, four on a sheet");
    print("ballots", &Job::Ballots(named.clone()), &named.text());
}

#[test]
fn a_sheet_to_count_votes_on() {
    let open = CountedVotes { blank: None, invalid: None, voters: None, ..round("第1回投票", &[0; 5]) };
    let rows = open.rows.into_iter().map(|row| VoteRow { votes: None, ..row }).collect();
    let sheet = CountSheet {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        date: DATE.into(),
        title: "会長".into(),
        facts: "定数1人　委員18人".into(),
        rounds: vec![CountedVotes { rows, ..open }],
    };
    print("count_sheet", &Job::CountSheet(sheet.clone()), &sheet.text());
}

#[test]
fn the_record_of_an_election() {
    let said = [
        "渡邉󠄂委員から髙橋委員が推薦された。",
        "﨑山委員が立候補した。",
        "投票の結果は、髙橋委員6票、﨑山委員6票、白票1票であった（投票総数13票）。",
        "得票が同数のため、辻󠄀委員が引いたくじにより決定した。",
        "委員の互選により、髙橋委員が会長に選出された。",
    ];
    let paper = ElectionPaper {
        council: COUNCIL.into(),
        meeting: MEETING.into(),
        date: format!("{DATE}　市役所　講堂"),
        presided: "会長が選出されるまでの間、事務局が議事を進行した。".into(),
        items: vec![
            ElectionItem {
                title: "会長".into(),
                sentences: said.map(str::to_owned).to_vec(),
                rounds: vec![round("第1回投票", &[6, 6])],
            },
            ElectionItem {
                title: "副会長".into(),
                sentences: vec!["会長の指名により、𠮷田委員が副会長に選出された。".into()],
                rounds: Vec::new(),
            },
        ],
    };
    print("election_record", &Job::ElectionPaper(paper.clone()), &paper.text());
}

#[test]
fn officers_across_all_terms() {
    let row = |title: &str, at: usize, from: &str, to: &str| OfficerRow {
        title: title.into(),
        name: NAMES[at].into(),
        affiliation: "社会福祉法人　鎌倉市社会福祉協議会　地域福祉課　相談支援専門員".into(),
        from: from.into(),
        to: to.into(),
        elected: "委員の互選（令和8年度 第1回 全体会）".into(),
    };
    let history = OfficerHistory {
        council: COUNCIL.into(),
        title: "全体会　役員の変遷".into(),
        as_of: "令和8年12月1日現在".into(),
        rows: vec![
            row("会長", 0, "令和8年6月24日", "令和10年3月31日"),
            row("会長", 3, "令和6年6月20日", "令和8年3月31日"),
            row("副会長", 1, "令和8年6月24日", ""),
            row("副会長", 4, "令和6年6月20日", "令和7年9月30日"),
        ],
    };
    print("officer_history", &Job::OfficerHistory(history.clone()), &history.text());
}
