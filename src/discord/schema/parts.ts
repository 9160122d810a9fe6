/** What the schemas of Discord's payloads are made of. */
import { z } from 'zod';

/** At most so many UTF-16 units: zod’s own `max` counts code points, and lets twice as much pass in some scripts. */
export const units = (longest: number) => z.string().refine((value) => value.length <= longest, `is over ${longest} long`);

/** Text that shows: Discord trims first, and takes nothing that is empty then. */
export const text = (longest: number) => units(longest).refine((value) => value.trim() !== '', 'is blank');

const isWeb = (value: string): boolean => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value);

/** An address on the web. Discord's own description lets any scheme pass, `javascript:` too; Discord does not. */
export const webUrl = (longest: number) => units(longest).refine(isWeb, 'is no http or https address');

/** An address of a picture: on the web, or `attachment://name` for a file of the same message. */
export const pictureUrl = (longest: number) =>
  units(longest).refine((value) => isWeb(value) || /^attachment:\/\/[\w.-]+$/.test(value), 'is neither an http or https address nor an attachment’s name');

export const snowflake = z.string().regex(/^(?:0|[1-9]\d{0,19})$/, 'is no snowflake');

/** The first value that stands twice. */
function repeated<T>(values: readonly T[]): T | undefined {
  const seen = new Set<T>();
  return values.find((value) => seen.size === seen.add(value).size);
}

/** Complains about the first value that stands twice; values that are undefined don't count. */
export const unique =
  <T>(what: string, valuesOf: (item: T) => readonly (string | undefined)[]) =>
  (item: T, context: z.RefinementCtx<T>): void => {
    const twice = repeated(valuesOf(item).filter((value) => value !== undefined));
    if (twice !== undefined) context.addIssue({ code: 'custom', message: `has ${what} \`${twice}\` twice` });
  };
