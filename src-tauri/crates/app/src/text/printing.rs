//! Names of documents' files, of their forms, and what printing notices.

use crate::printing::Format;
use crate::roster::RosterChoice;
use entaku_chart::Sheet;
use entaku_documents::{Audience, Printed};
use entaku_domain::era::DateStyle;
use entaku_domain::roster::RosterOrder;
use entaku_domain::{Day, FiscalYear};
use entaku_sheets::Unencodable;

/// A chart that shows less than was asked for.
pub const LESS_DETAIL: &str = "用紙に収まらないため、詳しさを下げて描きました。";

/// Whose edition a file is, so that none is taken for another.
pub(crate) fn edition(audience: Audience) -> &'static str {
    match audience {
        Audience::Public => "公表用",
        Audience::Members | Audience::Internal => audience.label(),
    }
}

const fn size(sheet: Sheet) -> &'static str {
    match sheet {
        Sheet::A3 => "A3",
        Sheet::A4 => "A4",
    }
}

/// The file of a 関係図.
pub fn relationship_name(year: FiscalYear, sheet: Sheet) -> String {
    format!("関係図_{}_{}", DateStyle::Era.fiscal_year(year), size(sheet))
}

/// The file of a 構成図.
pub fn composition_name(audience: Audience, on: Day, sheet: Sheet) -> String {
    format!("構成図_{}_{on}_{}", edition(audience), size(sheet))
}

fn of_meeting(meeting: &str) -> String {
    meeting.replace('　', "_")
}

/// The file of a packet: of an edition, or for one member.
pub fn packet_name(meeting: &str, audience: Audience, whose: Option<&str>, large: u16) -> String {
    let whose = whose.map(|name| format!("_{name}")).unwrap_or_default();
    let large = if large > 0 { format!("_拡大{large}%") } else { String::new() };
    format!("{}_会議資料_{}{whose}{large}", of_meeting(meeting), audience.label())
}

/// The file of a replacement.
pub fn replacement_name(meeting: &str, audience: Audience, whose: Option<&str>, on: Day) -> String {
    let whose = whose.map(|name| format!("_{name}")).unwrap_or_default();
    format!("{}_差替え資料_{}{whose}_{on}", of_meeting(meeting), audience.label())
}

/// The file of the copies that are collected.
pub fn collected_name(meeting: &str) -> String {
    format!("{}_回収資料（番号入り）", of_meeting(meeting))
}

/// The file of a list of a meeting.
pub fn listing_name(meeting: &str, what: &str) -> String {
    format!("{}_{what}", of_meeting(meeting))
}

/// The file of a print plan.
pub fn plan_name(meeting: &str) -> String {
    format!("{}_印刷・部数表", of_meeting(meeting))
}

/// The file of an agenda.
pub fn agenda_name(meeting: &str, audience: Audience) -> String {
    format!("{}_次第_{}", of_meeting(meeting), audience.label())
}

/// The file of a script.
pub fn scenario_name(meeting: &str, large: bool) -> String {
    format!("{}_進行シナリオ{}", of_meeting(meeting), if large { "（大きい文字）" } else { "" })
}

/// The file of a seating plan.
pub fn seating_name(meeting: &str, audience: Audience) -> String {
    format!("{}_席次表_{}", of_meeting(meeting), audience.label())
}

/// The file of a roster.
pub fn roster_name(body: &str, choice: &RosterChoice) -> String {
    let order = if choice.order == RosterOrder::BySyllabary { "_五十音順" } else { "" };
    format!("{body}_委員名簿_{}_{}{order}", edition(choice.audience), choice.on)
}

/// The file of a table of issues.
pub fn issue_table_name(audience: Audience, on: Day) -> String {
    format!("課題整理表_{}_{on}", edition(audience))
}

/// The file of history sheets.
pub fn issue_cards_name(audience: Audience, on: Day) -> String {
    format!("課題カルテ_{}_{on}", edition(audience))
}

/// The file of the flow of a year.
pub fn issue_flow_name(audience: Audience, year: FiscalYear) -> String {
    format!("課題の流れ_{}_{}", edition(audience), DateStyle::Era.fiscal_year(year))
}

/// The file of themes over the years.
pub fn issue_themes_name(audience: Audience, on: Day) -> String {
    format!("テーマの経過_{}_{on}", edition(audience))
}

/// The file of a year's plan.
pub fn year_plan_name(year: FiscalYear, audience: Audience, a3: bool) -> String {
    let size = if a3 { "A3" } else { "A4" };
    format!("年間予定表_{}_{}_{size}", DateStyle::Era.fiscal_year(year), edition(audience))
}

/// The name of a form.
pub const fn format(format: Format) -> &'static str {
    match format {
        Format::Pdf => "PDF",
        Format::Docx => "Word（.docx）",
        Format::Txt => "テキスト版（読み上げ用）",
        Format::Svg => "図（SVG）",
        Format::Xlsx => "Excel（.xlsx）",
        Format::Csv => "CSV（UTF-8）",
        Format::CsvCp932 => "CSV（Shift_JIS）",
        Format::Ics => "カレンダー（.ics）",
    }
}

/// Characters that no font has, and files that were mended.
pub fn unseen(printed: &Printed) -> Vec<String> {
    let unshown = printed.uncovered.iter().map(|unshown| {
        let missing = unshown.missing.join("」「");
        format!("「{}」の「{missing}」は、書体にないため正しく印刷されません。", unshown.text)
    });
    let mended = printed.repaired.iter().map(|mended| {
        format!("{}の「{}」は壊れていたため、直して綴じました。ページを確かめてください。", mended.paper, mended.file)
    });
    unshown.chain(mended).collect()
}

/// A character that CP932 does not have, and what stands in its place.
pub fn replaced(item: &Unencodable) -> String {
    format!("「{}」の「{}」を「{}」に置き換えました。", item.text, item.item, item.replacement)
}
