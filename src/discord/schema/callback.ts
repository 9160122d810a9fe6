/** First answers to interactions. D interactions/receiving-and-responding.mdx, "Interaction Response"; numbers of `type` are Discord's. */
import { z } from 'zod';
import { FLAG, MODAL } from '../limits.ts';
import { choicesSchema } from './command.ts';
import { customId, select } from './components.ts';
import { editSchema, flags, messageSchema } from './message.ts';
import { text, unique, units } from './parts.ts';

const input = z
  .strictObject({
    type: z.literal(4),
    custom_id: customId,
    style: z.literal([1, 2]),
    min_length: z.int().min(0).max(MODAL.input).optional(),
    max_length: z.int().min(1).max(MODAL.input).optional(),
    required: z.boolean().optional(),
    value: units(MODAL.input).optional(),
    placeholder: text(MODAL.placeholder).optional(),
  })
  .refine(({ min_length = 0, max_length = MODAL.input }) => min_length <= max_length, 'is longer at least than at most');

const label = z.strictObject({
  type: z.literal(18),
  label: text(MODAL.label),
  description: text(MODAL.description).optional(),
  component: z.discriminatedUnion('type', [input, select.safeExtend({ required: z.boolean().optional() })]),
});
const words = z.strictObject({ type: z.literal(10), content: text(MODAL.text) });

const modal = z.strictObject({
  custom_id: customId,
  title: text(MODAL.title),
  components: z
    .array(z.discriminatedUnion('type', [label, words]))
    .min(1)
    .max(MODAL.parts)
    .superRefine(unique('the custom_id', (parts) => parts.map((part) => (part.type === 18 ? part.component.custom_id : undefined)))),
});

/**
 * By `type`: 1 pong; 4 a message; 5 a message that is still to come, of which only its being ephemeral is told; 6 nothing yet, 7 a change of the
 * message that a component stands on; 8 suggestions; 9 a modal.
 */
export const callbackSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(1) }),
  z.strictObject({ type: z.literal(4), data: messageSchema }),
  z.strictObject({ type: z.literal(5), data: z.strictObject({ flags: flags(FLAG.ephemeral).optional() }).optional() }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: editSchema }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: choicesSchema }) }),
  z.strictObject({ type: z.literal(9), data: modal }),
]);
