import { isIsoDay, isoWords } from '../../base/dates.ts';
import type { Base } from '../../base/schema.ts';
import { NO_HISTORY } from '../../digest/compose/history.ts';
import { compose } from '../../digest/compose.ts';
import type { Reply } from '../../replies/reply.ts';
import { type Context, defineCommand, type Request } from '../command.ts';
import { plainly } from './desk.ts';
import { DIGEST, REGION_OPTION } from './group.ts';
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

/** A day's edition, as the channel would get it; nothing is posted and nothing is kept. */
async function preview(typed: string | undefined, day: string | undefined, base: Base, request: Request, context: Context): Promise<Reply> {
  const region = regionMeant(await wantedRegion(typed, request, context), base);
  if ('kind' in region) return region;
  const known = await knownHere(region.id, request, context);
  const date = day ?? known?.subscription.next?.date ?? request.today;
  const edition = compose(base, region, known?.history ?? NO_HISTORY, date, known?.subscription.id);
  return { kind: 'digest', edition, aside: asideOn(region.name, date, known !== undefined) };
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
  },
  quiet: 'always',
  suggest: (_option, { region }, _request, { base }) => suggestRegions(region ?? '', base),
  execute: async ({ region, date }, request, context) => {
    const day = date === undefined ? undefined : dayMeant(date, request.today);
    return date !== undefined && day === undefined ? noDay(date) : plainly(() => preview(region, day, context.base, request, context));
  },
});
