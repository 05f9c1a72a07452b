//! Every Japanese sentence that the desk speaks of its own.

use crate::backups::{Backup, Why};
use crate::folder::Purpose;
use crate::in_use::Who;
use entaku_app::WireError;
use entaku_documents::{PageSize, SheetCount};
use entaku_domain::era::DateStyle;
use entaku_store::Moment;
use std::path::Path;

/// Who makes changes where neither the user nor the system has a name.
pub(crate) const SECRETARIAT: &str = "事務局";

/// The folder suggested for a new council.
pub(crate) const FOLDER: &str = "円卓";

/// Where documents go within the council's folder.
pub(crate) const PRINTS: &str = "印刷物";

pub(crate) const CONSIGNED: &str = "庶務の委託で受け取ったデータです。作業が終わったら、設定の「庶務の委託」で戻しのファイルを作り、市に渡してください。";
pub(crate) const CHOOSE_PACKAGE: &str = "市から受け取った庶務の委託のファイルを選んでください";
pub(crate) const CHOOSE_RETURN: &str = "受託者から戻ったファイルを選んでください";
pub(crate) const PACKAGES: &str = "庶務の委託のファイル";
pub(crate) const READ_ONLY_CHOSEN: &str = "読み取り専用で開いています。内容は変えられません。";
pub(crate) const READ_ONLY_MEDIUM: &str = "このフォルダーには書き込めないため、読み取り専用で開いています。変更するときは、書き込みのできるフォルダーに複写して開いてください。";
pub(crate) const MIGRATED: &str =
    "古い版の円卓で作られたデータだったため、今の形に改めました。改める前のデータは、backup フォルダーに残しています。";
pub(crate) const ON_NETWORK: &str = "ネットワーク上のフォルダーを開いています。書き込めるのは、同時に一人だけです。つながりが切れたときは、その操作だけが保存されず、データは操作の前のままです。";
pub(crate) const NO_LOCKS: &str = "このフォルダーでは、ほかの人が開いているかどうかを確かめられません。二人以上が同時に開いて書き込むことのないようにしてください。";
pub(crate) const NO_COUNCIL_HINT: &str =
    "円卓のデータ（council.entaku）があるフォルダーを選んでください。このフォルダーで新しく始めることもできます。";

/// Where marks of a gist stand.
pub(crate) const GIST: &str = "課題にする文章";
pub(crate) const CASES_BEFORE: &str = "最後に書き込む前の状態";
pub(crate) const CASES_DAILY: &str = "毎日のバックアップ";
pub(crate) const CASES_ASIDE: &str = "別の名前で残したファイル";

/// The title of the dialog.
pub(crate) const fn choose_folder(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Open => "協議会のフォルダーを選んでください",
        Purpose::Found => "協議会のデータを置くフォルダーを選んでください",
        Purpose::Package => "庶務の委託のファイルを置くフォルダーを選んでください",
    }
}

/// Where the sets for the recipients go.
pub(crate) const PACKETS_FOLDER: &str = "配る相手ごとの資料を作るフォルダー";
/// The title of the dialog in which a folder for letters is chosen.
pub(crate) const EACH_LETTER: &str = "文書を書き出すフォルダーを選んでください";
/// The title of the dialog in which a document is saved.
pub(crate) const SAVE: &str = "文書の保存先を選んでください";

fn refusal(code: &str, message: String, hint: &str) -> WireError {
    WireError { code: code.to_owned(), message, hint: hint.to_owned(), field: None }
}

/// Somebody has the folder open.
pub(crate) fn in_use(who: Option<&Who>) -> WireError {
    let message = match who {
        Some(who) if who.computer.is_empty() => format!("この協議会は、{}さんが開いています。", who.actor),
        Some(who) => {
            format!("この協議会は、{}さんが開いています（パソコン「{}」）。", who.actor, who.computer)
        }
        None => "この協議会は、ほかの人又はほかのウィンドウで開かれています。".to_owned(),
    };
    refusal(
        "in_use",
        message,
        "書き込めるのは、同時に一人だけです。閉じてもらってからもう一度開くか、読み取り専用で開いてください。",
    )
}

/// The user's own other window has the folder open.
pub(crate) fn in_use_here() -> WireError {
    refusal(
        "in_use",
        "この協議会は、このパソコンの別のウィンドウで開いています。".to_owned(),
        "書き込めるのは、一つのウィンドウだけです。開いているウィンドウをお使いになるか、それを閉じてからもう一度開いてください。読み取り専用で開くこともできます。",
    )
}

/// No backup is made where the council is open for reading only.
pub(crate) fn read_only_backup() -> WireError {
    refusal(
        "read_only",
        "読み取り専用で開いているため、バックアップを作れません。".to_owned(),
        "書き込める形で開き直してから、もう一度お試しください。",
    )
}

/// None is brought back either.
pub(crate) fn read_only_restore() -> WireError {
    refusal(
        "read_only",
        "読み取り専用で開いているため、バックアップに戻せません。データは変えていません。".to_owned(),
        "ほかの人が開いているときは、閉じてもらい、書き込める形で開き直してから、もう一度お試しください。",
    )
}

