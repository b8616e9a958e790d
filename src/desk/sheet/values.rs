//! What the cells of a row say, each by itself.

use super::{
    cell_day,
    cells::{CellValue, ReadCell},
};
use crate::{
    cell_text::restored,
    diagnostic::{Code, did_you_mean},
    id::Id,
    lang::{Date, Message, PerLang, describe_odd, find_odd, nfkc, say},
    model::{Document, Party, Status},
    site::Site,
};

/// What is wrong with a cell: the kind of problem, what is said of it, and a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ValueError {
    pub(super) code: Code,
    pub(super) message: Message,
    pub(super) help: Option<Message>,
}

impl ValueError {
    pub(super) fn new(code: Code, message: Message, help: Message) -> Self {
        Self { code, message, help: Some(help) }
    }

    /// With what was meant, if that can be guessed, or else with all that there is.
    fn of_list(code: Code, message: Message, written: &str, known: &[&str]) -> Self {
        let near = did_you_mean(written, known.iter().copied());
        let help = match near {
            Some(near) => say!("did-you-mean", meant = near),
            None => say!("write-one-of", names = known.join(", ")),
        };
        Self { code, message, help: Some(help) }
    }
}

/// The words for a status that an assessment may have.
pub(super) fn statuses() -> Vec<&'static str> {
    let found = Status::ALL.iter().filter(|status| **status != Status::NoEvidence);
    found.map(|status| status.name()).collect()
}

/// What is written, in letters of the usual width.
pub(super) fn word(text: &str) -> String {
    nfkc(text).trim().to_owned()
}

/// How a commitment stands.
pub(super) fn status(text: &str) -> Result<Status, ValueError> {
    let written = word(text).to_lowercase().replace([' ', '_'], "-");
    match Status::ALL.iter().find(|status| status.name() == written) {
        Some(Status::NoEvidence) => {
            Err(ValueError::new(Code::InvalidValue, say!("no-evidence-status"), say!("leave-row-empty")))
        }
        Some(status) => Ok(*status),
        None => {
            let message = say!("no-status", written = text);
            Err(ValueError::of_list(Code::InvalidValue, message, &written, &statuses()))
        }
    }
}

/// The day of a judgement.
pub(super) fn date(value: &CellValue) -> Result<Date, ValueError> {
    cell_day::day(value)
        .map_err(|help| ValueError::new(Code::InvalidDate, say!("no-day", written = value.text()), help))
}

/// Who judged, with the id.
pub(super) fn by(text: &str, site: &Site) -> Result<(Party, String), ValueError> {
    let written = word(text).to_lowercase();
    let party = match written.as_str() {
        "archive" => Some(Party::Archive),
        "third-party" => Some(Party::ThirdParty),
        id => site.delegations.find(id).map(Party::Delegation),
    };
    party.map(|party| (party, written.clone())).ok_or_else(|| {
        let message = say!("no-judge", written = text);
        ValueError::of_list(Code::UnknownDelegation, message, &written, &judges(site))
    })
}

/// Who may judge: delegations, the archive, a third party.
pub(super) fn judges(site: &Site) -> Vec<&str> {
    let delegations = site.delegations.iter().map(|(_, delegation)| delegation.id.as_str());
    delegations.chain(["archive", "third-party"]).collect()
}

/// The document that a judgement rests on.
pub(super) fn source(text: &str, site: &Site) -> Result<Id<Document>, ValueError> {
    let written = word(text);
    site.documents.find(&written).ok_or_else(|| {
        let known = site.documents.iter().map(|(_, document)| document.id.as_str());
        let help = match did_you_mean(&written, known) {
            Some(near) => say!("did-you-mean", meant = near),
            None => say!("add-document"),
        };
        let message = say!("no-record", what = say!("kind-document"), name = text);
        ValueError::new(Code::UnknownDocument, message, help)
    })
}

/// A remark in each language.
pub(super) fn note(text: &str) -> Result<PerLang<Option<String>>, ValueError> {
    let text = restored(text);
    let lines: Vec<_> = text.lines().collect();
    match lines.iter().find_map(|line| find_odd(line)) {
        Some((_, odd)) => Err(ValueError::new(Code::of_character(odd), describe_odd(odd), say!("delete"))),
        None => Ok(super::remark::in_languages(text)),
    }
}

/// Refuses what a formula could not work out.
pub(super) fn worked_out(cell: &ReadCell) -> Result<&CellValue, ValueError> {
    let help = say!("put-value");
    match &cell.value {
        CellValue::Error(error) => {
            Err(ValueError::new(Code::InvalidValue, say!("error-in-cell", error), help))
        }
        CellValue::Nothing => Err(ValueError::new(Code::InvalidValue, say!("formula-without-value"), help)),
        value => Ok(value),
    }
}
