import type { Base } from '../../base/schema.ts';
import type { Subscription } from '../../digest/service.ts';
import type { Reply } from '../../replies/reply.ts';
import type { Context, Request, Suggestion } from '../command.ts';
import { type Desk, isReply, managing } from './desk.ts';
import { DIGEST_OPTION, subscriptionMeant, suggestDigests } from './meant.ts';

/** Somebody else was quicker. */
export const gone: Reply = {
  kind: 'notice',
  title: 'That digest is there no more.',
  lines: ['Somebody has removed it. /digest list shows those that there are.'],
};

type Work = (meant: Subscription, desk: Desk, base: Base) => Promise<Reply>;

interface Given {
  digest: string | undefined;
}

/** What the commands have in common that do something with one digest: it is picked or meant, by somebody who may manage. */
export const withOneDigest = (work: Work) => ({
  options: { digest: DIGEST_OPTION },
  quiet: 'always' as const,
  suggest: (_option: 'digest', { digest }: Given, request: Request, context: Context): Promise<Suggestion[]> => suggestDigests(digest ?? '', request, context),
  execute: ({ digest }: Given, request: Request, context: Context): Promise<Reply> =>
    managing(request, context, async (desk) => {
      const meant = await subscriptionMeant(digest, desk, context.base);
      return isReply(meant) ? meant : work(meant, desk, context.base);
    }),
});
