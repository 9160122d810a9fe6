/** Which records agree best with a question's meaning, and in what they agree, disagree or keep silent. */
import type { FactRecord } from '../base/schema.ts';
import type { Index } from './index.ts';
import type { Dated, Meaning, Named, Quantity, Word } from './meaning.ts';
import { FIELD, type Posting, ROLES, toldOf } from './postings.ts';
import { isStopword, stemsOf } from './read.ts';
import type { When } from './when.ts';

/** How a record stands to one part of a question. */
export type Stance = 'agrees' | 'differs' | 'silent';

export interface Ranked {
  /** Record number in the index. */
  number: number;
  /** Share of the question's weight that the record explains, 0 to 1. */
  cover: number;
  /** Likeness of the question to the nearest of the record's asks, 0 to 1. */
  ask: number;
  /** Share of the question's neighbouring words that stand side by side in a passage, 0 to 1: a remembered phrase. */
  phrase: number;
  /** What the ranking sorts by. */
  score: number;
  /** `hearsay`: only the record's asks have it, not the record. */
  names: readonly { name: Named; stance: Stance; role: Stance; strength: number; hearsay: boolean }[];
  words: readonly { word: Word; weight: number; value: number; hearsay: boolean }[];
  numbers: readonly { number: Quantity; stance: Stance }[];
  dates: readonly { date: Dated; stance: Stance }[];
}

/** Weights of the parts of a question and of the ways to agree. Chosen on the tuning questions; see docs/search.md. */
export const WEIGHTS = {
  /** A name weighs at least this, however common in the base. */
  name: 0.45,
  date: 0.5,
  number: 0.6,
  /** A word the base does not know: a name, a noun, another word, a word of another language. */
  stranger: { name: 1, noun: 0.75, other: 0.3, foreign: 0.5 },
  /** How much a key counts by the best field it stands in. */
  field: { curated: 1, text: 0.95, passage: 0.85, ask: 0.65, inherited: 0.85, against: 0.25 },
  /** Shares of cover and of the nearest ask in the score. */
  cover: 0.5,
  ask: 0.5,
  phrase: 0.4,
  /** The command asked for this kind of record. */
  kind: 0.06,
  /** The question speaks of trade, and the record is a deal. */
  deal: 0.04,
  /** A name stands in the role that the question gives it. */
  role: 0.06,
  /** A negative, where the question does not name both sides. */
  negative: -0.05,
  /** A name the record lacks, a role or a date that differs. */
  against: 0.15,
} as const;

interface Lookup {
  weight: number;
  keys: readonly { posting: Posting; q: number; number: number }[];
}

/** An idea stands a little behind the word itself. */
const IDEA = 0.9;

function lookupName(index: Index, name: Named): Lookup {
  const { postings } = index;
  const frequency = Math.max(0, ...name.ids.map((id) => postings.frequency(`e:${id}`)));
  const keys = name.ids.flatMap((id) => key(index, `e:${id}`, 0.5 + 0.5 * name.likeness));
  return { weight: frequency ? WEIGHTS.name + (1 - WEIGHTS.name) * postings.weight(frequency) : 1, keys };
}

function key(index: Index, text: string, q: number): Lookup['keys'] {
  const posting = index.postings.get(text);
  return posting && posting.records.length > 0 ? [{ posting, q, number: index.postings.keyNumber(text) ?? -1 }] : [];
}

function lookupWord(index: Index, word: Word): Lookup {
  const { postings } = index;
  const stems = word.stems.flatMap((stem) => key(index, `t:${stem}`, word.likeness));
  const ideas = word.ideas.flatMap((idea) => key(index, `i:${idea}`, word.likeness * IDEA));
  const keys = [...stems, ...ideas];
  if (keys.length === 0) return { weight: word.ideas.length > 0 ? WEIGHTS.stranger.noun : WEIGHTS.stranger[word.manner], keys };
  const frequency = Math.max(...keys.map(({ posting }) => toldOf(posting)));
  return { weight: Math.max(0.08, postings.weight(frequency)), keys };
}

const lookupNumber = (index: Index, number: Quantity): Lookup => ({ weight: WEIGHTS.number, keys: key(index, `n:${number.value}`, 1) });

function lookupDate(index: Index, date: When): Lookup {
  const [from, to] = [Number(date.from?.slice(0, 4) ?? 0), Number(date.to?.slice(0, 4) ?? 0)];
  const keys: Lookup['keys'][number][] = [];
  for (let year = Math.max(from, 1); year <= Math.min(to, from + 5, 2200); year++) keys.push(...key(index, `y:${year}`, 1), ...key(index, `n:${year}`, 0.9));
  return { weight: WEIGHTS.date, keys };
}

