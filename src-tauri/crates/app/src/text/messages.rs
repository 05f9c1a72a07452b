//! What happened, for each error.

use crate::error::{AppError as E, Finding};
use chrono::Datelike;
use entaku_chart::ChartError;
use entaku_documents::{PrintError, Unreadable};
use entaku_domain::era::{DateStyle, parse_day};
use entaku_domain::text::half_width;
use entaku_sheets::{Place, SheetError, Unencodable};
use entaku_store::{Error as S, Fault};

/// What happened. Text that was typed is shown without its control characters,
/// which could speak to a terminal.
pub fn message(error: &E) -> String {
    let shown = |c: char| if c.is_control() && c != '\n' { char::REPLACEMENT_CHARACTER } else { c };
    what_happened(error).chars().map(shown).collect()
}

/// 「2月29日はありません」 where only the day is wrong.
fn bad_day(text: &str) -> String {
    match missing_day(text) {
        Some((month, day)) => format!("「{text}」は日付として読めません。{month}月{day}日はありません。"),
        None => format!("「{text}」は日付として読めません。"),
    }
}

/// Month and day of what would be a day if its month were longer.
fn missing_day(text: &str) -> Option<(u32, u32)> {
    let text = half_width(text.trim());
    let body = text.trim_end_matches('日');
    let start = body.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let day: u32 = body.get(start..)?.parse().ok()?;
    let first = parse_day(&format!("{}1", body.get(..start)?))?;
    (day <= 31 && first.with_day(day).is_none() && day > 0).then_some((first.month(), day))
}

fn what_happened(error: &E) -> String {
    match error {
        E::UnknownBody(name) => format!("「{name}」という会議体はありません。"),
        E::UnknownMeeting(name) => format!("「{name}」という会議は見つかりません。"),
        E::UnknownPerson(name) => format!("「{name}」という人は登録されていません。"),
        E::AmbiguousPerson(name) => format!("「{name}」という人が２人以上います。"),
        E::UnknownOrganization(name) => format!("「{name}」という団体は登録されていません。"),
        E::AmbiguousOrganization(name) => format!("「{name}」という団体が２つ以上あります。"),
        E::AmbiguousItem { name, plans } => {
            format!("「{name}」に当たる計画の項目が２つ以上あります：{}。", plans.join("、"))
        }
        E::UnknownSeat(name) => format!("{name}に、空いている席がありません。"),
        E::Vault { why, detail } => super::cases::message(why, detail),
        E::CaseWords(found) => super::cases::leak(found),
        E::Package(fault) => super::consign::message(fault),
        E::BadCaseNumber(text) => format!("「{text}」は、事例番号ではありません。"),
        E::UnknownRecord(name) => format!("「{name}」が見つかりません。"),
        E::BadRequest(_) => "命令の形が正しくありません。".to_owned(),
        E::BadDay { text, .. } => bad_day(text),
        E::BadTime { text, .. } => format!("「{text}」は時刻として読めません。"),
        E::BadYear(text) => format!("「{text}」は年度として読めません。"),
        E::NothingInYear(year) => format!("{year}年度には、この協議会の会議体がありません。"),
        E::NoPapers(name) => format!("{name}には、資料がまだありません。"),
        E::UnknownColumn(name) => format!("名簿に「{name}」という欄はありません。"),
        E::NoColumns => "名簿の欄が１つも選ばれていません。".to_owned(),
        E::NoAddresses(names) => format!("住所が１件も登録されていません：{}", names.join("、")),
        E::OutOfRange { least, most, .. } => format!("{least}から{most}までの数を入れてください。"),
        E::Nobody => "当てはまる人がいません。".to_owned(),
        E::Rules(found) => found.iter().map(|v| super::violation(DateStyle::Both, v)).collect::<Vec<_>>().join("\n"),
        E::InPart { at, error } => super::issues::in_part(*at, &message(error)),
        E::Rows(refused) => {
            refused.iter().map(|(row, why)| format!("{row}：{}", message(why))).collect::<Vec<_>>().join("\n")
        }
        E::Personal(found) => found.iter().map(finding).collect::<Vec<_>>().join("\n"),
        E::ReadFile { path, source } => format!("「{path}」を読めませんでした（{}）。", io(source)),
        E::WriteFile { path, source } => format!("「{path}」に書き込めませんでした（{}）。", io(source)),
        E::FileTooLarge { name, bytes, limit } => {
            format!(
                "「{name}」は大きすぎます（{}MB）。資料にできるのは{}MBまでです。",
                bytes.div_ceil(1_000_000),
                limit / 1_000_000
            )
        }
        E::Import { name, error } => super::import::refusal(name, error),
        E::NoRoster { name } => super::import::no_roster(name),
        E::ImportUndecided(rows) => super::import::undecided(*rows),
        E::Sheet(inner) => sheet(inner),
        E::Word(_) => "Wordのファイルを作れませんでした。".to_owned(),
        E::Chart(inner) => chart(inner),
        E::Print(inner) => print(inner),
        E::Store(inner) => store(inner),
        E::NotConfirmed => "この操作は、元に戻せません。これより前の変更も、元に戻せなくなります。".to_owned(),
        E::NothingToUndo => "元に戻せる操作はありません。".to_owned(),
        E::NothingToRedo => "やり直せる操作はありません。".to_owned(),
        E::Sample(_) => "見本の協議会を読み込めませんでした。".to_owned(),
        E::UnsoundData(n) => format!("協議会のデータに、異常が{n}件あります。"),
        E::NoCouncilOpen => "協議会が開かれていません。".to_owned(),
        E::Internal => "プログラムの内部で問題が起きました。データは操作の前のままです。".to_owned(),
    }
}

