/** `X bought drones and Y sold them`: two statements in one sentence, each to be held against the base by itself. */
import type { Meaning } from '../../search/meaning.ts';
import { attributionOf } from './attribution.ts';
import { ASSERTS } from './clauses.ts';

/** Words that join clauses, and a finite verb, by language; elsewhere in a Turkic clause than at its end a verb is none of its own. */
const LANGUAGES: Readonly<Record<'en' | 'tr' | 'ru' | 'az' | 'kk' | 'ky' | 'uz', { joint: RegExp; verb: RegExp }>> = {
  en: { joint: /(?:,\s*|\s+)(?:and|but|while|whereas)\s+|\s*;\s*/giu, verb: ASSERTS },
  tr: { joint: /(?:,\s*|\s+)(?:ve|ama|fakat|ancak)\s+|\s*;\s*/giu, verb: /\p{L}(?:[dt][ıiuü]|yor|m[ıiuü]ş|ecek|acak|[dt][ıiuü]r|değil)(?:lar|ler)?[.!]?$/iu },
  ru: { joint: /(?:,\s*|\s+)(?:и|а|но)\s+|\s*;\s*/giu, verb: /\p{L}{2}(?:л[аои]?|[еёи]т|[юя]т|[аую]т)(?:с[ья])?(?!\p{L})/iu },
  az: { joint: /(?:,\s*|\s+)(?:və|amma|ancaq|lakin)\s+|\s*;\s*/giu, verb: /\p{L}(?:d[ıiuü]|[ıiuü]b|m[ıiuü]ş|[ıiuü]r|acaq|əcək|deyil)(?:lar|lər)?[.!]?$/iu },
  kk: { joint: /(?:,\s*|\s+)(?:және|бірақ|ал)\s+|\s*;\s*/giu, verb: /\p{L}(?:[дт][ыі]|[ғқгк][ае]н|[ае]ды|[ае]ді|емес|жоқ)[.!]?$/iu },
  ky: { joint: /(?:,\s*|\s+)(?:жана|бирок|ал)\s+|\s*;\s*/giu, verb: /\p{L}(?:[дт][ыиуү]|[гк][аеоө]н|[ао]т|[её]т|эмес|жок)[.!]?$/iu },
  uz: { joint: /(?:,\s*|\s+)(?:va|lekin|ammo|biroq)\s+|\s*;\s*/giu, verb: /\p{L}(?:[dt]i|gan|adi|moqda|emas)(?:lar)?[.!]?$/iu },
};

/** What comes behind them is claimed only as far as they let it be. */
const DEPENDS =
  /(?<!\p{L})(?:that|whether|if|unless|because|since|when|after|before|although|though|until|neither|either|both|not only|eğer|çünkü|hem|если|когда|что|чтобы|ни|agar|әгер|егер|əgər)(?!\p{L})/iu;

/** Stands for somebody or something of the clause before. */
const POINTS = /^(?:it|they|them|he|she|this|that|these|those|which|who|both|one|ones)$/i;

type Read = (text: string) => Meaning;

/** It names or counts something of its own. */
const isAbout = ({ names, numbers, tokens }: Meaning): boolean => names.length + numbers.length > 0 && !tokens.some(({ raw }) => POINTS.test(raw));

/** Whether a text could stand alone: it names something before it tells of it. */
function standsAlone(text: string, verb: RegExp, read: Read): boolean {
  const told = verb.exec(text);
  return told !== null && told.index > 0 && isAbout(read(text));
}

/** `regained five villages` with the one who did: in square brackets, for these are not the message's own words there. English alone puts them first. */
function withDoer(text: string, before: string, read: Read): string | undefined {
  const [doer] = before.split(ASSERTS);
  const verb = ASSERTS.exec(text);
  if (verb?.index !== 0 || doer === undefined || !isAbout(read(text)) || read(doer).names.length === 0 || /['’]s\s*$/.test(doer)) return undefined;
  return `[${doer.trim()}] ${text}`;
}

/**
 * The clauses of a sentence, each in the message's own words; the sentence itself where one clause depends on another, or only names are joined.
 * @param read how the search reads a text
 */
export function clausesOf(sentence: string, read: Read): string[] {
  const meaning = read(sentence);
  const [language = 'en'] = meaning.languages;
  const { joint, verb } = LANGUAGES[language];
  if (attributionOf(sentence, meaning, []).kind !== 'none') return [sentence];
  for (const found of sentence.matchAll(joint)) {
    const [before, rest] = [sentence.slice(0, found.index), sentence.slice(found.index + found[0].length)];
    if (DEPENDS.test(before) || !standsAlone(before, verb, read)) continue;
    // Of `Aksungur and Anka drones, but X bought others` the second clause begins behind the "but".
    const [next = ''] = rest.split(joint);
    if (standsAlone(next, verb, read)) return [before, ...clausesOf(rest, read)];
    const whole = language === 'en' ? withDoer(next, before, read) : undefined;
    if (whole !== undefined) return [before, ...clausesOf(whole + rest.slice(next.length), read)];
  }
  return [sentence];
}