/** Records worth scoring: those with every part of the question, else all but one, else any; rarest parts first; bounded. */
function candidates(index: Index, lookups: readonly Lookup[], most = 1500, enough = 60): Set<number> {
  const parts = lookups
    .filter(({ keys }) => keys.length > 0)
    .map(({ weight, keys }) => ({
      weight,
      postings: keys.map(({ posting }) => posting),
      total: keys.reduce((sum, { posting }) => sum + posting.records.length, 0),
    }))
    .sort((a, b) => a.total - b.total);
  const found = new Set<number>();
  if (parts.reduce((sum, { total }) => sum + total, 0) <= most * 2) {
    for (const { postings } of parts) for (const { records } of postings) for (const record of records) found.add(record);
    return found;
  }
  const has = (postings: readonly Posting[], record: number) => postings.some((posting) => index.postings.mask(posting, record) !== 0);
  const conjunction = (kept: typeof parts) => {
    const [driver, ...rest] = kept;
    if (!driver) return;
    for (const { records, bits } of driver.postings) {
      const dense = bits && rest.length > 0 && rest.every(({ postings }) => postings.length === 1 && postings[0]?.bits);
      if (dense) {
        const others = rest.map(({ postings }) => postings[0]?.bits as Uint32Array);
        for (let block = 0; block < bits.length; block++) {
          let set = bits[block] as number;
          for (const other of others) set &= other[block] as number;
          for (; set; set &= set - 1) {
            found.add(block * 32 + 31 - Math.clz32(set & -set));
            if (found.size >= most) return;
          }
        }
        continue;
      }
      for (const record of records) {
        if (rest.every(({ postings }) => has(postings, record))) found.add(record);
        if (found.size >= most) return;
      }
    }
  };
  conjunction(parts);
  if (found.size >= enough || parts.length === 1) return found;
  for (const light of [...parts].sort((a, b) => a.weight - b.weight)) {
    conjunction(parts.filter((part) => part !== light));
    if (found.size >= enough) return found;
  }
  if (found.size > 0) return found;
  const byWeight = [...parts].sort((a, b) => b.weight - a.weight);
  for (let first = 0; first < byWeight.length && found.size < enough; first++) {
    for (let second = first + 1; second < byWeight.length && found.size < enough; second++)
      conjunction([byWeight[first], byWeight[second]].filter((part) => part !== undefined).sort((a, b) => a.total - b.total));
  }
  for (const { postings } of parts) {
    for (const { records } of postings) {
      for (const record of records) {
        if (found.size >= enough) return found;
        found.add(record);
      }
    }
  }
  return found;
}

/** Strength and role of a name in a record, from the fields it stands in. */
function judgeName(index: Index, record: number, name: Named, { keys }: Lookup): { value: number; stance: Stance; role: Stance; hearsay: boolean } {
  let best: { value: number; stance: Stance; role: Stance; hearsay: boolean } = { value: 0, stance: 'silent', role: 'silent', hearsay: false };
  for (const { posting, q } of keys) {
    const mask = index.postings.mask(posting, record);
    if (!mask) continue;
    const role = judgeRole(mask, name, index, record);
    const { field } = WEIGHTS;
    const place =
      role === 'differs'
        ? field.against
        : mask & ROLES
          ? mask & FIELD.inherited
            ? field.inherited
            : field.curated
          : mask & FIELD.summary
            ? field.text
            : mask & FIELD.passage
              ? field.passage
              : mask & FIELD.ask
                ? field.ask
                : field.passage;
    const value = place * q;
    if (value > best.value) best = { value, stance: role === 'differs' ? 'differs' : 'agrees', role, hearsay: (mask & ~(FIELD.ask | FIELD.inherited)) === 0 };
  }
  return best;
}

/** Whether a name's role in the question is its role in the record. Silent where either does not say. */
function judgeRole(mask: number, { role }: Named, index: Index, record: number): Stance {
  if (role === undefined) return 'silent';
  const type = index.records[record]?.type;
  if (role === 'speaker') {
    if (type !== 'quote') return 'silent';
    return mask & FIELD.speaker ? 'agrees' : 'differs';
  }
  if (type !== 'deal') return 'silent';
  const [own, other] = role === 'giver' ? [FIELD.supplier, FIELD.recipient] : [FIELD.recipient, FIELD.supplier];
  if (mask & own) return 'agrees';
  if (mask & other) return 'differs';
  return 'silent';
}

