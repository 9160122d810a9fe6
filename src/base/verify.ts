/** Holds a base against its snapshots: every passage letter for letter, every sentence accounted for. Pure; the snapshots are passed in. */
import { hedgesIn } from './checks/hedges.ts';
import { count } from './count.ts';
import type { Draft, Item } from './draft.ts';
import { type Location, locate } from './locate.ts';
import { hashSnapshot, openSnapshot, type Sentence, type Snapshot, type Span, sentencesOf, wordsOf } from './passages.ts';
import type { Problem } from './problem.ts';
import { isQuoted } from './quotations.ts';
import type { Citation, FactRecord, Quote, Source } from './schema.ts';

/** Characters of a sentence that a passage must overlap to carry it; a shorter sentence must be overlapped whole. */
const CARRIES = 12;

/** Words before a passage in which a hedge would speak of it. */
const LEAD = 5;

export interface CitationVerdict {
  record: FactRecord;
  /** Which of the record's citations, from 0. */
  index: number;
  citation: Citation;
  location: Location;
}

export interface SourceVerdict {
  source: Source;
  /** Whether the snapshot is the one that the source's hash was taken of. */
  snapshot: 'matches' | 'differs' | 'missing';
  /** Sentences of the text proper. */
  sentences: number;
  /** Those that some passage carries. */
  carried: number;
  /** Those listed as stating nothing. */
  silent: number;
}

export interface Verification {
  sources: SourceVerdict[];
  citations: CitationVerdict[];
  problems: Problem[];
}

type Report = (severity: Problem['severity'], item: Item, path: (string | number)[], message: string, mend?: string) => void;

const shorten = (text: string): string => (text.length > 70 ? `${text.slice(0, 67)}…` : text);
const place = (paragraph: number | undefined): string => (paragraph === undefined ? 'outside the text proper' : `in paragraph ${paragraph}`);

function reportSnapshot(source: Source, snapshot: Snapshot, report: Report): 'matches' | 'differs' {
  const words = wordsOf(snapshot);
  const differs = isAnother(source, snapshot);
  if (differs)
    report(
      'error',
      source,
      ['sha256'],
      `is not the snapshot's, which is ${hashSnapshot(snapshot.text)}`,
      'find the snapshot that was verified, or re-read the source and take the new hash',
    );
  if (source.body.last > snapshot.blocks || source.body.first > source.body.last) {
    report(
      'error',
      source,
      ['body'],
      `runs from block ${source.body.first} to ${source.body.last}, but the snapshot has ${snapshot.blocks} blocks`,
      'count the blank-line-separated blocks',
    );
  }
  if (words !== source.words) report('error', source, ['words'], `is ${source.words}, but the text proper has ${words} words`, `write \`words: ${words}\``);
  return differs ? 'differs' : 'matches';
}

const MOVED = {
  paragraph: 'stands elsewhere',
  context: 'stands, but not between this prefix and suffix,',
  start: 'stands, but not at this start,',
} as const;

function reportLocation({ record, index, citation, location }: CitationVerdict, report: Report): void {
  const path = ['citations', index, 'exact'];
  const quoted = `“${shorten(citation.exact)}”`;
  if (location.state === 'lost') {
    const { proposal } = location;
    const mend = proposal ? `did you mean, ${place(proposal.paragraph)}: “${proposal.exact}”?` : 'copy the passage anew from the source';
    report('error', record, path, `${quoted} does not stand in the source`, mend);
    return;
  }
  const { at, count: times } = location;
  if (location.state === 'moved') {
    const mend = location.why === 'start' ? 'run `verify --pin`' : 'mend the citation';
    report('error', record, path, `${quoted} ${MOVED[location.why]} ${place(at.paragraph)}, at ${at.start}`, mend);
  }
  if (times > 1) report('error', record, path, `${quoted} stands ${times} times`, 'add the `prefix` or `suffix` that tells which is meant');
}

/** Passages moved by the same number of paragraphs are told together from so many on. */
const MANY = 5;

/** How many paragraphs further on a passage stands than the citation says, 0 when only its `start` differs; undefined when it did not shift. */
function shiftOf({ citation, location }: CitationVerdict): number | undefined {
  if (location.state !== 'moved' || location.why === 'context' || location.at.paragraph === undefined) return undefined;
  return location.at.paragraph - citation.paragraph;
}

