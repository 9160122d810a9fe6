import type { Base, Entity } from '../../base/schema.ts';
import { readDays } from '../../digest/calendar/days.ts';
import { readTime } from '../../digest/calendar/time.ts';
import { readZone } from '../../digest/calendar/zones.ts';
import type { Schedule } from '../../digest/calendar.ts';
import type { Small } from '../../pictures/small.ts';
import type { Reply } from '../../replies/reply.ts';
import { defineCommand } from '../command.ts';
import { type Desk, isReply, managing, momentOf, reachOf } from './desk.ts';
import { DIGEST, REGION_OPTION } from './group.ts';
import { PICTURE_OPTION, pictureMeant, suggestPictures } from './picture.ts';
import { adviceOn, refusalOf } from './reach.ts';
import { regionMeant, suggestRegions } from './regions.ts';
import { subscriptionView } from './views.ts';
import { suggestDays, suggestTimes, suggestZones } from './zones.ts';

interface Typed {
  time: string;
  timezone: string;
  days: string | undefined;
}

/** The schedule that was typed, or all that is wrong with it. */
function scheduleMeant({ time: typedTime, timezone, days: typedDays }: Typed, now: Temporal.Instant): Schedule | Reply {
  const [time, zone, days] = [readTime(typedTime), readZone(timezone, now), readDays(typedDays ?? 'daily')];
  if ('time' in time && 'zone' in zone && 'days' in days) return { time: time.time, zone: zone.zone.zone, days: days.days };
  const [title = '', ...lines] = [time, zone, days].flatMap((read) => ('wrong' in read ? [read.wrong] : []));
  return { kind: 'notice', title: 'Nothing was subscribed.', lines: [title, ...lines] };
}

const NOTHING = 'Nothing was subscribed.';

/** What is wanted, and read. */
interface Meant {
  region: Entity;
  schedule: Schedule;
  picture: Small | undefined;
  channel: string;
}

/** Looks whether the bot may post there, then subscribes. */
async function subscribe({ region, schedule, picture, channel }: Meant, base: Base, desk: Desk): Promise<Reply> {
  const { digests, guild, user, now } = desk;
  const reach = await reachOf(desk, channel, picture ? ['Attach Files'] : []);
  if (reach.can !== 'post') return refusalOf(reach, NOTHING);
  const made = await digests.subscribe({ guild, channel, region: region.id, schedule, by: user, ...(picture && { picture }) }, now);
  if (made.did === 'full') {
    return { kind: 'notice', title: `This server has ${made.most} digests, and may have no more.`, lines: ['/digest remove makes room for another.'] };
  }
  return { kind: 'subscribed', did: made.did, subscription: subscriptionView(made.subscription, base), notes: adviceOn(reach.lacks) };
}

/** A new digest for a channel, or another time and picture for the one it has. */
export const digestSubscribe = defineCommand({
  name: 'digest subscribe',
  group: DIGEST,
  type: 'slash',
  description: 'Post a daily digest of a region in a channel',
  localised: {
    name: { tr: 'abone', ru: 'подписать', uk: 'підписати' },
    description: {
      tr: 'Bir kanala bir bölgenin günlük bültenini gönder',
      ru: 'Публиковать в канале ежедневный дайджест региона',
      uk: 'Публікувати в каналі щоденний дайджест регіону',
    },
  },
  options: {
    region: { ...REGION_OPTION, required: true },
    time: {
      description: 'Local time of day: 8, 08:30, 8.30am',
      localised: {
        name: { tr: 'saat', ru: 'время', uk: 'час' },
        description: { tr: 'Yerel saat: 8, 08:30, 8.30am', ru: 'Местное время: 8, 08:30, 8.30am', uk: 'Місцевий час: 8, 08:30, 8.30am' },
      },
      required: true,
      longest: 20,
      suggests: true,
    },
    timezone: {
      description: 'A city, a country, an IANA name, or what your clock shows now',
      localised: {
        name: { tr: 'saat-dilimi', ru: 'часовой-пояс', uk: 'часовий-пояс' },
        description: {
          tr: 'Bir şehir, ülke, IANA adı veya saatinizin şu an gösterdiği',
          ru: 'Город, страна, имя IANA или время на ваших часах сейчас',
          uk: 'Місто, країна, назва IANA або час на вашому годиннику зараз',
        },
      },
      required: true,
      longest: 60,
      suggests: true,
    },
    channel: {
      description: 'Where it is posted; this channel unless told',
      localised: {
        name: { tr: 'kanal', ru: 'канал', uk: 'канал' },
        description: {
          tr: 'Nereye gönderileceği; söylenmezse bu kanal',
          ru: 'Где публиковать; если не указано, в этом канале',
          uk: 'Де публікувати; якщо не вказано, у цьому каналі',
        },
      },
      required: false,
      longest: 20,
      kind: 'channel',
    },
    days: {
      description: 'weekdays, mon-fri, Mon,Wed; every day unless told',
      localised: {
        name: { tr: 'günler', ru: 'дни', uk: 'дні' },
        description: {
          tr: 'weekdays, mon-fri, Mon,Wed; söylenmezse her gün',
          ru: 'weekdays, mon-fri, Mon,Wed; если не указано, каждый день',
          uk: 'weekdays, mon-fri, Mon,Wed; якщо не вказано, щодня',
        },
      },
      required: false,
      longest: 60,
      suggests: true,
    },
    picture: PICTURE_OPTION,
  },
  quiet: 'always',
  suggest: (option, { region, time, timezone, days, picture }, request, { base }) => {
    switch (option) {
      case 'region':
        return suggestRegions(region, base);
      case 'time':
        return suggestTimes(time);
      case 'timezone':
        return suggestZones(timezone, region, base, momentOf(request));
      case 'days':
        return suggestDays(days ?? '');
      case 'picture':
        return suggestPictures(picture ?? '', request.locale);
    }
  },
  execute: ({ region: typed, channel, picture: wanted = 'none', ...times }, request, context) =>
    managing(request, context, async (desk) => {
      const region = regionMeant(typed, context.base);
      if (isReply(region)) return region;
      const schedule = scheduleMeant(times, desk.now);
      if (isReply(schedule)) return schedule;
      const picture = pictureMeant(wanted);
      if (typeof picture !== 'string') return picture;
      return subscribe({ region, schedule, picture: picture === 'none' ? undefined : picture, channel: channel ?? desk.channel }, context.base, desk);
    }),
});
