//! What to do, for each error.

use crate::error::AppError as E;
use entaku_documents::{PrintError, Unreadable};
use entaku_domain::violation::Violation;
use entaku_sheets::SheetError;
use entaku_store::Error as S;

/// What to do.
pub fn hint(error: &E) -> String {
    match error {
        E::UnknownBody(_) => "会議体の一覧から選んでください。",
        E::UnknownMeeting(_) => "会議の一覧で、会議体・年度・回を確かめてください。",
        E::UnknownPerson(_) => "氏名を確かめるか、先に人を登録してください。",
        E::AmbiguousPerson(_) => "同じ氏名の人がいます。ふりがなを確かめて、一覧から選んでください。",
        E::UnknownOrganization(_) => "団体の一覧で名称を確かめるか、先に団体を登録してください。",
        E::AmbiguousItem { .. } => "計画の名称と項目を、続けて指定してください。",
        E::AmbiguousOrganization(_) => "同じ名称の団体があります。一覧から選んでください。",
        E::UnknownSeat(_) => "席を増やすか、前任者の退任を先に記録してください。",
        E::Vault { why, .. } => super::cases::hint(why),
        E::CaseWords(_) => super::cases::LEAK_HINT,
        E::Package(fault) => super::consign::hint(fault),
        E::BadCaseNumber(_) => "「R8-1」のように、年度と番号を入れてください。",
        E::UnknownRecord(_) => "一覧を開き直して、もう一度選んでください。",
        E::BadRequest(_) => "画面を開き直して、もう一度お試しください。続くときは、担当にお知らせください。",
        E::BadDay { .. } => "R8.4.1、令和8年4月1日、2026/4/1 のように入力してください。",
        E::BadTime { .. } => "9:30、14:00 のように、24時間制で入力してください。",
        E::BadYear(_) => "R8、令和8年度、2026 のように入力してください。",
        E::NothingInYear(_) => "年度を確かめてください。",
        E::NoPapers(_) => "会議に資料を加えてから、もう一度作ってください。",
        E::UnknownColumn(_) => "欄の一覧から選んでください。",
        E::NoColumns => "載せる欄を１つ以上選んでください。",
        E::NoAddresses(_) => "人又は団体の画面で住所を登録してから、もう一度作ってください。",
        E::OutOfRange { .. } => "数を確かめてください。",
        E::Nobody => "会議体・基準日・絞り込みを変えるか、人を選んでください。",
        E::Rules(found) => rules(found),
        E::InPart { error, .. } => return hint(error),
        E::Rows(_) => "それぞれの席の内容を直すか、その席を選択から外して、もう一度お試しください。ここまでは何も記録していません。",
        E::Personal(_) => "個人が分からない書き方に直してください。個人を指すものでないときは、それを確かめた上で、「個人が分からないことを確かめました」を選んでください。",
        E::ReadFile { .. } => "ファイルの場所と名前を確かめてください。",
        E::WriteFile { .. } => "別のフォルダーを選ぶか、ファイルを閉じてから、もう一度保存してください。元のファイルはそのまま残っています。",
        E::FileTooLarge { .. } => "画像の解像度を下げるか、ファイルを分けてください。",
        E::Import { error, .. } => super::import::refusal_hint(error),
        E::NoRoster { .. } => super::import::NO_ROSTER_HINT,
        E::ImportUndecided(_) => super::import::UNDECIDED_HINT,
        E::Sheet(SheetError::Unencodable(_)) => "Excel形式（.xlsx）かUTF-8のCSVをお使いください。置き換えてよい場合だけ、置換を選んでください。",
        E::Sheet(_) => "該当する記録を直してから、もう一度出力してください。",
        E::Word(_) => "PDFをお使いください。続くときは、記録（ログ）を添えて担当にお知らせください。",
        E::Chart(_) => "枠の固定を解くか、用紙を大きくするか、表示を簡略にしてください。",
        E::Print(inner) => print(inner),
        E::Store(inner) => store(inner),
        E::NotConfirmed => "内容を確かめたうえで、もう一度行ってください。",
        E::NothingToUndo | E::NothingToRedo => "履歴で、これまでの変更を確かめられます。",
        E::Sample(_) => "円卓を入れ直してください。",
        E::UnsoundData(_) => "バックアップから戻してください。今のファイルは、消さずに残してください。",
        E::NoCouncilOpen => "協議会のフォルダーを開くか、見本を開いてください。",
        E::Internal => "もう一度お試しください。続くときは、記録（ログ）を添えて担当にお知らせください。",
    }
    .to_owned()
}

