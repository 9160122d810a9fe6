/** What is digested while requests fail and processes die. */
import { aDeal, aFact, aQuote } from '../build.ts';
import { aRegion } from '../digest/build.ts';

export const BASE = aRegion([aDeal(), aQuote({ id: 'quote-a' }), aFact({ id: 'fact-a' })]);
