/** Editions as Discord gets them: within its limits and whole, whatever the base. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deal, type FactRecord, STATUSES } from '../../src/base/schema.ts';
import { historyAfter, NO_HISTORY } from '../../src/digest/compose/history.ts';
import { regionsOf } from '../../src/digest/compose/regions.ts';
import { createHandler } from '../../src/discord/handle.ts';
import { embedsLength } from '../../src/discord/lengths.ts';
import { type Message, render } from '../../src/discord/render/index.ts';
import { channelMessageSchema, messageSchema } from '../../src/discord/schema/message.ts';
import type { Edition } from '../../src/replies/edition.ts';
import { anyLetter } from '../any-text.ts';
import { aDeal, aFact, aQuote } from '../build.ts';
import { validate } from '../discord/payload/validate.ts';
import { search, base as shipped } from '../search/shipped.ts';
import { aRegion, edition } from './build.ts';

const renderOf = (one: Edition): Message => render({ kind: 'digest', edition: one }, { written: '', page: 0, private: false });
const wrongWith = (message: Message) =>
  [messageSchema, channelMessageSchema].flatMap(
    (schema) => schema.safeParse(message).error?.issues.map(({ path, message: wrong }) => `${path.join('.')}: ${wrong}`) ?? [],
  );
const textOf = ({ embeds }: Message): string => embeds.map(({ description }) => description).join('\n');
const itemsOf = ({ sections }: Edition) => sections.flatMap(({ items }) => items);

describe('the shipped base', () => {
  it('fits on every date of a year in each region, every item in', () => {
    for (const region of regionsOf(shipped)) {
      let history = NO_HISTORY;
      for (let day = 0; day < 366; day += 3) {
        const one = edition(shipped, Temporal.PlainDate.from('2027-01-01').add({ days: day }).toString(), history, region);
        history = historyAfter(shipped, history, one);
        const message = renderOf(one);
        expect(wrongWith(message), one.id).toEqual([]);
        expect(textOf(message).match(/paragraphs? \d/g)?.length ?? 0, one.id).toBeGreaterThanOrEqual(itemsOf(one).length);
      }
    }
  }, 60_000);

  it('fits Discord’s own description of a message', async () => {
    const message = renderOf(edition(shipped, '2027-07-18', NO_HISTORY, shipped.entities.get('caspian-region')));
    expect(await validate('POST', '/channels/1/messages', message)).toEqual([]);
  });

  it('is read in a minute: some 250 words on a quiet day', () => {
    const central = shipped.entities.get('central-asia');
    const first = edition(shipped, '2027-02-01', NO_HISTORY, central);
    const quiet = edition(shipped, '2027-02-02', historyAfter(shipped, NO_HISTORY, first), central);
    const words = textOf(renderOf(quiet))
      .replace(/\]\([^)]*\)/g, '')
      .split(/\s+/);
    expect(words.length).toBeLessThan(250);
  });

  it('links each item to its passage where there is room', () => {
    const one = edition(shipped, '2027-02-02', NO_HISTORY, shipped.entities.get('central-asia'));
    const text = textOf(renderOf(one));
    expect(text.match(/\]\(https:[^)\s]*#:~:text=[^)\s]*\)/g)).toHaveLength(itemsOf(one).length);
  });

  it('opens each of its records from a select, and bears the edition’s id', () => {
    const one = edition(shipped, '2027-02-02', NO_HISTORY, shipped.entities.get('central-asia'));
    const { components, embeds } = renderOf(one);
    const [select] = components.flatMap((row) => row.components);
    const values = select && 'options' in select ? select.options.map(({ value }) => value) : [];
    expect(new Set(values)).toEqual(new Set(itemsOf(one).map(({ line }) => line.id)));
    expect(embeds.at(-1)?.footer?.text.endsWith(`\nEdition ${one.id}`)).toBe(true);
  });
});

describe('a posted edition', () => {
  it('opens a record for whoever picks it, privately, though it answers no request', async () => {
    const { embeds, components } = renderOf(edition(shipped, '2027-02-02', NO_HISTORY, shipped.entities.get('central-asia')));
    const [select] = components.flatMap((row) => row.components);
    if (!select || !('options' in select)) throw new Error('no select');
    const [option] = select.options;
    const handle = createHandler({ context: { base: shipped, search }, surface: 'gateway', today: () => '2027-02-02', now: () => 0 });
    const picked = { component_type: 3, custom_id: select.custom_id, values: [option?.value] };
    const raw = { id: '1', application_id: '2', token: 'abc', version: 1, type: 3, user: { id: '3' }, data: picked, message: { flags: 0, embeds, components } };
    const { kind, body } = await handle(raw).answer();
    expect(kind).toBe('record');
    expect(body).toMatchObject({ type: 4, data: { flags: 64, embeds: [{ author: { name: 'Opened record' } }] } });
  });
});

const words = (most: number) =>
  fc.oneof(
    fc.string({ unit: anyLetter, minLength: 1, maxLength: most }),
    fc.constantFrom('*', '<@1>', 'w', '𐰴 ', '](https://evil.example) ', '# ', '\u202e').map((part) => part.repeat(most).slice(0, most)),
  );
/** Records enough for every section to be full, all as long as the schema lets them be. */
const extreme = fc.record({
  summary: words(1500),
  exact: words(1000),
  long: words(300),
  status: fc.constantFrom(...STATUSES),
  address: fc.constantFrom('a', '(', ')'),
});

