/** Where a citation's words stand in a snapshot. Letter for letter; whatever is only like them is proposed, never taken. */
import type { Paragraph, Snapshot, Span } from './passages.ts';
import { proposeRun } from './propose.ts';
import type { Citation } from './schema.ts';

interface Found extends Span {
  /** Undefined outside the text proper. */
  paragraph: number | undefined;
}

/** A run of the source that is like a lost passage. */
export interface Proposal extends Found {
  exact: string;
  /** Share of the passage's words that agree, in order; 0 to 1. */
  likeness: number;
}

/**
 * `exact`: the words stand letter for letter in the paragraph cited; `count` tells how often, by prefix and suffix too.
 * `moved`: they stand, but not where the citation says: in another `paragraph`, in other surroundings (`context`), at another `start`.
 * `lost`: they do not stand in the source.
 */
export type Location =
  | { state: 'exact'; at: Found; count: number }
  | { state: 'moved'; at: Found; count: number; why: 'paragraph' | 'context' | 'start' }
  | { state: 'lost'; proposal: Proposal | undefined };

type Selector = Pick<Citation, 'exact' | 'paragraph'> & Partial<Pick<Citation, 'prefix' | 'suffix' | 'start'>>;

/** Every place at which a run stands, overlapping ones too. */
function occurrences(text: string, run: string): number[] {
  const starts: number[] = [];
  if (run === '') return starts;
  for (let at = text.indexOf(run); at !== -1; at = text.indexOf(run, at + 1)) starts.push(at);
  return starts;
}

const paragraphAt = (snapshot: Snapshot, span: Span): Paragraph | undefined =>
  snapshot.paragraphs.find(({ start, end }) => start <= span.start && span.end <= end);

/** Whether prefix and suffix adjoin; blanks at the seams are forgiven, since YAML drops them from plain text. */
function inContext(text: string, at: Span, { prefix = '', suffix = '' }: Selector): boolean {
  const before = text.slice(0, at.start);
  const after = text.slice(at.end);
  const reach = 8;
  return (
    before
      .slice(-(prefix.length + reach))
      .trimEnd()
      .endsWith(prefix.normalize('NFC').trimEnd()) &&
    after
      .slice(0, suffix.length + reach)
      .trimStart()
      .startsWith(suffix.normalize('NFC').trimStart())
  );
}

/**
 * Finds a citation's words in its source.
 * Rules: W3C Text Quote Selector, with the paragraph as a further demand; of several places the one at `start` is meant, else the first in the paragraph cited.
 */
export function locate(citation: Selector, snapshot: Snapshot): Location {
  const exact = citation.exact.normalize('NFC');
  const all = occurrences(snapshot.text, exact).map((start): Found => {
    const span = { start, end: start + exact.length };
    return { ...span, paragraph: paragraphAt(snapshot, span)?.number };
  });
  const inPlace = all.filter((at) => inContext(snapshot.text, at, citation));
  const candidates = inPlace.length > 0 ? inPlace : all;
  const there = candidates.filter(({ paragraph }) => paragraph === citation.paragraph);
  const nearby = there.length > 0 ? there : candidates;
  const at = nearby.find(({ start }) => start === citation.start) ?? nearby[0];
  if (!at) return { state: 'lost', proposal: proposeRun(exact, snapshot, citation.paragraph) };
  const count = candidates.length;
  if (inPlace.length === 0) return { state: 'moved', at, count, why: 'context' };
  if (there.length === 0) return { state: 'moved', at, count, why: 'paragraph' };
  if (citation.start !== undefined && citation.start !== at.start) return { state: 'moved', at, count, why: 'start' };
  return { state: 'exact', at, count };
}