fn rules(found: &[Violation]) -> &'static str {
    match found.first() {
        Some(Violation::CategoryChange { .. }) => "今の委嘱を終えて、新しい区分で改めて委嘱してください。",
        Some(Violation::AlreadyAppointed { .. }) => "今の委嘱を終えてから、委嘱してください。",
        Some(Violation::PersonalPattern { .. }) => "個人が分からない書き方に直してから、もう一度作ってください。",
        Some(Violation::AlreadyEnded { .. }) => "退任日を直すときは、「委嘱の記録の訂正」で直してください。",
        Some(Violation::EndAfterTerm { .. }) => {
            "満了日までの日を入力してください。満了した委員は、退任の記録が要りません。"
        }
        Some(Violation::EndAfterRule { .. }) => "満了日を空けておくと、定めによる日になります。",
        Some(Violation::ReasonWithoutEnd) => "任期を短くするときは、満了日も入力してください。",
        Some(Violation::EndAndReading) => "満了日と読み方のどちらか一方を指定してください。",
        Some(Violation::NothingRemains) => "読み方を指定しないで、もう一度保存してください。",
        Some(Violation::SeatTaken { .. } | Violation::SeatGone { .. }) => {
            "ほかの空いている席を選ぶか、満了日を早めるか、席を増やしてください。"
        }
        Some(Violation::MeetingCancelled { .. } | Violation::MeetingNotYet { .. }) => {
            "選出を行った会議を選んでください。"
        }
        Some(Violation::OfficeSameDay { .. }) => {
            "先に記録した選出が誤りのときは、その人の画面で選出の記録を取り消してから、改めて記録してください。"
        }
        Some(Violation::OfficeOutsideTerm { .. }) => "先に、役職の記録を直してください。",
        Some(Violation::AttendedOn { .. }) => "出欠の記録が誤りのときは、先にそちらを直してください。",
        Some(Violation::Succeeded { .. }) => "先に、補欠の委嘱の記録を取り消してください。",
        Some(Violation::SeatInUse { .. }) => "先に退任を記録するか、満了日より後の日を入力してください。",
        Some(Violation::LeftWithoutDay) => "所属を離れた日を入力してください。それまでの所属は、記録に残ります。",
        Some(Violation::NameFollows { .. }) => "その日より後の日を入力してください。",
        Some(Violation::OrganizationTwice { .. }) => "登録済みの団体をお使いください。",
        Some(Violation::PaperMissing { .. }) => "先に資料を加えるか、次第の資料番号を直してください。",
        Some(Violation::TwoOffices { .. }) => {
            "先に今の役職の終わりを記録するか、「今の役職を前日で退く」を選んでください。"
        }
        Some(Violation::OfficeTaken { .. }) => "交代の場合は、交代として記録してください。",
        Some(Violation::ReplacementChoiceNeeded { .. }) => "「条文どおり」か「残任期間」を選んでください。",
        Some(Violation::Person(fault)) => super::people::hint(fault),
        Some(Violation::Minutes(fault)) => super::minutes::hint(fault),
        Some(Violation::Letter(fault)) => super::letters::hint(fault),
        Some(Violation::Plan(fault)) => super::year_plan::hint(fault),
        Some(Violation::Proposal(fault)) => super::proposals::hint(fault),
        Some(Violation::Notice(fault)) => super::notices::hint(fault),
        Some(Violation::WorkPlan(fault)) => super::work_plans::hint(fault),
        Some(Violation::Round(fault)) => super::round::hint(*fault),
        Some(Violation::Paper(fault)) => super::papers::hint(fault),
        Some(Violation::Meeting(fault)) => super::meetings::hint(fault),
        Some(Violation::Body(fault)) if super::bodies::hint(fault).is_some() => {
            super::bodies::hint(fault).unwrap_or_default()
        }
        Some(Violation::Election(fault)) => super::elections::hint(*fault),
        Some(Violation::Day(fault)) => super::day::hint(*fault),
        Some(Violation::Pay(fault)) => super::pay::hint(*fault),
        Some(Violation::Issue(fault)) if !super::issues::hint(fault).is_empty() => super::issues::hint(fault),
        Some(Violation::PaperNumberTwice { .. }) => "どちらかの資料の番号を変えてください。",
        _ => "内容を直して、もう一度お試しください。",
    }
}

