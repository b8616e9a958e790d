// The search page: finds words in the index that the build wrote, in both languages, and shows where they stand.
// The form of the index is told in the program's documentation; the key of a text is the same as the program's.

(() => {
  "use strict";

  /* The key: what texts are compared by. Each character of it knows which part of the text it comes from. */

  /* A character with all that may be composed with it, and with the signs that have no form of their own. */
  const CHUNK = /[^][\p{M}\p{Default_Ignorable_Code_Point}\uff9e\uff9f\u1160-\u11ff\u3131-\u318e\uffa0-\uffdc]*/gu;
  const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
  const LATIN = /\p{Script=Latin}/u;
  const MARK = /\p{M}/u;
  /* Letters that Unicode does not decompose, as one writes them who has not got them on the keyboard. */
  const LETTERS = { ß: "ss", æ: "ae", œ: "oe", þ: "th", ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ŧ: "t", ı: "i" };
  const LETTER = /[\p{Alphabetic}\p{N}]/u;
  const ALPHABETIC = /\p{Alphabetic}/u;
  const EAST_ASIAN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}]/u;
  const KANA = /[ァ-ヺーヽヾぁ-ゖゝゞ]/u;
  const KATAKANA = /[ァ-ヶヽヾ]/u;
  const LONG_RUN = 4;

  const isLatin = (c) => c !== undefined && LETTER.test(c) && !EAST_ASIAN.test(c);

  function folded(c) {
    if (/[\u2010-\u2015\u2212\ufe58]/u.test(c)) return "-";
    if (/[\u2018-\u201b\u2032]/u.test(c)) return "'";
    if (/[\u201c-\u201f\u2033]/u.test(c)) return '"';
    return { "〜": "~", ς: "σ" }[c] ?? c;
  }

  /** The key of a text as characters, each with the part of the text that it stands for. */
  function keyed(text) {
    let chars = [];
    for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
      for (const c of chunk.replace(IGNORABLE, "").normalize("NFKC").toLowerCase()) {
        const isMarkOnLatin = MARK.test(c) && LATIN.test(chars.at(-1)?.c ?? "");
        if (c === "・" || isMarkOnLatin) continue;
        const letter = LATIN.test(c) ? [...c.normalize("NFD")][0] : c;
        for (const part of LETTERS[letter] ?? [folded(letter)]) chars.push({ c: part, from: index, to: index + chunk.length });
      }
    }
    // The dots that follow a letter standing alone: `u.s.` is `us`, and `5.1` stays.
    chars = chars.filter(({ c }, at) => {
      const [before, last] = [chars[at - 2]?.c, chars[at - 1]?.c];
      const isInitial = last !== undefined && ALPHABETIC.test(last) && !(before !== undefined && LETTER.test(before));
      return c !== "." || !isInitial;
    });
    for (const char of chars) {
      if (KATAKANA.test(char.c)) char.c = String.fromCodePoint(char.c.codePointAt(0) - 0x60);
    }
    // The last ー of a long run of kana.
    let run = 0;
    return chars.filter(({ c }, at) => {
      run = KANA.test(c) ? run + 1 : 0;
      const isLast = chars[at + 1] === undefined || !KANA.test(chars[at + 1].c);
      return !(c === "ー" && isLast && run >= LONG_RUN);
    });
  }

  const key = (text) => keyed(text).map(({ c }) => c).join("");

  /** The words of a query, each as the characters of its key. Several words between quotes are one, with blanks in it. */
  function wordsOf(query) {
    const parts = key(query).split('"').map((part) => [...part]);
    // A quote that is never closed means nothing.
    const isQuoted = (n) => n % 2 === 1 && n < parts.length - 1;
    const named = parts.flatMap((chars, n) => {
      const words = kept(chars, (_, at) => isOfWord(chars, at)).filter((word) => LETTER.test(word));
      return isQuoted(n) ? words.join(" ") || [] : words;
    });
    return (named.length > 0 ? named : parts.flatMap((chars) => kept(chars, isOfSigns))).map((word) => [...word]);
  }

  /** The words of some characters, without those that count for nothing. */
  function kept(chars, isKept) {
    return chars.map((c, at) => (isKept(c, at) ? c : " ")).join("").split(/\p{White_Space}+/u).filter(Boolean);
  }

  /** Words that ask and name nothing, by their keys. */
  const ASKING = new Set(
    ("a about an and any are at became become been being by can did do does for from had happened has have how in is it many much of on or the their there they this to was were what when where " +
      "which who will with agree agreed commit commitment commitments committed pledge pledged promise promised promises").split(" "),
  );
  /* The same in Japanese, which puts no blanks between words: how one knows a question, and what of it names nothing. */
  const QUESTION = /について|に関|に対し|とは$|何|どのよう|どう|か$/u;
  const ASKED = /について|に関して|に関する|に対して|に対する|とは|何[をがか]?|どのような|どのように|どう|約束|合意|(?:され|し|決め)?(?:ていますか|ましたか|ですか|たのか|たか|か)?$/gu;
  const PARTICLES = /^[はをがにのでともや]+|[はをがにのでともや]+$/gu;

  /* How many letters of a question are read. */
  const LONGEST = 300;

  /** The words of a query that name something; where none does, all. */
  function namedWords(query) {
    const all = wordsOf(query.slice(0, LONGEST));
    const named = all.flatMap((word) => {
      const text = word.join("");
      if (ASKING.has(text)) return [];
      if (isExact(word)) return [word];
      if (word.every(isLatin)) return [[...singular(text)]];
      if (!QUESTION.test(text)) return [word];
      const parts = text.replace(ASKED, " ").split(" ").map((part) => part.replace(PARTICLES, ""));
      return parts.filter((part) => LETTER.test(part)).map((part) => [...key(part)]);
    });
    return named.length > 0 ? named : all;
  }

  /** The parts of a Japanese word between its particles: 「データの自由な流通」 is of three. */
  const partsOf = (word) => word.join("").split(/[のなとをにはがでへや]+/u).filter((part) => LETTER.test(part)).map((part) => [...part]);

  const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(" ");
  const TENS = "twent thirt fort fift sixt sevent eight ninet".split(" ");

  /** An ordinal number as English writes it in letters: `13th` is `thirteenth`. */
  function ordinalOf(word) {
    const n = Number(/^(\d{1,2})(?:st|nd|rd|th)$/u.exec(word)?.[1] ?? 0);
    if (n < 20) return n > 0 ? ORDINALS[n] : undefined;
    const tens = TENS[Math.floor(n / 10) - 2];
    return n % 10 === 0 ? `${tens}ieth` : `${tens}y-${ORDINALS[n % 10]}`;
  }

  /** A Latin word without the ending of the plural: the beginning of both forms. */
  const singular = (word) => (word.length < 5 || /[sui]s$/u.test(word) ? word : word.replace(/(?<=..)ies$|s$/u, ""));

  /** Whether a word stands for itself alone, and not for longer ones too: a phrase, or up to three Latin letters. */
  const isExact = (word) => word.includes(" ") || (word.length <= 3 && word.every(isLatin));

  /** Whether a character of a query's key is part of a word, and no sign around or between words, by what stands beside it. */
  function isOfWord(chars, at) {
    const c = chars[at];
    const is = (place, property) => chars[place] !== undefined && property.test(chars[place]);
    const both = (property) => is(at - 1, property) && is(at + 1, property);
    const isInitial = (place, beyond) => isLatin(chars[place]) && !is(beyond, LETTER);
    if ("#%".includes(c)) return true;
    if (c === "+") return endsName(chars, at);
    if (c === "&") return both(LETTER) && (isInitial(at - 1, at - 2) || isInitial(at + 1, at + 2));
    if ("-'.@_".includes(c)) return both(LETTER);
    if ("~,:/".includes(c)) return both(/\p{N}/u);
    return !/[\p{P}\p{S}]/u.test(c);
  }

  /** Whether a plus is one of several at the end of a name in Latin letters, as in `c++`. */
  function endsName(chars, at) {
    let [first, end] = [at, at + 1];
    while (chars[first - 1] === "+") first -= 1;
    while (chars[end] === "+") end += 1;
    return end - first > 1 && isLatin(chars[first - 1]) && !(chars[end] !== undefined && LETTER.test(chars[end]));
  }

  /** Whether a character counts in a query of signs alone. */
  const isOfSigns = (c) => "#%".includes(c) || !/[\p{P}<>|`]/u.test(c);

  /** The parts of a text, by its key, where a word stands; one that begins with a Latin letter, at the beginning of a word only. */
  function places(word, chars) {
    const found = [];
    for (let at = 0; at + word.length <= chars.length; at += 1) {
      if (isLatin(word[0]) && isLatin(chars[at - 1]?.c)) continue;
      if (isExact(word) && isLatin(word.at(-1)) && isLatin(chars[at + word.length]?.c)) continue;
      if (word.every((c, n) => chars[at + n].c === c || (c === " " && !isLatin(chars[at + n].c)))) {
        const last = at + word.length - 1;
        // Who looks for a word finds its plural.
        const isPlural = isLatin(word.at(-1)) && chars[last + 1]?.c === "s" && !isLatin(chars[last + 2]?.c);
        found.push([chars[at].from, chars[isPlural ? last + 1 : last].to]);
        at = last;
      }
    }
    return found;
  }

  /** Whether a text has every word of a query. */
  function finds(query, text) {
    const words = wordsOf(query);
    const chars = keyed(text);
    return words.length > 0 && words.every((word) => places(word, chars).length > 0);
  }

  /** The tokens by which a word is looked up, so that every character of it is in one. An open token is the beginning of others. */
  function tokensOf(word) {
    const tokens = [];
    for (let at = 0; at < word.length; ) {
      const next = word[at + 1];
      if (isLatin(word[at])) {
        let end = at;
        while (isLatin(word[end])) end += 1;
        tokens.push({ at, token: word.slice(at, end).join(""), isOpen: end === word.length && !isExact(word) });
        at = end;
      } else if (word[at] === " ") {
        at += 1;
      } else if (next !== undefined) {
        tokens.push({ at, token: word[at] + next, isOpen: false });
        at += isLatin(next) || next === " " ? 1 : 2;
      } else {
        const before = at > 0 && !isLatin(word[at - 1]) && word[at - 1] !== " " ? word[at - 1] : "";
        tokens.push({ at: at - before.length, token: before + word[at], isOpen: before === "" });
        at += 1;
      }
    }
    return tokens;
  }

  /* The index. */

  /** Reads numbers and blocks from bytes. */
  class Reader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }
    get isAtEnd() {
      return this.at >= this.bytes.length;
    }
    number() {
      let number = 0;
      for (let shift = 1; ; shift *= 128) {
        const byte = this.bytes[this.at++];
        number += (byte & 127) * shift;
        if (!(byte & 128)) return number;
      }
    }
    block() {
      const length = this.number();
      this.at += length;
      return this.bytes.subarray(this.at - length, this.at);
    }
  }

  /** By code points, as the program sorts. */
  function compare(a, b) {
    const [x, y] = [[...a], [...b]];
    for (let n = 0; n < x.length && n < y.length; n += 1) {
      const difference = x[n].codePointAt(0) - y[n].codePointAt(0);
      if (difference !== 0) return difference;
    }
    return x.length - y.length;
  }

  class Index {
    /** `load` gives the bytes of a file of the index, by its name and the version of the index. */
    static async open(load) {
      const manifest = JSON.parse(new TextDecoder().decode(await load("index.json", "")));
      const records = await load("records.bin", manifest.version);
      return new Index(load, manifest, records);
    }

    constructor(load, manifest, bytes) {
      this.load = load;
      this.manifest = manifest;
      this.parts = new Map();
      this.records = [...readRecords(bytes, manifest)];
    }

    part(name, read) {
      if (!this.parts.has(name)) {
        const part = this.load(name, this.manifest.version).then(read);
        // What failed once may succeed the next time.
        part.catch(() => this.parts.delete(name));
        this.parts.set(name, part);
      }
      return this.parts.get(name);
    }

    /**
     * The texts that hold most of some words: for each, whether these stand in its title, and whether as they are rather than
     * as the beginnings of longer ones. `has` is how many words each of them has, `words` are those that were looked for, and
     * `near` those of them that a word that is nowhere was taken for.
     */
    async find(words) {
      const resolved = (await Promise.all(words.map((word) => this.resolve(word)))).flat();
      const there = resolved.map(({ standing }) => standing);
      const counts = new Map();
      for (const text of there.flatMap((standing) => [...standing.keys()])) counts.set(text, (counts.get(text) ?? 0) + 1);
      let has = 0;
      for (const n of counts.values()) has = Math.max(has, n);
      const texts = new Map();
      for (const [text, n] of counts) {
        if (n < has) continue;
        const all = there.map((standing) => standing.get(text)).filter(Boolean);
        texts.set(text, {
          // What names a body in short comes first in its text.
          isTitle: all.every(({ starts }) => starts.some((start) => start < this.manifest.body || (start === this.manifest.body && this.isNamed(text)))),
          isWhole: all.every(({ isWhole }) => isWhole),
        });
      }
      const near = resolved.filter(({ isNear }) => isNear).map(({ word }) => word.join(""));
      return { texts, has, near, words: resolved.map(({ word }) => word) };
    }

    /** Where a word stands. One that is nowhere is taken for its parts, or for another. */
    async resolve(word) {
      const standing = await this.standing(word);
      if (standing.size > 0) return [{ word, standing }];
      const parts = partsOf(word);
      if (parts.length > 1) return Promise.all(parts.map(async (part) => ({ word: part, standing: await this.standing(part) })));
      const ordinal = ordinalOf(word.join(""));
      const other = ordinal ?? (await this.nearest(word));
      if (other === undefined) return [{ word, standing }];
      return [{ word: [...other], standing: await this.standing([...other]), isNear: ordinal === undefined }];
    }

    /** Whether a text is of a record whose text begins with another name of it. */
    isNamed(text) {
      return ["delegation", "organization", "person"].includes(this.records[text >> 1].type[0]);
    }

    /** Every text. */
    everything() {
      const texts = this.records.flatMap(({ languages }, n) => languages.map((language) => 2 * n + this.manifest.languages.indexOf(language)));
      return new Map(texts.map((text) => [text, { isTitle: true, isWhole: true }]));
    }

    /** The word of the index that a Latin word is most likely meant to be; none of a word that is too short to tell. */
    async nearest(word) {
      if (word.length < 5 || word.length > 40 || !word.every(isLatin)) return undefined;
      const written = word.join("");
      const limit = word.length < 8 ? 1 : 2;
      const candidates = new Map();
      for (const part of await this.blocksOf(written.slice(0, 2), true)) {
        for (const [other, block] of part) {
          const distance = Math.abs([...other].length - word.length) <= limit ? editDistance(written, other) : Infinity;
          if (distance <= limit && [...other].every(isLatin)) candidates.set(other, distance - block.length / 1e6);
        }
      }
      return [...candidates].sort((a, b) => a[1] - b[1])[0]?.[0];
    }

    /** Where a word stands: for each text, the places of its first character. */
    async standing(word) {
      const tokens = await Promise.all(
        tokensOf(word).map(async ({ at, token, isOpen }) => {
          const texts = await this.lookUp(token, isOpen);
          return { at, texts, whole: isOpen ? await this.lookUp(token, false) : texts };
        }),
      );
      tokens.sort((a, b) => a.texts.size - b.texts.size);
      const [rarest, ...others] = tokens;
      const standing = new Map();
      for (const [text, places] of rarest?.texts ?? []) {
        let starts = places.map((place) => place - rarest.at);
        for (const { at, texts } of others) {
          if (starts.length === 0) break;
          const there = new Set(texts.get(text));
          starts = starts.filter((start) => there.has(start + at));
        }
        if (starts.length > 0) standing.set(text, { starts, isWhole: tokens.every(({ whole }) => whole.has(text)) });
      }
      return standing;
    }

    /** The texts that have a token, or one that begins so, with its places. */
    async lookUp(token, isOpen) {
      const texts = new Map();
      for (const part of await this.blocksOf(token, isOpen)) {
        for (const [own, block] of part) {
          if (own === token || (isOpen && own.startsWith(token))) addPlaces(block, texts);
        }
      }
      return texts;
    }

    /** The parts of the index that may have a token, or one that begins so. */
    blocksOf(token, isOpen) {
      const firsts = this.manifest.words;
      let low = 0;
      let high = firsts.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (compare(firsts[middle], token) <= 0) low = middle + 1;
        else high = middle;
      }
      const numbers = [Math.max(low - 1, 0)];
      for (let n = low; isOpen && n < firsts.length && firsts[n].startsWith(token); n += 1) numbers.push(n);
      return Promise.all(numbers.map((n) => this.part(`words/${n}.bin`, readWords)));
    }

    /** The text of a record in a language: its address, title, text, date and meeting. */
    async text(record, language) {
      const starts = this.manifest.texts[this.manifest.languages.indexOf(language)];
      let n = starts.length - 1;
      while (starts[n] > record) n -= 1;
      const part = await this.part(`texts/${language}/${n}.json`, (bytes) => JSON.parse(new TextDecoder().decode(bytes)));
      const [path, title, text, date, meeting] = part[record - starts[n]];
      return { language, path, title, text, date, meeting };
    }
  }

  /** A single number, doubled; or the count of several, doubled and one more, and these. */
  function readSeveral(reader) {
    const head = reader.number();
    return head % 2 ? Array.from({ length: (head - 1) / 2 }, () => reader.number()) : [head / 2];
  }

  /**
   * What each record can be filtered by. The commitments of a meeting follow it, have its year and its dialogue, and give
   * it their tracks. Only an archive of several dialogues names them.
   */
  function* readRecords(bytes, { types, kinds, outcomes, tracks, delegations, dialogues = [], sides, languages }) {
    let meeting;
    for (const reader = new Reader(bytes); !reader.isAtEnd; ) {
      const head = reader.number();
      const type = types[head & 15];
      const record = { type: [type], languages: languages.filter((_, n) => head & (16 << n)), dialogue: [], track: [], kind: [], outcome: [], year: [] };
      record.delegation = sides[reader.number()].map((n) => delegations[n]);
      if (type === "meeting") {
        record.year = [String(reader.number())];
        if (dialogues.length > 0) record.dialogue = [dialogues[reader.number()]];
        meeting = record;
      } else if (type === "event") {
        record.year = [String(reader.number())];
      } else if (type === "commitment") {
        record.year = meeting.year;
        record.dialogue = meeting.dialogue;
        record.kind = [kinds[reader.number()]];
        const bits = reader.number();
        record.outcome = outcomes.filter((_, n) => bits & (1 << n));
      }
      if (["commitment", "event", "track"].includes(type)) record.track = readSeveral(reader).map((n) => tracks[n]);
      if (type === "commitment") meeting.track.push(...record.track.filter((track) => !meeting.track.includes(track)));
      yield record;
    }
  }

  /** How many letters are to be changed, left out, put in or exchanged with the next, so that one word becomes the other. */
  function editDistance(a, b) {
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, n) => n)];
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const isSame = a[i - 1] === b[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (isSame ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[b.length];
  }

  function readWords(bytes) {
    const words = new Map();
    const decoder = new TextDecoder();
    for (const reader = new Reader(bytes); !reader.isAtEnd; ) words.set(decoder.decode(reader.block()), reader.block());
    return words;
  }

  function addPlaces(block, texts) {
    let text = 0;
    for (const reader = new Reader(block); !reader.isAtEnd; ) {
      const head = reader.number();
      text += head >> 1;
      const places = texts.get(text) ?? [];
      let place = 0;
      for (let n = head & 1 ? 1 : reader.number(); n > 0; n -= 1) places.push((place += reader.number()));
      texts.set(text, places);
    }
  }

  /* The page. */

  const FACETS = ["type", "dialogue", "track", "delegation", "kind", "outcome"];
  const SHOWN = 8;
  const PAUSE = 120;
  /** What stands in no time comes first: it is what a reader most likely looks for by its name. */
  const UNDATED = ["track", "term", "delegation", "organization", "person", "page"];

  /** What stands in no year passes only where no year is asked for. */
  const isIn = ({ from, to }, [year]) => (from === "" || year >= from) && (to === "" || year <= to);

  const passes = (record, chosen, without) =>
    isIn(chosen.years, record.year) &&
    FACETS.every((facet) => {
      if (facet === without || chosen[facet].size === 0) return true;
      return record[facet].some((value) => chosen[facet].has(value));
    });

  /** What has a date and answers to a name or a number: the meeting, then the event, then what they set down. */
  const DATED = ["meeting", "event", "commitment"];

  /**
   * The records of some texts, the best first: in the title before elsewhere, then what has no date, then whole words before
   * their beginnings, then in titles by type, then the newest. Or the newest first, and what has no date last.
   */
  function ranked(index, texts, isByDate) {
    const hits = new Map();
    for (const [text, { isTitle, isWhole }] of texts) {
      const record = text >> 1;
      const hit = hits.get(record) ?? { record, isTitle: false, isWhole: false, languages: [] };
      hit.isTitle ||= isTitle;
      hit.isWhole ||= isWhole;
      hit.languages.push(index.manifest.languages[text & 1]);
      hits.set(record, hit);
    }
    const about = (hit) => index.records[hit.record];
    const year = (hit) => Number(about(hit).year[0] ?? 0);
    const rank = (hit) => {
      const undated = UNDATED.indexOf(about(hit).type[0]);
      return undated >= 0 ? undated : UNDATED.length + (hit.isTitle ? DATED.indexOf(about(hit).type[0]) : 0);
    };
    const newest = (a, b) => year(b) - year(a) || b.record - a.record;
    const isDated = (hit) => Number(rank(hit) >= UNDATED.length);
    const best = (a, b) => b.isTitle - a.isTitle || isDated(a) - isDated(b) || b.isWhole - a.isWhole || rank(a) - rank(b) || newest(a, b);
    return [...hits.values()].sort(isByDate ? newest : best);
  }

  class Page {
    constructor(place) {
      this.place = place;
      this.lang = document.documentElement.lang;
      this.form = place.querySelector("form");
      this.field = place.querySelector("input[type=search]");
      this.status = place.querySelector("[role=status]");
      this.list = place.querySelector("ol");
      this.more = place.querySelector(".further");
      this.clear = place.querySelector(".clear");
      this.order = place.querySelector("[name=order]");
      this.years = [...place.querySelectorAll("[name=from], [name=to]")];
      this.boxes = [...place.querySelectorAll("input[type=checkbox]")];
      this.labels = new Map(this.boxes.map((box) => [`${box.name} ${box.value}`, box.parentElement.querySelector(".label").textContent]));
      this.plural = new Intl.PluralRules(this.lang);
      this.turn = 0;
      this.hits = [];
      this.listen();
      this.readAddress();
    }

    listen() {
      let pause;
      const soon = (event) => {
        if (event.isComposing) return;
        clearTimeout(pause);
        pause = setTimeout(() => this.search({ isTyping: true }), PAUSE);
      };
      this.field.addEventListener("input", soon);
      this.field.addEventListener("compositionend", soon);
      this.form.addEventListener("change", (event) => {
        if (event.target !== this.field) this.search({ isNew: true });
      });
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        clearTimeout(pause);
        this.search({ isNew: true });
      });
      this.clear.addEventListener("click", () => {
        for (const box of this.boxes) box.checked = false;
        for (const year of this.years) year.value = "";
        this.field.focus();
        this.search({ isNew: true });
      });
      this.more.addEventListener("click", async () => {
        const before = this.list.children.length;
        await this.show(before + SHOWN);
        this.list.children[before]?.querySelector("a").focus();
      });
      this.place.addEventListener("keydown", (event) => this.move(event));
      addEventListener("popstate", () => this.readAddress());
    }

    /** The arrow keys lead from the field through the results and back. */
    move(event) {
      const links = [...this.list.children].map((item) => item.querySelector("a"));
      const stops = [this.field, ...links];
      const at = stops.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, Escape: 0 }[event.key];
      if (at < 0 || to === undefined || stops[to] === undefined || (event.key === "Escape" && at === 0)) return;
      event.preventDefault();
      stops[to].focus();
    }

    get query() {
      return this.field.value.trim();
    }

    get chosen() {
      const chosen = Object.fromEntries(FACETS.map((facet) => [facet, new Set()]));
      for (const box of this.boxes) if (box.checked) chosen[box.name].add(box.value);
      // Who names the later year first means the same.
      const [from = "", to = ""] = this.years.map((year) => year.value);
      chosen.years = from !== "" && to !== "" && from > to ? { from: to, to: from } : { from, to };
      return chosen;
    }

    isNarrowed({ years, ...facets }) {
      return years.from !== "" || years.to !== "" || FACETS.some((facet) => facets[facet].size > 0);
    }

    /** Takes the search from the address of the page. */
    readAddress() {
      const asked = new URLSearchParams(location.search);
      this.field.value = asked.get("q") ?? "";
      this.order.value = asked.get("order") === "date" ? "date" : "";
      for (const box of this.boxes) {
        box.checked = asked.getAll(box.name).includes(box.value);
        if (box.checked) box.closest("details").open = true;
      }
      // Addresses that were cited before the range name each year.
      const named = asked.getAll("year").sort();
      for (const year of this.years) {
        year.value = asked.get(year.name) ?? (year.name === "from" ? named[0] : named.at(-1)) ?? "";
        if (year.value !== "") year.closest("details").open = true;
      }
      if (location.search !== "") this.search({});
      else this.showNothing();
    }

    /** Keeps the search in the address of the page, so that it can be cited. */
    writeAddress(isNew) {
      const asked = new URLSearchParams();
      if (this.query !== "") asked.set("q", this.query);
      if (this.order.value !== "" && this.query !== "") asked.set("order", this.order.value);
      for (const box of this.boxes) if (box.checked) asked.append(box.name, box.value);
      for (const year of this.years) if (year.value !== "") asked.set(year.name, year.value);
      const address = asked.size > 0 ? `?${asked}` : location.pathname;
      if (address === location.search) return;
      history[isNew ? "pushState" : "replaceState"](null, "", address);
      dispatchEvent(new Event("addresschange"));
    }

    async search({ isTyping = false, isNew = false }) {
      const turn = ++this.turn;
      const { query, chosen } = this;
      const isFiltered = this.isNarrowed(chosen);
      this.writeAddress(isNew);
      if (query === "" && !isFiltered) return this.showNothing();
      // One letter is the beginning of too much.
      if (isTyping && !isFiltered && namedWords(query).flat().length < 2 && !/\p{Script=Han}/u.test(query)) return this.showNothing();
      try {
        this.index ??= Index.open(loader(this.place.dataset.index));
        const index = await this.index;
        const words = namedWords(query);
        const answer = query === "" ? { texts: index.everything(), has: 0, near: [], words } : await index.find(words);
        if (turn !== this.turn) return;
        this.answer = answer;
        const found = ranked(index, answer.texts, this.order.value === "date");
        this.hits = found.filter(({ record }) => passes(index.records[record], chosen));
        this.count(index, found, chosen);
        await this.show(SHOWN, true);
        if (turn === this.turn) this.say();
      } catch {
        this.index = undefined;
        if (turn === this.turn) this.status.textContent = this.place.dataset.failed;
      }
    }

    showNothing() {
      this.turn += 1;
      this.hits = [];
      this.list.replaceChildren();
      this.status.textContent = "";
      this.more.hidden = true;
      this.clear.hidden = true;
      for (const box of this.boxes) box.parentElement.querySelector(".n").textContent = "";
      for (const facet of this.place.querySelectorAll("details")) facet.querySelector(".chosen").textContent = "";
    }

    say() {
      const { none, one, other, near, most } = this.place.dataset;
      const n = this.hits.length;
      const counted = this.plural.select(n) === "one" ? one : other.replace("#", () => n.toLocaleString(this.lang));
      const said = [n === 0 ? none : counted];
      if (n > 0) said.push(...this.answer.near.map((word) => near.replace("#", () => word)));
      if (n > 0 && this.answer.has < this.answer.words.length) said.push(most);
      this.status.replaceChildren(...said.map((words) => made("span", "", [words])));
    }

    /** How many records each choice of a filter would leave. */
    count(index, found, chosen) {
      for (const facet of FACETS) {
        const counts = new Map();
        for (const { record } of found) {
          if (!passes(index.records[record], chosen, facet)) continue;
          for (const value of index.records[record][facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        const boxes = this.boxes.filter((box) => box.name === facet);
        for (const box of boxes) {
          const n = counts.get(box.value) ?? 0;
          box.parentElement.querySelector(".n").textContent = n.toLocaleString(this.lang);
          box.parentElement.classList.toggle("none", n === 0);
        }
        const names = boxes.filter((box) => box.checked).map((box) => this.labels.get(`${facet} ${box.value}`));
        boxes[0]?.closest("details").querySelector(".chosen").replaceChildren(names.join(this.place.dataset.separator));
      }
      const { from, to } = chosen.years;
      this.years[0]?.closest("details").querySelector(".chosen").replaceChildren(from === to ? from : `${from}–${to}`);
      this.clear.hidden = !this.isNarrowed(chosen);
    }

    /** Shows as many results as these, beside those that are there unless the search is a new one. */
    async show(length, isNew = false) {
      const turn = this.turn;
      const index = await this.index;
      const { words } = this.answer;
      const there = isNew ? 0 : this.list.children.length;
      const shown = await Promise.all(this.hits.slice(there, length).map((hit) => this.item(index, hit, words)));
      if (turn !== this.turn) return;
      if (isNew) this.list.replaceChildren();
      this.list.append(...shown.filter(Boolean));
      this.more.hidden = this.hits.length <= length;
    }

    /** A result, in the page's language where the record has it; nothing where the text has not got the words after all. */
    async item(index, { record, languages }, words) {
      const about = index.records[record];
      const language = languages.includes(this.lang) ? this.lang : languages[0];
      const text = await index.text(record, language);
      const shown = language !== this.lang && about.languages.includes(this.lang) ? await index.text(record, this.lang) : text;
      const [title, body] = [keyed(text.title), keyed(text.text)];
      const inTitle = words.flatMap((word) => places(word, title));
      const inBody = words.flatMap((word) => places(word, body));
      const stands = (word) => places(word, title).length + places(word, body).length > 0;
      if (words.length > 0 && words.filter(stands).length < this.answer.has) return null;
      const item = document.createElement("li");
      const link = made("a", "what", marked(shown.title, shown === text ? inTitle : []));
      this.lead(link, shown);
      item.append(link);
      const isHidden = shown !== text && inTitle.length > 0;
      const [source, ranges] = isHidden ? [text.title, inTitle] : [text.text, inBody];
      if (ranges.length > 0 || ["meeting", "event", "track"].includes(about.type[0])) {
        const excerpt = made("p", "excerpt", excerpted(source, ranges, text.language));
        if (text.language !== this.lang) excerpt.lang = text.language;
        item.append(excerpt);
      }
      item.append(this.facts(about, shown));
      const summary = this.hits[0]?.record === record && this.hits[0].isTitle ? this.summary(index, about) : undefined;
      if (summary) {
        item.classList.add("lead");
        item.append(...summary);
      }
      return item;
    }

    /** Of the track or delegation that a query names: how many commitments it has of each kind, and what became of them. */
    summary(index, about) {
      const facet = about.type[0];
      if (this.query === "" || !["track", "delegation"].includes(facet)) return undefined;
      const [own] = about[facet];
      const all = index.records.filter((record) => record.type[0] === "commitment" && record[facet].includes(own));
      const parts = ["kind", "outcome"].map((by) => {
        const counts = new Map();
        for (const value of all.flatMap((record) => record[by])) counts.set(value, (counts.get(value) ?? 0) + 1);
        const listed = index.manifest[`${by}s`].filter((value) => counts.has(value));
        return made("p", "meta", listed.flatMap((value) => {
          const link = made("a", "", [`${this.labels.get(`${by} ${value}`)} ${counts.get(value).toLocaleString(this.lang)}`]);
          link.href = `?${new URLSearchParams([["type", "commitment"], [facet, own], [by, value]])}`;
          return [" ", link];
        }));
      });
      return all.length > 0 ? parts.filter((part) => part.children.length > 0) : undefined;
    }

    /** Makes a link lead to a record's page. */
    lead(link, { path, language }) {
      link.href = `${this.place.dataset.root}${language}/${path}`;
      if (language !== this.lang) {
        link.lang = language;
        link.hreflang = language;
      }
    }

    /** What a result says below its text: type or kind, date, meeting, dialogue, track, and the other language. */
    facts(about, shown) {
      const [type, kind] = [about.type[0], about.kind[0]];
      const facts = made("p", "meta", [made("span", "tag", [this.labels.get(kind ? `kind ${kind}` : `type ${type}`)])]);
      const add = (part) => facts.append(" ", part);
      if (shown.date) add(made("span", "", [shown.date]));
      if (shown.meeting) {
        const meeting = made("a", "", [shown.meeting]);
        this.lead(meeting, { language: shown.language, path: shown.path.replace(/^commitments\/([^/]+)\/.*/u, "meetings/$1/") });
        add(meeting);
      }
      for (const dialogue of about.dialogue) {
        const link = made("a", "", [this.labels.get(`dialogue ${dialogue}`)]);
        this.lead(link, { language: this.lang, path: `dialogues/${dialogue}/` });
        add(link);
      }
      if (about.type[0] === "commitment") {
        for (const track of about.track) {
          const link = made("a", "", [this.labels.get(`track ${track}`)]);
          this.lead(link, { language: this.lang, path: `tracks/${track}/` });
          add(link);
        }
        for (const sign of about.outcome.filter((sign) => sign !== "unknown")) add(made("span", `tag ${sign}`, [this.labels.get(`outcome ${sign}`)]));
      }
      const { otherLang, otherName } = this.place.dataset;
      if (shown.language === this.lang && about.languages.includes(otherLang)) {
        const link = made("a", "", [otherName]);
        // The glossary may list its terms in another order there.
        this.lead(link, { language: otherLang, path: about.type[0] === "term" ? "glossary/" : shown.path });
        add(link);
      }
      return facts;
    }
  }

  const loader = (base) => async (name, version) => {
    const address = version === "" ? base + name : `${base}${name}?v=${version}`;
    const response = await fetch(address, version === "" ? { cache: "no-cache" } : {});
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };

  function made(name, kind, children) {
    const element = document.createElement(name);
    if (kind !== "") element.className = kind;
    element.append(...children);
    return element;
  }

  /** The text with what was found marked. */
  function marked(text, ranges) {
    const children = [];
    let done = 0;
    for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
      if (from < done) continue;
      children.push(text.slice(done, from), made("mark", "", [text.slice(from, to)]));
      done = to;
    }
    return [...children, text.slice(done)];
  }

  /** Where the character at a place of a text begins: half of one, or a mark without what it stands on, is shown as another. */
  function beginning(text, at) {
    while (at > 0 && /^[\p{M}\p{Default_Ignorable_Code_Point}\udc00-\udfff]/u.test(text.slice(at, at + 2))) at -= 1;
    return at;
  }

  /** A piece of a long text around what was found first. */
  function excerpted(text, ranges, language) {
    const [before, length] = language === "ja" ? [30, 120] : [80, 260];
    const [first, end] = ranges.toSorted(([a], [b]) => a - b)[0] ?? [0, 0];
    let from = Math.max(first - before, 0);
    let to = Math.min(Math.max(from + length, end), text.length);
    if (language !== "ja") {
      // At a blank, where one is near.
      const [next, last] = [text.indexOf(" ", from) + 1, text.lastIndexOf(" ", to)];
      if (from > 0 && next > 0 && next <= first) from = next;
      if (to < text.length && last >= end && last > from) to = last;
    }
    [from, to] = [beginning(text, from), beginning(text, to)];
    const inside = ranges.filter(([a, b]) => a >= from && b <= to).map(([a, b]) => [a - from, b - from]);
    const piece = text.slice(from, to).replaceAll("\n", " ");
    return [from > 0 ? "…" : "", ...marked(piece, inside), to < text.length ? "…" : ""];
  }

  if (globalThis.document === undefined) {
    // For the tests.
    globalThis.taiwaSearch = { key, keyed, places, wordsOf, namedWords, finds, tokensOf, editDistance, ranked, Index };
  } else {
    new Page(document.querySelector(".search"));
  }
})();
