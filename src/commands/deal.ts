import { type Deal, isUnstated } from '../base/schema.ts';
import type { Reply } from '../replies/reply.ts';
import { type Context, defineCommand, type Request } from './command.ts';
import { type Condition, dateCondition, entityCondition, joined, statusCondition } from './filters/conditions.ts';
import { DEAL_OPTIONS } from './filters/deal-options.ts';
import { facetsOf } from './filters/facets.ts';
import type { Wanted } from './filters/narrow.ts';
import { conditionsOf, replyWanted, resolveWanted, suggesting } from './filters/shared.ts';
import { entityOffers, type Offer, statusOffers, suggest, wordOffers } from './filters/suggest.ts';

type Given = Readonly<Partial<Record<keyof typeof DEAL_OPTIONS, string | undefined>>>;

/** `The base has no unconfirmed deal of Anka in which Türkiye supplies Kyrgyzstan, dated 2022.` */
function noneSuch(conditions: readonly Condition[]): string {
  const of = (option: string): string => conditions.find((condition) => condition.option === option)?.words ?? '';
  const [supplier, recipient, system, year, status] = ['supplier', 'recipient', 'system', 'year', 'status'].map(of);
  const trade = supplier && recipient ? `${supplier} supplies ${recipient}` : supplier ? `${supplier} supplies` : recipient ? `${recipient} receives` : '';
  const what = ['The base has no', status, 'deal', system && `that names ${system}`, year && `dated ${year}`, trade && `in which ${trade}`];
  return `${what.filter(Boolean).join(' ')}.`;
}

function conditions(given: Given, request: Pick<Request, 'today'>, context: Context) {
  const facets = facetsOf(context, 'deal');
  const named = (role: 'supplier' | 'recipient' | 'system') => ({
    value: given[role],
    read: (value: string) => entityCondition(role, value, facets, context, request),
  });
  return conditionsOf(given.query, [
    named('supplier'),
    named('recipient'),
    named('system'),
    { value: given.year, read: (value) => dateCondition(value, facets, context, request) },
    { value: given.status, read: (value) => statusCondition(value, facets, context, request) },
  ]);
}

/** Deals in which the supplier receives and the recipient supplies. */
function swapped({ supplier, recipient }: Given, request: Request, context: Context): ReadonlySet<number> {
  if (!supplier || !recipient) return new Set();
  const facets = facetsOf(context, 'deal');
  const turned = [entityCondition('recipient', supplier, facets, context, request), entityCondition('supplier', recipient, facets, context, request)];
  return joined(turned.filter((condition) => condition !== undefined));
}

const wanted = (given: Given, request: Request, context: Context): Wanted => ({
  ...conditions(given, request, context),
  preference: 'deal',
  facets: facetsOf(context, 'deal'),
  noneSuch,
  swapped: swapped(given, request, context),
});

/** A deal of the base whose both sides are known, to show how to ask. */
function example({ base }: Context): string[] {
  const deal = base.records.find((record): record is Deal => record.type === 'deal' && !isUnstated(record.supplier) && !isUnstated(record.recipient));
  if (!deal || isUnstated(deal.supplier) || isUnstated(deal.recipient)) return [];
  const name = ([id = '']: readonly string[]): string => base.entities.get(id)?.name ?? id;
  return [`For example: /deal supplier: ${name(deal.supplier)} recipient: ${name(deal.recipient)}`];
}

const howToAsk = (context: Context): Reply => ({
  kind: 'notice',
  title: 'Which deal?',
  lines: ['Give a supplier, a recipient, a system, a year or a status, as many as you like, or say in your own words who, what or when.', ...example(context)],
});

const isEmpty = (given: Given): boolean => Object.values(given).every((value) => !value);

/** Values of one option that go with the other options given. */
function offers(option: Exclude<keyof typeof DEAL_OPTIONS, 'query'>, given: Given, request: Request, context: Context): Offer[] {
  const facets = facetsOf(context, 'deal');
  const others = conditions({ ...given, query: undefined, [option]: undefined }, request, context).conditions;
  const among = others.length === 0 ? undefined : joined(others);
  switch (option) {
    case 'year':
      return wordOffers(facets.years, among);
    case 'status':
      return statusOffers(facets.statuses, request.locale, among);
    case 'system':
      // A system belongs to its maker and its country, which find it when they are typed.
      return entityOffers(context.base, facets.roles.system, among).filter(({ value }) => context.base.entities.get(value)?.type === 'system');
    case 'supplier':
    case 'recipient':
      return entityOffers(context.base, facets.roles[option], among);
  }
}

/** A deal by who, what, when and how sure, in any mix of options and words. */
export const deal = defineCommand({
  name: 'deal',
  type: 'slash',
  description: 'Find a deal: who supplies what to whom',
  localised: {
    name: { tr: 'anlaşma', ru: 'сделка', uk: 'угода' },
    description: { tr: 'Bir anlaşma bulun: kim kime ne sağlıyor', ru: 'Найти сделку: кто, кому и что поставляет', uk: 'Знайти угоду: хто, кому й що постачає' },
  },
  options: DEAL_OPTIONS,
  suggest: (option, given, request, context) => {
    const withValue = (value: string) => wanted({ ...given, [option]: value }, request, context);
    return suggest(given[option] ?? '', offers(option, given, request, context), suggesting(given.query, withValue, request, context));
  },
  resolve: (given, request, context) => resolveWanted(wanted(given, request, context), request, context),
  execute: (given, request, context) => (isEmpty(given) ? howToAsk(context) : replyWanted(wanted(given, request, context), request, context)),
});