fn finding(found: &Finding) -> String {
    format!("公表する文書の{}に、{}「{}」があります。", found.place, found.kind.label(), found.found)
}

/// A fault that the check found.
pub fn fault(found: &Fault) -> String {
    match found {
        Fault::Database(detail) => format!("データの本体が壊れています（{detail}）。"),
        Fault::Reference { table, row, parent } => format!("{table}の記録{row}の、{parent}への参照が切れています。"),
        Fault::IssuedMissing { name, .. } => format!("出した文書の控え「{name}」が見つかりません。"),
        Fault::IssuedDamaged { name, .. } => {
            format!("出した文書の控え「{name}」が、出したときと違うものになっています。")
        }
        Fault::OpinionMissing { name, .. } => format!("意見書のファイル「{name}」が見つかりません。"),
        Fault::OpinionDamaged { name, .. } => {
            format!("意見書のファイル「{name}」が、保管したときと違うものになっています。")
        }
        Fault::FileMissing { name, .. } => format!("資料「{name}」のファイルが見つかりません。"),
        Fault::FileDamaged { name, .. } => {
            format!("資料「{name}」のファイルが、保管したときと違うものになっています。")
        }
    }
}

fn io(error: &std::io::Error) -> &'static str {
    use std::io::ErrorKind as K;
    match error.kind() {
        K::NotFound => "見つかりません",
        K::PermissionDenied | K::ReadOnlyFilesystem => "書き込み・読み取りが許可されていません",
        K::StorageFull | K::QuotaExceeded => "ディスクの空きがありません",
        K::AlreadyExists => "同じ名前のものがあります",
        K::IsADirectory => "フォルダーです",
        K::NotADirectory => "フォルダーではありません",
        K::ResourceBusy | K::ExecutableFileBusy => "ほかのプログラムが使っています",
        _ => "ディスク又はネットワークの問題です",
    }
}

