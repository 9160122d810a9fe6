import type { Reply } from '../replies/reply.ts';
import { type Context, defineCommand, type Request } from './command.ts';
import { type Condition, entityCondition, joined, topicCondition } from './filters/conditions.ts';
import { facetsOf } from './filters/facets.ts';
import type { Wanted } from './filters/narrow.ts';
import { nameOption, wordsOption } from './filters/options.ts';
import { conditionsOf, replyWanted, resolveWanted, suggesting } from './filters/shared.ts';
import { entityOffers, type Offer, suggest, wordOffers } from './filters/suggest.ts';

const OPTIONS = {
  query: wordsOption(
    {
      description: 'A speaker, a topic or words you remember',
      name: { tr: 'sorgu', ru: 'запрос', uk: 'запит' },
      localised: {
        tr: 'Konuşan kişi, konu veya hatırladığınız sözler',
        ru: 'Кто говорил, о чём или слова, которые вы помните',
        uk: 'Хто говорив, про що або слова, які ви пам’ятаєте',
      },
    },
    false,
  ),
  speaker: nameOption(
    {
      description: 'Who said it',
      name: { tr: 'konuşan', ru: 'говорящий', uk: 'мовець' },
      localised: { tr: 'Sözlerin sahibi', ru: 'Кто это сказал', uk: 'Хто це сказав' },
    },
    false,
  ),
  topic: nameOption(
    {
      description: 'What or whom it is about',
      name: { tr: 'konu', ru: 'тема', uk: 'тема' },
      localised: { tr: 'Sözlerin konusu', ru: 'О чём или о ком', uk: 'Про що або про кого' },
    },
    false,
  ),
};

type Given = Readonly<Partial<Record<keyof typeof OPTIONS, string | undefined>>>;

function noneSuch(conditions: readonly Condition[]): string {
  const of = (option: string): string => conditions.find((condition) => condition.option === option)?.words ?? '';
  const [speaker, topic] = [of('speaker'), of('topic')];
  return `${['The base has no words', speaker && `of ${speaker}`, topic && `on ${topic}`].filter(Boolean).join(' ')}.`;
}

function conditions(given: Given, request: Pick<Request, 'today'>, context: Context) {
  const facets = facetsOf(context, 'quote');
  return conditionsOf(given.query, [
    { value: given.speaker, read: (value) => entityCondition('speaker', value, facets, context, request) },
    { value: given.topic, read: (value) => topicCondition(value, facets, context, request) },
  ]);
}

const wanted = (given: Given, request: Request, context: Context): Wanted => ({
  ...conditions(given, request, context),
  preference: 'quote',
  facets: facetsOf(context, 'quote'),
  noneSuch,
});

/** A speaker of the base, to show how to ask. */
function example({ base }: Context): string[] {
  const speakers = base.records.flatMap((record) => (record.type === 'quote' && Array.isArray(record.speaker) ? record.speaker : []));
  const [name] = speakers.flatMap((id) => base.entities.get(id)?.name ?? []);
  return name === undefined ? [] : [`For example: /quote speaker: ${name}`];
}

const howToAsk = (context: Context): Reply => ({
  kind: 'notice',
  title: 'Whose words, or on what?',
  lines: ['Give a speaker, a topic or both, or words that you remember.', ...example(context)],
});

/** Values of one option that go with the other option given. */
function offers(option: 'speaker' | 'topic', given: Given, request: Request, context: Context): Offer[] {
  const { roles, topics } = facetsOf(context, 'quote');
  const others = conditions({ ...given, query: undefined, [option]: undefined }, request, context).conditions;
  const among = others.length === 0 ? undefined : joined(others);
  const entities = entityOffers(context.base, roles[option], among);
  return option === 'speaker' ? entities : [...entities, ...wordOffers(topics, among)];
}

/** Words and whose they are, by speaker, topic and what is remembered of them. */
export const quote = defineCommand({
  name: 'quote',
  type: 'slash',
  description: 'Find the exact words, and who said them',
  localised: {
    name: { tr: 'alıntı', ru: 'цитата', uk: 'цитата' },
    description: {
      tr: 'Sözlerin aslını ve kimin söylediğini bulun',
      ru: 'Найти точные слова и того, кто их сказал',
      uk: 'Знайти точні слова й того, хто їх сказав',
    },
  },
  options: OPTIONS,
  suggest: (option, given, request, context) => {
    const withValue = (value: string) => wanted({ ...given, [option]: value }, request, context);
    return suggest(given[option] ?? '', offers(option, given, request, context), suggesting(given.query, withValue, request, context));
  },
  resolve: (given, request, context) => resolveWanted(wanted(given, request, context), request, context),
  execute: (given, request, context) =>
    Object.values(given).every((value) => !value) ? howToAsk(context) : replyWanted(wanted(given, request, context), request, context),
});
