import type { Base, Source } from '../base/schema.ts';
import { countBySource, sourceCitations, sourceView } from '../replies/source.ts';
import type { Context } from './command.ts';
import { defineCommand } from './command.ts';
import { nameOption } from './filters/options.ts';
import { type Offer, suggest } from './filters/suggest.ts';

const offersOf = ({ base }: Context): Offer[] => {
  const counts = countBySource(base);
  return [...base.sources.values()].map((source) => ({
    value: source.id,
    name: source.title,
    aliases: [source.publisher, source.url, ...source.authors.map(({ given, family }) => [given, family].filter(Boolean).join(' '))],
    records: counts.get(source.id) ?? 0,
  }));
};

/** The sources that a value may mean: the one of this id, else those whose title, author or publisher is like it. */
function sourcesMeant(value: string, base: Base, context: Context): Source[] {
  const picked = base.sources.get(value);
  if (picked) return [picked];
  const titled = [...base.sources.values()].filter(({ title }) => title === value);
  if (titled.length > 0) return titled;
  const values = value === '' ? [...base.sources.keys()] : suggest(value, offersOf(context)).map((suggestion) => suggestion.value);
  return values.flatMap((id) => base.sources.get(id) ?? []);
}

/** Where it all comes from. */
export const source = defineCommand({
  name: 'source',
  type: 'slash',
  description: 'A source, what the base takes from it, and its citation in each style',
  localised: {
    name: { tr: 'kaynak', ru: 'источник', uk: 'джерело' },
    description: {
      tr: 'Bir kaynak, tabanın ondan aldıkları ve her biçemde künyesi',
      ru: 'Источник, что взято из него в базу, и ссылка на него в каждом стиле',
      uk: 'Джерело, що взято з нього до бази, і посилання на нього в кожному стилі',
    },
  },
  options: {
    source: {
      ...nameOption(
        {
          description: 'Its title, author or publisher',
          name: { tr: 'kaynak', ru: 'источник', uk: 'джерело' },
          localised: { tr: 'Başlığı, yazarı veya yayıncısı', ru: 'Название, автор или издатель', uk: 'Назва, автор або видавець' },
        },
        false,
      ),
      // A title is longer than a name.
      longest: 200,
      bare: true,
    },
  },
  slow: true,
  suggest: (_option, given, { locale }, context) => suggest(given.source ?? '', offersOf(context), { locale }),
  execute: async (given, _request, context) => {
    const { base } = context;
    const [first, ...others] = sourcesMeant(given.source ?? '', base, context);
    if (!first)
      return { kind: 'notice', title: `The base has no source “${given.source}”.`, lines: [...base.sources.values()].slice(0, 5).map(({ title }) => title) };
    if (others.length > 0) return { kind: 'sources', sources: [first, ...others].map((one) => sourceView(base, one)) };
    return { kind: 'source', source: sourceView(base, first), citations: await sourceCitations(first) };
  },
});
