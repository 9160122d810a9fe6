/** A query → a resolution. The one way in to the search. */
import type { Base } from '../base/schema.ts';
import { offerFor } from './closest.ts';
import { correctionsOf } from './correct.ts';
import { explain } from './explain.ts';
import { createJudge, type Judge, type Judged } from './judge.ts';
import type { Meaning } from './meaning.ts';
import { type Match, type Resolution, type Search, USUAL_LIMIT } from './resolution.ts';
import { answersOf } from './several.ts';

const NOTHING: Resolution = { kind: 'nothing', why: ['Nothing in the base comes near this.'] };
const ORDERS: Resolution = { kind: 'nothing', why: ['This reads like an order, not like a question about the base.'] };

/** Builds the search of a base. */
export function createSearch(base: Base): Search {
  const judge = createJudge(base);
  const match = ({ ranked, record }: Judged, meaning: Meaning, { list = false, answered = true } = {}): Match => ({
    record,
    agreement: Math.min(1, ranked.score),
    reasons: explain(ranked, meaning, judge.lexicon, judge.index),
    corrections: list ? [] : correctionsOf(ranked, record, answered),
  });

  const resolve: Search['resolve'] = (query, options) => {
    const limit = options.limit ?? USUAL_LIMIT;
    const { meaning, judged } = judge.read(query, options);
    if (meaning.orders) return ORDERS;
    const among: Judge['judge'] = (other, bounds) => judge.judge(other, { ...bounds, among: options.among });
    const { answers, list } = answersOf(judged, meaning, among);
    const [first, ...rest] = answers;
    if (first) {
      const further = rest.slice(0, limit - 1);
      return {
        kind: 'answer',
        list,
        matches: [match(first, meaning, { list: list && rest.length > 0 }), ...further.map((entry) => match(entry, meaning, { list }))],
      };
    }
    const offer = offerFor(judged, meaning, { ...judge, judge: among }, limit);
    if (!offer) return NOTHING;
    const [nearest, ...others] = offer.nearest;
    return {
      kind: 'closest',
      why: offer.why,
      matches: [match(nearest, meaning, { answered: false }), ...others.map((entry) => match(entry, meaning, { answered: false }))],
    };
  };
  return {
    resolve,
    read: judge.understand,
    within: (id) => judge.lexicon.named.get(id)?.within ?? [],
    typeOf: (id) => judge.lexicon.named.get(id)?.type,
    nameOf: (id) => judge.lexicon.named.get(id)?.name,
  };
}