/** Whether a snapshot is of another text than the source's hash. */
const isAnother = ({ sha256 }: Source, snapshot: Snapshot | undefined): boolean => snapshot !== undefined && hashSnapshot(snapshot.text) !== sha256;

/** The passages that shifted together in another text, by how far. */
function shiftsIn(source: Source, verdicts: readonly CitationVerdict[]): Map<number, CitationVerdict[]> {
  const own = verdicts.filter(({ citation }) => citation.source === source.id);
  const groups = Map.groupBy(own, (verdict) => shiftOf(verdict) ?? Number.NaN);
  return new Map([...groups].filter(([shift, group]) => !Number.isNaN(shift) && group.length >= MANY));
}

function reportShift(source: Source, shift: number, passages: number, report: Report): void {
  const stands = `has ${count(passages, 'passage')} that stand letter for letter in this snapshot, but`;
  if (shift === 0) report('error', source, [], `${stands} not at their \`start\``, 'once the hash is that of the text you verified, run `verify --pin`');
  else
    report(
      'error',
      source,
      [],
      `${stands} ${count(Math.abs(shift), 'paragraph')} ${shift > 0 ? 'later' : 'earlier'}`,
      'if blocks were added or left out before the text proper, correct `body`; else correct the paragraphs',
    );
}

/** A hedge within the last few words before a passage, with no comma or stop between, was cut off with it. */
function reportLostHedge({ record, index, citation, location }: CitationVerdict, sentences: readonly Sentence[], report: Report): void {
  if (location.state === 'lost' || record.status !== 'confirmed') return;
  const sentence = sentences.find(({ start, end }) => start <= location.at.start && location.at.start < end);
  const clause =
    sentence?.text
      .slice(0, location.at.start - sentence.start)
      .split(/[,;:–—()]/)
      .at(-1) ?? '';
  const hedge = hedgesIn(clause.trim().split(/\s+/).slice(-LEAD).join(' ')).at(-1);
  if (hedge)
    report(
      'warning',
      record,
      ['citations', index, 'exact'],
      `“${shorten(citation.exact)}” leaves out the \`${hedge}\` before it`,
      'let the passage begin at the hedge, or choose another status',
    );
}

/** Direct words stand inside the source's quotation marks, paraphrase does not. */
function reportQuote(quote: Quote, verdicts: readonly CitationVerdict[], snapshots: ReadonlyMap<string, Snapshot>, report: Report): void {
  const standings = verdicts.flatMap(({ citation, location }) => {
    const snapshot = snapshots.get(citation.source);
    const within = citation.exact.indexOf(quote.words);
    if (!snapshot || location.state === 'lost' || within === -1) return [];
    const paragraph = snapshot.paragraphs.find(({ number }) => number === location.at.paragraph);
    if (!paragraph) return [];
    const start = location.at.start - paragraph.start + within;
    return [isQuoted(paragraph.text, { start, end: start + quote.words.length })];
  });
  if (standings.length === 0) return;
  if (quote.form === 'direct' && !standings.includes(true))
    report(
      'error',
      quote,
      ['form'],
      'is `direct`, but the source does not set these words in quotation marks',
      'make it `paraphrased`, or quote the words that are',
    );
  if (quote.form === 'paraphrased' && standings.includes(true))
    report('error', quote, ['form'], 'is `paraphrased`, but the source sets these words in quotation marks', 'make it `direct`');
}

const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start);

