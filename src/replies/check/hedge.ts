/** How surely a message states a thing. */
import type { Meaning } from '../../search/meaning.ts';

export interface Hedge {
  /** Reported, alleged, unclear, possible. */
  unsure: boolean;
  /** Planned, to come. */
  planned: boolean;
  /** Somebody is said to say or to think it. */
  attributed: boolean;
}

const UNSURE =
  /\b(?:unconfirmed|unclear|reported(?:ly)?|reports|allegedly|alleged|rumou?r\w*|may|might|could|possibly|perhaps|probably|likely|apparently|purported\w*|doğrulanmamış|iddia\w*|belki|söylenti\w*)\b|неподтвержд|якобы|возможно|вероятно|по слухам|сообща|непідтвердж|нібито|можливо/iu;
const PLANNED =
  /\b(?:will|would|plans?|planned|planning|going to|intends?|intention|aims?|negotiat\w+|in talks|under way|to be|planlıyor|planlan\w+|edecek|acak|ecek)\b|план|собира|намер|будет|буде\b|намір/iu;
const ATTRIBUTED =
  /\b(?:according to|says?|said|told|claims?|claimed|argues?|argued|thinks?|believes?|judges?|in the view of|calls?|called|analysts?|experts?|author|göre|dedi|belirtti)\b|по мнению|по словам|заявил|считает|сказал|на думку|за словами|заявив/iu;

/** Reads the hedges of a statement. */
export function hedgeOf(text: string, { words, speaks }: Meaning): Hedge {
  const ideas = new Set(words.flatMap((word) => word.ideas));
  return {
    unsure: ideas.has('unconfirmed') || UNSURE.test(text),
    planned: ideas.has('plan') || ideas.has('negotiate') || PLANNED.test(text),
    attributed: speaks || ATTRIBUTED.test(text),
  };
}

/** Ideas and words that tell how sure something is, not what it is. */
export const isHedge = (said: string, ideas: readonly string[]): boolean =>
  ideas.some((idea) => idea === 'unconfirmed' || idea === 'confirm' || idea === 'plan' || idea === 'say') ||
  UNSURE.test(said) ||
  PLANNED.test(said) ||
  ATTRIBUTED.test(said);
