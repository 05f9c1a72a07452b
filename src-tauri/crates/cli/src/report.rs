//! What the user is told: results on standard output, errors with what to do on
//! standard error, exit status 1 (2 for a wrong command line).

use clap::error::{ContextKind, ErrorKind};
use entaku_app::AppError;
use entaku_sheets::SheetError;
use entaku_store::Error as StoreError;
use std::process::ExitCode;

/// Prints a line. A reader that has gone away (`| head`) is no reason to stop
/// the work that is being done.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($words)*);
    }};
}

/// Tells an error: code, what happened, what to do.
pub(crate) fn failure(error: &AppError) -> ExitCode {
    let wire = error.to_wire();
    eprintln!("エラー［{}］ {}", wire.code, wire.message.replace('\n', "\n　"));
    // What is asked of a screen's user is no help here.
    let hint = if matches!(error, AppError::BadRequest(_)) {
        "操作の名前と、内容（JSON）の項目を確かめてください。"
    } else {
        &wire.hint
    };
    eprintln!("　→ {hint}");
    if let Some(how) = here(error) {
        eprintln!("　　{how}");
    }
    if is_ours(error) {
        eprintln!("　（{error}）");
    }
    ExitCode::FAILURE
}

/// How that is done on the command line.
fn here(error: &AppError) -> Option<&'static str> {
    Some(match error {
        AppError::UnknownBody(_) => "会議体の一覧: entaku bodies",
        AppError::UnknownMeeting(_) => "会議の一覧: entaku meetings",
        AppError::UnknownPerson(_) | AppError::AmbiguousPerson(_) => {
            "人の一覧と識別子（id）: entaku call list_people。氏名の代わりに、識別子でも指定できます。"
        }
        AppError::UnknownOrganization(_) | AppError::AmbiguousOrganization(_) => {
            "団体の一覧と識別子（id）: entaku call list_organizations。名称の代わりに、識別子でも指定できます。"
        }
        AppError::BadRequest(_) => "操作の一覧: entaku call　項目: entaku call --fields <操作>",
        AppError::CaseWords(_) => "理由を残して書き出す指定: --cases-reason",
        AppError::Personal(_) => "確かめた後の指定: --confirmed",
        AppError::NotConfirmed => "確かめた後の指定: \"confirmed\": true",
        AppError::Sheet(SheetError::Unencodable(_)) => "置き換えて書き出す指定: --replace",
        AppError::Store(StoreError::NoCouncil { .. }) => "新しく始めるとき: entaku new",
        _ => return None,
    })
}

/// Whether the fault is the program's own: then the details are for its makers.
fn is_ours(error: &AppError) -> bool {
    matches!(error.code(), "sample" | "layout" | "store" | "chart" | "bad_request" | "sheet" | "migration")
}

/// Tells what is wrong with the command line, or shows the help that was asked for.
pub(crate) fn usage(refused: &clap::Error) -> ExitCode {
    if matches!(
        refused.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    ) {
        say!("{}", in_japanese(&refused.render().to_string()));
        return ExitCode::SUCCESS;
    }
    let named = |kind| refused.get(kind).map(ToString::to_string).unwrap_or_default();
    let (arg, value) = (named(ContextKind::InvalidArg), named(ContextKind::InvalidValue));
    let what = match refused.kind() {
        ErrorKind::MissingRequiredArgument => format!("「{arg}」の指定が足りません。"),
        ErrorKind::UnknownArgument => format!("「{arg}」という指定はありません。"),
        ErrorKind::InvalidSubcommand => {
            format!("「{}」という命令はありません。", named(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("「{arg}」に「{value}」は使えません。"),
        ErrorKind::MissingSubcommand => "命令がありません。".to_owned(),
        _ => "命令の書き方が正しくありません。".to_owned(),
    };
    eprintln!("エラー［usage］ {what}");
    eprintln!("　→ 使い方は entaku --help で確かめられます。");
    ExitCode::from(2)
}

/// The few words that the command line's library brings of its own.
fn in_japanese(help: &str) -> String {
    [
        ("[OPTIONS]", "[指定]"),
        ("<COMMAND>", "<命令>"),
        ("[COMMAND]", "[命令]"),
        ("Commands:", "命令:"),
        ("Options:", "指定:"),
        ("Arguments:", "対象:"),
        ("Print help", "この説明を示します"),
        ("Print version", "版を示します"),
    ]
    .iter()
    .fold(help.to_owned(), |text, (english, japanese)| text.replace(english, japanese))
}

/// A panic is told by its place in the program alone: its message may hold a name.
pub(crate) fn panicked(info: &std::panic::PanicHookInfo<'_>) {
    if let Some(place) = info.location() {
        eprintln!("内部エラー {}:{}", place.file(), place.line());
    }
}
