/** What a base's records say, ready to be searched. */
import type { Base, FactRecord } from '../base/schema.ts';
import { type AskBook, openAsks, type PackedAsks } from './asks.ts';
import type { Days } from './days.ts';
import { packIndex } from './indexing.ts';
import type { Lexicon } from './lexicon.ts';
import type { PackedWords } from './near.ts';
import { openPassages, type PackedPassages, type Passages } from './passages.ts';
import { FIELD, openPostings, type PackedPostings, type Posting, type Postings } from './postings.ts';
import { TRADE } from './trade.ts';
import { openWording, type PackedWording, type Wording } from './wording.ts';

export interface Index {
  postings: Postings;
  asks: AskBook;
  records: readonly FactRecord[];
  /** What scoring needs to know of a record, as bits of `TRAIT`: the records themselves lie far apart in memory. */
  traits: Uint8Array;
  /** What each record's asks ask for, as bits of `askedBits`. */
  asked: Uint32Array;
  /** The days that the records' dates span. */
  days: Days;
  /** Folded words that stand in the records' texts and asks, for finding misspelt ones. */
  vocabulary: ReadonlySet<string>;
  passages: Passages;
  wording: Wording;
  /** What misspelt words are compared with, where that was prepared before. */
  spelling?: PackedWords;
}

/** Bits of a record's traits: its type, whether it states figures, and whether it itself, not only its asks, tells of trade. */
export const TRAIT = { deal: 1, quote: 2, fact: 4, figures: 8, trade: 16 } as const;

/** An index as plain data, which can be kept and opened again. */
export interface PackedIndex {
  postings: PackedPostings;
  asks: PackedAsks;
  passages: PackedPassages;
  wording: PackedWording;
  days: Days;
  asked: Uint32Array;
  vocabulary: Index['vocabulary'];
  spelling?: PackedWords;
}

/** A base that brings its index along. */
export interface IndexedBase extends Base {
  index: PackedIndex;
}

/** Sets a trait of all records that tell a key themselves. */
function markTold(traits: Uint8Array, posting: Posting | undefined, trait: number): void {
  posting?.records.forEach((record, i) => {
    if ((posting.masks[i] as number) & ~FIELD.ask) traits[record] = (traits[record] as number) | trait;
  });
}

/** The index of these records, ready to be searched. */
function openIndex(packed: PackedIndex, records: Index['records']): Index {
  const postings = openPostings(packed.postings);
  const asks = openAsks(packed.asks, (key) => postings.weight(postings.frequencyOf(key)), postings.keyCount);
  const traits = Uint8Array.from(records, ({ type, figures }) => TRAIT[type] | (figures.length > 0 ? TRAIT.figures : 0));
  for (const idea of TRADE) markTold(traits, postings.get('i', idea), TRAIT.trade);
  return { ...packed, postings, asks, records, traits, passages: openPassages(packed.passages), wording: openWording(packed.wording, records) };
}

/** The index of a base: its own, if it brings one, else read from its records. */
export const indexBase = (base: Base | IndexedBase, lexicon: Lexicon): Index =>
  openIndex('index' in base ? base.index : packIndex(base, lexicon), base.records);