function judgeDate(index: Index, record: number, date: When, { keys }: Lookup): Stance {
  const ranges = index.ranges[record] ?? [];
  const { from, to } = date;
  const inPassage = keys.some(({ posting }) => (index.postings.mask(posting, record) & FIELD.passage) !== 0);
  const inText = keys.some(({ posting }) => (index.postings.mask(posting, record) & (FIELD.passage | FIELD.summary | FIELD.ask)) !== 0);
  if (from !== undefined && to !== undefined) {
    if (ranges.some((range) => range.from <= to && range.to >= from)) return 'agrees';
    if ((ranges.length === 0 ? inText : inPassage) && (from.slice(0, 4) !== to.slice(0, 4) || (from.endsWith('-01-01') && to.endsWith('-12-31'))))
      return 'agrees';
    return ranges.length > 0 ? 'differs' : 'silent';
  }
  const inYear = (range: { from: string; to: string }) => {
    if (range.to.slice(0, 4) !== range.from.slice(0, 4)) return true;
    const span = `${range.from.slice(0, 4)}-${String(date.month).padStart(2, '0')}`;
    const first = `${span}-${String(date.day ?? 1).padStart(2, '0')}`;
    const last = `${span}-${String(date.day ?? 31).padStart(2, '0')}`;
    return range.from <= last && range.to >= first;
  };
  if (ranges.length === 0) return 'silent';
  return ranges.some(inYear) ? 'agrees' : 'differs';
}

const fieldValue = (mask: number): number => {
  const { field } = WEIGHTS;
  if (mask & (FIELD.summary | FIELD.topic | ROLES)) return field.text;
  return mask & FIELD.ask ? field.ask : field.passage;
};

/** Likeness of the question to the record's nearest ask: how much of each is in the other. */
function askLikeness(
  index: Index,
  record: number,
  question: ReadonlyMap<number, number>,
  units: readonly { weight: number; numbers: readonly number[] }[],
): number {
  const { postings } = index;
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return 0;
  let best = 0;
  for (const ask of postings.asks(record)) {
    const keys = new Set(ask.flat());
    let mine = 0;
    for (const { weight, numbers } of units) if (numbers.some((number) => keys.has(number))) mine += weight;
    if (mine === 0 || (mine / total) * 0.65 + 0.35 <= best) continue;
    let theirs = 0;
    let all = 0;
    for (const unit of ask) {
      const weight = Math.max(
        0.08,
        ...unit
          .map((number) => postings.weight(postings.frequencyOf(number)))
          .filter((w) => w > 0)
          .slice(0, 1),
      );
      all += weight;
      if (unit.some((number) => question.has(number))) theirs += weight;
    }
    best = Math.max(best, 0.65 * (mine / total) + 0.35 * (all > 0 ? theirs / all : 0));
  }
  return best;
}

/** Ideas of trade. */
export const TRADE: ReadonlySet<string> = new Set(['buy', 'sell', 'supply', 'import', 'export', 'deal', 'customer', 'sign']);

/** True when the question speaks of buying, selling or dealing. */
export const speaksOfTrade = ({ words, names }: Meaning): boolean =>
  words.some(({ ideas }) => ideas.some((idea) => TRADE.has(idea))) || names.some(({ role }) => role === 'giver' || role === 'taker');

/** Pairs of neighbouring words, each with how much it tells: function words little, words of the base's subject hardly more. */
function spokenPairs(index: Index, { tokens, languages }: Meaning): { pair: string; weight: number }[] {
  const { postings } = index;
  const told = tokens.map(({ text }) => {
    if (isStopword(text, languages)) return 0.1;
    const frequency = Math.max(0, ...stemsOf(text, languages).map((stem) => postings.frequency(`t:${stem}`)));
    return frequency > 0 ? postings.weight(frequency) : 0.5;
  });
  return tokens.slice(1).map(({ text }, i) => ({ pair: `${tokens[i]?.text} ${text}`, weight: (told[i] ?? 0) + (told[i + 1] ?? 0) }));
}

/** Share of the question's pairs of neighbouring words, by weight, that some passage of the record holds; short of a third it is chance. */
function phraseLikeness(index: Index, record: number, question: readonly { pair: string; weight: number }[]): number {
  const total = question.reduce((sum, { weight }) => sum + weight, 0);
  if (question.length < 2 || total < 0.5) return 0;
  const held = index.phrases(record);
  const share = question.reduce((sum, { pair, weight }) => (held.has(pair) ? sum + weight : sum), 0) / total;
  return share > 1 / 3 ? share : 0;
}