fn print(error: &PrintError) -> &'static str {
    match error {
        PrintError::FileMissing { .. } => "資料のファイルを、もう一度取り込んでください。",
        PrintError::File { reason: Unreadable::Encrypted, .. } => {
            "パスワードを外したPDFを作り直して、差し替えてください。"
        }
        PrintError::File { reason: Unreadable::UnknownKind, .. } => {
            "WordやExcelの資料は、「名前を付けて保存」でPDFにしてから取り込んでください。"
        }
        PrintError::File { reason: Unreadable::TooManyPixels { .. }, .. } => {
            "画像を縮小するか、低い解像度で読み取り直して、もう一度取り込んでください。"
        }
        PrintError::File { .. } => "作成した人に、PDFを作り直してもらってください。",
        PrintError::PagesLost { .. } => {
            "その資料のPDFを、「Microsoft Print to PDF」などで作り直して差し替えてください。"
        }
        PrintError::NoConverter { .. } | PrintError::NotConverted { .. } => {
            "Word・Excel・PowerPointで開き、「ファイル」の「エクスポート」から「PDF/XPSの作成」を選んでPDFにしてから、もう一度置いてください。"
        }
        PrintError::Cancelled => "必要なときは、もう一度作ってください。",
        PrintError::Layout { .. } => "文書の内容を添えて、担当にお知らせください。",
    }
}

fn store(error: &S) -> &'static str {
    match error {
        S::NoCouncil { .. } => "フォルダーを確かめてください。初めてお使いのときは、新しい協議会を作ってください。",
        S::AlreadyThere { .. } => "別のフォルダーを選んでください。",
        S::NotACouncil { .. } => "円卓のデータ（council.entaku）があるフォルダーを選んでください。",
        S::Newer { .. } => "新しい版の円卓で開いてください。データは変えていません。",
        S::OlderReadOnly { .. } | S::ReadOnly => "書き込みのできるフォルダーに複写して開いてください。",
        S::Damaged { .. } | S::Corrupt { .. } | S::FileDamaged { .. } => {
            "バックアップから戻してください。今のファイルは、消さずに残してください。"
        }
        S::InUse => "相手が閉じてから、もう一度開いてください。急ぐときは、読み取り専用で開けます。",
        S::DiskFull => "不要なファイルを消すか、別のドライブを選んでください。",
        S::FileMissing { .. } => "files フォルダーがデータと一緒にあるか確かめ、なければ資料を取り込み直してください。",
        S::ChangedLater { .. } => "履歴で後の変更を確かめ、先にそちらを元に戻してください。",
        S::NotUndoable { .. } => "取消しが必要なときは、改めて正しい内容を記録してください。",
        S::NotFound { .. } | S::NoChange(_) | S::BrokenReference { .. } | S::Taken { .. } | S::Refused { .. } => {
            "一覧を開き直して、内容を確かめてください。"
        }
        S::Migration(_) | S::OutsideChange | S::Io { .. } | S::Json(_) | S::Sql(_) => {
            "もう一度お試しください。続くときは、担当にお知らせください。"
        }
    }
}
