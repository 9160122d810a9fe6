/** Who is said to say what a message states. */
import type { Meaning } from '../../search/meaning.ts';
import { fold, type Token } from '../../search/text.ts';
import type { Name } from './subject.ts';

/**
 * `author`: whoever wrote the source. `somebody`: nobody whom the base knows; `who` as the message calls them, `analysts`, where it says more than "he".
 * `rumour`: nobody at all.
 */
export type Attribution =
  | { kind: 'none' }
  | { kind: 'named'; names: readonly Name[] }
  | { kind: 'author' }
  | { kind: 'somebody'; who: string | undefined }
  | { kind: 'rumour' };

const TELLING =
  /^(?:says?|said|told|tells|claim(?:s|ed)?|argue[sd]?|think(?:s)?|thought|believe[sd]?|judge[sd]?|state[sd]?|announce[sd]?|declare[sd]?|insist(?:s|ed)?|note[sd]|warn(?:s|ed)|reported|discovered|called|calls|gore|dedi|belirtti|acikladi|soyledi|заявил\p{L}*|сказал\p{L}*|считает|сообщил\p{L}*|заявив|сказав|вважае)$/u;
/** Words of telling that need no name before them. */
const SAID =
  /\b(?:says?|said|claims?|claimed|argues?|argued|thinks?|thought|believes?|believed|announced|declared|insists?|insisted|according to|in the (?:view|opinion|words) of|analysts?|experts?)\b|(?<!\p{L})(?:göre|dedi|belirtti)(?!\p{L})|по мнению|по словам|заявил|считает|сказал|на думку|за словами|заявив|(?<!\p{L})(?:deyib|bildirdi|bildirib|fikrincə|sözlərinə görə|айтты|айтқан|айткан|мәлімдеді|билдирди|деді|деди|айтуынша|пікірінше|айтымында|aytdi|aytgan|fikricha|so[’'‘ʻ]zlariga ko[’'‘ʻ]ra)(?!\p{L})/iu;
/** People without a name. */
const PEOPLE =
  /(?<!\p{L})(?:analysts?|experts?|officials?|observers?|critics?|diplomats?|journalists?|researchers?|commentators?|insiders?|sources|uzmanlar|analistler|эксперты|аналитики|чиновники|експерти|аналітики|ekspertlər|analitiklər|сарапшылар|эксперттер|ekspertlar|tahlilchilar)(?!\p{L})/iu;
/** `There are reports that`, `is said to`: a hedge, and nobody's words. */
const IMPERSONAL =
  /\b(?:is|are|was|were)\s+(?:said|believed|thought|claimed)\s+(?:to|that)\b|\baccording to (?:\p{L}+\s+){0,3}(?:reports?|rumou?rs)\b|\b(?:reports?|rumou?rs)\s+(?:say|claim)\w*/giu;
const WRITER = '(?:the |this |its )?(?:author|article|writer|source|paper)';
const AUTHOR = new RegExp(
  `\\b(?:according to|in the (?:view|opinion|words|judgement) of|for|to) ${WRITER}\\b|\\b${WRITER}(?:\\s+\\p{L}+ly)?\\s+(?:says?|said|claim|argue|think|thought|believe|judge|state|hold|see|find|found|warn|note|conclude|describe|rate)|\\b${WRITER}['’]s\\s+(?:view|opinion|judgement|account|words|reading)|(?<!\\p{L})(?:yazara|makaleye) göre|по мнению автора|по словам автора|автор\\s+(?:считает|пишет)|на думку автора`,
  'iu',
);

/** Whether a word, as typed, is one of telling. */
export const isTelling = (said: string): boolean => TELLING.test(said.toLowerCase()) || TELLING.test(fold(said)) || SAID.test(said);

const tells = (token: Token | undefined): boolean => token !== undefined && isTelling(token.raw);
const BEFORE = /(?:according to|in the (?:view|opinion|words) of|по мнению|по словам|на думку|за словами)(?: the| a)?$/iu;

/** `X said`, `according to X`, `, said X`. */
function isSpeaker({ at: [start, end] }: Name, tokens: readonly Token[]): boolean {
  const behind = tokens[end];
  const lead = tokens
    .slice(Math.max(0, start - 6), start)
    .map(({ raw }) => raw)
    .join(' ');
  const helped = /^(?:has|have|had|also|once|itself|himself)$/i.test(behind?.raw ?? '') && tells(tokens[end + 1]);
  return (tells(behind) && !/^(?:calls)$/i.test(behind?.raw ?? '')) || helped || BEFORE.test(lead) || (end === tokens.length && /\b(?:said|says)$/i.test(lead));
}

/** Reads who is said to say it. */
export function attributionOf(text: string, { names, tokens, speaks }: Meaning, authors: readonly string[]): Attribution {
  const personal = text.replace(IMPERSONAL, ' ');
  if (AUTHOR.test(personal)) return { kind: 'author' };
  const speakers = names.filter(({ role }) => role === 'speaker');
  const named = speakers.length > 0 ? speakers : names.filter((name) => isSpeaker(name, tokens));
  if (named.length > 0) return { kind: 'named', names: named };
  if (!SAID.test(personal)) return { kind: speaks && SAID.test(text) ? 'rumour' : 'none' };
  return authors.some((author) => author !== '' && personal.includes(author)) ? { kind: 'author' } : { kind: 'somebody', who: PEOPLE.exec(text)?.[0] };
}
