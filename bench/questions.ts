/** Labelled questions to a synthetic base, and what makes an answer right. */
import { type Base, type Deal, type Entity, type FactRecord, isUnstated, type Stated } from '../src/base/schema.ts';
import { monthName } from '../src/search/when/span.ts';
import { createRandom, type Random } from './random.ts';

/** What a right record must have. */
interface Slots {
  /** Takes part in any role. */
  party?: string;
  giver?: string;
  taker?: string;
  system?: string;
  speaker?: string;
  both?: readonly [string, string];
  year?: string;
  /** Year and month. */
  month?: string;
  words?: readonly string[];
}

export const KINDS = ['slots', 'language', 'direction', 'entities', 'quote', 'topic', 'absent pair', 'wrong year', 'swapped', 'stranger'] as const;
type Kind = (typeof KINDS)[number];

export interface Question {
  kind: Kind;
  query: string;
  /** Undefined: the base does not say, and no record is right. */
  wanted: Slots | undefined;
}

const has = (side: Stated<readonly string[]> | undefined, id: string): boolean => side !== undefined && !isUnstated(side) && side.includes(id);

function names(record: FactRecord, id: string): boolean {
  if (record.about.includes(id)) return true;
  switch (record.type) {
    case 'deal':
      return has(record.supplier, id) || has(record.recipient, id) || has(record.systems, id);
    case 'quote':
      return has(record.speaker, id);
    case 'fact':
      return record.subject.includes(id) || record.object.includes(id);
  }
}

/** Whether a record has all that is wanted. */
function fits(record: FactRecord, { party, giver, taker, system, speaker, both, year, month, words }: Slots): boolean {
  const on = isUnstated(record.date) ? '' : record.date.on;
  return (
    (party === undefined || names(record, party)) &&
    (system === undefined || names(record, system)) &&
    (giver === undefined || (record.type === 'deal' && has(record.supplier, giver))) &&
    (taker === undefined || (record.type === 'deal' && has(record.recipient, taker))) &&
    (speaker === undefined || (record.type === 'quote' && has(record.speaker, speaker))) &&
    (both === undefined || both.every((id) => names(record, id))) &&
    (year === undefined || on.startsWith(year)) &&
    (month === undefined || on === month) &&
    (words === undefined || words.every((word) => record.summary.includes(word)))
  );
}

/** Whether a record is a right answer. */
export const isRight = (record: FactRecord, { wanted }: Question): boolean => wanted !== undefined && fits(record, wanted);

/** One slip of the finger, behind the first letter. */
function slip(word: string, random: Random): string {
  if (word.length < 5) return word;
  const at = 1 + random.below(word.length - 2);
  const [before, here, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  switch (random.below(4)) {
    case 0:
      return before + after;
    case 1:
      return before + after.charAt(0) + here + after.slice(1);
    case 2:
      return before + random.pick([...'aeiorstn']) + after;
    default:
      return before + here + here + after;
  }
}

const TYPOS = 0.35;
const DEMONYMS = 0.25;

/** Writes names as people do: now and then a demonym, no hyphen, a slip. */
interface Hand {
  random: Random;
  entities: Base['entities'];
  /** Most entities of a type, for what a record could have named. */
  ofType(type: Entity['type']): readonly Entity[];
  write(id: string): string;
}

function createHand({ entities }: Base, random: Random): Hand {
  const byType = Map.groupBy(entities.values(), ({ type }) => type);
  const write = (id: string): string => {
    const found = entities.get(id);
    if (!found) return id;
    const demonym = found.type === 'country' && random.chance(DEMONYMS) ? found.aliases[1] : undefined;
    const name = found.type === 'system' && random.chance(0.3) ? found.name.replace('-', random.pick([' ', ''])) : (demonym ?? found.name);
    if (!random.chance(TYPOS)) return name;
    const words = name.split(' ');
    const at = found.type === 'person' ? words.length - 1 : 0;
    return words.map((word, i) => (i === at && !/\d/.test(word) ? slip(word, random) : word)).join(' ');
  };
  return { random, entities, ofType: (type) => byType.get(type) ?? [], write };
}

const first = (side: Stated<readonly string[]>): string => (isUnstated(side) ? '' : (side[0] ?? ''));

function aboutDeal(deal: Deal, { random, write, ofType, entities }: Hand): Question {
  const [giver, taker, system] = [first(deal.supplier), first(deal.recipient), first(deal.systems)];
  const month = isUnstated(deal.date) ? '' : deal.date.on;
  const year = month.slice(0, 4);
  const exact = (id: string) => entities.get(id)?.name ?? id;
  const share = random.next();
  if (share < 0.25) return { kind: 'slots', query: `${write(taker)} ${write(system)} ${year}`, wanted: { party: taker, system, year } };
  if (share < 0.45) {
    const when = `${monthName(Number(month.slice(5))).slice(0, 3)} ${year}`;
    return {
      kind: 'language',
      query: `which ${random.pick(['weapons', 'systems', 'drones'])} did ${write(taker)} buy from ${write(giver)} in ${random.chance(0.5) ? when : when.toLowerCase()}?`,
      wanted: { giver, taker, month },
    };
  }
  if (share < 0.58) return { kind: 'direction', query: `${write(giver)} ${write(system)} sale to ${write(taker)}`, wanted: { giver, taker, system } };
  if (share < 0.68) return { kind: 'entities', query: `${write(system)} ${write(taker)}`, wanted: { party: taker, system } };
  if (share < 0.8) {
    const other = random.pick(ofType('system')).id;
    return { kind: 'absent pair', query: `${exact(taker)} ${exact(other)} purchase`, wanted: { party: taker, system: other } };
  }
  if (share < 0.9) {
    const wrong = String(1995 + random.below(30));
    return { kind: 'wrong year', query: `${exact(taker)} ${exact(system)} ${wrong}`, wanted: { party: taker, system, year: wrong } };
  }
  return { kind: 'swapped', query: `${exact(taker)} ${exact(system)} sale to ${exact(giver)}`, wanted: { giver: taker, taker: giver, system } };
}

const TRAPS: ReadonlySet<Kind> = new Set(['absent pair', 'wrong year', 'swapped', 'stranger']);

/** A question about a record; a trap still says what would answer it. */
function about(record: FactRecord, hand: Hand): Question {
  const { random, write } = hand;
  const words = record.topics;
  switch (record.type) {
    case 'deal':
      return aboutDeal(record, hand);
    case 'quote': {
      const speaker = first(record.speaker);
      if (random.chance(0.2)) return { kind: 'stranger', query: `Zubrik Qoltarson quote about ${words.join(' ')}`, wanted: { speaker: 'zubrik-qoltarson' } };
      return { kind: 'quote', query: `${write(speaker)} quote about ${words.join(' ')}`, wanted: { speaker, words } };
    }
    case 'fact': {
      const both: [string, string] = [record.subject[0] ?? '', record.object[0] ?? ''];
      return { kind: 'topic', query: `${write(both[0])} ${write(both[1])} ${words.join(' ')}`, wanted: { both, words } };
    }
  }
}

/** `count` questions drawn from the base's records. A trap that some record happens to answer is left out. */
export function questionsTo(base: Base, count: number, seed = 23): Question[] {
  const random = createRandom(seed);
  const hand = createHand(base, random);
  const questions: Question[] = [];
  while (questions.length < count) {
    const question = about(random.pick(base.records), hand);
    const { kind, wanted, query } = question;
    if (!TRAPS.has(kind)) questions.push(question);
    else if (wanted && !base.records.some((record) => fits(record, wanted))) questions.push({ kind, query, wanted: undefined });
  }
  return questions;
}