describe('bases as extreme as the schema lets them be', () => {
  it('fit with every section full: each item with its status and its place', () => {
    fc.assert(
      fc.property(extreme, ({ summary, exact, long, status, address }) => {
        const common = { summary, status, citations: [{ source: 'report-a', paragraph: 1, exact }], about: ['kyrgyzstan'], review_by: '2026-01-01' };
        const deals = (prefix: string, n: number, date: Deal['date']) =>
          Array.from({ length: n }, (_, at) => aDeal({ ...common, id: `${prefix}-${at}`, date }));
        const old: FactRecord[] = [
          ...deals('day', 5, { on: '1023-08-01', precision: 'day', inferred: 'year from the article’s date' }),
          ...deals('month', 5, { on: '1023-08', precision: 'month', inferred: 'month from the sentence before' }),
          ...deals('about', 3, { on: '2023', precision: 'about', as_stated: long }).map((deal) => ({ ...deal, status: 'unconfirmed' as const })),
          aQuote({ ...common, words: summary, speaker: ['baryssov'] }),
          aFact({ ...common }),
        ];
        const source = {
          title: long,
          publisher: long,
          authors: Array.from({ length: 3 }, () => ({ family: long })),
          url: `https://example.org/${address.repeat(1900)}`,
        };
        const before = aRegion(old, source);
        const history = historyAfter(before, NO_HISTORY, edition(before, '2026-07-31'));
        const one = edition(aRegion([...old, ...deals('new', 9, 'not stated')], source), '2026-08-01', history);
        const message = renderOf(one);
        expect(wrongWith(message)).toEqual([]);
        expect(embedsLength(message.embeds)).toBeLessThanOrEqual(6000);
        expect(one.sections.map(({ part }) => part)).toEqual(['news', 'day', 'month', 'deal', 'quote', 'figure', 'unconfirmed', 'overdue']);
        // Each item begins with its status in bold, and none was left out.
        expect(textOf(message).match(/^\S+ \*\*.+?\*\* · /gm)).toHaveLength(itemsOf(one).length);
        expect(message.embeds.at(-1)?.footer?.text).toContain(one.id);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('an item', () => {
  const shown = (record: FactRecord, source = {}) => textOf(renderOf(edition(aRegion([record], source), '2026-11-22')));

  it('tells status, date, summary and place, with a link that opens the passage', () => {
    expect(shown(aDeal())).toContain(
      '✅ **Confirmed** · January 2023 — Kyrgyzstan bought Anka drones. — [Caspian Policy Center, paragraph 6](https://example.org/report-a#:~:text=in%20January%20for%20Aksungur%20and%20Anka%20drones)',
    );
  });

  it('keeps parentheses of an address from ending the link', () => {
    expect(shown(aDeal(), { url: 'https://example.org/a_(b)' })).toContain('](https://example.org/a_%28b%29#:~:text=');
  });

  it('puts only a speaker’s own words in quotation marks', () => {
    const quote = aQuote({ about: ['kyrgyzstan'] });
    expect(shown(quote)).toContain('📣 **Reported** · date not stated — Aibek Baryssov: **“We are brotherly nations.”** — ');
    expect(shown({ ...quote, form: 'paraphrased' })).toContain('📣 **Reported** · date not stated · *paraphrased* — Baryssov spoke of kinship. — ');
  });
});
