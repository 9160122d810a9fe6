/** The command line of a benchmark: flags that take a value each, and what to tell who mistypes one. */
import { parseArgs } from 'node:util';

/** A flag with the value that it has when it is not given, and what its value must be, after “must be”. */
export interface Flag {
  usual: string;
  must: string;
  fits(value: string): boolean;
}

const isWhole = (value: string): boolean => /^[1-9]\d{0,8}$/.test(value);

/** A count of something: a whole number from 1 on. */
export const count = (usual: number): Flag => ({ usual: String(usual), must: 'a whole number from 1 on', fits: isWhole });

/** Several counts, separated by commas. */
export const counts = (...usual: number[]): Flag => ({
  usual: usual.join(),
  must: 'whole numbers separated by commas',
  fits: (value) => value.split(',').every(isWhole),
});

/** One of some names. */
export const oneOf = (names: readonly string[], usual: string): Flag => ({ usual, must: `one of ${names.join(', ')}`, fits: (value) => names.includes(value) });

/** Several of some names, separated by commas; all of them unless told. */
export const someOf = (names: readonly string[]): Flag => ({
  usual: names.join(),
  must: `one or more of ${names.join(', ')}, separated by commas`,
  fits: (value) => value.split(',').every((name) => names.includes(name)),
});

const misuse = (wrong: string, usage: string): never => {
  process.stderr.write(`${wrong}\n\n${usage}\n`);
  process.exit(2);
};

/** The values of a benchmark's flags. Ends the program with its usage when that is asked for, or when a flag makes no sense. */
export function readFlags<Name extends string>(usage: string, flags: Readonly<Record<Name, Flag>>): Record<Name, string> {
  const known = new Map<string, Flag>(Object.entries(flags));
  const values = new Map([...known].map(([name, { usual }]) => [name, usual]));
  const options = Object.fromEntries([...known.keys()].map((name) => [name, { type: 'string' as const }]));
  for (const token of parseArgs({ options, strict: false, tokens: true }).tokens) {
    if (token.kind === 'option' && (token.name === 'help' || token.name === 'h')) {
      process.stdout.write(`${usage}\n`);
      process.exit(0);
    }
    if (token.kind !== 'option') return misuse(`“${token.kind === 'positional' ? token.value : '--'}” belongs to no flag.`, usage);
    const flag = known.get(token.name);
    if (!flag) return misuse(`There is no flag “${token.rawName}”.`, usage);
    if (token.value === undefined || !flag.fits(token.value)) return misuse(`“${token.rawName}” must be ${flag.must}.`, usage);
    values.set(token.name, token.value);
  }
  return Object.fromEntries(values) as Record<Name, string>;
}
