/** The rules of a base, by name. A base that breaks a loading rule does not load; the others are for `base -- check`. */
import { asks } from './asks.ts';
import { dates } from './dates.ts';
import { duplicates } from './duplicates.ts';
import { hedges } from './hedges.ts';
import { ids } from './ids.ts';
import { nearDuplicates } from './near-duplicates.ts';
import { passages } from './passages.ts';
import { quotedShare } from './quoted-share.ts';
import { quotes } from './quotes.ts';
import { references } from './references.ts';
import { reviews } from './reviews.ts';
import type { Rule } from './rule.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';

export const loadingRules: readonly Rule[] = [ids, references];

/** The rules that a base may break and still load. */
export const otherRules: readonly Rule[] = [duplicates, nearDuplicates, dates, hedges, status, quotes, passages, quotedShare, reviews, asks, sources];

/** Every rule; `base -- check` runs them all. */
export const rules: readonly Rule[] = [...loadingRules, ...otherRules];
