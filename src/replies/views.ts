/** What replies about more than one question are made of. */
import type { Style } from '../base/citation.ts';
import type { Entity } from '../base/schema.ts';
import type { Field, RecordLine, SourceLine } from './reply.ts';

/** Records that tell the same kind of thing about somebody: `Bought`, `Said`, `Unconfirmed` … */
export interface Section {
  title: string;
  records: [RecordLine, ...RecordLine[]];
}

/** Everything the base has on one entity. A record stands in one section only. */
export interface Profile {
  id: string;
  name: string;
  type: Entity['type'];
  /** What it is, in the curators' or the source's words. */
  about?: string;
  /** How many records concern it; a long section shows its first ones and says so. */
  records: number;
  sections: Section[];
}

/** One thing told of both sides. */
export interface ComparisonRow {
  name: string;
  left: string;
  right: string;
}

/** A source and what the base takes from it. */
export interface SourceView {
  source: SourceLine;
  records: number;
  fields: Field[];
}

/** A citation in one style, ready to paste. */
export interface StyledCitation {
  style: Style;
  /** `Chicago, 17th edition, full note`. */
  name: string;
  /** Footnote or parenthesis, where the style has one. */
  note?: string;
  reference: string;
}

/** A base as the help tells of it. */
export interface BaseView {
  title: string;
  description: string;
  /** In words: `22 November 2026`. */
  revised: string;
}

/**
 * `matches`: everything that the message states and the record speaks to agrees. `differs`: something does not.
 * `unconfirmed`: the base has it, but not as the fact that the message makes of it. `absent`: the base does not speak to it.
 */
export type Verdict = 'matches' | 'differs' | 'unconfirmed' | 'absent';

/** One statement of a message, held against the base. */
export interface Statement {
  /** The message's own words. */
  text: string;
  verdict: Verdict;
  /** The verdict in words: `Differs (the message: 20; the source: 15)`. */
  words: string;
  /** One line for each thing that differs. */
  differences: string[];
  /** What the verdict rests on; absent for `absent`. */
  record?: RecordLine;
}
