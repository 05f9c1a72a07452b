//! The words of the import of rosters.

use super::violation;
use crate::import::{ImportCounts, Remark};
use entaku_domain::era::DateStyle;
use entaku_domain::violation::Violation;
use entaku_sheets::ReadError;

/// What stands behind a roster's day.
pub(crate) const AS_OF: &str = "現在";
/// Between the first and the last day of a term.
pub(crate) const UNTIL: &str = "～";
/// Titles of officers, as a roster's own column has them.
pub(crate) const OFFICER_TITLES: [&str; 12] = [
    "会長",
    "副会長",
    "座長",
    "副座長",
    "部会長",
    "副部会長",
    "委員長",
    "副委員長",
    "委員",
    "臨時委員",
    "オブザーバー",
    "監事",
];
/// What parts a heading for terms.
pub(crate) const TERM_PARTS: [&str; 6] = ["自", "至", "始期", "終期", "開始", "終了"];
/// What stands in a roster in place of a name where the seat is vacant.
pub(crate) const VACANT: [&str; 8] = ["欠員", "空席", "未定", "調整中", "選考中", "推薦依頼中", "推薦待ち", "－"];
/// Remarks of rosters that follow from what is recorded, or that are read.
pub(crate) const DERIVED_NOTES: [&str; 6] = ["再任", "新任", "補欠", "臨時委員", "オブザーバー", "委員"];
/// Words of headings by which an address is at home, or at work.
pub(crate) const AT_HOME: [&str; 3] = ["自宅", "現住所", "本人"];
/// Words of headings by which an address is at work.
pub(crate) const AT_WORK: [&str; 4] = ["勤務先", "職場", "会社", "事業所"];
/// What is said of a file in Shift_JIS.
pub(crate) const READ_AS_WINDOWS31J: &str = "文字コードは Shift_JIS（Windows-31J）として読みました。";
/// What to do where no roster was recognised.
pub(crate) const NO_ROSTER_HINT: &str = "「氏名」や「ふりがな」などの見出しの行がある表か確かめてください。見出しの行が下の方にあるときは、その行を指定してください。";
/// What to do about rows that are open.
pub(crate) const UNDECIDED_HINT: &str =
    "エラーの行を一つずつ決めるか、取り込まない行にしてください。何も書き込んでいません。";

/// How much would be written.
pub(crate) struct Totals {
    pub(crate) people: usize,
    pub(crate) changed: usize,
    pub(crate) moves: usize,
    pub(crate) addresses: usize,
    pub(crate) seats: usize,
    pub(crate) appointments: usize,
    pub(crate) mended: usize,
}

