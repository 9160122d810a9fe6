/** One region's digest of one local date, as a plain value. */
import type { RecordLine } from './reply.ts';

/** What an edition's sections are about, in the order in which they are read. */
export type EditionPart = 'news' | 'day' | 'month' | 'deal' | 'quote' | 'figure' | 'unconfirmed' | 'overdue';

/** One record in an edition, with its citations. */
export interface EditionItem {
  line: RecordLine;
  /** Why it stands here, in a word or two: `new`, `changed; was unconfirmed`, `3 years ago`. */
  tag?: string;
  /** Only for direct quotes: the words to be set in quotation marks. */
  words?: { text: string; speaker: string };
}

export interface EditionSection {
  part: EditionPart;
  title: string;
  /** Sentences about the base itself, which state no fact of its matter: `Nothing new or changed since …` */
  lead?: string;
  items: EditionItem[];
}

export interface Edition {
  /**
   * `central-asia-2026-11-22-9c03f1b7-5d1f0a3c`: region, date, a print of the subscription where there is one, and a print of the
   * contents, so that two that differ are told apart.
   */
  id: string;
  region: { id: string; name: string };
  /** The local date, in ISO 8601. */
  date: string;
  /** `Daily digest: Central Asia · Sunday 22 November 2026`. */
  title: string;
  /** News first, always; the others only where they have something to say. */
  sections: EditionSection[];
}
