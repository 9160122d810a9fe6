/** Names: who and what, on which side, and who does it to whom. */
import { type Deal, isUnstated } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import { isHedge } from './hedge.ts';
import { type Comparison, isAmong, isOf, type Name, nameWords, type Subject, TRADERS } from './subject.ts';

const ORDER = 'The source has it the other way round, or does not tell who does it to whom.';

/** Who trades must have a part in the deal; who is only spoken of beside it is no party. */
const isParty = (subject: Subject, deal: Deal, name: Name): boolean =>
  [deal.supplier, deal.recipient, deal.maker, deal.systems].some((ids) => isAmong(subject, name, ids));

/** Who stands on the other side than the message says. */
const turnedNames = (subject: Subject, { supplier, recipient, maker, systems }: Deal): Name[] =>
  subject.meaning.names.filter(
    (name) =>
      (name.role === 'giver' && ![supplier, maker, systems].some((ids) => isAmong(subject, name, ids)) && isAmong(subject, name, recipient)) ||
      (name.role === 'taker' && !isAmong(subject, name, recipient) && isAmong(subject, name, supplier)),
  );

/** Supplier and recipient changed over. With one side named it may be another deal, of which nothing is known. */
function direction(subject: Subject, deal: Deal, out: Comparison): void {
  const { names } = subject.meaning;
  if (turnedNames(subject, deal).length === 0) return;
  const of = (role: 'giver' | 'taker') =>
    names.filter((name) => name.role === role && isParty(subject, deal, name)).map(({ ids }) => nameWords(subject, ids.slice(0, 1)));
  const [givers, takers] = [of('giver').join(' and '), of('taker').join(' and ')];
  if (givers && takers)
    out.differs.push({ message: `${givers} to ${takers}`, source: `${nameWords(subject, deal.supplier)} to ${nameWords(subject, deal.recipient)}` });
  else out.open.doubts.push(ORDER);
}

/** A name of several, such as a maker and its drone, is only said where the record says which, or the very word. */
const isTold = ({ told }: Subject, { ids, said }: Name): boolean =>
  ids.every((id) => told.ids.has(id)) || (ids.some((id) => told.ids.has(id)) && told.text.includes(said.toLowerCase()));

/** Whether the message says that this one said it. */
const isSpeaker = ({ by }: Subject, name: Name): boolean => name.role === 'speaker' || (by.kind === 'named' && by.names.includes(name));

function compareName(subject: Subject, name: Name, out: Comparison): void {
  const { record } = subject;
  // Their own words only: a company does not speak for its head, nor a country for its people.
  if (isSpeaker(subject, name) && record.type === 'quote' && (isUnstated(record.speaker) || !record.speaker.some((id) => name.ids.includes(id)))) {
    const source = isUnstated(record.speaker) ? 'a speaker whom the source does not name' : nameWords(subject, record.speaker);
    out.differs.push({ message: nameWords(subject, name.ids.slice(0, 1)), source });
    return;
  }
  const outside = record.type === 'deal' && isOf(subject, name, TRADERS) && !isParty(subject, record, name);
  if (!isTold(subject, name) || outside) {
    out.open.names.push(name.said);
    if (isOf(subject, name, TRADERS)) out.open.traders += 1;
    return;
  }
  out.agreed.names += 1;
  if (!isOf(subject, name, TRADERS)) out.agreed.specific += 1;
}

/** Who and what is named; in a deal also on which side. */
export function compareNames(subject: Subject, out: Comparison): void {
  for (const name of subject.meaning.names) compareName(subject, name, out);
  if (subject.record.type === 'deal') direction(subject, subject.record, out);
}

/** That analysts say so is a claim of its own, even where the source says the same. */
function unnamed(who: string | undefined, text: string): string[] {
  if (who === undefined) return ['The message has this from somebody whom the source does not name.'];
  return text.includes(who.toLowerCase()) ? [] : [`The source does not have this from “${who}”.`];
}

/** Words of one are not those of another, and a fact of the source's own is nobody's words. */
export function compareSpeaker(subject: Subject, out: Comparison): void {
  const { by, record, told } = subject;
  if (by.kind === 'somebody' && record.type !== 'quote') out.open.doubts.push(...unnamed(by.who, told.text));
  if (by.kind === 'author' && record.type === 'quote') out.open.doubts.push('The source has this from somebody else, and does not say it itself.');
  if (by.kind !== 'named' || record.type === 'quote') return;
  for (const { ids, said } of by.names) if (!ids.some((id) => told.tellers.has(id))) out.open.doubts.push(`The source does not have this from “${said}”.`);
}

const ACTORS: ReadonlySet<string> = new Set(['country', 'company', 'organisation', 'person']);
const PASSIVE = /\bby\b|tarafından|тарафынан|со стороны/iu;

/** `Tajikistan reported 15 casualties`: who tells of it need not be who did it. */
const tellsOfIt = (name: Name | undefined, { words }: Meaning): boolean => words.some(({ at, said, ideas }) => at[0] === name?.at[1] && isHedge(said, ideas));

/** The statement begins with it, but for who tells of it: `The author says that X …`. */
const opens = (name: Name | undefined, { words, names }: Meaning): boolean =>
  name !== undefined && names[0] === name && words.every(({ at, said, ideas }) => at[0] > name.at[0] || isHedge(said, ideas));

/** Who speaks in the source is not spoken of: `Kazakhstan criticised the Russian media`. */
function compareSpoken(subject: Subject, actors: readonly Name[], out: Comparison): void {
  const { meaning, record, by, text } = subject;
  if (record.type !== 'quote' || isUnstated(record.speaker) || by.kind === 'named' || PASSIVE.test(text)) return;
  const { speaker } = record;
  const at = actors.findIndex((name) => isAmong(subject, name, speaker));
  if (at > 0 && opens(actors[0], meaning)) out.open.doubts.push(ORDER);
}

/** `X does it to Y`: all must have a part in the fact, and the message must not have them the other way round. */
export function compareOrder(subject: Subject, out: Comparison): void {
  const { record, meaning, text } = subject;
  const actors = meaning.names.filter((name) => isOf(subject, name, ACTORS));
  compareSpoken(subject, actors, out);
  if (record.type !== 'fact') return;
  const place = (ids: readonly string[]): number => actors.findIndex((name) => isAmong(subject, name, ids));
  const [doer, other] = [place(record.subject), place(record.object)];
  const turned = other === 0 && doer !== 0 && record.subject.length > 0 && opens(actors[0], meaning) && !PASSIVE.test(text) && !tellsOfIt(actors[0], meaning);
  const apart = actors.length > 1 && !actors.every((name) => isAmong(subject, name, [...record.subject, ...record.object]));
  if (turned || apart) out.open.doubts.push(ORDER);
}

/** The named system is another than the one that the deal of that day was on. */
export function compareSystems(subject: Subject, out: Comparison): void {
  const { record, meaning, told, search } = subject;
  if (
    record.type !== 'deal' ||
    isUnstated(record.systems) ||
    meaning.dates.length === 0 ||
    out.open.words.length + out.open.counts.length + out.differs.length > 0
  )
    return;
  const other = meaning.names.find(({ ids }) => ids.length === 1 && search.typeOf(ids[0] ?? '') === 'system' && !told.ids.has(ids[0] ?? ''));
  if (!other) return;
  out.open.names = out.open.names.filter((said) => said !== other.said);
  out.differs.push({ message: nameWords(subject, other.ids), source: nameWords(subject, record.systems) });
}
