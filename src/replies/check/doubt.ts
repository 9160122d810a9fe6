/** Why a record is not firm enough for what a message makes of it. In doubt there is a doubt. */
import type { Base, Status } from '../../base/schema.ts';
import type { Meaning } from '../../search/meaning.ts';
import { authorOf } from '../record.ts';
import { stands } from './forms.ts';
import { type Hedge, isHedge } from './hedge.ts';
import type { Comparison } from './subject.ts';

/** A source that judges with care. */
const CAREFUL =
  /\b(?:may|might|could|can|seems?|seemingly|appears?|likely|probably|possible|possibly|perhaps|potential(?:ly)?|hop(?:es?|ing)|(?:seen|viewed) as|impression)\b/iu;
/** A part of a firm record may be unsure: who worried over a deal did so, whatever became of the deal. */
const UNSURE = /\b(?:unclear|unconfirmed|unverified|not (?:been )?confirmed|alleged|rumou?red|cannot be told)\b/iu;
export const isPartlyUnsure = ({ told }: Comparison): boolean => UNSURE.test(told.text);

/** Done to the end. */
const COMPLETED = /\b(?:complet|finish|finali[sz]|deliver|receiv|conclud|fulfil)\p{L}*/iu;

/** What is passed on without proof must be passed on in the same words: an agreement signed is not yet a purchase. */
function isPassedOn({ told }: Comparison, text: string, { words }: Meaning, { open, reported }: Hedge): boolean {
  if (!open && (!reported || COMPLETED.test(text))) return false;
  return words.every(({ said, ideas }) => isHedge(said, ideas) || ideas.includes('drone') || stands(said, told.forms) || (open && ideas.includes('deal')));
}

function onJudgement({ told }: Comparison, { open, leaning, by }: Hedge, author: string): string | undefined {
  if (open || leaning) return undefined;
  if (CAREFUL.test(told.text)) return `the source states this with more care than the message, and as the judgement of the author, ${author}`;
  return by.kind === 'author' ? undefined : `this is the judgement of the author, ${author}, not an established fact`;
}

/** Why a record is not firm, unless the message says as much itself. */
export function doubt(found: Comparison, text: string, meaning: Meaning, hedge: Hedge, base: Base): string | undefined {
  const { record } = found;
  // Whose words they are is compared before: who is named here is the speaker.
  if (record.type === 'quote') return hedge.by.kind === 'named' ? undefined : 'somebody said so, and the source does not vouch for it';
  switch (record.status) {
    case 'confirmed':
    case 'negative':
      return isPartlyUnsure(found) && !hedge.open && !hedge.reported ? 'the source calls a part of this unconfirmed or unclear' : undefined;
    case 'reported':
      return hedge.reported || hedge.open || hedge.by.kind === 'named' || hedge.by.kind === 'author'
        ? undefined
        : 'the source passes this on from others and does not confirm it itself';
    case 'unconfirmed':
      return isPassedOn(found, text, meaning, hedge) ? undefined : 'the source itself calls this unconfirmed or unclear';
    case 'disputed':
      return hedge.open || hedge.reported ? undefined : 'the source gives accounts of this that disagree';
    case 'planned':
      return hedge.planned ? undefined : 'the source tells of a plan, an intention or work under way, not of something done';
    case 'assessment':
      return onJudgement(found, hedge, authorOf(base, record));
  }
}

/** Whether the source is surer than the message makes it: nothing in it hedges, and the message does. */
export const isFirmer = (found: Comparison, { open, reported, leaning }: Hedge): boolean =>
  (open || reported || leaning) &&
  (found.record.type === 'quote' || found.record.status === 'confirmed' || found.record.status === 'negative') &&
  !isPartlyUnsure(found) &&
  !CAREFUL.test(found.told.text);

/** How the source's side of a difference is called: it carries the source's own doubt. */
export const SOURCE: Readonly<Record<Status, string>> = {
  confirmed: 'the source',
  negative: 'the source',
  reported: 'the source, passing on others',
  unconfirmed: 'the source, unconfirmed',
  disputed: 'the source, with accounts that disagree',
  planned: 'the source, of a plan',
  assessment: 'the source, as the author’s judgement',
};
