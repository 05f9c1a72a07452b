//! Where a computed last day comes from, in words.

use crate::snapshot::Snapshot;
use entaku_domain::FiscalYear;
use entaku_domain::term::Derivation;

/// The derivation of a term's end, with its source.
pub fn derivation(council: &Snapshot, why: Derivation) -> String {
    let style = council.council.date_style;
    let name = |body| council.body_name(body, FiscalYear::LAST);
    match why {
        Derivation::AsBody { body, end } => as_body(name(body), &style.day(end)),
        Derivation::NobodyThere { body } => nobody_there(name(body)),
        Derivation::NextFiscalYearEnd { start, year, end } => format!(
            "委嘱日 {} は{}です。任期の満了日は翌年度の末日で、{}です（任期は２年以内とし、満了日は委嘱を行った年度の翌年度末日とする）。",
            style.day(start),
            style.fiscal_year(year),
            style.day(end)
        ),
        Derivation::Years { start, years, end } => {
            format!("委嘱日 {} から{years}年です。満了日は{}です。", style.day(start), style.day(end))
        }
        Derivation::FiscalYears { start, years, last, end } => format!(
            "委嘱日 {} は{}です。任期は{years}年以内で、満了日は委嘱した年度から数えて{years}年度目（{}）の末日の{}です。",
            style.day(start),
            style.fiscal_year(entaku_domain::FiscalYear::of(start)),
            style.fiscal_year(last),
            style.day(end)
        ),
        Derivation::Predecessor { end } => {
            format!("任期は前任者の満了日までと定められているため、満了日は前任者と同じ{}です。", style.day(end))
        }
        Derivation::NoPredecessor => {
            "任期は前任者の満了日までと定められていますが、任期の途中で退いた前任者がいないため、満了日は定まりません。".to_owned()
        }
        Derivation::AsPlenary { end } => {
            format!("任期は全体会の委員に合わせると定められているため、満了日は全体会の委員と同じ{}です。", style.day(end))
        }
        Derivation::NoPlenary => {
            "任期は全体会の委員に合わせると定められていますが、この日に任期のある全体会の委員がいないため、満了日は定まりません。".to_owned()
        }
        Derivation::RemainingTerm { start, end } => {
            format!(
                "{}からの補欠で、前任者の残任期間とするため、満了日は前任者と同じ{}です。",
                style.day(start),
                style.day(end)
            )
        }
        Derivation::Shortened { rule_end, end, reason } => {
            let reason = reason.map(|r| format!("（理由：{}）", r.label())).unwrap_or_default();
            format!("定めによる満了日は{}ですが、{}までとしています{reason}。", style.day(rule_end), style.day(end))
        }
        Derivation::SetByHand { end, undecided: false } => {
            format!("任期の定めはありませんが、{}までとしています。", style.day(end))
        }
        Derivation::SetByHand { end, undecided: true } => {
            format!("任期の定めは未定ですが、{}までとしています。", style.day(end))
        }
        Derivation::NoTerm => "任期の定めがありません。満了日は設けません。".to_owned(),
        Derivation::Undecided => "任期の定めは未定です。定めが決まるまで、満了日は設けません。".to_owned(),
    }
}

fn as_body(name: &str, end: &str) -> String {
    format!("任期は{name}の委員に合わせると定められているため、満了日は{name}の委員と同じ{end}です。")
}

fn nobody_there(name: &str) -> String {
    format!(
        "任期は{name}の委員に合わせると定められていますが、この日に任期のあるその委員がいないため、満了日は定まりません。"
    )
}
