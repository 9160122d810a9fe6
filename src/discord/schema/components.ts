/** Rows of buttons and selects as this program sends them. D components/reference.mdx; numbers of `type` and `style` are Discord's. */
import { z } from 'zod';
import { COMPONENT, SELECT } from '../limits.ts';
import { snowflake, text, unique, units, webUrl } from './parts.ts';

const emoji = z
  .strictObject({ id: snowflake.optional(), name: text(32).optional(), animated: z.boolean().optional() })
  .refine(({ id, name }) => id ?? name, 'names no emoji');

/** What a component or a modal is known by when it comes back. */
export const customId = units(COMPONENT.customId).min(1);
const face = { type: z.literal(2), label: text(COMPONENT.label).optional(), emoji: emoji.optional(), disabled: z.boolean().optional() };
const hasFace = [
  ({ label, emoji }: { label?: unknown; emoji?: unknown }) => label !== undefined || emoji !== undefined,
  'has neither label nor emoji',
] as const;

/** Styles 1 to 4 come back as an interaction, style 5 opens an address: the one needs an id, the other must have none. */
const button = z.discriminatedUnion('style', [
  z.strictObject({ ...face, style: z.literal([1, 2, 3, 4]), custom_id: customId }).refine(...hasFace),
  z.strictObject({ ...face, style: z.literal(5), url: webUrl(COMPONENT.url) }).refine(...hasFace),
]);

const option = z.strictObject({
  label: text(SELECT.label),
  value: units(SELECT.value).min(1),
  description: text(SELECT.description).optional(),
  emoji: emoji.optional(),
  default: z.boolean().optional(),
});

/** A menu of texts. It offers as many options as it lets be chosen, or more. */
export const select = z
  .strictObject({
    type: z.literal(3),
    custom_id: customId,
    options: z
      .array(option)
      .min(1)
      .max(SELECT.options)
      .superRefine(unique('the value', (options) => options.map(({ value }) => value))),
    placeholder: text(SELECT.placeholder).optional(),
    min_values: z.int().min(0).max(SELECT.options).optional(),
    max_values: z.int().min(1).max(SELECT.options).optional(),
    disabled: z.boolean().optional(),
  })
  .refine(({ min_values = 1, max_values = 1, options }) => min_values <= max_values && max_values <= options.length, 'lets more be chosen than there is')
  .refine(({ max_values = 1, options }) => options.filter((one) => one.default).length <= max_values, 'has more options chosen than may be');

type Part = z.infer<typeof button> | z.infer<typeof select>;

const row = z.strictObject({
  type: z.literal(1),
  components: z
    .array(z.discriminatedUnion('type', [button, select]))
    .min(1)
    .max(COMPONENT.buttons)
    .refine((parts) => parts.length === 1 || parts.every(({ type }) => type === 2), 'has a select that is not alone in its row'),
});

const idOf = (part: Part): string | undefined => ('custom_id' in part ? part.custom_id : undefined);

/** All rows of a message; ids are unique across them. Discord's own description lets 40 rows pass. */
export const rows = z
  .array(row)
  .max(COMPONENT.rows)
  .superRefine(unique('the custom_id', (list) => list.flatMap(({ components }) => components.map(idOf))));