fn print(error: &PrintError) -> String {
    match error {
        PrintError::FileMissing { paper, .. } => format!("{paper}のファイルが見つかりません。"),
        PrintError::File { paper, file, reason } if paper.is_empty() => format!("「{file}」{}", unreadable(reason)),
        PrintError::File { paper, file, reason } => format!("{paper}の「{file}」{}", unreadable(reason)),
        PrintError::PagesLost { paper, file, expected, found } => {
            format!(
                "{paper}の「{file}」は{expected}ページのはずですが、{found}ページしか綴じられませんでした。会議資料は作っていません。"
            )
        }
        PrintError::NoConverter { file } => {
            format!(
                "「{file}」を資料にするには、先にPDFにする必要があります。このパソコンには、PDFにするプログラム（LibreOffice）がありません。"
            )
        }
        PrintError::NotConverted { file, late: true } => {
            format!("「{file}」をPDFにするのに時間がかかりすぎるため、中止しました。")
        }
        PrintError::NotConverted { file, late: false } => format!("「{file}」をPDFにできませんでした。"),
        PrintError::Cancelled => "文書の作成を中止しました。".to_owned(),
        PrintError::Layout { document, .. } => format!("文書（{document}）を組めませんでした。"),
    }
}

fn unreadable(reason: &Unreadable) -> String {
    match reason {
        Unreadable::Empty => "は、中身が空です。".to_owned(),
        Unreadable::UnknownKind => "は、PDF・PNG・JPEGのいずれでもありません。".to_owned(),
        Unreadable::Encrypted => "は、パスワードで保護されています。".to_owned(),
        Unreadable::NoPages => "には、ページがありません。".to_owned(),
        Unreadable::Damaged(_) => "は、壊れているため読めません。".to_owned(),
        Unreadable::TooLarge { bytes, limit } => {
            format!("は、大きすぎます（{}MB）。{}MBまでです。", bytes.div_ceil(1_000_000), limit / 1_000_000)
        }
        Unreadable::TooManyPixels { width, height, limit } => {
            format!("は、画像が大きすぎます（{width}×{height}画素）。{}万画素までです。", limit / 10_000)
        }
        Unreadable::PageSize { page, width_pt, height_pt } => {
            format!(
                "の{page}ページ目は、大きさ（{}×{}mm）が資料に向きません。",
                millimetres(*width_pt),
                millimetres(*height_pt)
            )
        }
        Unreadable::PagesDisagree { counted, expected } => {
            format!(
                "は、読み方によってページ数が違います（{counted}ページと{expected}ページ）。壊れているおそれがあります。"
            )
        }
    }
}

fn millimetres(points: i64) -> i64 {
    points * 254 / 720
}

fn chart(error: &ChartError) -> String {
    match error {
        ChartError::PinsCollide { keys } => {
            format!("関係図で、固定した枠（{}）が重なるか、用紙からはみ出します。", keys.join("、"))
        }
        ChartError::KeyTwice { key } | ChartError::UnknownKey { key } | ChartError::WrongParent { key } => {
            format!("関係図の枠「{key}」のつながりが正しくありません。")
        }
        _ => "関係図が用紙に収まりません。".to_owned(),
    }
}

fn sheet(error: &SheetError) -> String {
    match error {
        SheetError::Unencodable(items) => unencodable(items),
        SheetError::TextTooLong { place: at, found, limit } => {
            format!("{}が長すぎます（{found}文字）。{limit}文字までです。", place(at))
        }
        SheetError::ControlCharacter { place: at, code_point } => {
            format!("{}に、制御文字（U+{code_point:04X}）が入っています。", place(at))
        }
        SheetError::TooManyRows { found, limit } => format!("行が多すぎます（{found}行）。{limit}行までです。"),
        _ => "表を作れませんでした。".to_owned(),
    }
}

fn place(at: &Place) -> String {
    match at {
        Place::Title { .. } => "表題".to_owned(),
        Place::Footer => "フッター".to_owned(),
        Place::Header { column } => format!("見出し「{column}」"),
        Place::Cell { row, column } => format!("{}行目の「{column}」", row + 1),
    }
}

