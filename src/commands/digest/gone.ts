import type { Reply } from '../../replies/reply.ts';

/** Somebody else was quicker. */
export const gone: Reply = {
  kind: 'notice',
  title: 'That digest is there no more.',
  lines: ['Somebody has removed it. /digest list shows those that there are.'],
};