/** What kind of record the question seems to want, beyond its words. */
function bonusOf(record: FactRecord | undefined, { names }: Ranked, meaning: Meaning, trade: boolean): number {
  if (!record) return 0;
  let bonus = 0;
  if (meaning.preference === record.type) bonus += WEIGHTS.kind;
  if (trade && record.type === 'deal') bonus += WEIGHTS.deal;
  if (record.type === 'quote' && meaning.speaks) bonus += record.form === 'direct' ? WEIGHTS.kind : WEIGHTS.deal;
  if (record.status === 'negative' && names.length < 2) bonus += WEIGHTS.negative;
  return bonus + WEIGHTS.role * names.filter(({ role }) => role === 'agrees').length;
}

/** Scores every candidate and returns the best, best first. */
export function rankRecords(index: Index, meaning: Meaning, limit: number): Ranked[] {
  const { names, words, numbers, dates } = meaning;
  const nameLookups = names.map((name) => lookupName(index, name));
  const wordLookups = words.map((word) => lookupWord(index, word));
  const numberLookups = numbers.map((number) => lookupNumber(index, number));
  const dateLookups = dates.map((date) => lookupDate(index, date));
  const lookups = [...nameLookups, ...wordLookups, ...numberLookups, ...dateLookups];
  const total = lookups.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const units = [...nameLookups, ...wordLookups, ...numberLookups].map(({ weight, keys }) => ({ weight, numbers: keys.map(({ number }) => number) }));
  const question = new Map(units.flatMap(({ numbers: keys, weight }) => keys.map((number): [number, number] => [number, weight])));
  const scored: Ranked[] = [];
  const trade = speaksOfTrade(meaning);
  for (const number of candidates(index, lookups)) {
    let explained = 0;
    const nameStances = names.map((name, i) => {
      const lookup = nameLookups[i] as Lookup;
      const { value, stance, role, hearsay } = judgeName(index, number, name, lookup);
      explained += lookup.weight * value;
      return { name, stance, role, strength: value, hearsay };
    });
    const wordValues = words.map((word, i) => {
      const lookup = wordLookups[i] as Lookup;
      let value = 0;
      let hearsay = true;
      for (const { posting, q } of lookup.keys) {
        const mask = index.postings.mask(posting, number);
        if (!mask) continue;
        value = Math.max(value, q * fieldValue(mask));
        if (mask & ~FIELD.ask) hearsay = false;
      }
      explained += lookup.weight * value;
      return { word, weight: lookup.weight, value, hearsay };
    });
    const numberStances = numbers.map((quantity, i) => {
      const lookup = numberLookups[i] as Lookup;
      const agrees = lookup.keys.some(({ posting }) => index.postings.mask(posting, number) !== 0);
      if (agrees) explained += lookup.weight;
      return {
        number: quantity,
        stance: agrees ? ('agrees' as const) : (index.records[number]?.figures.length ?? 0) > 0 ? ('differs' as const) : ('silent' as const),
      };
    });
    const dateStances = dates.map((date, i) => {
      const lookup = dateLookups[i] as Lookup;
      const stance = judgeDate(index, number, date, lookup);
      if (stance === 'agrees') explained += lookup.weight;
      return { date, stance };
    });
    const cover = explained / total;
    const record = index.records[number];
    const wanted = meaning.preference === 'ask' ? trade && record?.type === 'deal' : record?.type === meaning.preference;
    scored.push({
      number,
      cover,
      ask: 0,
      phrase: 0,
      score: cover + (wanted ? WEIGHTS.kind : 0),
      names: nameStances,
      words: wordValues,
      numbers: numberStances,
      dates: dateStances,
    });
  }
  scored.sort((a, b) => b.score - a.score || a.number - b.number);
  const spoken = spokenPairs(index, meaning);
  const best = scored.slice(0, Math.max(limit, 48)).map((ranked) => {
    const ask = askLikeness(index, ranked.number, question, units);
    const phrase = phraseLikeness(index, ranked.number, spoken);
    const record = index.records[ranked.number];
    const bonus = bonusOf(record, ranked, meaning, trade);
    const against = ranked.names.filter(({ stance }) => stance !== 'agrees').length + ranked.dates.filter(({ stance }) => stance !== 'agrees').length;
    return { ...ranked, ask, phrase, score: WEIGHTS.cover * ranked.cover + WEIGHTS.ask * ask + WEIGHTS.phrase * phrase + bonus - WEIGHTS.against * against };
  });
  return best.sort((a, b) => b.score - a.score || a.number - b.number).slice(0, limit);
}
