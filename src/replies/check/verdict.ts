/** From what agrees and what differs to a verdict in words. Honest first: what the base does not speak to is never called false. */
import type { Base } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import { recordLine } from '../record.ts';
import type { Statement } from '../views.ts';
import { speaksOfTrade, tradeWords } from './compare.ts';
import { doubt, isFirmer, isPartlyUnsure, SOURCE } from './doubt.ts';
import { stands } from './forms.ts';
import { type Hedge, plans } from './hedge.ts';
import type { Comparison } from './subject.ts';

/** What the comparison weighs when the nearest record is chosen: who it is about says most. */
const WEIGHT = { name: 2, trader: 0.5, other: 1, differs: 0.9 } as const;

/** How many things but names the record leaves open. */
const leftOpen = ({ open }: Comparison): number => open.counts.length + open.words.length + open.doubts.length;

const distance = (found: Comparison): number => {
  const { differs, open } = found;
  return WEIGHT.name * open.names.length + WEIGHT.trader * open.traders + WEIGHT.other * leftOpen(found) + WEIGHT.differs * differs.length;
};

const isFirm = (found: Comparison): boolean => found.record.status === 'confirmed' && found.record.type !== 'quote' && !isPartlyUnsure(found);

/** The nearest comparison; of equals the one that agrees in most, then the firmer one. */
export function nearest(comparisons: readonly Comparison[]): Comparison | undefined {
  const agreed = ({ agreed: { names, others } }: Comparison): number => WEIGHT.name * names + others;
  const [first, ...others] = comparisons.toSorted((a, b) => distance(a) - distance(b) || agreed(b) - agreed(a) || Number(isFirm(b)) - Number(isFirm(a)));
  // A number that another record of the same names has is not the one that differs here.
  const counted = others.find(({ agreed: { counts }, open, differs }) => counts > (first?.agreed.counts ?? 0) && open.names.length + differs.length === 0);
  return first && first.differs.length > 0 && counted ? counted : first;
}

/** What the record leaves open, as sentences. */
function openLines({ found, meaning, hedge }: Weighed): string[] {
  const { names, counts, words, doubts } = found.open;
  const left = [...new Set([...names, ...counts, ...words])].map((word) => `“${word}”`);
  const negated = isOpenDenial(found, meaning) && denial(found, meaning) === undefined;
  return [
    ...(left.length === 0 ? [] : [`The source does not state: ${left.join(', ')}.`]),
    ...new Set(doubts),
    ...(negated ? [NEGATED] : []),
    ...(isOnlyPlanned(found, hedge) ? [PLANNED] : []),
  ];
}

const NEGATED = 'The message has a “not” where the source has none.';
const PLANNED = 'The message tells of what is to come, and the source of what is or was.';

/** What is to come is not what was, and neither proves the other. */
const isOnlyPlanned = ({ record, told }: Comparison, { planned }: Hedge): boolean =>
  planned && record.type !== 'quote' && (record.status === 'confirmed' || record.status === 'reported') && !plans(told.text);

/** A source that denies something near is told in the record's words: "no interest shown" is not "did not buy". */
function deniedBy({ record, told }: Comparison, meaning: Meaning): string {
  const words = tradeWords(meaning);
  if (words.length > 0 && words.every(({ said }) => stands(said, told.forms))) return 'the message says that it is so; the source says that it is not';
  return `the source: ${record.summary.replace(/\.$/, '')}`;
}

/** That the message denies what the source states, or the other way round; only of deals it is sure what the "not" is about. */
function denial(found: Comparison, meaning: Meaning): string | undefined {
  const { record } = found;
  if (record.status === 'negative' && !meaning.negated) return deniedBy(found, meaning);
  const denied = meaning.negated && record.type === 'deal' && (record.status === 'confirmed' || record.status === 'reported') && speaksOfTrade(meaning);
  return denied ? `the message says that it is not so; ${SOURCE[record.status]}${record.status === 'reported' ? ',' : ''} says that it is` : undefined;
}

