/**
 * The words of a fact base: what a curator may write in its YAML files, and the types that follow from it.
 * Field meanings: sources follow CSL-JSON, passages the W3C Text Quote Selector, deals the SIPRI arms transfers register.
 */
import { z } from 'zod';

/** The literal a curator writes for what the source does not say. Shown as it stands; never guessed. */
export const NOT_STATED = 'not stated';
/** The literal for what the source itself says was kept secret. */
export const NOT_DISCLOSED = 'not disclosed';

const id = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens');
const line = z.string().trim().min(1).max(300);
const text = z.string().trim().min(1).max(1500);
/** An id of something defined elsewhere. Whether it exists is the `references` rule's to say, which can offer the right one. */
const ref = z.string().trim().min(1).max(64);
const refs = z.array(ref).min(1);

/** A value the source states, says was not disclosed, or does not state. */
const stated = <T extends z.ZodType>(value: T) => z.union([z.literal(NOT_STATED), z.literal(NOT_DISCLOSED), value]);

/** A calendar day in ISO 8601, for the curators' own dates. */
const day = z.iso.date();
/** ISO 8601 at the source's own precision: `2023-07-18`, `2023-07` or `2023`. */
const isoDate = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .pipe(z.string().regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY-MM-DD, YYYY-MM or YYYY'));

const PRECISIONS = ['day', 'month', 'year', 'about'] as const;
/** When something happened, as exactly as the source says and no more. */
const factDateSchema = z.strictObject({
  on: isoDate,
  /** Last day, month or year of a span ("since" and "in early 2022" are spans). */
  until: isoDate.optional(),
  precision: z.enum(PRECISIONS),
  /** The source's own words for the date; required for `about`. */
  as_stated: line.optional(),
  /** Which part the curator took from context, and from what. */
  inferred: line.optional(),
});

/** The order is the order of caution in which lists are told. */
export const STATUSES = ['confirmed', 'reported', 'unconfirmed', 'disputed', 'planned', 'assessment', 'negative'] as const;

/** One passage of one source: the shortest run of its own words that carries the record. */
const citationSchema = z.strictObject({
  source: ref,
  /** Which paragraph of the source's text proper, counted from 1. */
  paragraph: z.number().int().positive(),
  /** Offset of `exact` in the normalised snapshot, in UTF-16 units; written by `base -- verify --pin`. */
  start: z.number().int().nonnegative().optional(),
  exact: z.string().normalize('NFC').min(12).max(1000),
  /** What stands directly before and after `exact`; needed where `exact` alone stands more than once. */
  prefix: z.string().normalize('NFC').max(120).optional(),
  suffix: z.string().normalize('NFC').max(120).optional(),
});

/** A number that the record states, so that a question's or a message's number can be held against it. */
const figureSchema = z.strictObject({
  value: z.number(),
  /** What is counted, in the singular or plural a reader expects after the number: `countries`, `casualties`, `US dollars`. */
  unit: line,
  /** What the number says, to be read after it: `have acquired Turkish drones`. */
  of: line.optional(),
});

const recordFields = {
  id,
  /** One or two sentences of the curator's own. Hedged where the source hedges. */
  summary: text,
  status: z.enum(STATUSES),
  date: stated(factDateSchema),
  /** Further entities the record is about. */
  about: z.array(ref).default([]),
  topics: z.array(line).default([]),
  figures: z.array(figureSchema).default([]),
  citations: z.array(citationSchema).min(1),
  /** How people would ask for this record, by language (BCP 47). */
  asks: z.record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'a language code such as `en` or `tr`'), z.array(line)).default({}),
  /** Records that tell more of the same matter. */
  related: z.array(ref).default([]),
  /** Records of the same source that this one does not sit easily with; shown side by side. */
  tension: z.array(ref).default([]),
  /** What a reader must know to repeat the record safely. */
  note: text.optional(),
  verified: z.strictObject({ by: line, on: day }),
  review_by: day.optional(),
};

const DEAL_KINDS = ['sale', 'supply', 'co-production', 'factory', 'service', 'negotiation', 'other'] as const;
/** A transfer of arms or of the means to make or keep them. Unknown is a value of its own. */
export const dealSchema = z.strictObject({
  ...recordFields,
  kind: z.enum(DEAL_KINDS),
  /** Countries and companies that supply. */
  supplier: stated(refs),
  recipient: stated(refs),
  maker: stated(refs),
  systems: stated(refs),
  /** How many were ordered, as the source says it. */
  ordered: stated(line),
  value: stated(line),
  signed: stated(factDateSchema),
  delivered: stated(factDateSchema),
});

/** Somebody's words: direct when the source puts them inside quotation marks, else the source's paraphrase. */
export const quoteSchema = z.strictObject({
  ...recordFields,
  speaker: z.union([z.literal(NOT_STATED), refs]),
  /** The speaker as the source describes them at the time. */
  role: stated(line),
  form: z.enum(['direct', 'paraphrased']),
  /** The words themselves, without quotation marks; they stand in a citation's `exact`. */
  words: text.normalize('NFC'),
  venue: stated(line),
});