/// 「新しい人12人、委嘱12件（うち新しい席3）を書き込みます。」
pub(crate) fn summary(totals: &Totals, counts: &ImportCounts) -> String {
    let said = |n: usize, words: &dyn Fn(usize) -> String| (n > 0).then(|| words(n));
    let seats = if totals.seats > 0 { format!("（新しい席{}）", totals.seats) } else { String::new() };
    let parts: Vec<String> = [
        said(totals.people, &|n| format!("新しい人{n}人")),
        said(totals.changed, &|n| format!("登録の変更{n}人")),
        said(totals.addresses, &|n| format!("住所・連絡先{n}件")),
        said(totals.moves, &|n| format!("所属・職{n}件")),
        said(totals.appointments, &|n| format!("委嘱・選任{n}件{seats}")),
        said(totals.mended, &|n| format!("委嘱の記録の変更{n}件")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let open = if counts.error > 0 { format!("エラーが{}行あります。", counts.error) } else { String::new() };
    if parts.is_empty() {
        format!("{open}書き込むものはありません。")
    } else if counts.error > 0 {
        format!("{open}決めると、{}を書き込めます。", parts.join("、"))
    } else {
        format!("{}を書き込みます。", parts.join("、"))
    }
}

/// 「髙橋　一郎（たかはし　いちろう）　市民病院」.
pub(crate) fn person(name: &str, kana: &str, affiliation: &str) -> String {
    let kana = if kana.trim().is_empty() { String::new() } else { format!("（{kana}）") };
    let affiliation = if affiliation.is_empty() { String::new() } else { format!("　{affiliation}") };
    format!("{name}{kana}{affiliation}")
}

/// Cells whose values come from formulas.
pub(crate) fn formulas(count: usize, addresses: &[String]) -> String {
    let more = if count > addresses.len() { "など" } else { "" };
    format!(
        "式のセルが{count}個あります（{}{more}）。ファイルに保存されている計算結果を取り込みます。",
        addresses.join("、")
    )
}

/// 「F列「好きな色」」.
pub(crate) fn column(letter: &str, heading: &str) -> String {
    format!("{letter}列「{heading}」")
}

/// Columns that are not taken over.
pub(crate) fn unread_columns(columns: &[String]) -> String {
    format!("取り込まない列：{}", columns.join("、"))
}

/// V11: how the members were selected is not in a roster.
pub(crate) fn without_route() -> String {
    violation(DateStyle::Both, &Violation::NoSelectionRoute)
}

/// What is said about a cell or a row.
pub(crate) fn remark(style: DateStyle, remark: &Remark) -> String {
    match remark {
        Remark::Rule(found) | Remark::Forbidden(found) => violation(style, found),
        Remark::ErrorCell(error) => format!("セルがエラー（{error}）になっています。"),
        Remark::Unreadable => {
            "読めない文字があります。文字コードを選び直すか、元のファイルを直してください。".to_owned()
        }
        Remark::PrivateUse(odd) => private_use(odd),
        Remark::BadDay(text) => {
            format!("「{text}」を日付として読めません。R6.4.1、令和6年4月1日、2024/4/1 のように直してください。")
        }
        Remark::NoStart => "委嘱日がありません。表に列がないときは、「委嘱日」を指定してください。".to_owned(),
        Remark::BodyNotInYear(year) => format!("この会議体は、{year}年度には登録されていません。"),
        Remark::NoCategory => "区分がありません。".to_owned(),
        Remark::UnknownCategory(text) => format!("「{text}」に当たる区分がありません。"),
        Remark::CategoryConflict { number, text } => {
            let mark = super::labels::category_mark;
            format!("番号では{}、文言では{}で、区分が決まりません。", mark(*number), mark(*text))
        }
        Remark::SeatNeedsOrganization => "この区分の席には、団体名か職が要ります。".to_owned(),
        Remark::SeatDerived => "この区分の席は、ほかの役職から決まります。取り込まない行にしてください。".to_owned(),
        Remark::NoteNotTaken => "備考は取り込みません。".to_owned(),
        Remark::OfficeNotTaken(title) => {
            format!("役職「{title}」は取り込みません。会議での選出として記録してください。")
        }
        Remark::UnknownKind(text) => {
            format!("「{text}」は委員の種別（委員・臨時委員・オブザーバー）ではありません。委員として取り込みます。")
        }
        Remark::UnknownPublication(text) => format!("「{text}」は公表用の表示（氏名・団体名・非公表）ではありません。"),
        Remark::UnknownGender(text) => format!("「{text}」は性別（女性・男性・その他）ではありません。"),
        Remark::BadPostal(text) => format!("「{text}」は郵便番号ではありません。取り込みません。"),
        Remark::PostalForgotten(code) => {
            format!("郵便番号がないため、前の住所の郵便番号（{code}）は消します。")
        }
        Remark::NoughtInFront(text) => {
            format!("先頭の0が落ちているため、「{text}」として取り込みます。")
        }
        Remark::BadMail(text) => format!("「{text}」はメールアドレスではありません。取り込みません。"),
        Remark::NewOrganization => "新しい団体として登録します。".to_owned(),
        Remark::Moves(was) => format!("所属・職が「{was}」から変わります。"),
        Remark::PlaceKept(now) => {
            format!(
                "基準日が今日より前の名簿のため、今の所属・職（{now}）は変えません。名簿のほうが新しいときは、基準日を空けてください。"
            )
        }
        Remark::ReplacementByRule { by_rule, remaining } => format!(
            "前任者の任期の途中からです。条文どおり（{}）として取り込みます。残任期間（{}）のときは、満了日の列に書いてください。",
            style.day(*by_rule),
            style.day(*remaining)
        ),
        Remark::EndedAlready(day) => format!("{}に退任した記録があるため、満了日は変えません。", style.day(*day)),
        Remark::Vacant => "欠員の席です。取り込むものはありません。".to_owned(),
        Remark::NoName => "氏名がないため、取り込みません。".to_owned(),
        other => of_people(other),
    }
}

/// What is said about who a row is about, and about the name.
fn of_people(remark: &Remark) -> String {
    match remark {
        Remark::NameWhole => "姓と名の分かれ目が分かりません。このままでは、全体が姓になります。".to_owned(),
        Remark::NameGuessed(name) => format!("姓だけを手がかりに「{name}」と分けました。確かめてください。"),
        Remark::NameDivided(name) => format!("ふりがなから「{name}」と分けました。"),
        Remark::NameNote(note) => format!("氏名に付いている「（{note}）」は取り込みません。"),
        Remark::KanaWhole => "ふりがなの姓と名の分かれ目が分かりません。".to_owned(),
        Remark::KanaOdd => "ふりがなに、仮名でない文字があります。".to_owned(),
        Remark::SeveralPeople(n) => format!("同じ氏名の人が{n}人登録されています。どの人か選んでください。"),
        Remark::OtherReading(kana) => {
            format!("同じ氏名で、ふりがなの違う人（{kana}）が登録されています。同じ人か、新しい人か選んでください。")
        }
        Remark::OtherPlace(place) => format!(
            "同じ氏名の人が登録されていますが、所属（{place}）が違い、ふりがなでも確かめられません。同じ人か、新しい人か選んでください。"
        ),
        Remark::UnknownPerson => "選んだ人が、登録されていません。選び直してください。".to_owned(),
        Remark::Duplicate(row) => {
            format!(
                "{row}行目と同じ人です。別の人のときは「新しい人」を選び、同じ人のときは取り込まない行にしてください。"
            )
        }
        Remark::LaterRow(row) => {
            format!(
                "{row}行目に、同じ人の後の任期があります。所属・職と住所・連絡先は、{row}行目のものを取り込みます。"
            )
        }
        Remark::SameName(row) => format!(
            "{row}行目と同じ氏名です。ふりがなでは確かめられませんが、同じ人として取り込みます。別の人のときは、両方の行にふりがなを書いてください。"
        ),
        Remark::GlyphKept(name) => format!("字体が登録（{name}）と違います。登録の字体のままにします。"),
        _ => String::new(),
    }
}

fn private_use(odd: &[char]) -> String {
    let points: Vec<String> = odd.iter().map(|c| format!("U+{:04X}", u32::from(*c))).collect();
    format!("外字（{}）があります。ほかのパソコンでは別の字に見えます。", points.join("、"))
}

/// No table with names.
pub(crate) fn no_roster(name: &str) -> String {
    format!("「{name}」に、名簿の見出し（氏名など）の行が見つかりません。")
}

/// Rows are open.
pub(crate) fn undecided(rows: usize) -> String {
    format!("決まっていない行が{rows}行あるため、取り込めません。")
}

const fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

/// What a file is instead of a table.
pub(crate) fn refusal(name: &str, error: &ReadError) -> String {
    match error {
        ReadError::Empty => format!("「{name}」は、中身が空です。"),
        ReadError::TooLarge { bytes, limit } => format!(
            "「{name}」は大きすぎます（{}MB）。取り込めるのは{}MBまでです。",
            megabytes(*bytes),
            megabytes(*limit)
        ),
        ReadError::Unpacked { limit } => {
            format!("「{name}」は、開くと{}MBを超える大きさになるため、読みませんでした。", megabytes(*limit))
        }
        ReadError::TooManyCells { cells, columns } => {
            format!("「{name}」は、値のあるセルが多すぎるか、列が多すぎます（{cells}セル、{columns}列まで）。")
        }
        ReadError::Html => format!("「{name}」は、名前は表計算のファイルですが、中身はウェブページ（HTML）です。"),
        ReadError::Encrypted => format!("「{name}」は、パスワードで保護されています。"),
        ReadError::UnknownKind => format!("「{name}」は、Excel・ODS・CSVのいずれでもありません。"),
        ReadError::Damaged(_) => format!("「{name}」は、壊れているか途中で切れているため、読めません。"),
        ReadError::OpenQuote { row } => format!("「{name}」の{row}行目から始まる引用符（\"）が、閉じられていません。"),
        ReadError::Encoding(doubt) if doubt.utf8_clean => {
            format!("「{name}」の文字コードは、UTF-8 とも Shift_JIS とも読めます。")
        }
        ReadError::Encoding(_) => {
            format!("「{name}」の文字コードは、UTF-8 としても Shift_JIS としても読めない文字があります。")
        }
    }
}

/// What to do about it.
pub(crate) const fn refusal_hint(error: &ReadError) -> &'static str {
    match error {
        ReadError::Empty => "ファイルを確かめて、選び直してください。",
        ReadError::TooLarge { .. } | ReadError::TooManyCells { .. } | ReadError::Unpacked { .. } => {
            "名簿の部分だけを新しいブックに写して、保存し直してください。"
        }
        ReadError::Html => "Excelで開き、「名前を付けて保存」で「Excel ブック（.xlsx）」として保存し直してください。",
        ReadError::Encrypted => "Excelで開いてパスワードを外したものを、別の名前で保存して選んでください。",
        ReadError::UnknownKind => "Excelの表は「Excel ブック（.xlsx）」、それ以外はCSVで保存し直してください。",
        ReadError::Damaged(_) => "元のファイルをもう一度受け取るか、Excelで開いて保存し直してください。",
        ReadError::OpenQuote { .. } => "その行の引用符を直すか、Excelで開いて保存し直してください。",
        ReadError::Encoding(_) => "行の見え方を比べて、正しい方の文字コードを選んでください。",
    }
}
