/** A small base that shows every sign a chart or a timeline has. */
import type { Base } from '../../src/base/schema.ts';
import { aBase, aDeal, aFact, anEntity } from '../build.ts';

const DEALS = [
  aDeal({ id: 'kg-2021', systems: 'not stated', date: { on: '2021', precision: 'year' } }),
  aDeal({ id: 'kg-2023', systems: ['aksungur', 'anka'], date: { on: '2023-01', precision: 'month' } }),
  aDeal({
    id: 'tj-tb2',
    status: 'unconfirmed',
    recipient: ['tajikistan'],
    systems: ['tb2'],
    date: { on: '2022-01', until: '2022-04', precision: 'about', as_stated: 'early 2022' },
  }),
  aDeal({
    id: 'tj-plant',
    status: 'planned',
    kind: 'factory',
    supplier: ['iran'],
    recipient: ['tajikistan'],
    systems: 'not stated',
    date: { on: '2022-10', precision: 'month' },
  }),
  aDeal({ id: 'kz-deals', supplier: ['turkiye', 'tusas'], recipient: ['kazakhstan'], systems: ['anka'], date: { on: '2022', precision: 'year' } }),
  aDeal({ id: 'sa-2023', recipient: ['saudi-arabia'], systems: 'not disclosed', date: { on: '2023-07-18', precision: 'day' } }),
  aDeal({ id: 'uz-none', status: 'negative', recipient: ['uzbekistan'], systems: 'not stated', date: { on: '2023', precision: 'year' } }),
  aDeal({ id: 'uz-others', kind: 'supply', supplier: ['china', 'russia'], recipient: ['uzbekistan'], systems: 'not stated', date: 'not stated' }),
  aDeal({ id: 'kg-talks', kind: 'negotiation', supplier: 'not stated', systems: 'not stated', date: 'not stated' }),
];

const EVENTS = [
  aFact({
    id: 'clashes',
    kind: 'event',
    summary: 'Border clashes between Kyrgyzstan and Tajikistan.',
    subject: ['kyrgyzstan', 'tajikistan'],
    date: { on: '2022-09', precision: 'month' },
  }),
  aFact({
    id: 'slower',
    kind: 'event',
    status: 'reported',
    summary: 'Purchases slowed down.',
    subject: ['central-asia'],
    date: { on: '2023', precision: 'year' },
  }),
  aFact({ id: 'undated', kind: 'event', summary: 'Drones were used.', subject: ['turkiye'], date: 'not stated' }),
];

const ENTITIES = [
  ...['kazakhstan', 'uzbekistan', 'iran', 'china', 'russia'].map((id) => anEntity({ id, name: `${id.slice(0, 1).toUpperCase()}${id.slice(1)}` })),
  anEntity({ id: 'tusas', name: 'TUSAŞ', type: 'company', of: ['turkiye'] }),
  anEntity({ id: 'aksungur', name: 'Aksungur', type: 'system' }),
  anEntity({ id: 'tb2', name: 'Bayraktar TB2', type: 'system' }),
  anEntity({ id: 'central-asia', name: 'Central Asia', type: 'place', members: ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'uzbekistan'] }),
];

export function caspian(): Base {
  const base = aBase([...DEALS, ...EVENTS]);
  return { ...base, entities: new Map([...base.entities, ...ENTITIES.map((entity) => [entity.id, entity] as const)]) };
}