/// A backup that cannot be brought back.
pub(crate) fn bad_backup(why: WireError) -> WireError {
    WireError {
        message: format!("このバックアップは開けないため、戻せません。{}", why.message),
        hint: "今のデータは変えていません。ほかの日のバックアップを選んでください。".to_owned(),
        ..why
    }
}

/// A backup that could not be put in its place.
pub(crate) fn not_restored(why: WireError) -> WireError {
    WireError {
        message: format!("バックアップに戻せませんでした。{}", why.message),
        hint: "今のデータは変えていません。ディスクの空きがあるか、フォルダーに書き込めるかを確かめて、もう一度お試しください。".to_owned(),
        ..why
    }
}

/// Something that is no folder stands in the way of a new one.
pub(crate) fn not_a_folder(file: &Path) -> WireError {
    let hint = "「場所を変える」で、フォルダーを選び直してください。";
    let error = refusal("write_file", format!("「{}」は、フォルダーではなくファイルです。", file.display()), hint);
    WireError { field: Some("folder".to_owned()), ..error }
}

/// Another council lies on the desk by now.
pub(crate) fn another_council() -> WireError {
    refusal("no_council_open", "その間に協議会を閉じたか、開き直したためです。".to_owned(), "")
}

/// The folder itself is not there.
pub(crate) fn folder_missing(folder: &Path) -> WireError {
    refusal(
        "council_not_found",
        format!("フォルダー「{}」が見つかりません。", folder.display()),
        "ネットワークドライブやUSBメモリにあるときは、つながっているか確かめて、もう一度開いてください。移したときは、移した先のフォルダーを選んでください。",
    )
}

/// No folder was named.
pub(crate) fn no_folder() -> WireError {
    let hint = "「フォルダーを選ぶ」で、協議会のデータを置く場所を選んでください。";
    let error = refusal("text_empty", "フォルダーが選ばれていません。".to_owned(), hint);
    WireError { field: Some("folder".to_owned()), ..error }
}

/// The system did not open a file.
pub(crate) fn not_opened(path: &Path) -> WireError {
    refusal(
        "read_file",
        format!("「{}」を開けませんでした。", path.display()),
        "ファイルは保存されています。フォルダーから直接開くか、PDFを表示するソフトがあるか確かめてください。",
    )
}

/// A prepared document has been forgotten.
pub(crate) fn document_gone() -> WireError {
    refusal("unknown_record", "作った文書が、もう手元に残っていません。".to_owned(), "もう一度作ってください。")
}

/// The file of an import has been forgotten.
pub(crate) fn import_gone() -> WireError {
    refusal("unknown_record", "取り込むファイルが、もう手元に残っていません。".to_owned(), "もう一度選んでください。")
}

/// 「12ページ　A4 6枚（両面）　1.2 MB」.
pub(crate) fn paper(pages: usize, sheets: SheetCount, bytes: usize) -> String {
    let sides = if pages > 1 { "（両面）" } else { "" };
    format!("{pages}ページ　{}{sides}　{}", sheet_count(sheets, "枚"), size(bytes))
}

/// 「A4 3ページ」, by the size of the pages.
pub(crate) fn pages_of(pages: &[PageSize]) -> String {
    sheet_count(SheetCount::of(pages.iter().copied(), false), "ページ")
}

fn sheet_count(count: SheetCount, unit: &str) -> String {
    let named = [("A4", count.a4), ("A3", count.a3), ("その他の大きさ", count.other)];
    let parts = named.iter().filter(|(_, n)| *n > 0).map(|(name, n)| format!("{name} {n}{unit}"));
    parts.collect::<Vec<_>>().join("・")
}

fn size(bytes: usize) -> String {
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}

/// 令和8年10月1日 12:00.
pub(crate) fn moment(at: Moment) -> String {
    let local = at + crate::desk::JAPAN;
    format!("{} {}", DateStyle::Era.day(local.date_naive()), local.format("%H:%M"))
}

/// Why a backup was made.
pub(crate) const fn why(why: Why) -> &'static str {
    match why {
        Why::Regular => "毎日のバックアップ",
        Why::BeforeMigration => "データの形を改める前のバックアップ",
        Why::SetAside => "バックアップから戻す前のデータ",
    }
}

/// How safe the data are, in one sentence.
pub(crate) fn safety(kept: bool, last: Option<&Backup>, running: bool, problem: Option<&WireError>) -> String {
    if !kept {
        return "見本を開いています。変更は保存されません。".to_owned();
    }
    let last = last.map_or_else(|| "まだありません".to_owned(), |b| b.label.clone());
    match (running, problem) {
        (true, _) => "バックアップを作っています。".to_owned(),
        (false, Some(problem)) => {
            format!("バックアップを作れませんでした。{}最後のバックアップ：{last}", problem.message)
        }
        (false, None) => format!("最後のバックアップ：{last}"),
    }
}

/// The document has left, but the ledger does not know it.
pub(crate) fn not_in_ledger(why: &WireError) -> String {
    format!("文書は出しましたが、出した文書の台帳に記録できませんでした。{}", why.message)
}
