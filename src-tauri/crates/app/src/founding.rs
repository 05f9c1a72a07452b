//! Founding a council in a folder: from the seed's structure, or with nothing but
//! its name, its plenary and its secretariat. No fictional people, meetings or
//! issues come along.

mod empty;
mod seed;

use crate::answers;
use crate::council::{App, Clock};
use crate::error::Result;
use crate::people::all_right;
use entaku_domain::FiscalYear;
use entaku_domain::body::{Body, BodyVersion};
use entaku_domain::council::{Answer, Council, Question};
use entaku_domain::era::DateStyle;
use entaku_domain::flow::Flow;
use entaku_domain::person::{Organization, Post};
use entaku_domain::plan::{Law, Plan};
use entaku_domain::seat::Seat;
use entaku_domain::text::{check_name, check_note};
use entaku_store::{Action, Tx};
use std::path::Path;

/// What a new council begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beginning {
    /// The seed's bodies, categories, flows and plans, and its seats without people.
    Seed,
    /// Its name, the plenary and the secretariat.
    Empty,
}

/// A council to be founded.
#[derive(Debug, Clone)]
pub struct Founding {
    /// What it begins with.
    pub beginning: Beginning,
    /// Its name.
    pub name: String,
    /// The municipality, 鎌倉市.
    pub municipality: String,
    /// The office that is the secretariat; as the beginning has it where none.
    pub secretariat: Option<String>,
    /// How dates are written.
    pub date_style: DateStyle,
    /// What the office has answered; all else is 未定.
    pub answers: Vec<(Question, Answer)>,
}

/// What is put into the new file.
#[derive(Debug)]
struct Content {
    council: Council,
    organizations: Vec<Organization>,
    posts: Vec<Post>,
    bodies: Vec<Body>,
    versions: Vec<BodyVersion>,
    plans: Vec<Plan>,
    laws: Vec<Law>,
    flows: Vec<Flow>,
    seats: Vec<Seat>,
}

impl App {
    /// Founds a council in a folder (「協議会の作成」).
    ///
    /// # Errors
    /// [`crate::AppError::Rules`] for its texts; those of the store: a council that is
    /// already there is left alone.
    pub fn found(folder: &Path, clock: Clock, actor: &str, ask: &Founding) -> Result<Self> {
        all_right([check_name("name", &ask.name), check_name("municipality", &ask.municipality)])?;
        all_right(ask.secretariat.iter().map(|text| check_note("secretariat", text)))?;
        ask.answers.iter().try_for_each(|(_, answer)| answers::check(answer))?;
        Self::create(folder, clock, actor, |app| {
            let content = match ask.beginning {
                Beginning::Seed => seed::content(ask)?,
                Beginning::Empty => empty::content(ask, FiscalYear::of(app.today())),
            };
            let action = Action::new("create_council").about(ask.name.clone()).last();
            app.change(action, Vec::new(), |tx| put(tx, &content)).map(drop)
        })
    }
}

impl Founding {
    /// Every question has an answer: the office's, or 未定.
    fn all_answers(&self) -> Vec<(Question, Answer)> {
        let given = |q: Question| self.answers.iter().rev().find(|(asked, _)| *asked == q).map(|(_, a)| a.clone());
        Question::ALL.iter().map(|q| (*q, given(*q).unwrap_or(Answer::Undecided))).collect()
    }

    /// The secretariat, where the office named one.
    fn secretariat(&self) -> Option<&String> {
        self.secretariat.as_ref().filter(|text| !text.is_empty())
    }
}

fn put(tx: &mut Tx<'_>, content: &Content) -> Result<()> {
    tx.put_council(&content.council)?;
    content.organizations.iter().try_for_each(|o| tx.put_organization(o))?;
    content.posts.iter().try_for_each(|p| tx.put_post(p))?;
    content.bodies.iter().try_for_each(|b| tx.put_body(b))?;
    content.versions.iter().try_for_each(|v| tx.put_body_version(v))?;
    content.plans.iter().try_for_each(|p| tx.put_plan(p))?;
    content.laws.iter().try_for_each(|l| tx.put_law(l))?;
    content.flows.iter().try_for_each(|f| tx.put_flow(f))?;
    Ok(content.seats.iter().try_for_each(|s| tx.put_seat(s))?)
}
