/** Resolutions as JSON, for programs. */
import { deepLink } from '../../base/deep-link.ts';
import type { FactRecord } from '../../base/schema.ts';
import type { Context } from '../../commands/command.ts';
import type { Match, Resolution } from '../../search/resolution.ts';

/** JSON in which no character is one that a terminal obeys. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const matchesOf = (resolution: Resolution): readonly Match[] => (resolution.kind === 'nothing' ? [] : resolution.matches);

const citationsOf = ({ citations }: FactRecord) => citations.map(({ source, paragraph, exact }) => ({ source, paragraph, exact }));

/** The least a program needs to judge an answer: which records, how sure, resting on what. */
export function briefRecords(resolution: Resolution) {
  return matchesOf(resolution).map(({ record }) => ({ id: record.id, type: record.type, status: record.status, citations: citationsOf(record) }));
}

/** The whole resolution: each record with its passages, how it matched and what it corrects. */
export function describeResolution(resolution: Resolution, { base }: Context) {
  const records = matchesOf(resolution).map(({ record, agreement, reasons, corrections }) => ({
    id: record.id,
    type: record.type,
    status: record.status,
    summary: record.summary,
    date: record.date,
    citations: record.citations.map((citation) => ({
      source: citation.source,
      paragraph: citation.paragraph,
      exact: citation.exact,
      link: deepLink(base.sources.get(citation.source)?.url ?? '', [citation]),
    })),
    agreement,
    reasons,
    corrections,
  }));
  return {
    kind: resolution.kind,
    ...(resolution.kind === 'answer' ? { list: resolution.list } : { why: resolution.why }),
    records,
  };
}
