//! The council and its office's answers: `council.toml`.

use super::keys::Keys;
use super::source::{Date, Place, Unused, parse};
use crate::error::Result;
use entaku_domain::FiscalYear;
use entaku_domain::council::{Answer, Council, Purpose, Question};
use entaku_domain::era::DateStyle;
use entaku_domain::meeting::Numbering;
use serde::Deserialize;
use std::collections::BTreeMap;

pub(super) const FILE: &str = "council.toml";

/// Which question each setting answers.
const QUESTIONS: &[(&str, Question)] = &[
    ("reappointment", Question::Reappointment),
    ("replacement_term", Question::Replacement),
    ("quorum", Question::Quorum),
    ("proxy_online_written", Question::Proxy),
    ("openness", Question::Openness),
    ("minutes", Question::Minutes),
    ("payment", Question::Pay),
    ("schedule", Question::Season),
    ("subgroup_term", Question::SubcommitteeTerm),
    ("consignment", Question::Consignment),
    ("disability_spelling", Question::Spelling),
    ("comma_style", Question::Comma),
    ("paper_number_style", Question::PaperNumbers),
    ("steering_officers", Question::SteeringChair),
    ("arrow_steering_support", Question::SupportArrow),
    ("arrow_issue_sorting", Question::SortingArrow),
];

/// Settings that have their own place, or none yet.
const OTHER_SETTINGS: [&str; 5] =
    ["date_style", "meeting_number_style", "numbering_style", "fiscal_year_style", "lead_times"];

const NUMBERINGS: &[(&str, Numbering)] = &[("年度ごと", Numbering::PerYear), ("通算", Numbering::Running)];

/// How sure the sample is of a fact.
pub(super) const CERTAINTIES: &[(&str, entaku_domain::Certainty)] = &[
    ("明記", entaku_domain::Certainty::Stated),
    ("推定", entaku_domain::Certainty::Estimated),
    ("見本", entaku_domain::Certainty::Stated),
];

/// `council.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    council: Row,
    setting: BTreeMap<String, Setting>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    key: String,
    name: String,
    #[serde(rename = "kana")]
    _kana: Unused,
    municipality: String,
    #[serde(rename = "mayor_title")]
    _mayor_title: Unused,
    first_fiscal_year: i32,
    #[serde(rename = "sample_today")]
    today: Date,
    #[serde(rename = "kind")]
    _kind: Unused,
    #[serde(rename = "kind_certainty")]
    _kind_certainty: Unused,
    philosophy_heading: String,
    philosophy: String,
    legal_basis: String,
    #[serde(rename = "legal_basis_certainty")]
    _legal_basis_certainty: Unused,
    power: String,
    #[serde(rename = "power_heading")]
    _power_heading: Unused,
    fictional: bool,
    notice: String,
    purpose: Vec<Wording>,
    secretariat: Secretariat,
    clerical_consignment: Consignment,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Wording {
    #[serde(rename = "key")]
    _key: Unused,
    source: String,
    text: String,
    #[serde(rename = "certainty")]
    _certainty: Unused,
    from_fiscal_year: i32,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Secretariat {
    body: String,
    organisation: String,
    #[serde(rename = "text")]
    _text: Unused,
    #[serde(rename = "no")]
    _no: Unused,
    #[serde(rename = "certainty")]
    _certainty: Unused,
    contact: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Consignment {
    allowed: bool,
    #[serde(rename = "to")]
    _to: Unused,
    text: String,
    #[serde(rename = "no")]
    _no: Unused,
    #[serde(rename = "certainty")]
    _certainty: Unused,
    #[serde(rename = "consigned_to")]
    _consigned_to: Unused,
}

/// A setting; what it says beside its value depends on the setting.
#[derive(Debug, Deserialize)]
struct Setting {
    value: String,
    #[serde(default)]
    choices: Vec<String>,
}

pub(super) fn read() -> Result<File> {
    parse(FILE)
}

impl File {
    /// The council's key, as arrows name it.
    pub(super) fn key(&self) -> &str {
        &self.council.key
    }

    /// The key of the organisation that is the secretariat.
    pub(super) fn secretariat(&self) -> &str {
        &self.council.secretariat.organisation
    }

    /// Whom letters name to be asked.
    pub(super) fn contact(&self) -> &str {
        self.council.secretariat.contact.trim()
    }

    /// The year in which the council begins.
    pub(super) fn first_year(&self) -> Result<FiscalYear> {
        self.place().year(self.council.first_fiscal_year)
    }

    /// The day on which the sample is looked at.
    pub(super) fn today(&self) -> entaku_domain::Day {
        self.council.today.0
    }

    fn place(&self) -> Place<'_> {
        Place { file: FILE, key: &self.council.key }
    }

    /// The council; `secretariat` is the name of the organisation that is its secretariat.
    pub(super) fn council(&self, keys: &Keys, secretariat: &str) -> Result<Council> {
        let row = &self.council;
        keys.body(self.place(), &row.secretariat.body)?;
        Ok(Council {
            name: row.name.clone(),
            municipality: row.municipality.clone(),
            purposes: self.purposes()?,
            philosophy_source: row.philosophy_heading.clone(),
            philosophy: row.philosophy.clone(),
            legal_basis: row.legal_basis.clone(),
            secretariat: secretariat.to_owned(),
            consignment: row.clerical_consignment.allowed.then(|| row.clerical_consignment.text.clone()),
            power: row.power.clone(),
            date_style: self.place().term(DateStyle::ALL, DateStyle::label, &self.setting("date_style")?.value)?,
            numbering: self.place().pick(NUMBERINGS, &self.setting("meeting_number_style")?.value)?,
            answers: self.answers()?,
            notice: row.fictional.then(|| row.notice.clone()),
        })
    }

    fn purposes(&self) -> Result<Vec<Purpose>> {
        let wording = |w: &Wording| {
            let from_year = self.place().year(w.from_fiscal_year)?;
            Ok(Purpose { text: w.text.clone(), document: w.source.clone(), from_year })
        };
        self.council.purpose.iter().map(wording).collect()
    }

    fn setting(&self, key: &str) -> Result<&Setting> {
        let place = Place { file: FILE, key };
        let setting = self.setting.get(key).ok_or_else(|| place.wrong("no such setting"))?;
        let offered = setting.choices.is_empty() || setting.choices.contains(&setting.value);
        place.must(offered, format_args!("{:?} is not among its choices", setting.value))?;
        Ok(setting)
    }

    /// The answers in the order of the questions; every question has one.
    fn answers(&self) -> Result<Vec<(Question, Answer)>> {
        for key in self.setting.keys() {
            let known = QUESTIONS.iter().any(|(name, _)| name == key) || OTHER_SETTINGS.contains(&key.as_str());
            Place { file: FILE, key }.must(known, "unknown setting")?;
        }
        QUESTIONS.iter().map(|(key, question)| Ok((*question, answer(&self.setting(key)?.value)))).collect()
    }
}

fn answer(value: &str) -> Answer {
    match value {
        "未定" => Answer::Undecided,
        "定めなし" => Answer::NotInRules,
        text => Answer::Decided(text.to_owned()),
    }
}
