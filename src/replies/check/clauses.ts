/** Clauses: what a hedge governs, and what it doesn't. */

/** Where a new statement begins inside a sentence. */
const PARTS =
  /[;:–—]|\s-\s|\b(?:but|while|whereas|although|though|because|so)\b|\band\s+(?=(?:that|it|this|they|he|she|has|have|is|are|was|were|do|does|did|will|already)\b|\w+ed\b|bought|built|sold|made|got)/iu;

/** Of the words that tell of something done or so: finite verbs as far as their form shows them. */
export const ASSERTS =
  /(?<!\bbe )\b(?:(?!need|speed|breed|indeed|united|armed|limited|unmanned|combined|advanced|reported|alleged|claimed|stated|argued|believed|announced|declared|noted|warned|insisted|planned|rumou?red|called)\w{2,}ed|bought|sold|built|made|got|gave|took|sent|won|lost|began|became|paid|held|has|have|had|is|are|was|were|does|did|owns?|operates?|uses?|flies|produces|manufactures|assembles|supports|supplies|builds|makes|buys|sells|delivers|exports|imports|receives|gets|gives|helps|backs|arms|completes|threatens|dominates)\b/iu;

/** Stands for a hedge once it is found. */
const MARK = '\ue000';
/** The hedge's own auxiliaries assert nothing: `is reported to`, `has been planned`. */
const AUXILIARIES = '(?:\\b(?:it|there)\\s+)?(?:\\b(?:is|are|was|were|has|have|had|been|be|does|did|remains?)\\s+){0,3}';
/** What a clause may hold beside a hedge that is all it is there for: `, according to unconfirmed reports`. */
const FRAME = new RegExp(`^[\\s${MARK}]*(?:that|of|from|by|the|a|an|as|reports?|sources?)*[\\s${MARK}.!]*$`, 'iu');

const marked = (text: string, hedge: RegExp): string => text.replaceAll(MARK, '').replace(new RegExp(`${AUXILIARIES}(?:${hedge.source})`, 'giu'), MARK);

/** In a clause that tells of something done, the hedge must come first; what is planned must not be told as done behind it either. */
function isGoverned(clause: string, planned: boolean): boolean {
  const hedge = clause.indexOf(MARK);
  const done = ASSERTS.exec(planned ? clause : clause.replace(new RegExp(`${MARK}\\s+(?:have|has|had|be)\\b`, 'gu'), MARK));
  return hedge >= 0 && (done === null || (!planned && hedge < done.index));
}

function isPartGoverned(part: string, planned: boolean): boolean {
  const clauses = part.split(',').filter((clause) => /[\p{L}\d\ue000]/u.test(clause));
  const isFrame = (clause: string | undefined): boolean => clause?.includes(MARK) === true && FRAME.test(clause);
  if (!planned && (isFrame(clauses[0]) || isFrame(clauses.at(-1)))) return true;
  const done = clauses.filter((clause) => ASSERTS.test(clause));
  const longest = clauses.toSorted((a, b) => b.length - a.length).slice(0, 1);
  return (done.length > 0 ? done : longest).every((clause) => isGoverned(clause, planned));
}

/**
 * Whether a hedge governs all that a statement claims.
 * @param planned the hedge tells of what is to come, so that nothing beside it may be told as done
 */
export function governs(hedge: RegExp, text: string, planned = false): boolean {
  const parts = marked(text, hedge)
    .split(PARTS)
    .filter((part) => /[\p{L}\d\ue000]/u.test(part));
  return parts.length > 0 && parts.every((part) => isPartGoverned(part, planned));
}
