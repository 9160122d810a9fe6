/** Who sold to whom: the search against a naive look through the deals of the shipped base, for every two countries. */
import { describe, expect, it } from 'vitest';
import { type Deal, isUnstated, type Stated } from '../../src/base/schema.ts';
import { ask, base, idsOf } from './shipped.ts';

const deals = base.records.filter((record): record is Deal => record.type === 'deal');
const countries = [...base.entities.values()].filter(({ type }) => type === 'country');

/** The country itself, its companies, and the regions it lies in. */
const standsFor = (country: string): Set<string> => {
  const ids = new Set([country]);
  for (const { id, of, members } of base.entities.values()) if (of.includes(country) || members.includes(country)) ids.add(id);
  return ids;
};
const holds = (ids: Stated<string[]>, country: string): boolean => !isUnstated(ids) && ids.some((id) => standsFor(country).has(id));
const nameOf = (id: string): string => base.entities.get(id)?.name ?? id;

const pairs = countries.flatMap((from) => countries.filter((to) => to !== from).map((to) => [from.id, to.id] as const));
const between = (from: string, to: string): Deal[] => deals.filter(({ supplier, recipient }) => holds(supplier, from) && holds(recipient, to));

describe('what one country sold to another', () => {
  it('is not answered where no deal has them as supplier and recipient', () => {
    const answered = pairs
      .filter(([from, to]) => between(from, to).length === 0)
      .flatMap(([from, to]) => {
        const resolution = ask(`Did ${nameOf(from)} sell drones to ${nameOf(to)}?`);
        return resolution.kind === 'answer' ? [`${from} → ${to}: ${idsOf(resolution)[0]}`] : [];
      });
    expect(answered).toEqual([]);
  });

  it('is answered with such a deal where there is one by name', () => {
    const named = pairs.filter(([from, to]) => deals.some(({ supplier, recipient }) => supplier.includes(from) && recipient.includes(to)));
    expect(named.length).toBeGreaterThan(8);
    const missed = named.flatMap(([from, to]) => {
      const resolution = ask(`Did ${nameOf(from)} sell drones to ${nameOf(to)}?`);
      const right = between(from, to).some(({ id }) => id === idsOf(resolution)[0]);
      return resolution.kind === 'answer' && right ? [] : [`${from} → ${to}: ${resolution.kind} ${idsOf(resolution)[0]}`];
    });
    expect(missed).toEqual([]);
  });
});

describe('whether somebody has goods of an origin', () => {
  it.each([
    ['Does Armenia have Turkish drones?', 'Türkiye supplies Armenia'],
    ['Did Azerbaijan buy Iranian drones?', 'Iran supplies Azerbaijan'],
    ['Азербайджан покупал ли иранские беспилотники?', 'Iran supplies Azerbaijan'],
    ['Azerbaycan İran dronu aldı mı?', 'Iran supplies Azerbaijan'],
    ['Azərbaycan İran dronları alıbmı?', 'Iran supplies Azerbaijan'],
    ['are there Turkish drones in Armenia', 'Türkiye supplies Armenia'],
    ['are there Iranian drones in Azerbaijan?', 'Iran supplies Azerbaijan'],
    ['Есть ли у Армении турецкие дроны?', 'Türkiye supplies Armenia'],
    ['Ermenistan’ın Türk dronları var mı?', 'Türkiye supplies Armenia'],
  ])('is no when it has another’s: “%s”', (query, deal) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('closest');
    expect('why' in resolution && resolution.why[0]).toBe(`The base has no deal in which ${deal}.`);
  });

  it.each([
    ['Does Azerbaijan have Turkish drones?', 'turkiye-drones-supplied-azerbaijan'],
    ['Has Armenia Iranian drones?', 'iran-drones-supplied-armenia'],
    ['does armenia own iranian drones', 'iran-drones-supplied-armenia'],
    ['Has Uzbekistan got Turkish drones?', 'uz-no-turkish-drones'],
  ])('is answered by the deal, or by what denies it: “%s”', (query, id) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('answer');
    expect(idsOf(resolution)[0]).toBe(id);
  });
});

describe('a dated deal', () => {
  const dated = deals.flatMap((deal) =>
    isUnstated(deal.date) || isUnstated(deal.supplier) || isUnstated(deal.recipient) ? [] : [{ ...deal, date: deal.date }],
  );
  const named = ({ supplier, recipient }: Deal): string => [supplier, recipient].flatMap((ids) => (isUnstated(ids) ? [] : ids.map(nameOf))).join(' ');

  it('is found by its parties and its year', () => {
    expect(dated.length).toBeGreaterThan(5);
    for (const deal of dated) {
      const resolution = ask(`${named(deal)} drone deal ${deal.date.on.slice(0, 4)}`);
      expect(resolution.kind, deal.id).toBe('answer');
      expect(idsOf(resolution).slice(0, 5), deal.id).toContain(deal.id);
    }
  });

  it('is no answer for a year in which there was none', () => {
    for (const deal of dated) expect(ask(`${named(deal)} drone deal 2009`).kind, deal.id).not.toBe('answer');
  });
});
