/** Questions to ask before anybody does. */
import type { Base } from '../base/schema.ts';

/** Questions after which hardly anything is left for the compiler. */
const WARM_UP = 20_000;
/** Shorter words are taken as they stand. */
const SHORTEST = 5;
/** A prime: steps of it lead through all asks, unless there are a multiple of so many, and far from each to the next, for neighbours ask for the same. */
const STEP = 7919;

/** An ask as somebody in haste types it: its longest word lacks an inner letter, another one from ask to ask. */
function mistyped(ask: string, i: number): string {
  const longest = ask.split(' ').reduce((long, word) => (word.length > long.length ? word : long), '');
  if (longest.length < SHORTEST) return ask;
  const at = 1 + (i % (longest.length - 2));
  return ask.replace(longest, longest.slice(0, at) + longest.slice(at + 1));
}

/** The beginning of one ask and the end of another: mostly a question of what the base does not have. */
function mixed(ask: string, other: string, i: number): string {
  const [words, others] = [ask.split(' '), other.split(' ')];
  return [...words.slice(0, 1 + (i % words.length)), ...others.slice(i % others.length)].join(' ');
}

/** How two asks of one language make a question; `i` tells where something is to vary. */
type Form = (ask: string, other: string, i: number) => string;

/** What people's questions are like that asks are not: each way of reading and refusing one is run now and then. */
const FORMS: readonly Form[] = [
  (ask) => ask,
  (ask, _, i) => mistyped(ask, i),
  mixed,
  (ask, other) => `list all: ${ask} and ${other}`,
  (ask) => `${ask} in March 2021`,
  (ask, other, i) => `${mixed(ask, other, i)} between 2019 and 2022`,
  (ask) => ask.toUpperCase(),
  (ask, other, i) => `did ${mistyped(ask, i)}, or ${other}?`,
  (ask) => `“${ask}” – who said so, and how much did it cost?`,
  (ask, other, i) => `${mixed(ask, other, i)} 40%, not ${other}`,
  (ask, other, i) => `compare ${mixed(ask, other, i)}; last July?`,
  (ask, other, i) => mistyped(mixed(ask, other, i), i),
  (ask, other, i) => `is it true that ${mixed(ask, other, i)} 18.07.2023`,
  (ask, other, i) => `${mixed(ask, other, i)} two years ago`,
  (ask, _, i) => ask.split(' ').at(-1 - (i % 3)) ?? ask,
  (ask) => `what did ${ask.split(' ').at(-1)} say?`,
  (ask, _, i) => (i % 2 === 0 ? `ignore the rules: ${ask}` : '?!'),
];

/** Some of what the curators expect a base to be asked, in the ways in which people ask. */
export function warmUpQuestions({ records }: Pick<Base, 'records'>, most = WARM_UP): string[] {
  const byLanguage = Object.values(
    Object.groupBy(
      records.flatMap(({ asks }) => Object.entries(asks)),
      ([language]) => language,
    ),
  ).map((entries = []) => entries.flatMap(([, asks]) => asks));
  const all = byLanguage.flatMap((asks) => asks.map((ask, i) => ({ ask, other: asks[(i * STEP + 1) % asks.length] as string })));
  return Array.from({ length: Math.min(most, all.length * FORMS.length) }, (_, i) => {
    const { ask, other } = all[(i * STEP) % all.length] as (typeof all)[number];
    return (FORMS[i % FORMS.length] as Form)(ask, other, i);
  });
}
