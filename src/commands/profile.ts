import { smallPicture } from '../pictures/small.ts';
import { profileOf } from '../replies/profile.ts';
import type { Illustration } from '../replies/reply.ts';
import { type Context, defineCommand, type Request } from './command.ts';
import { entityMeant, isReply, suggestEntities } from './entities.ts';
import { nameOption } from './filters/options.ts';

/** What concerns somebody in time, where there is a thread that draws: nobody waits for it, and a profile is whole without it. */
async function timelineOf(id: string, { theme = 'dark', today }: Request, { base, draw }: Context): Promise<Illustration | undefined> {
  const picture = draw && (await smallPicture(draw, base, { name: 'timeline', about: id, theme, today }).catch(() => undefined));
  return picture && { name: 'timeline', picture };
}

/** Everything the base has on somebody or something. */
export const profile = defineCommand({
  name: 'profile',
  type: 'slash',
  description: 'All that the base has on a country, company, person, system or region',
  localised: {
    name: { tr: 'profil', ru: 'досье', uk: 'досьє' },
    description: {
      tr: 'Bir ülke, şirket, kişi, sistem veya bölge hakkında eldeki her şey',
      ru: 'Всё, что есть в базе о стране, компании, человеке, системе или регионе',
      uk: 'Усе, що є в базі про країну, компанію, особу, систему чи регіон',
    },
  },
  options: {
    name: {
      ...nameOption(
        {
          description: 'A country, company, person, system or region',
          name: { tr: 'ad', ru: 'название', uk: 'назва' },
          localised: {
            tr: 'Ülke, şirket, kişi, sistem veya bölge',
            ru: 'Страна, компания, человек, система или регион',
            uk: 'Країна, компанія, особа, система чи регіон',
          },
        },
        true,
      ),
      bare: true,
    },
  },
  suggest: (_option, given, { locale }, context) => suggestEntities(given.name, context, locale),
  execute: async ({ name }, request, context) => {
    const found = entityMeant(name, context, request);
    if (isReply(found)) return found;
    const profile = profileOf(context.base, found.entity, found.records, context.search.within);
    const illustration = await timelineOf(profile.id, request, context);
    return { kind: 'profile', profile, ...(illustration && { illustration }) };
  },
});
