//! Writes an archive of any size, the same bytes each time: `cargo run --release --example corpus -- 1000 DIR`.
//!
//! Each meeting has notes in both languages (about 450 words, 1,200 characters) and six commitments, of which four in ten
//! continue an earlier one, over 12 tracks, 4 delegations and 24 organizations. The records are nobody's.

use std::{env, error::Error, fmt::Write as _, fs, path::Path};

const WORDS: [&str; 24] = [
    "policy",
    "network",
    "services",
    "standards",
    "cooperation",
    "data",
    "industry",
    "principles",
    "exchange",
    "views",
    "security",
    "research",
    "public",
    "private",
    "measures",
    "framework",
    "partners",
    "progress",
    "report",
    "access",
    "trust",
    "growth",
    "capacity",
    "dialogue",
];
const PHRASES: [&str; 16] = [
    "政策の",
    "協力を",
    "情報の",
    "基盤と",
    "標準化に",
    "関する",
    "意見を",
    "交換し",
    "安全な",
    "利用を",
    "促進する",
    "ことの",
    "重要性を",
    "確認し、",
    "産業界の",
    "取組を",
];
const RELEASES: [&str; 4] = ["shared-view", "undertaking", "continuation", "report"];

/// A small generator of numbers (xorshift, Marsaglia 2003): the same numbers from the same seed, on any machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    fn english(&mut self, words: usize) -> String {
        let text: Vec<_> = (0..words).map(|_| WORDS[self.below(WORDS.len())]).collect();
        text.join(" ")
    }

    fn japanese(&mut self, phrases: usize) -> String {
        (0..phrases).map(|_| PHRASES[self.below(PHRASES.len())]).collect()
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let (Some(meetings), Some(folder)) = (args.next(), args.next()) else {
        return Err("usage: corpus MEETINGS DIR".into());
    };
    write(meetings.parse()?, Path::new(&folder))
}

/// Writes an archive of some meetings into a folder.
pub(crate) fn write(meetings: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    let content = folder.join("content");
    fs::create_dir_all(content.join("meetings"))?;
    registries(&content)?;
    let mut numbers = Numbers(0x5DEE_CE66_D1CE_4E5B);
    for index in 0..meetings {
        meeting(&content, index, meetings, &mut numbers)?;
    }
    Ok(())
}

fn registries(content: &Path) -> Result<(), Box<dyn Error>> {
    let write = |name: &str, text: String| fs::write(content.join(name), text);
    write(
        "site.yaml",
        "title: {en: A synthetic archive, ja: 合成された記録}\nbase_url: https://archive.example/\n\
         levels: {director-general: {en: Director General, ja: 局長級}}\n"
            .into(),
    )?;
    write("dialogues.yaml", "one: {title: {en: The dialogue, ja: 対話}, parties: [a, b]}\n".into())?;
    write(
        "delegations.yaml",
        "a: {name: {en: Side A, ja: 甲国}, kind: government}\nb: {name: {en: Side B, ja: 乙国}, kind: government}\n\
         a-industry: {name: {en: Industry of A, ja: 甲国産業界}, kind: private, side: a}\n\
         b-industry: {name: {en: Industry of B, ja: 乙国産業界}, kind: private, side: b}\n"
            .into(),
    )?;
    let mut tracks = String::new();
    for track in 0..12 {
        writeln!(tracks, "track-{track}: {{title: {{en: Track {track}, ja: 分野{track}}}}}")?;
    }
    write("tracks.yaml", tracks)?;
    let mut organizations = String::new();
    for (organization, sign) in "あいうえおかきくけこさしすせそたちつてとなにぬね".chars().enumerate()
    {
        let delegation = ["a", "b", "a-industry", "b-industry"][organization % 4];
        writeln!(
            organizations,
            "body-{organization}: {{delegation: {delegation}, name: {{en: Body {organization}, ja: 機関{organization}}}, \
             reading: きかん{sign}}}"
        )?;
    }
    Ok(write("organizations.yaml", organizations)?)
}

/// The day of a meeting: one every nine days from 1990; of more than 1,200, all evenly over the same years, since an archive
/// does not reach into a distant future.
fn day(index: usize, meetings: usize) -> String {
    let days = index * 9 * meetings.min(1200) / meetings;
    format!("{}-{:02}-{:02}", 1990 + days / 336, days % 336 / 28 + 1, days % 28 + 1)
}

fn meeting(
    content: &Path,
    index: usize,
    meetings: usize,
    numbers: &mut Numbers,
) -> Result<(), Box<dyn Error>> {
    let folder = content.join("meetings").join(format!("{}", index / 100));
    fs::create_dir_all(&folder)?;
    let (mut english, mut japanese) = (String::new(), String::new());
    let number = index + 1;
    // Each of the side that lists it.
    let bodies = [index * 4 % 24, (index + 1) * 4 % 24, index * 4 % 24 + 1];
    write!(
        english,
        "---\ntitle: Meeting number {number}\nsummary: {}\nnumber: {number}\nlevel: director-general\ndate: {}\nplace: Somewhere\n\
         mode: in-person\nhost: a\ndelegations:\n  a: {{organizations: [body-{}, body-{}]}}\n  b: {{organizations: [body-{}], \
         others: true}}\ncommitments:\n",
        numbers.english(20),
        day(index, meetings),
        bodies[0],
        bodies[1],
        bodies[2]
    )?;
    let summary = numbers.japanese(12);
    write!(japanese, "---\ntitle: 第{number}回会合\nsummary: {summary}\nplace: ある所\ncommitments:\n")?;
    for at in 0..6 {
        commitment(index, at, numbers, &mut english, &mut japanese)?;
    }
    english.push_str("release: published\n---\n");
    japanese.push_str("---\n");
    for section in 0..4 {
        let (track, text) = (numbers.below(12), numbers.english(55));
        write!(
            english,
            "## Section {section} {{#part-{section}}}\n\n{text}, under [[track:track-{track}]].\n\n- {}\n- {}\n\n",
            numbers.english(25),
            numbers.english(25)
        )?;
        let text = numbers.japanese(50);
        write!(
            japanese,
            "## 第{section}節 {{#part-{section}}}\n\n{text}（[[track:track-{track}]]）。\n\n- {}。\n- {}。\n\n",
            numbers.japanese(14),
            numbers.japanese(14)
        )?;
    }
    fs::write(folder.join(format!("meeting-{index}.en.md")), english)?;
    Ok(fs::write(folder.join(format!("meeting-{index}.ja.md")), japanese)?)
}

fn commitment(
    index: usize,
    at: usize,
    numbers: &mut Numbers,
    english: &mut String,
    japanese: &mut String,
) -> Result<(), Box<dyn Error>> {
    let kind = RELEASES[numbers.below(RELEASES.len())];
    let (track, text) = (numbers.below(12), numbers.english(30));
    write!(
        english,
        "  - id: commitment-{at}\n    kind: {kind}\n    track: track-{track}\n    delegations: [a, b]\n    organizations: \
         [body-{}]\n    verb: confirmed\n    text: {text}\n    forums: [APEC]\n",
        index % 24
    )?;
    if index > 0 && numbers.below(10) < 4 {
        writeln!(
            english,
            "    continues: [meeting-{}/commitment-{}]",
            numbers.below(index),
            numbers.below(6)
        )?;
    }
    Ok(write!(japanese, "  - id: commitment-{at}\n    verb: 確認した\n    text: {}\n", numbers.japanese(20))?)
}
