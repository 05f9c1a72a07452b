//! Templates of agendas (次第のひな形): which items a new agenda is filled with.

use crate::agenda::ItemKind;
use crate::id::{AgendaTemplateId, BodyId};
use serde::{Deserialize, Serialize};

coded! {
    /// For which meetings a template is (ひな形を使う会議).
    TemplateUse {
        Ordinary = "ordinary", "通常の会議";
        FirstOfTerm = "first_of_term", "任期の最初の会議";
        LastOfYear = "last_of_year", "年度の最後の会議";
        Standing = "standing", "毎回の項目";
        Other = "other", "そのほかの会議";
    }
}

coded! {
    /// What a line of a template becomes (ひな形の行の働き).
    Becomes {
        Plain = "plain", "この項目";
        Letters = "letters", "委嘱する会議体だけの項目";
        LastMinutes = "last_minutes", "前回会議録の確認";
        Elections = "elections", "空いている役職の選出";
        LeftOver = "left_over", "持ち越された項目";
        Standing = "standing", "毎回の項目";
        Papers = "papers", "事前送付資料ごとの報告";
        Subcommittees = "subcommittees", "部会ごとの報告";
    }
}

/// A line of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateItem {
    /// What it becomes. All but [`Becomes::Plain`] become as many items as there is
    /// reason for, none where there is none.
    pub becomes: Becomes,
    /// What is done with it.
    pub kind: ItemKind,
    /// Its title; where the line is not plain, `{}` stands for what it is about.
    pub title: String,
    /// Who presents it.
    #[serde(default)]
    pub presenter: Option<String>,
    /// Minutes planned for it.
    #[serde(default)]
    pub minutes: Option<u16>,
    /// Why it is closed to the public; open where none.
    #[serde(default)]
    pub closed_reason: Option<String>,
    /// How deep it lies under others.
    #[serde(default)]
    pub level: u8,
    /// What stands in front of it instead of a number.
    #[serde(default)]
    pub mark: Option<String>,
}

/// A template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgendaTemplate {
    /// Its identifier.
    pub id: AgendaTemplateId,
    /// The body whose it is; of all bodies where none.
    pub body: Option<BodyId>,
    /// For which meetings.
    pub used_for: TemplateUse,
    /// Its name.
    pub name: String,
    /// Its lines, in order.
    pub items: Vec<TemplateItem>,
    /// Place among the templates.
    pub order: i64,
}

impl TemplateItem {
    /// The title of an item, about something.
    pub fn about(&self, what: &str) -> String {
        self.title.replace("{}", what)
    }
}

/// What is known of a meeting when its template is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion {
    /// Whether nobody of the body has met since the present term began.
    pub first_of_term: bool,
    /// Whether it is the last that is planned in the fiscal year, or one in its last month.
    pub last_of_year: bool,
}

impl Occasion {
    /// The template that fits.
    pub const fn fitting(self) -> TemplateUse {
        if self.first_of_term {
            TemplateUse::FirstOfTerm
        } else if self.last_of_year {
            TemplateUse::LastOfYear
        } else {
            TemplateUse::Ordinary
        }
    }
}

/// The office's template for a use: the body's own before the one of all bodies.
pub fn chosen(templates: &[AgendaTemplate], body: BodyId, used_for: TemplateUse) -> Option<&AgendaTemplate> {
    let of = |whose: Option<BodyId>| templates.iter().find(move |t| t.body == whose && t.used_for == used_for);
    of(Some(body)).or_else(|| of(None))
}

#[cfg(test)]
mod tests {
    //! Which template fits.
    use super::*;

    #[test]
    fn the_first_meeting_of_a_term_comes_before_the_last_of_a_year() {
        let fitting = |first_of_term, last_of_year| Occasion { first_of_term, last_of_year }.fitting();
        assert_eq!(fitting(false, false), TemplateUse::Ordinary);
        assert_eq!(fitting(false, true), TemplateUse::LastOfYear);
        assert_eq!(fitting(true, true), TemplateUse::FirstOfTerm);
    }

    #[test]
    fn a_body_s_own_template_comes_before_that_of_all() {
        let template = |key: &str, body: Option<&str>| AgendaTemplate {
            id: AgendaTemplateId::from_key(key),
            body: body.map(BodyId::from_key),
            used_for: TemplateUse::Ordinary,
            name: key.to_owned(),
            items: Vec::new(),
            order: 1,
        };
        let all = [template("all", None), template("own", Some("b1"))];
        let name = |body| chosen(&all, BodyId::from_key(body), TemplateUse::Ordinary).map(|t| t.name.as_str());
        assert_eq!((name("b1"), name("b2")), (Some("own"), Some("all")));
        assert_eq!(chosen(&all, BodyId::from_key("b1"), TemplateUse::LastOfYear), None);
    }
}
