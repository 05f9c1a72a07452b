//! Documents that carry one person's name or address each.

use super::ask::Document;
use super::ready::Ready;
use crate::cards::{self, Addresses, CardStyle, Gathering};
use crate::commands::WhichPeople;
use crate::council::App;
use crate::error::{AppError, Result};
use crate::snapshot::Snapshot;
use crate::text::cards as words;
use entaku_documents::Job;

impl App {
    /// One of the documents of names and addresses.
    pub(super) fn people_document(&self, ask: &Document) -> Result<Ready> {
        let council = self.snapshot()?;
        match ask {
            Document::NamePlates { who, kana } => {
                let gathering = self.gathering(&council, who)?;
                let plates = cards::name_plates(&council, &gathering, kana.unwrap_or_default())?;
                let (title, text) = (plates.title.clone(), plates.text());
                Ok(named(&gathering, &title, Job::NamePlates(plates), text))
            }
            Document::TableCards { who, kana, posts, spoken, secretariat } => {
                let gathering = self.gathering(&council, who)?;
                let style = CardStyle {
                    kana: kana.unwrap_or_default(),
                    posts: posts.unwrap_or_default(),
                    spoken: spoken.unwrap_or_default(),
                    secretariat: secretariat.unwrap_or_default(),
                };
                let cards = cards::table_cards(&council, &gathering, style)?;
                let (title, text) = (cards.title.clone(), cards.text());
                Ok(named(&gathering, &title, Job::TableCards(cards), text))
            }
            Document::AddressLabels { who, organizations, sheet, first, right, down } => {
                let (gathering, to) = self.addressed(&council, who, *organizations)?;
                let (sheet, shift) = (sheet.unwrap_or_default().sheet(), cards::offset(*right, *down)?);
                let labels = cards::labels(&gathering.title, to.known, sheet, first.unwrap_or(1), shift)?;
                let (name, text) = (words::file_name(&labels.title, gathering.on), labels.text());
                Ok(noticing(Ready::of(name, Job::AddressLabels(labels), text), &to.notices))
            }
            Document::Envelopes { who, organizations, sender, right, down } => {
                let (gathering, to) = self.addressed(&council, who, *organizations)?;
                let shift = cards::offset(*right, *down)?;
                let all = cards::envelopes(&council, &gathering.title, to.known, sender.as_deref(), shift);
                let (name, text) = (words::file_name(&all.title, gathering.on), all.text());
                Ok(noticing(Ready::of(name, Job::Envelopes(all), text), &to.notices))
            }
            other => Err(AppError::BadRequest(format!("{} names nobody", other.kind()))),
        }
    }

    fn addressed<'a>(
        &self,
        council: &'a Snapshot,
        who: &WhichPeople,
        organizations: Option<bool>,
    ) -> Result<(Gathering<'a>, Addresses)> {
        let gathering = self.gathering(council, who)?;
        let to = cards::addresses(council, &gathering, organizations.unwrap_or_default())?;
        Ok((gathering, to))
    }

    fn gathering<'a>(&self, council: &'a Snapshot, who: &WhichPeople) -> Result<Gathering<'a>> {
        self.gather(council, &who.read(self)?)
    }
}

fn noticing(ready: Ready, notices: &[String]) -> Ready {
    notices.iter().fold(ready, |ready, notice| ready.noticing(notice))
}

fn named(gathering: &Gathering<'_>, title: &str, job: Job, text: String) -> Ready {
    let ready = Ready::of(words::file_name(title, gathering.on), job, text);
    match cards::seen_by_all(gathering) {
        Some(notice) => ready.noticing(&notice),
        None => ready,
    }
}
