/** The choices on disputed areas and lines, as a team writes them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const reason = z.string().min(1);
const iso = z.string().regex(/^[A-Z]{2}$/);
const area = z.string().min(1);
const choicesSchema = z.strictObject({
  moves: z.array(z.strictObject({ area, point: z.tuple([z.number(), z.number()]), from: iso, to: iso, reason })),
  merges: z.array(z.strictObject({ area, with: iso, reason })),
  neutral: z.array(z.strictObject({ area, reason })),
  left_out: z.array(z.strictObject({ area, reason })),
  lines: z.array(
    z.strictObject({
      between: z.tuple([iso, iso]),
      /** West, south, east, north in degrees. */
      within: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
      draw: z.enum(['none', 'dashed']),
      reason,
    }),
  ),
});

export type Choices = z.output<typeof choicesSchema>;
export type LineChoice = Choices['lines'][number];

/** Reads and checks the file. */
export const readChoices = (path: string): Choices => choicesSchema.parse(parse(readFileSync(path, 'utf8')));
