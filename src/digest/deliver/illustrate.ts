/** The picture of an edition: drawn and painted in good time, or told why there is none. The edition is posted either way. */
import { hash } from 'node:crypto';
import type { Base } from '../../base/schema.ts';
import { enclosed, type SentFile } from '../../discord/files.ts';
import { drawn } from '../../discord/render/picture.ts';
import { inTime } from '../../ops/in-time.ts';
import { errorFacts } from '../../ops/log.ts';
import { type Small, smallPicture } from '../../pictures/small.ts';
import type { Brush } from '../../pictures/studio.ts';
import type { Delivery, Frozen, Subscription } from '../ledger.ts';
import type { Courier } from './courier.ts';

/** Milliseconds that an edition waits for its picture: half of what a claim lasts, so that its turn to post comes within that. */
const WITHIN = 7500;

/** `hash`: of the drawing, by which a later attempt knows whether it would post the same. `why`: there is none, in words that follow “without its picture:”. */
export type Illustrated = { name: Small; hash: string; file: SentFile } | { why: string };

const SLOW: Illustrated = { why: 'it took too long to draw' };
const FAILED: Illustrated = { why: 'it could not be drawn' };
const TOO_LITTLE: Illustrated = { why: 'the base has too little to draw one' };
const NOBODY: Illustrated = { why: 'nobody draws here' };
const CHANGED: Illustrated = { why: 'the base has changed since the first attempt' };

/** Has a picture drawn and painted. Rejects when that can't be done. @param wanted `today` is the edition's local date. */
export async function paintedPicture({ draw, paint }: Brush, base: Base, wanted: { name: Small; about: string; today: string }): Promise<Illustrated> {
  const { name } = wanted;
  const picture = await smallPicture(draw, base, wanted);
  if (!picture) return TOO_LITTLE;
  const [file] = await enclosed([drawn({ name, picture })], paint);
  return file ? { name, hash: hash('sha256', picture.svg), file } : FAILED;
}

async function illustrated(courier: Courier, { id, date }: Delivery, region: string, name: Small): Promise<Illustrated> {
  const { brush, log, patience = WITHIN } = courier;
  if (!brush) return NOBODY;
  try {
    return (await inTime(paintedPicture(brush, courier.base(), { name, about: region, today: date }), patience)) ?? SLOW;
  } catch (error) {
    log.error({ delivery: id, picture: name, ...errorFacts(error) }, 'the picture of an edition could not be drawn');
    return FAILED;
  }
}

/** What the first attempt has kept: a picture to be drawn again, or that there is none. */
async function again(courier: Courier, delivery: Delivery, region: string, kept: Frozen['picture']): Promise<Illustrated | undefined> {
  if (!kept || 'why' in kept) return kept;
  const now = await illustrated(courier, delivery, region, kept.name);
  return 'why' in now || now.hash === kept.hash ? now : CHANGED;
}

/** An edition's picture; undefined where none is wanted. Never rejects, and takes no longer than an edition can wait. */
export async function illustrate(courier: Courier, delivery: Delivery, { region, picture }: Subscription): Promise<Illustrated | undefined> {
  if (delivery.payload !== null) return again(courier, delivery, region, (delivery.payload as Omit<Frozen, 'edition'>).picture);
  return picture === 'none' ? undefined : illustrated(courier, delivery, region, picture);
}