const FACT_KINDS = ['figure', 'event', 'assessment', 'statement'] as const;
/** Anything else the source states. `subject` does or is; `object` is done to, given to or spoken of. */
export const factSchema = z.strictObject({
  ...recordFields,
  kind: z.enum(FACT_KINDS),
  subject: z.array(ref).default([]),
  object: z.array(ref).default([]),
});

const ENTITY_TYPES = ['country', 'organisation', 'company', 'person', 'system', 'place', 'event'] as const;
/** Whatever a question may name. Country names in many languages come with `iso`; aliases carry the rest. */
export const entitySchema = z.strictObject({
  id,
  type: z.enum(ENTITY_TYPES),
  name: line,
  /** ISO 3166-1 alpha-2; countries only. */
  iso: z
    .string()
    .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code is two capital letters')
    .optional(),
  /** Other names in any language or script: short names, old names, demonyms, capitals, codes, usual misspellings. */
  aliases: z.array(line).default([]),
  /** For a place: the entities it holds (a region's countries). */
  members: z.array(ref).default([]),
  /** Where a person, company or system belongs: country, company, organisation. */
  of: z.array(ref).default([]),
  /** What a person or body is, in the source's words. */
  role: line.optional(),
  note: text.optional(),
});

/** A published document, in CSL-JSON's terms, with what is needed to verify passages. */
export const sourceSchema = z.strictObject({
  id,
  type: z.enum(['article', 'article-journal', 'article-magazine', 'article-newspaper', 'book', 'chapter', 'post-weblog', 'report', 'speech', 'webpage']),
  title: line,
  authors: z.array(z.strictObject({ given: line.optional(), family: line })).default([]),
  publisher: line,
  date: isoDate,
  url: z.url({ protocol: /^https?$/ }).max(2000),
  language: z.string().min(2).max(35),
  accessed: day,
  /** SHA-256, in hexadecimal, of the normalised snapshot. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits'),
  /** Which blank-line-separated blocks of the snapshot are the text proper, both included, counted from 1. */
  body: z.strictObject({ first: z.number().int().positive(), last: z.number().int().positive() }),
  /** Words of the text proper, as `base -- verify` counts them. */
  words: z.number().int().positive(),
  /** Sentences of the text proper that no record carries, and why. */
  states_nothing: z.array(z.strictObject({ paragraph: z.number().int().positive(), sentence: z.number().int().positive(), reason: line })).default([]),
  /** The curators' promise that every sentence is carried by a record or listed in `states_nothing`; a gap is then an error. */
  complete: z.boolean().optional(),
});

/** What the base is, and what its curators promise of every record. */
export const baseInfoSchema = z.strictObject({
  id,
  title: line,
  description: text,
  /** Day of the last revision. */
  revised: day,
  /** Fewest asks a record must have, by language. */
  asks: z.record(z.string(), z.number().int().positive()).default({}),
  /** Places (entities) that make a digest or a filter of their own. */
  regions: z.array(ref).default([]),
});

/** The files of a base. `base.yaml` holds one mapping, each other file a list. Only base, sources and entities are required. */
export const FILES = {
  'base.yaml': baseInfoSchema,
  'sources.yaml': z.array(sourceSchema),
  'entities.yaml': z.array(entitySchema),
  'deals.yaml': z.array(dealSchema),
  'quotes.yaml': z.array(quoteSchema),
  'facts.yaml': z.array(factSchema),
} as const;

export type Status = (typeof STATUSES)[number];
export type FactDate = z.output<typeof factDateSchema>;
export type Unstated = typeof NOT_STATED | typeof NOT_DISCLOSED;
export type Stated<T> = T | Unstated;
export type Citation = z.output<typeof citationSchema>;
export type Figure = z.output<typeof figureSchema>;
export type Deal = z.output<typeof dealSchema> & { type: 'deal' };
export type Quote = z.output<typeof quoteSchema> & { type: 'quote' };
export type Fact = z.output<typeof factSchema> & { type: 'fact' };
/** A deal, a quote or a fact; the file it stands in gives the type. */
export type FactRecord = Deal | Quote | Fact;
export type Entity = z.output<typeof entitySchema>;
export type Source = z.output<typeof sourceSchema>;
export type BaseInfo = z.output<typeof baseInfoSchema>;

/** Where something stands in a base's files, for messages and for the curator's view. Lines count from 1; 0 means the whole file. */
export interface Place {
  file: string;
  line: number;
}

/** One loaded base, or several merged into one. Everything a reply needs; read-only by convention. */
export interface Base {
  infos: readonly BaseInfo[];
  sources: ReadonlyMap<string, Source>;
  entities: ReadonlyMap<string, Entity>;
  /** Deals, then quotes, then facts, each in file order. */
  records: readonly FactRecord[];
  byId: ReadonlyMap<string, FactRecord>;
  /** Where a record (by its id), a source (`source/ID`) or an entity (`entity/ID`) stands. Finding lines takes a moment the first time. */
  place(item: string): Place | undefined;
}

/** True for `not stated` and `not disclosed`. */
export const isUnstated = (value: unknown): value is Unstated => value === NOT_STATED || value === NOT_DISCLOSED;
