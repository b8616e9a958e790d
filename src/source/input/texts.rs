//! The plain texts of records as they are read: each on one line, without blanks at its ends, however it was written.

use super::{
    AssessmentInput, CommitmentInput, CorrectionInput, DelegationInput, DialogueInput, DocumentInput,
    DueInput, EachInput, HeadInput, List, MeetingInput, OrganizationInput, PageInput, ParticipationInput,
    PersonInput, Registry, SiteInput, TermInput, TextInput, TrackInput, VersionInput,
};
use crate::lang::{self, Lang};

/// A record of a note, whose texts are in the note's language.
pub(in crate::source) trait NoteTexts {
    /// Joins the lines of each text.
    fn join_lines(&mut self, lang: Lang);
}

/// A record of a registry, whose texts say which language they are in.
pub(in crate::source) trait RegistryTexts {
    /// Joins the lines of each text.
    fn join_lines(&mut self);
}

fn join(text: &mut Option<String>, lang: Lang) {
    let Some(text) = text else { return };
    let joined = lang::one_line(text, lang);
    if joined != *text {
        *text = joined.into_owned();
    }
}

fn join_all(texts: &mut List<String>, lang: Lang) {
    texts.iter_mut().flatten().for_each(|text| join(text, lang));
}

impl<T: NoteTexts> NoteTexts for Option<T> {
    fn join_lines(&mut self, lang: Lang) {
        if let Some(it) = self {
            it.join_lines(lang);
        }
    }
}

impl<T: NoteTexts> NoteTexts for Vec<T> {
    fn join_lines(&mut self, lang: Lang) {
        for it in self {
            it.join_lines(lang);
        }
    }
}

impl NoteTexts for MeetingInput {
    fn join_lines(&mut self, lang: Lang) {
        for text in [&mut self.title, &mut self.summary, &mut self.place] {
            join(text, lang);
        }
        for delegation in self.delegations.iter_mut().flat_map(|map| map.values_mut()) {
            delegation.join_lines(lang);
        }
        self.commitments.join_lines(lang);
        self.documents.join_lines(lang);
        self.version.join_lines(lang);
        self.corrections.join_lines(lang);
    }
}

impl NoteTexts for PageInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.title, lang);
        join(&mut self.summary, lang);
        self.version.join_lines(lang);
    }
}

impl NoteTexts for ParticipationInput {
    fn join_lines(&mut self, lang: Lang) {
        self.heads.join_lines(lang);
    }
}

impl NoteTexts for HeadInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.role, lang);
    }
}

impl NoteTexts for CommitmentInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.verb, lang);
        join(&mut self.text, lang);
        if let Some(DueInput::Words(due)) = &mut self.due {
            join(&mut due.text, lang);
        }
        join_all(&mut self.forums, lang);
        self.assessments.join_lines(lang);
    }
}

impl NoteTexts for AssessmentInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.note, lang);
    }
}

impl NoteTexts for DocumentInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.title, lang);
        join(&mut self.publisher, lang);
    }
}

impl NoteTexts for VersionInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.by, lang);
    }
}

impl NoteTexts for CorrectionInput {
    fn join_lines(&mut self, lang: Lang) {
        join(&mut self.note, lang);
    }
}

impl<T: RegistryTexts> RegistryTexts for Option<T> {
    fn join_lines(&mut self) {
        self.iter_mut().for_each(T::join_lines);
    }
}

impl<T: RegistryTexts> RegistryTexts for Vec<T> {
    fn join_lines(&mut self) {
        self.iter_mut().for_each(T::join_lines);
    }
}

impl<T: RegistryTexts> RegistryTexts for Registry<T> {
    fn join_lines(&mut self) {
        self.values_mut().for_each(RegistryTexts::join_lines);
    }
}

impl RegistryTexts for TextInput {
    fn join_lines(&mut self) {
        match self {
            Self::Same(text) => {
                let [en, ja] = Lang::ALL.map(|lang| lang::one_line(text, lang).into_owned());
                *self = if en == ja {
                    Self::Same(en)
                } else {
                    // A line break in it reads otherwise in each language.
                    Self::Each(EachInput { en: Some(en), ja: Some(ja) })
                };
            }
            Self::Each(each) => {
                join(&mut each.en, Lang::En);
                join(&mut each.ja, Lang::Ja);
            }
        }
    }
}

impl RegistryTexts for SiteInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.description.join_lines();
        self.publisher.join_lines();
        self.levels.join_lines();
        if let Some(license) = &mut self.license {
            license.name.join_lines();
        }
    }
}

impl RegistryTexts for DialogueInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.summary.join_lines();
        join(&mut self.abbreviation, Lang::En);
        self.names.iter_mut().flatten().flatten().for_each(|former| former.title.join_lines());
    }
}

impl RegistryTexts for DelegationInput {
    fn join_lines(&mut self) {
        self.name.join_lines();
    }
}

impl RegistryTexts for OrganizationInput {
    fn join_lines(&mut self) {
        self.name.join_lines();
        join(&mut self.abbreviation, Lang::En);
        join(&mut self.reading, Lang::Ja);
        self.names.iter_mut().flatten().flatten().for_each(|former| former.name.join_lines());
    }
}

impl RegistryTexts for PersonInput {
    fn join_lines(&mut self) {
        for name in [&mut self.name, &mut self.family, &mut self.given] {
            name.join_lines();
        }
        join(&mut self.reading, Lang::Ja);
        self.roles.iter_mut().flatten().flatten().for_each(|role| role.title.join_lines());
    }
}

impl RegistryTexts for TrackInput {
    fn join_lines(&mut self) {
        self.title.join_lines();
        self.summary.join_lines();
    }
}

impl RegistryTexts for TermInput {
    fn join_lines(&mut self) {
        join(&mut self.en, Lang::En);
        join(&mut self.ja, Lang::Ja);
        if let Some(avoid) = &mut self.avoid {
            join_all(&mut avoid.en, Lang::En);
            join_all(&mut avoid.ja, Lang::Ja);
        }
        self.note.join_lines();
    }
}
