//! The words of briefs that no page of a site has.

use crate::lang::Lang;

/// The words of briefs in one language. `{}` is the place of a name or a day.
#[derive(Debug)]
pub(super) struct BriefWords {
    pub(super) title_to_come: &'static str,
    pub(super) title_held: &'static str,
    pub(super) origin: &'static str,
    pub(super) draft: &'static str,
    pub(super) last_meeting: &'static str,
    pub(super) no_meeting: &'static str,
    pub(super) attendance: &'static str,
    pub(super) last_said: &'static str,
    pub(super) status_of_text: &'static str,
    pub(super) open: &'static str,
    pub(super) open_note: &'static str,
    pub(super) changed: &'static str,
    pub(super) due: &'static str,
    pub(super) nothing_due: &'static str,
    pub(super) tracks: &'static str,
    pub(super) separator: &'static str,
    pub(super) point: &'static str,
    pub(super) kind: &'static str,
    pub(super) verb: &'static str,
    pub(super) text: &'static str,
    pub(super) meeting: &'static str,
    pub(super) track: &'static str,
    pub(super) outcome: &'static str,
    pub(super) relation: &'static str,
    pub(super) earlier_text: &'static str,
}

const EN: BriefWords = BriefWords {
    title_to_come: "Brief for {}",
    title_held: "Brief after {}",
    origin: "Made from {} as it stood on {}. It holds what the meetings recorded, as far as their sources could be read.",
    draft: "Draft: holds records that are not published",
    last_meeting: "The last meeting",
    no_meeting: "No earlier meeting is recorded.",
    attendance: "Who came, as the sources name them",
    last_said: "Last said, at {}",
    status_of_text: "Text: {}. {}",
    open: "Open",
    open_note: "What can be carried out, and is not recorded as carried out, stopped or replaced.",
    changed: "What changed",
    due: "Due",
    nothing_due: "No open point has a due date.",
    tracks: "By policy track",
    separator: ", ",
    point: "Point",
    kind: "Kind",
    verb: "Operative verb",
    text: "Text",
    meeting: "Meeting",
    track: "Policy track",
    outcome: "What became of it",
    relation: "Link to an earlier point",
    earlier_text: "Earlier official text",
};

const JA: BriefWords = BriefWords {
    title_to_come: "{}に向けた資料",
    title_held: "{}後の資料",
    origin: "「{}」（{}現在）から作成。会合で記録された事項を、資料を確認できた範囲で収める。",
    draft: "下書き：未公開の記録を含む",
    last_meeting: "直近の会合",
    no_meeting: "これより前の会合の記録はない。",
    attendance: "出席者（資料に記載のあるもの）",
    last_said: "直近の記録（{}）",
    status_of_text: "本文の区分：{}。{}",
    open: "未了の事項",
    open_note: "実施の対象となる事項のうち、実施、中止又は置換えの記録がないもの。",
    changed: "変更点",
    due: "期限",
    nothing_due: "期限の定めのある未了の事項はない。",
    tracks: "政策分野別",
    separator: "、",
    point: "事項",
    kind: "種別",
    verb: "原文の表現",
    text: "本文",
    meeting: "会合",
    track: "政策分野",
    outcome: "その後の経過",
    relation: "前の事項とのつながり",
    earlier_text: "前の公式の文言",
};

impl BriefWords {
    /// The words of a language.
    pub(super) fn of(lang: Lang) -> &'static Self {
        match lang {
            Lang::En => &EN,
            Lang::Ja => &JA,
        }
    }
}

/// A sentence with names in its places, in this order.
pub(super) fn filled(sentence: &str, names: &[&str]) -> String {
    let mut parts = sentence.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, name) in parts.zip(names) {
        text.extend([*name, part]);
    }
    text
}
