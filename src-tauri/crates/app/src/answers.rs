//! What only the office can answer (確認事項), and the council's own settings. 未定
//! and 要綱に定めなし are answers; every one can be changed later.

use crate::council::{App, Written};
use crate::error::{AppError, Result};
use crate::people::all_right;
use crate::text::founding as words;
use entaku_domain::council::{Answer, Council, Question};
use entaku_domain::era::DateStyle;
use entaku_domain::meeting::Numbering;
use entaku_domain::meeting_fault::MeetingFault;
use entaku_domain::series::{Series, shared_numbers};
use entaku_domain::text::{check_name, check_note, check_text};
use entaku_domain::violation::Violation;
use entaku_store::Action;
use serde::Serialize;
use ts_rs::TS;

/// A question with the answers that are usual.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuestionRow {
    /// Its code.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// Why it is asked, and what hangs on it.
    pub hint: String,
    /// Usual answers; any other text may be given.
    pub choices: Vec<String>,
}

/// A question with the office's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AnswerRow {
    /// Its code.
    pub question: String,
    /// What is asked.
    pub label: String,
    /// Why it is asked, and what hangs on it.
    pub hint: String,
    /// Usual answers; any other text may be given.
    pub choices: Vec<String>,
    /// `undecided`, `not_in_rules`, `decided`.
    pub is: String,
    /// The words of what was decided.
    pub text: Option<String>,
    /// The answer in words, 未定 included.
    pub shown: String,
}

/// The council's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CouncilSettings {
    /// Its name.
    pub name: String,
    /// The municipality.
    pub municipality: String,
    /// The office that is the secretariat.
    pub secretariat: String,
    /// Legal basis.
    pub legal_basis: String,
    /// Where the philosophy stands.
    pub philosophy_source: String,
    /// The philosophy.
    pub philosophy: String,
    /// What the council may do with its results.
    pub power: String,
    /// What the rules say on consigned clerical work.
    pub consignment: Option<String>,
    /// A note that stands on every document.
    pub notice: Option<String>,
    /// `era`, `western`, `both`.
    pub date_style: String,
    /// The ways of writing dates.
    pub date_styles: Vec<Choice>,
    /// `per_year`, `running`.
    pub numbering: String,
    /// The ways of numbering meetings.
    pub numberings: Vec<Choice>,
}

/// A choice with its label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// Its code.
    pub value: String,
    /// Its label.
    pub label: String,
}

/// New settings of the council; what is none stays as it is.
#[derive(Debug, Clone, Default)]
pub struct NewSettings {
    /// Its name.
    pub name: Option<String>,
    /// The municipality.
    pub municipality: Option<String>,
    /// The office that is the secretariat.
    pub secretariat: Option<String>,
    /// Legal basis.
    pub legal_basis: Option<String>,
    /// Where the philosophy stands.
    pub philosophy_source: Option<String>,
    /// The philosophy.
    pub philosophy: Option<String>,
    /// What the council may do with its results.
    pub power: Option<String>,
    /// What the rules say on consigned clerical work; empty takes it away.
    pub consignment: Option<String>,
    /// A note that stands on every document; empty takes it away.
    pub notice: Option<String>,
    /// How dates are written.
    pub date_style: Option<DateStyle>,
    /// How meetings are numbered.
    pub numbering: Option<Numbering>,
}

/// All questions, in order.
pub fn questions() -> Vec<QuestionRow> {
    let row = |q: &Question| QuestionRow {
        question: q.code().to_owned(),
        label: q.label().to_owned(),
        hint: words::hint(*q).to_owned(),
        choices: words::choices(*q).iter().map(|c| (*c).to_owned()).collect(),
    };
    Question::ALL.iter().map(row).collect()
}

/// An answer from its code and words.
///
/// # Errors
/// [`AppError::BadRequest`] for an unknown code; [`AppError::Rules`] for a decision without words.
pub fn answer(is: &str, text: Option<&str>) -> Result<Answer> {
    let answer = match is {
        "undecided" => Answer::Undecided,
        "not_in_rules" => Answer::NotInRules,
        "decided" => Answer::Decided(text.unwrap_or_default().trim().to_owned()),
        other => return Err(AppError::BadRequest(format!("no answer {other}"))),
    };
    check(&answer).map(|()| answer)
}

pub(crate) fn check(answer: &Answer) -> Result<()> {
    match answer {
        Answer::Decided(text) => all_right([check_name("text", text)]),
        Answer::Undecided | Answer::NotInRules => Ok(()),
    }
}

