/** What a command answers: plain values that every surface can show. Whatever states a fact carries its citations. */
import type { FactRecord, Status } from '../base/schema.ts';
import type { Picture, Theme } from '../pictures/picture.ts';
import type { Care } from './counts.ts';
import type { Edition } from './edition.ts';
import type { AccountsReply, ManagersReply, SubscribedReply, SubscriptionsReply } from './subscriptions.ts';
import type { BaseView, ComparisonRow, Profile, SourceView, Statement, StyledCitation } from './views.ts';

/** A status told in words and by an icon, never by colour alone. */
export interface StatusWords {
  /** For a surface's own colour or emoji; never shown as it stands. */
  status: Status;
  /** One text character that a terminal and a phone both have. */
  icon: string;
  /** `Confirmed`, `Unconfirmed`, `Assessment by Meray Ozat` … */
  label: string;
  /** One sentence that a reader can repeat. */
  sentence: string;
}

/** A source as a reader needs it beside a passage. */
export interface SourceLine {
  id: string;
  title: string;
  /** `Meray Ozat`; empty when the source names nobody. */
  authors: string;
  publisher: string;
  /** In words, at the source's precision: `31 July 2023`. */
  date: string;
  url: string;
}

/** A run of the source's own words, quoted and never rewritten, with the paragraph it stands in. */
export interface PassageView {
  exact: string;
  paragraph: number;
}

/** A source with the passages a record takes from it. */
export interface CitedSource {
  source: SourceLine;
  /** In the curators' order. */
  passages: [PassageView, ...PassageView[]];
  /** The source's address with a text fragment: opens it at the first passage, with the others marked as far as the address may grow. */
  link: string;
}

/** Name and value of one thing the record states; `not stated` is a value. */
export interface Field {
  name: string;
  value: string;
  /** True for `not stated` and `not disclosed`, so that a surface may set it quieter. */
  unknown: boolean;
}

/** One record, ready to show; the fields stand in the order in which a phone's reader needs them. */
export interface RecordView {
  id: string;
  type: FactRecord['type'];
  /** What it is, in words: `Deal (sale): Türkiye to Kyrgyzstan`, `Unconfirmed deal: …`, `Quote: Aibek Baryssov`. */
  heading: string;
  status: StatusWords;
  /** In words: `January 2023`, `early 2022`, `not stated`. */
  date: string;
  summary: string;
  /** Only for direct quotes: the words to be set in quotation marks. */
  words?: { text: string; speaker: string };
  cited: [CitedSource, ...CitedSource[]];
  /** Who, when and what. */
  fields: Field[];
  note?: string;
  /** Records that the source leaves at odds with this one. */
  tension: RecordLine[];
  /** Day by which a curator should look again, and whether it has passed. */
  review?: { by: string; overdue: boolean };
}

/** One record in a few lines, with its citations. */
export interface RecordLine {
  id: string;
  type: RecordView['type'];
  heading: string;
  status: StatusWords;
  date: string;
  summary: string;
  cited: [CitedSource, ...CitedSource[]];
}

/** Which of the matches is shown, from 0, and how many there are. */
interface Shown {
  at: number;
  of: number;
}

/** One record, found by a question. */
export interface RecordReply extends Shown {
  kind: 'record';
  record: RecordView;
  /** How the record differs in kind from what was asked for: `These are the author’s own words …` */
  aside?: string;
  corrections: string[];
  /** Which words of the question led here, a line each. */
  reasons: string[];
  /** The next best. */
  others: RecordLine[];
}

/** No answer, and the record that comes nearest. */
export interface ClosestReply extends Shown {
  kind: 'closest';
  /** Sentences on the closest record, “It is not of 2021.”: why it is no answer. They need it in view, or named before them. */
  why: string[];
  record: RecordView;
  corrections: string[];
  reasons: string[];
  others: RecordLine[];
}

export interface ListReply {
  kind: 'list';
  title: string;
  records: [RecordLine, ...RecordLine[]];
  corrections: string[];
  reasons: string[];
}

/** A picture beside words that say what it shows. */
export interface Illustration {
  /** What its files are called, without ending: `map`. */
  name: string;
  picture: Picture;
}

/** Records drawn as a picture, which every surface also tells in words. */
export interface PictureReply extends Illustration {
  kind: 'picture';
  theme: Theme;
  /** The records drawn, in the picture's order. */
  records: RecordLine[];
}

/** A daily digest as it would be posted. */
export interface DigestReply {
  kind: 'digest';
  edition: Edition;
  /** Sentences about the edition, which are no part of it. */
  aside?: string;
  illustration?: Illustration;
}

export interface HelpReply extends Care {
  kind: 'help';
  bases: BaseView[];
  commands: { name: string; type: 'slash' | 'message'; description: string }[];
  /** Requests that the base answers. */
  examples: { command: string; options: Readonly<Record<string, string>> }[];
}

/** A request that a notice offers in its place. */
export interface Choice {
  label: string;
  command: string;
  options: Readonly<Record<string, string>>;
}

/**
 * `record`, `list`: an answer. `closest`: no answer, and what comes nearest. `nothing`: not even that, with questions that the base does answer.
 * `notice`: about the bot itself (no such command, nothing asked); it states no fact.
 */
export type Reply =
  | RecordReply
  | ClosestReply
  | ListReply
  | { kind: 'nothing'; why: string[]; hints: string[] }
  | { kind: 'notice'; title: string; lines: string[]; choices?: Choice[] }
  /** `illustration`: a timeline, where there is somebody who draws. */
  | { kind: 'profile'; profile: Profile; illustration?: Illustration }
  | { kind: 'comparison'; title: string; rows: ComparisonRow[]; sides: [Profile, Profile]; between: RecordLine[] }
  | { kind: 'source'; source: SourceView; citations: StyledCitation[] }
  | { kind: 'sources'; sources: SourceView[] }
  /** A record whole, however long. */
  | { kind: 'text'; record: RecordView }
  | { kind: 'citation'; record: RecordLine; citations: StyledCitation[] }
  /** A message held against the base; `more` statements were left unread. */
  | { kind: 'check'; statements: Statement[]; more: number }
  | DigestReply
  | SubscribedReply
  | SubscriptionsReply
  | AccountsReply
  | ManagersReply
  | PictureReply
  | HelpReply;
