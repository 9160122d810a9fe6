import { isIsoDay, isoWords } from '../../base/dates.ts';
import type { Base, Entity } from '../../base/schema.ts';
import { NO_HISTORY } from '../../digest/compose/history.ts';
import { compose } from '../../digest/compose.ts';
import { type Small, smallPicture } from '../../pictures/small.ts';
import { drawHere } from '../../pictures/studio.ts';
import type { DigestReply, Reply } from '../../replies/reply.ts';
import { type Context, defineCommand, type Request } from '../command.ts';
import { plainly } from './desk.ts';
import { DIGEST, REGION_OPTION } from './group.ts';
import { PICTURE_OPTION, type PictureChoice, pictureMeant, suggestPictures } from './picture.ts';
import { regionMeant, suggestRegions } from './regions.ts';

/** A day as it is typed; undefined when it is none. */
function dayMeant(typed: string, today: string): string | undefined {
  const word = typed.toLowerCase();
  const ahead = ['today', 'tomorrow'].indexOf(word);
  if (ahead >= 0) return Temporal.PlainDate.from(today).add({ days: ahead }).toString();
  return isIsoDay(typed) ? typed : undefined;
}

const noDay = (typed: string): Reply => ({
  kind: 'notice',
  title: `“${typed}” is no day.`,
  lines: ['Type it as 2026-11-22, or today or tomorrow.'],
});

/** The region that is typed, else the one that this channel has a digest of, if it has one alone. */
async function wantedRegion(typed: string | undefined, { place }: Request, { digests }: Context): Promise<string> {
  if (typed !== undefined || place?.guild === undefined || !digests) return typed ?? '';
  const [only, ...more] = (await digests.list(place.guild)).filter(({ channel }) => channel === place.channel);
  return only && more.length === 0 ? only.region : '';
}

const knownHere = (region: string, { place }: Request, { digests }: Context) =>
  place?.guild === undefined ? undefined : digests?.history(place.channel, region);

/** What is said above it: whose next edition it is, or that there is none to be. */
const asideOn = (region: string, date: string, isSubscribed: boolean): string =>
  isSubscribed
    ? `Preview: what this channel would get on ${isoWords(date)}.`
    : `Preview: a first edition on ${region}, of ${isoWords(date)}. This channel has no subscription to it.`;

type Illustrated = Pick<DigestReply, 'illustration'> & { aside?: string };

/** The picture that it would carry, or a sentence that there is none. */
async function illustrated(name: Small, { id, name: region }: Entity, date: string, { base, draw = drawHere }: Context): Promise<Illustrated> {
  try {
    const picture = await smallPicture(draw, base, { name, about: id, today: date });
    return picture ? { illustration: { name, picture } } : { aside: `It comes without a ${name}: the base has too little on ${region} to draw one.` };
  } catch {
    // Whoever has a thread for it has also told what went wrong in it.
    return { aside: `Its ${name} could not be drawn just now.` };
  }
}

interface Wanted {
  region: string | undefined;
  day: string | undefined;
  /** The channel's own unless told. */
  picture: PictureChoice | undefined;
}

/** A day's edition, as the channel would get it; nothing is posted and nothing is kept. */
async function preview({ region: typed, day, picture }: Wanted, base: Base, request: Request, context: Context): Promise<Reply> {
  const region = regionMeant(await wantedRegion(typed, request, context), base);
  if ('kind' in region) return region;
  const known = await knownHere(region.id, request, context);
  const date = day ?? known?.subscription.next?.date ?? request.today;
  const edition = compose(base, region, known?.history ?? NO_HISTORY, date, known?.subscription.id);
  const name = picture ?? known?.subscription.picture ?? 'none';
  const { aside, ...shown } = name === 'none' ? {} : await illustrated(name, region, date, context);
  return { kind: 'digest', edition, aside: [asideOn(region.name, date, known !== undefined), ...(aside ? [aside] : [])].join(' '), ...shown };
}

/** What would be posted, for the asker alone. */
export const digestPreview = defineCommand({
  name: 'digest preview',
  group: DIGEST,
  type: 'slash',
  description: 'Exactly what would be posted, for you alone',
  localised: {
    name: { tr: 'önizle', ru: 'предпросмотр', uk: 'перегляд' },
    description: {
      tr: 'Ne gönderileceği, yalnızca size',
      ru: 'Что именно было бы опубликовано, только для вас',
      uk: 'Що саме було б опубліковано, лише для вас',
    },
  },
  options: {
    region: { ...REGION_OPTION, required: false },
    date: {
      description: 'A day such as 2026-11-22, today or tomorrow; the next edition’s unless told',
      localised: {
        name: { tr: 'tarih', ru: 'дата', uk: 'дата' },
        description: {
          tr: '2026-11-22 gibi bir gün, today veya tomorrow',
          ru: 'День, например 2026-11-22, today или tomorrow',
          uk: 'День, як-от 2026-11-22, today або tomorrow',
        },
      },
      required: false,
      longest: 20,
    },
    picture: PICTURE_OPTION,
  },
  quiet: 'always',
  suggest: (option, { region, picture }, { locale }, { base }) =>
    option === 'picture' ? suggestPictures(picture ?? '', locale) : suggestRegions(region ?? '', base),
  execute: async ({ region, date, picture: wanted }, request, context) => {
    const day = date === undefined ? undefined : dayMeant(date, request.today);
    if (date !== undefined && day === undefined) return noDay(date);
    const picture = wanted === undefined ? undefined : pictureMeant(wanted);
    if (typeof picture === 'object') return picture;
    return plainly(() => preview({ region, day, picture }, context.base, request, context));
  },
});