function reportCoverage(source: Source, sentences: readonly Sentence[], passages: readonly Span[], report: Report): Omit<SourceVerdict, 'source' | 'snapshot'> {
  const key = ({ paragraph, sentence }: { paragraph: number; sentence: number }) => `${paragraph}.${sentence}`;
  const known = new Map(sentences.map((sentence) => [key({ paragraph: sentence.paragraph, sentence: sentence.number }), sentence]));
  const carried = new Set(
    sentences.filter((sentence) => passages.some((passage) => overlap(sentence, passage) >= Math.min(CARRIES, sentence.end - sentence.start))),
  );
  const silent = new Set<Sentence>();
  for (const [index, entry] of source.states_nothing.entries()) {
    const sentence = known.get(key(entry));
    if (!sentence)
      report(
        'error',
        source,
        ['states_nothing', index],
        `names sentence ${entry.sentence} of paragraph ${entry.paragraph}, which does not exist`,
        'count the sentences again',
      );
    else if (carried.has(sentence))
      report('error', source, ['states_nothing', index], `“${shorten(sentence.text)}” is carried by a passage`, 'take it off the list');
    else silent.add(sentence);
  }
  for (const sentence of sentences.filter((each) => !carried.has(each) && !silent.has(each))) {
    const where = `sentence ${sentence.number} of paragraph ${sentence.paragraph}`;
    report(
      source.complete ? 'error' : 'warning',
      source,
      ['states_nothing'],
      `lacks ${where}, which no record carries: “${shorten(sentence.text)}”`,
      'curate it, or list it with the reason',
    );
  }
  return { sentences: sentences.length, carried: carried.size, silent: silent.size };
}

/**
 * Verifies one base.
 * @param texts the snapshots as saved, by source id. A source without one is an error: it cannot be verified.
 */
export function verifyDraft(draft: Draft, texts: ReadonlyMap<string, string>): Verification {
  const problems: Problem[] = [];
  const report: Report = (severity, item, path, message, mend) => {
    problems.push({ severity, rule: 'verify', at: draft.at(item, ...path), item: item.id, field: path.join('.'), message, mend });
  };
  const snapshots = new Map(
    draft.sources.flatMap((source) => (texts.has(source.id) ? [[source.id, openSnapshot(texts.get(source.id) ?? '', source)] as const] : [])),
  );
  const sentences = new Map([...snapshots].map(([id, { paragraphs, language }]) => [id, paragraphs.flatMap((paragraph) => sentencesOf(paragraph, language))]));
  const citations = draft.records.flatMap((record) =>
    record.citations.flatMap((citation, index): CitationVerdict[] => {
      const snapshot = snapshots.get(citation.source);
      return snapshot ? [{ record, index, citation, location: locate(citation, snapshot) }] : [];
    }),
  );
  // In another text everything may have shifted: that is said once, of the source.
  const shifted = new Map(draft.sources.filter((source) => isAnother(source, snapshots.get(source.id))).map((source) => [source, shiftsIn(source, citations)]));
  const toldTogether = new Set([...shifted.values()].flatMap((groups) => [...groups.values()].flat()));
  for (const verdict of citations) {
    if (!toldTogether.has(verdict)) reportLocation(verdict, report);
    reportLostHedge(verdict, sentences.get(verdict.citation.source) ?? [], report);
  }
  const byRecord = Map.groupBy(citations, ({ record }) => record);
  for (const [record, verdicts] of byRecord) if (record.type === 'quote') reportQuote(record, verdicts, snapshots, report);
  const sources = draft.sources.map((source): SourceVerdict => {
    const snapshot = snapshots.get(source.id);
    if (!snapshot) {
      report('error', source, [], 'has no snapshot here, so that nothing of it was verified', `save it as ${source.id}.txt, or run \`snapshot ${source.id}\``);
      return { source, snapshot: 'missing', sentences: 0, carried: 0, silent: 0 };
    }
    for (const [shift, group] of shifted.get(source) ?? []) reportShift(source, shift, group.length, report);
    const passages = citations.flatMap(({ citation, location }) => (citation.source === source.id && location.state !== 'lost' ? [location.at] : []));
    return { source, snapshot: reportSnapshot(source, snapshot, report), ...reportCoverage(source, sentences.get(source.id) ?? [], passages, report) };
  });
  return { sources, citations, problems };
}

/** Verifies several bases, as one result. */
export function verifyBase(drafts: readonly Draft[], texts: ReadonlyMap<string, string>): Verification {
  const verified = drafts.map((draft) => verifyDraft(draft, texts));
  return {
    sources: verified.flatMap(({ sources }) => sources),
    citations: verified.flatMap(({ citations }) => citations),
    problems: verified.flatMap(({ problems }) => problems),
  };
}