/** A "not" that can't be held against anything. */
const isOpenDenial = ({ record }: Comparison, { negated }: Meaning): boolean => negated && record.status !== 'negative' && record.type !== 'fact';

const ABSENT = 'Not in the base';

/** A statement as it was read. */
interface Read {
  text: string;
  meaning: Meaning;
  hedge: Hedge;
  base: Base;
}

interface Weighed extends Read {
  found: Comparison;
}

/** The record is on the same matter: no name is missing, and most of the rest stands in it. */
function isRelated({ found }: Weighed): boolean {
  const { agreed, open } = found;
  return open.names.length === 0 && agreed.names + agreed.others > leftOpen(found) && (agreed.names > 0 || agreed.others > 1);
}

/** Not the same matter, but near enough to be worth a look. */
function isNear({ found }: Weighed): boolean {
  const { agreed, open } = found;
  return agreed.names >= Math.max(1, open.names.length) && agreed.names + agreed.others > open.names.length + leftOpen(found);
}

type Difference = Comparison['differs'][number];

/** Of a quote's speaker the source is sure; of all else it has its own doubt. */
const sourceOf = ({ record }: Comparison): string => (record.type === 'quote' ? 'the source' : SOURCE[record.status]);
const pair = (found: Comparison, { message, source }: Difference): string => `the message: ${message}; ${sourceOf(found)}: ${source}`;
const pairLine = (found: Comparison, one: Difference): string => `T${pair(found, one).slice(1)}.`;

function differing({ found, meaning }: Weighed): { words: string; differences: string[] } | undefined {
  const { differs, open } = found;
  const [only, ...more] = differs;
  if (only && open.words.length + open.doubts.length === 0)
    return more.length === 0
      ? { words: `Differs (${pair(found, only)})`, differences: [] }
      : { words: 'Differs', differences: differs.map((one) => pairLine(found, one)) };
  const denied = denial(found, meaning);
  return denied !== undefined && differs.length + leftOpen(found) === 0 ? { words: `Differs (${denied})`, differences: [] } : undefined;
}

/** The verdict and its words on a matter that the record is on. */
function onMatter(weighed: Weighed): Pick<Statement, 'verdict' | 'words' | 'differences'> | undefined {
  const { text, found, meaning, hedge, base } = weighed;
  const left = openLines(weighed);
  const different = differing(weighed);
  if (different) return { verdict: 'differs', words: different.words, differences: [...different.differences, ...left] };
  if (found.differs.length > 0 || isOpenDenial(found, meaning) || denial(found, meaning) !== undefined) return undefined;
  if (found.open.words.length + found.open.doubts.length > 0 || isOnlyPlanned(found, hedge)) return undefined;
  const why = doubt(found, text, meaning, hedge, base);
  if (why !== undefined) return { verdict: 'unconfirmed', words: `Unconfirmed: ${why}`, differences: left };
  if (left.length > 0) return undefined;
  const how = isFirmer(found, hedge) ? 'Matches, and the source is firmer than the message.' : 'Matches.';
  return { verdict: 'matches', words: `${how} ${recordLine(base, found.record).status.sentence}`, differences: [] };
}

/** The verdict on a statement, by the record that comes nearest to it. */
export function verdictOf(read: Read, found: Comparison | undefined): Statement {
  const { text, base } = read;
  const absent: Statement = { text, verdict: 'absent', words: ABSENT, differences: [] };
  if (!found) return absent;
  const weighed = { ...read, found };
  const record = recordLine(base, found.record);
  const verdict = isRelated(weighed) ? onMatter(weighed) : undefined;
  if (verdict) return { text, ...verdict, record };
  if (!isRelated(weighed) && !isNear(weighed)) return absent;
  const differences = [...found.differs.map((one) => pairLine(found, one)), ...openLines(weighed)];
  return { text, verdict: 'absent', words: `${ABSENT} as it is stated`, differences, record };
}
