/** The numbers of ranking and deciding. Chosen on the tuning questions (`npm run eval`): see docs/architecture.md. */

/** Weights of the parts of a question and of the ways to agree. */
export const WEIGHTS = {
  /** A name weighs at least this, however common in the base. */
  name: 0.45,
  date: 0.5,
  /** Share of a date's weight for a record whose date is wider than the question's. */
  widerDate: 0.8,
  number: 0.75,
  /** Share of a number's weight that a record with another number explains: it corrects the question. */
  otherNumber: 0.6,
  /** A word the base does not know: a name, a noun, another word, a word of another language. */
  stranger: { name: 1, noun: 0.75, other: 0.3, foreign: 0.5 },
  /** How much a key counts by the best field it stands in. */
  field: { curated: 1, text: 0.95, passage: 0.85, ask: 0.65, inherited: 0.85, against: 0.25 },
  /** Shares of cover and of the nearest ask in the score. */
  cover: 0.35,
  ask: 0.5,
  /** Share of how usual the question is among a record's asks. */
  usual: 0.36,
  /** How much of the question is in the ask, against how much of the ask is in the question. */
  mine: 0.65,
  phrase: 0.23,
  /** Likeness of the wording, letter by letter. */
  wording: 1.08,
  /** The same beside cover, where records are chosen for a closer look. */
  worded: 1,
  /** The command asked for this kind of record. */
  preferred: 0.135,
  /** The question speaks of words, and the record is a quotation. */
  kind: 0.09,
  /** The question speaks of trade, and the record is a deal. */
  deal: 0.06,
  /** A name stands in the role that the question gives it. */
  role: 0.09,
  /** A model is what the record's deal is of. */
  system: 0.04,
  /** The question asks of what is already so, or of what may come, and so does the record. */
  mood: 0.07,
  /** A negative, where the question asks who does not trade; and where it denies anything else. */
  whoNot: 0.525,
  denied: 0.15,
  /** A negative, where the question does not name both sides. */
  negative: -0.075,
  /** A name the record lacks, a role or a date that differs. */
  against: 0.15,
} as const;

/** Where deciding draws its lines; likeness is that of the question to one of the record's asks, 0 to 1. */
export const LIMITS = {
  /** Least evidence for an answer, for one side of a comparison, and for offering a record at all. */
  evidence: 0.98,
  /** The same for the further records of a list. */
  listed: 0.85,
  side: 0.2,
  near: 0.4,
  /** Least sureness of the first answer: its evidence with its lead, see `several.ts`. */
  sure: 1,
  /** Answers score at most this much less than the likeliest record, be that an answer or not. */
  behind: 0.3,
  /** A word counts as explained from this value on. */
  explained: 0.3,
  /** An entity of at least this share of the records is the base's own subject, in a base of at least so many. */
  subject: 0.3,
  subjectFrom: 30,
  /** What only a record's asks name counts from this likeness on. */
  hearsay: 0.75,
  /** Up to here the question is unlike the asks. */
  farAsk: 0.62,
  /** From here on the question is nearly one of the asks. */
  nearAsk: 0.82,
  /** From here on it is one of them in other words. */
  sameAsk: 0.87,
  /** Share of a quotation's matter that the record must tell. */
  told: 0.6,
} as const;

/** What counts for and against a record as an answer, in units of likeness to an ask. */
export const EVIDENCE = {
  cover: 0.75,
  wording: 1.2,
  /** The weight of the words explained, up to so much of it. */
  explained: 0.23,
  explainedMost: 2,
  /** The weight of ideas that the record lacks. */
  leftIdeas: 0.1,
  alone: 0.15,
  nameless: 0.02,
  hearsayOnly: 0.45,
  strange: 0.2,
  strangeFrom: 0.5,
  strangeBelow: 0.4,
  /** By how much an answer's score leads, up to so much of it. */
  lead: 2,
  leadMost: 0.15,
} as const;
