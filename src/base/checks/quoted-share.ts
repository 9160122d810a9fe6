import { countWords, type Span } from '../passages.ts';
import type { Citation, FactRecord, Source } from '../schema.ts';
import type { Rule } from './rule.ts';

/** Share of a source that a base may quote: it cites its sources and does not replace them. */
const MOST = 0.5;

export interface QuotedShare {
  source: Source;
  /** Words of the source that some passage quotes, each counted once. */
  quoted: number;
  /** `quoted` of the source's `words`, 0 to 1. */
  share: number;
}

type Run = Span & { text: string };

/** Pinned passages as the runs of the source that they make together. */
function union(runs: readonly Run[]): string[] {
  const merged: Run[] = [];
  for (const run of runs.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (!last || run.start > last.end) merged.push({ ...run });
    else if (run.end > last.end) {
      last.text += run.text.slice(last.end - run.start);
      last.end = run.end;
    }
  }
  return merged.map(({ text }) => text);
}

/** Passages whose place is not pinned: those that stand in no other. */
function loose(exacts: readonly string[], others: readonly string[]): string[] {
  const kept: string[] = [...others];
  for (const exact of exacts.toSorted((a, b) => b.length - a.length)) if (!kept.some((other) => other.includes(exact))) kept.push(exact);
  return kept.slice(others.length);
}

function quotedWords(citations: readonly Citation[], language: string): number {
  const pinned = citations.flatMap(({ start, exact }) => (start === undefined ? [] : [{ start, end: start + exact.length, text: exact }]));
  const runs = union(pinned);
  const texts = [
    ...runs,
    ...loose(
      citations.filter(({ start }) => start === undefined).map(({ exact }) => exact),
      runs,
    ),
  ];
  return texts.reduce((sum, text) => sum + countWords(text, language), 0);
}

/** How much of each source a base quotes. Exact when every passage is pinned (`verify --pin`), else nearly so. */
export function quotedShares(draft: { sources: readonly Source[]; records: readonly Pick<FactRecord, 'citations'>[] }): QuotedShare[] {
  const bySource = Map.groupBy(
    draft.records.flatMap(({ citations }) => citations),
    ({ source }) => source,
  );
  return draft.sources.map((source) => {
    const quoted = quotedWords(bySource.get(source.id) ?? [], source.language);
    return { source, quoted, share: quoted / source.words };
  });
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export const quotedShare: Rule = {
  name: 'quoted-share',
  description: `At most ${MOST * 100} % of a source's words are quoted.`,
  severity: 'error',
  check: (draft) =>
    quotedShares(draft)
      .filter(({ share }) => share > MOST)
      .map(({ source, share, quoted }) => ({
        item: source,
        path: ['words'],
        message: `${quoted} of ${source.words} are quoted, ${percent(share)}`,
        mend: 'shorten passages, longest first',
      })),
};
