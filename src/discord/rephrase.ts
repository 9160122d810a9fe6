/** Asking once more in other words: a modal that holds the request as it was asked, and the request that comes back with it. */
import { type APIModalInteractionResponse, ComponentType, InteractionResponseType, TextInputStyle } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Command } from '../commands/command.ts';
import { commands, LONGEST_WRITTEN, readWritten, written } from '../commands/dispatch.ts';
import { readButton, writeButton } from '../replies/button.ts';
import { firstOf } from '../replies/cut.ts';
import { plainCut } from './cut.ts';
import type { OwnMessage } from './interaction.ts';
import { MODAL } from './limits.ts';
import { writtenOver } from './pressed.ts';

/** The modal's one field. */
const FIELD = 'request';

type Wording = NonNullable<ReturnType<typeof readWritten>>;

/** What stands before the words of a request in writing, and is not to be changed. */
const leadOf = (name: string): string => `/${name} `;

/** UTF-16 units that can be asked: what the line above the answer holds, or the only option. */
function roomOf({ name, options }: Command): number {
  const room = LONGEST_WRITTEN - leadOf(name).length;
  const [first, ...others] = Object.values(options);
  return first && others.length === 0 ? Math.min(room, first.longest) : room;
}

/** What the field is called, and how it is filled in. */
function toldOf({ name, options }: Command): { label: string; description: string } {
  const named = Object.keys(options).filter((option) => !options[option]?.bare);
  if (named.length === 0) return { label: 'Your question', description: 'Another name, a year or other words may find more.' };
  const description = plainCut(`Options are written “name: value”: ${named.join(', ')}`, MODAL.description);
  return { label: plainCut(`What to ask of /${name}`, MODAL.label), description };
}

/** The modal that a press of **Rephrase** opens; undefined when the message does not show what it answers. */
export function modalOver(message: OwnMessage): APIModalInteractionResponse | undefined {
  const asked = writtenOver(message);
  const command = commands.find(({ name }) => name === asked?.command);
  if (!asked || !command) return undefined;
  const room = roomOf(command);
  const value = firstOf(written(asked).slice(leadOf(command.name).length), room);
  const component = {
    type: ComponentType.TextInput as const,
    custom_id: FIELD,
    style: TextInputStyle.Paragraph,
    ...(value !== '' && { value }),
    required: true,
    min_length: 1,
    max_length: room,
  };
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: writeButton({ action: 'rephrase' }) ?? '',
      title: 'Ask in other words',
      components: [{ type: ComponentType.Label, ...toldOf(command), component }],
    },
  };
}

const submittedSchema = z.object({
  custom_id: z.string(),
  components: z.array(z.object({ component: z.object({ custom_id: z.string(), value: z.string() }) })).max(MODAL.parts),
});

/** The words in a modal of ours that was sent; undefined when it is none. */
export function wordsIn(data: unknown): string | undefined {
  const sent = submittedSchema.safeParse(data).data;
  if (!sent || readButton(sent.custom_id)?.action !== 'rephrase') return undefined;
  return sent.components.find(({ component }) => component.custom_id === FIELD)?.component.value;
}

/** The request in other words: of the same command, as if it had been asked so from the start. @param words on one line */
export function rephrased(message: OwnMessage, words: string): Wording | undefined {
  const asked = writtenOver(message);
  return asked && readWritten(leadOf(asked.command) + words);
}