impl App {
    /// Every question with the office's answer.
    ///
    /// # Errors
    /// Those of the store.
    pub fn list_answers(&self) -> Result<Vec<AnswerRow>> {
        let council = self.own_council()?;
        let given = |code: &str| council.answers.iter().rev().find(|(q, _)| q.code() == code).map(|(_, a)| a);
        let row = |q: QuestionRow| {
            let (is, text) = match given(&q.question) {
                None | Some(Answer::Undecided) => ("undecided", None),
                Some(Answer::NotInRules) => ("not_in_rules", None),
                Some(Answer::Decided(text)) => ("decided", Some(text.clone())),
            };
            let shown = text.clone().unwrap_or_else(|| words::answer(is).to_owned());
            let QuestionRow { question, label, hint, choices } = q;
            AnswerRow { question, label, hint, choices, is: is.to_owned(), text, shown }
        };
        Ok(questions().into_iter().map(row).collect())
    }

    /// Answers a question (「確認事項の回答」).
    ///
    /// # Errors
    /// [`AppError::Rules`] for the words.
    pub fn set_answer(&mut self, question: Question, answer: Answer) -> Result<Written<()>> {
        check(&answer)?;
        let mut council = self.own_council()?;
        match council.answers.iter_mut().find(|(asked, _)| *asked == question) {
            Some(found) => found.1 = answer,
            None => council.answers.push((question, answer)),
        }
        let action = Action::new("set_answer").about(question.label());
        self.change(action, Vec::new(), |tx| Ok(tx.put_council(&council)?))
    }

    /// The council's settings.
    ///
    /// # Errors
    /// Those of the store.
    pub fn council_settings(&self) -> Result<CouncilSettings> {
        let council = self.own_council()?;
        let choice = |value: &str, label: &str| Choice { value: value.to_owned(), label: label.to_owned() };
        Ok(CouncilSettings {
            name: council.name,
            municipality: council.municipality,
            secretariat: council.secretariat,
            legal_basis: council.legal_basis,
            philosophy_source: council.philosophy_source,
            philosophy: council.philosophy,
            power: council.power,
            consignment: council.consignment,
            notice: council.notice,
            date_style: council.date_style.code().to_owned(),
            date_styles: DateStyle::ALL.iter().map(|s| choice(s.code(), s.label())).collect(),
            numbering: council.numbering.code().to_owned(),
            numberings: Numbering::ALL.iter().map(|n| choice(n.code(), n.label())).collect(),
        })
    }

    /// Changes the council's settings (「協議会の設定の変更」). Another way of counting
    /// warns of meetings that then share a number (V14).
    ///
    /// # Errors
    /// [`AppError::Rules`] for its texts.
    pub fn update_council(&mut self, new: NewSettings) -> Result<Written<()>> {
        check_settings(&new)?;
        let old = self.own_council()?;
        let old_numbering = old.numbering;
        let council = Council {
            name: new.name.unwrap_or(old.name),
            municipality: new.municipality.unwrap_or(old.municipality),
            secretariat: new.secretariat.unwrap_or(old.secretariat),
            legal_basis: new.legal_basis.unwrap_or(old.legal_basis),
            philosophy_source: new.philosophy_source.unwrap_or(old.philosophy_source),
            philosophy: new.philosophy.unwrap_or(old.philosophy),
            power: new.power.unwrap_or(old.power),
            consignment: new.consignment.or(old.consignment).filter(|text| !text.is_empty()),
            notice: new.notice.or(old.notice).filter(|text| !text.is_empty()),
            date_style: new.date_style.unwrap_or(old.date_style),
            numbering: new.numbering.unwrap_or(old.numbering),
            ..old
        };
        let shared = match council.numbering == old_numbering {
            true => 0,
            false => {
                let rules = self.store.meeting_rules()?;
                let own = |b| rules.iter().find(|r| r.body == b).and_then(|r| r.series);
                let series = |b| own(b).unwrap_or_else(|| Series::of(council.numbering));
                shared_numbers(series, &self.store.meetings()?)
            }
        };
        let fault = (shared > 0).then_some(Violation::Meeting(MeetingFault::NumbersShared { count: shared }));
        let notices = fault.into_iter().collect();
        self.change(Action::new("update_council"), notices, |tx| Ok(tx.put_council(&council)?))
    }

    fn own_council(&self) -> Result<Council> {
        self.store.council()?.ok_or(AppError::NoCouncilOpen)
    }
}

fn check_settings(new: &NewSettings) -> Result<()> {
    all_right(
        [("name", &new.name), ("municipality", &new.municipality)]
            .into_iter()
            .filter_map(|(field, text)| Some(check_name(field, text.as_ref()?))),
    )?;
    let notes = [
        ("secretariat", &new.secretariat),
        ("legal_basis", &new.legal_basis),
        ("philosophy_source", &new.philosophy_source),
        ("consignment", &new.consignment),
        ("notice", &new.notice),
    ];
    all_right(notes.into_iter().filter_map(|(field, text)| Some(check_note(field, text.as_ref()?))))?;
    let texts = [("philosophy", &new.philosophy), ("power", &new.power)];
    all_right(texts.into_iter().filter_map(|(field, text)| Some(check_text(field, text.as_ref()?))))
}
