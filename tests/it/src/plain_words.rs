//! What people in the window read is plain: what happened and what to do there, never
//! a command line; questions promise only what is done with their answers.

use entaku_app::AppError;
use entaku_app::text::hint;
use entaku_domain::council::Question;
use entaku_domain::meeting::MeetingState;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::violation::Violation;
use entaku_sheets::SheetError;
use std::path::PathBuf;

fn errors() -> Vec<AppError> {
    let text = String::new;
    vec![
        AppError::UnknownBody(text()),
        AppError::UnknownMeeting(text()),
        AppError::UnknownPerson(text()),
        AppError::AmbiguousPerson(text()),
        AppError::UnknownOrganization(text()),
        AppError::AmbiguousOrganization(text()),
        AppError::AmbiguousItem { name: text(), plans: Vec::new() },
        AppError::UnknownSeat(text()),
        AppError::UnknownRecord(text()),
        AppError::BadRequest(text()),
        AppError::NoPapers(text()),
        AppError::UnknownColumn(text()),
        AppError::NoColumns,
        AppError::NoAddresses(Vec::new()),
        AppError::OutOfRange { field: "first", least: 1, most: 12 },
        AppError::Nobody,
        AppError::Personal(Vec::new()),
        AppError::NotConfirmed,
        AppError::NothingToUndo,
        AppError::NoCouncilOpen,
        AppError::Sheet(SheetError::Unencodable(Vec::new())),
        AppError::Store(entaku_store::Error::NoCouncil { path: PathBuf::new() }),
        AppError::Rules(vec![Violation::Meeting(MeetingFault::AgendaNotEmpty)]),
        AppError::Rules(vec![Violation::Meeting(MeetingFault::StateJump {
            from: MeetingState::Draft,
            to: MeetingState::Approved,
        })]),
        AppError::Rules(vec![Violation::LeftWithoutDay]),
    ]
}

#[test]
fn hints_speak_of_the_window() {
    for error in errors() {
        let hint = hint(&error);
        let technical = ["entaku", "--", "confirmed", "true", "（id）", "識別子"];
        assert!(hint.ends_with('。') && technical.iter().all(|w| !hint.contains(w)), "{error:?}: {hint}");
    }
}

#[test]
fn questions_promise_only_what_is_done() {
    let read = [Question::Quorum, Question::Season, Question::PaperNumbers];
    for question in Question::ALL {
        let hint = entaku_app::text::founding::hint(*question);
        assert_eq!(hint.contains("記録し"), !read.contains(question), "{question:?}: {hint}");
    }
}
