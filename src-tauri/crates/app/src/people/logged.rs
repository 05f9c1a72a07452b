//! People of whom only the log knows: they were entered, and that was taken back. Their
//! data may have to be erased by law all the same.

use crate::council::App;
use crate::error::Result;
use crate::text;
use entaku_domain::id::PersonId;
use entaku_store::Change;

/// A person of whom only the log knows.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, ts_rs::TS)]
pub struct LoggedPerson {
    /// Their identifier.
    pub id: String,
    /// The name that they had last.
    pub name: String,
    /// Its reading.
    pub kana: String,
    /// When the record went, RFC 3339 in UTC.
    pub at: String,
    /// By which operation, in Japanese.
    pub action: String,
}

/// The operation by which a record becomes another one's: it goes with that one.
const MERGING: &str = "merge_people";

impl App {
    /// The people of whom only the log knows, those who went last first. Whose record
    /// became another one's is erased with that one, and is not among them.
    ///
    /// # Errors
    /// Those of the store.
    pub fn logged_people(&self) -> Result<Vec<LoggedPerson>> {
        let mut found = Vec::new();
        for id in self.store.logged_people()? {
            let changes = self.store.history_of("person", &id.to_string())?;
            let Some(last) = changes.first() else { continue };
            let first = self.original(last)?;
            let merged = first.as_ref().unwrap_or(last).action == MERGING;
            if !merged {
                found.push((last.id, self.logged(id, last, first.as_ref())?));
            }
        }
        found.sort_by_key(|(change, _)| std::cmp::Reverse(*change));
        Ok(found.into_iter().map(|(_, line)| line).collect())
    }

    fn logged(&self, id: PersonId, last: &Change, first: Option<&Change>) -> Result<LoggedPerson> {
        let image = self.store.last_image("person", &id.to_string())?.unwrap_or_default();
        let part = |column: &str| image.get(column).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
        let both = |a: String, b: String| if b.is_empty() { a } else { format!("{a}　{b}") };
        let way = text::action(&last.action);
        Ok(LoggedPerson {
            id: id.to_string(),
            name: both(part("family"), part("given")),
            kana: both(part("family_kana"), part("given_kana")),
            at: last.at.to_rfc3339(),
            action: match first {
                Some(first) => text::history::taken_back(&way, &text::action(&first.action)),
                None => way,
            },
        })
    }
}