/// Characters that would be lost come first, each with its place; marks that only
/// change their form are counted.
fn unencodable(items: &[Unencodable]) -> String {
    let in_a_name = |item: &&Unencodable| item.item.chars().any(|c| c as u32 >= 0x3400);
    let mut lines: Vec<String> = items.iter().filter(in_a_name).map(unencodable_name).collect();
    let mut counted: std::collections::BTreeMap<(&str, &str), usize> = std::collections::BTreeMap::new();
    for item in items.iter().filter(|i| !in_a_name(i)) {
        *counted.entry((&item.item, &item.replacement)).or_default() += 1;
    }
    lines.extend(counted.into_iter().map(|((item, instead), n)| {
        let points: Vec<String> = item.chars().map(|c| format!("U+{:04X}", c as u32)).collect();
        format!("・「{item}」（{}）→「{instead}」　{n}か所", points.join(" "))
    }));
    format!("Shift_JIS（CP932）では表せない文字が{}か所あります。\n{}", items.len(), lines.join("\n"))
}

fn unencodable_name(item: &Unencodable) -> String {
    {
        let points: Vec<String> = item.code_points.iter().map(|c| format!("U+{c:04X}")).collect();
        let at = item.row.map_or_else(|| "見出し".to_owned(), |r| format!("{}行目", r + 1));
        let instead = if item.replacement.is_empty() {
            "（取り除く）".to_owned()
        } else {
            format!("「{}」", item.replacement)
        };
        format!("・{at}「{}」の「{}」：「{}」（{}）→ {instead}", item.column, item.text, item.item, points.join(" "))
    }
}

fn store(error: &S) -> String {
    match error {
        S::NoCouncil { path } => format!("「{}」に、協議会のデータが見つかりません。", path.display()),
        S::AlreadyThere { path } => format!("「{}」が、すでにあります。", path.display()),
        S::NotACouncil { path } => format!("「{}」は、円卓のデータではありません。", path.display()),
        S::Newer { .. } => "このデータは、新しい版の円卓で作られています。この版では開けません。".to_owned(),
        S::OlderReadOnly { .. } => {
            "このデータは古い版の円卓で作られていて、読み取り専用のままでは開けません。".to_owned()
        }
        S::Damaged { .. } => "協議会のデータが壊れています。".to_owned(),
        S::InUse => "協議会のデータを、ほかの人又はほかのプログラムが使っています。".to_owned(),
        S::ReadOnly => "このフォルダーには書き込めません。データは変えていません。".to_owned(),
        S::DiskFull => "ディスクの空きが足りません。データは操作の前のままです。".to_owned(),
        S::Corrupt { table, row, column } => {
            format!("協議会のデータに、読めない値があります（{table}／{row}／{column}）。")
        }
        S::NotFound { .. } | S::NoChange(_) => "対象の記録が見つかりません。".to_owned(),
        S::BrokenReference { .. } => "つながりのある記録がなくなるため、保存できませんでした。".to_owned(),
        S::Taken { .. } => "同じものがすでに登録されています。".to_owned(),
        S::Refused { .. } => "決められた形に合わない値があるため、保存できませんでした。".to_owned(),
        S::NotUndoable { .. } => "この操作は、元に戻せません。".to_owned(),
        S::ChangedLater { action, .. } => {
            format!("その後に「{}」が行われているため、元に戻せません。", super::action(action))
        }
        S::FileMissing { .. } => "資料のファイルが、保管場所に見つかりません。".to_owned(),
        S::FileDamaged { .. } => "資料のファイルが、保管したときと違うものになっています。".to_owned(),
        S::Migration(_) => "データを新しい形に変えられませんでした。データは元のままです。".to_owned(),
        S::OutsideChange | S::Io { .. } | S::Json(_) | S::Sql(_) => {
            "協議会のデータを読み書きできませんでした。".to_owned()
        }
    }
}
