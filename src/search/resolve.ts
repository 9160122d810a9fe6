/** A query → a resolution. The one way in to the search. */
import type { Base, FactRecord } from '../base/schema.ts';
import { type Objection, objections } from './decide.ts';
import { ideaWords } from './ideas.ts';
import { indexBase } from './index.ts';
import { createLexicon } from './lexicon.ts';
import { type Meaning, readMeaning } from './meaning.ts';
import { nearWords } from './near.ts';
import { type Ranked, rankRecords } from './rank.ts';
import { isStopword, numberOf, ordinary, type Respell, stemsOf } from './read.ts';
import type { Match, Reason, Resolution, ResolveOptions, Search } from './resolution.ts';
import type { Language } from './text.ts';
import { isTimeWord, monthNumber, monthWords } from './when.ts';

/**
 * The day to count relative dates from when the base has nothing on them as of today: the first of the month after its latest source.
 * "Last July" then is the last July that the base can know of.
 */
function horizonOf(base: Base): string {
  const latest =
    [...base.sources.values()]
      .map(({ date }) => `${date}-12-31`.slice(0, 10))
      .sort()
      .at(-1) ?? '2000-01-01';
  const [year = 2000, month = 1] = latest.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}

/** Builds the search of a base. */
export function createSearch(base: Base): Search {
  const lexicon = createLexicon(base.entities);
  const index = indexBase(base, lexicon);
  const horizon = horizonOf(base);
  /** Words only of names that the base does not know: a misspelling must be close to be one of them. */
  const foreignWords = new Set(lexicon.nameWords.filter((word) => !lexicon.inBaseName(word) && !index.vocabulary.has(word)));
  let near: ((word: string) => readonly { index: number; likeness: number }[]) | undefined;
  let list: string[] = [];
  const nearest = (word: string) => {
    if (!near) {
      list = [...new Set([...lexicon.nameWords, ...index.vocabulary, ...ideaWords('en'), ...monthWords])];
      near = nearWords(list);
    }
    return near(word)
      .map(({ index: at, likeness }) => ({ word: list[at] as string, likeness }))
      .filter(({ word: other, likeness }) => !foreignWords.has(other) || (other.length >= 6 && likeness >= 0.85 && other[0] === word[0]));
  };
  const known = (word: string, languages: readonly Language[]): boolean =>
    isTimeWord(word) ||
    isStopword(word, languages) ||
    numberOf(word) !== undefined ||
    lexicon.exact(word) !== undefined ||
    lexicon.inBaseName(word) ||
    stemsOf(word, languages).some((stem) => index.postings.has(`t:${stem}`));
  const respellFor = (languages: readonly Language[]): Respell => {
    const english = languages[0] === 'en';
    return (word) => {
      if (known(word, languages) || (english && ordinary(word))) return [];
      return nearest(word);
    };
  };
  const misspeltMonth = (word: string) => {
    if (word.length < 5 || known(word, ['en', 'ru', 'tr']) || ordinary(word)) return 0;
    const [best] = nearest(word);
    return best && monthNumber(best.word);
  };
  const judge = (query: string, { preference = 'ask', today, limit = 25 }: ResolveOptions) => {
    const read = (day: string) =>
      readMeaning(query, { lexicon, respell: respellFor, misspeltMonth: (word) => misspeltMonth(word) ?? 0, preference, today: day });
    let meaning = read(today);
    let ranked = rankRecords(index, meaning, lexicon, limit);
    if (meaning.dates.some(({ relative }) => relative) && !ranked.some(({ dates }) => dates.every(({ stance }) => stance === 'agrees'))) {
      meaning = read(horizon);
      ranked = rankRecords(index, meaning, lexicon, limit);
    }
    return { meaning, judged: ranked.map((entry) => ({ entry, against: objections(entry, meaning, index, lexicon) })) };
  };
  const resolve = (query: string, { preference = 'ask', today, limit = 25 }: ResolveOptions): Resolution => {
    const { meaning, judged } = judge(query, { preference, today, limit });
    if (judged.length === 0) return { kind: 'nothing', why: ['Nothing in the base comes near this.'] };
    const match = ({ entry }: { entry: Ranked }): Match => ({
      record: index.records[entry.number] as FactRecord,
      agreement: entry.score,
      reasons: reasonsOf(entry, meaning),
      corrections: [],
    });
    const answers = judged.filter(({ against }) => !against.some(({ grave }) => grave));
    const [first, ...rest] = answers;
    if (first) return { kind: 'answer', list: meaning.asked.has('list'), matches: [match(first), ...rest.map(match)] };
    const [nearestOne, ...others] = judged;
    if (!nearestOne) return { kind: 'nothing', why: ['Nothing in the base comes near this.'] };
    const why = nearestOne.against.map(({ why: text }: Objection) => text);
    return {
      kind: 'closest',
      why: [why[0] ?? 'It does not answer the question.', ...why.slice(1)],
      matches: [match(nearestOne), ...others.slice(0, 4).map(match)],
    };
  };
  return { resolve, judge, features } as never;
}

function reasonsOf(entry: Ranked, meaning: Meaning): Reason[] {
  return [
    ...entry.names
      .filter(({ stance }) => stance === 'agrees')
      .map(({ name }): Reason => ({ said: name.said, means: name.ids.join(' / '), how: name.likeness < 1 ? 'spelling' : 'name' })),
    ...entry.words
      .filter(({ value }) => value > 0)
      .map(({ word }): Reason => ({ said: word.said, means: [...word.ideas, ...word.stems].join(' / '), how: 'word' })),
    ...entry.dates.filter(({ stance }) => stance === 'agrees').map(({ date }): Reason => ({ said: date.words, means: date.words, how: 'date' })),
    ...[...meaning.asked].map((asked): Reason => ({ said: asked, means: asked, how: 'asked' })),
  ];
}

export const debug = 1;
export function features(entry: Ranked, meaning: Meaning): number[] {
  const foreign = meaning.languages[0] !== 'en' ? 1 : 0;
  let missName = 0,
    missNoun = 0,
    missIdea = 0,
    missOther = 0,
    missForeign = 0,
    hit = 0,
    hitW = 0,
    missW = 0,
    maxHit = 0;
  for (const { word, weight, value } of entry.words) {
    if (value >= 0.3) {
      hit++;
      hitW += weight;
      maxHit = Math.max(maxHit, weight * value);
      continue;
    }
    missW += weight;
    if (word.ideas.length > 0) missIdea += weight;
    else if (word.manner === 'name') missName++;
    else if (word.manner === 'noun') missNoun++;
    else if (word.manner === 'foreign') missForeign++;
    else missOther++;
  }
  const names = entry.names.filter(({ stance }) => stance === 'agrees').length;
  return [
    entry.cover,
    entry.ask,
    entry.phrase,
    names > 0 ? 1 : 0,
    hit > 0 ? 1 : 0,
    hitW,
    missW,
    missName,
    missNoun,
    missIdea,
    missOther,
    missForeign,
    foreign,
    meaning.asked.size > 0 ? 1 : 0,
    maxHit,
    entry.dates.length > 0 ? 1 : 0,
  ];
}
