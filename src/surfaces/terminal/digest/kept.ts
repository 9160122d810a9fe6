/** What is kept: subscriptions, what became of their editions, and posting what is due. */
import { count } from '../../../base/count.ts';
import type { Context, Request } from '../../../commands/command.ts';
import { dispatch } from '../../../commands/dispatch.ts';
import { render, renderText } from '../render.ts';
import type { DigestIo, Kept, Said } from './io.ts';
import type { Asked } from './usage.ts';

type Name = 'list' | 'why' | 'run';

/** By the same commands as in Discord; who runs the program sees every server. */
async function told(command: 'list' | 'why', options: Request['options'], { digests }: Kept, context: Context, io: DigestIo): Promise<Said> {
  const request: Request = { command: `digest ${command}`, options, today: io.today, now: io.now, surface: 'terminal' };
  return { text: render(await dispatch(request, { ...context, digests }), io) };
}

const STATES = ['sent', 'waiting', 'skipped', 'blocked', 'failed'] as const;
const TOLD: Readonly<Record<(typeof STATES)[number], string>> = {
  sent: 'posted',
  waiting: 'to be tried again by a later run',
  skipped: 'skipped',
  blocked: 'blocked',
  failed: 'failed',
};

async function run(store: Kept, context: Context, io: DigestIo): Promise<Said> {
  const done = await store.run(context);
  if ('missing' in done) return done;
  const outcomes = STATES.filter((state) => done[state] > 0);
  if (outcomes.length === 0) return { text: renderText('No edition is due.', io) };
  const all = outcomes.reduce((sum, state) => sum + done[state], 0);
  const due = `${count(all, 'edition')} ${all === 1 ? 'was' : 'were'} due: ${outcomes.map((state) => `${done[state]} ${TOLD[state]}`).join(', ')}.`;
  return { text: `${renderText(due, io)}${renderText('What became of each: npm run digest -- why', io)}` };
}

/** Opens the store, does it, and closes the store. */
export async function kept(name: Name, { words }: Asked, context: Context, io: DigestIo): Promise<Said> {
  const [channel, ...more] = words;
  if (name === 'why' ? more.length > 0 : channel !== undefined) return { misuse: `\`${name}\` takes ${name === 'why' ? 'the id of one channel' : 'no name'}.` };
  const store = await io.keep();
  if ('missing' in store) return store;
  try {
    return await (name === 'run' ? run(store, context, io) : told(name, channel === undefined ? {} : { channel }, store, context, io));
  } finally {
    await store.close();
  }
}
