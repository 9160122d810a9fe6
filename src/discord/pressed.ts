/** What a message of ours tells of itself when a button under it is pressed: all that the button needs besides its id. */
import { z } from 'zod';
import type { Request } from '../commands/command.ts';
import { readWritten } from '../commands/dispatch.ts';
import { type Button, readButton } from '../replies/button.ts';
import type { OwnMessage } from './interaction.ts';
import { FLAG } from './limits.ts';

const rowSchema = z.object({ components: z.array(z.object({ custom_id: z.string().optional() })) });
const embedSchema = z.object({ author: z.object({ name: z.string() }) });

export const isPrivate = ({ flags }: OwnMessage): boolean => (flags & FLAG.ephemeral) !== 0;

/** What can be pressed under a message. */
export function buttonsOf({ components }: Pick<OwnMessage, 'components'>): Button[] {
  const parts = components.flatMap((row) => rowSchema.safeParse(row).data?.components ?? []);
  return parts.flatMap(({ custom_id: id }) => (id === undefined ? [] : (readButton(id) ?? [])));
}

const imageSchema = z.object({ image: z.object({}) });

/** Whether the message shows a picture: of a command that draws, or beside other words. */
export const showsPicture = ({ embeds }: OwnMessage): boolean => embeds.some((embed) => imageSchema.safeParse(embed).success);

/** A picture's colours are those that its button does not offer. */
export function themeOf(message: OwnMessage): Pick<Request, 'theme'> {
  const offered = buttonsOf(message).map(({ action }) => action);
  return offered.includes('dark') ? { theme: 'light' } : offered.includes('light') ? { theme: 'dark' } : {};
}

const TURNS: ReadonlySet<Button['action']> = new Set(['page', 'go', 'start']);

/** Which page is shown, from 0: the one after the page that the first of its arrows leads back to. */
export function pageShown(message: OwnMessage): number {
  const back = buttonsOf(message).find(({ action }) => TURNS.has(action));
  return back && 'n' in back ? back.n + 1 : 0;
}

/** The request that the message answers, as its first embed's author line has it, and as it is drawn. */
export function writtenOver(message: OwnMessage): Pick<Request, 'command' | 'options' | 'theme'> | undefined {
  const line = embedSchema.safeParse(message.embeds[0]).data?.author.name;
  const asked = line === undefined ? undefined : readWritten(line);
  return asked && { ...asked, ...themeOf(message) };
}
