/** Every record, profile, comparison and list of the shipped base, and records as extreme as the schema lets them be, as Discord gets them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRules } from '../../src/base/checks/rule.ts';
import { draftBase } from '../../src/base/draft.ts';
import { type FactRecord, STATUSES } from '../../src/base/schema.ts';
import { dispatch } from '../../src/commands/dispatch.ts';
import { embedsLength } from '../../src/discord/lengths.ts';
import { plain } from '../../src/discord/markdown.ts';
import { type Message, render } from '../../src/discord/render/index.ts';
import { rendering } from '../../src/discord/rendering.ts';
import { messageSchema } from '../../src/discord/schema/index.ts';
import { answer } from '../../src/replies/answer.ts';
import { recordView } from '../../src/replies/record.ts';
import type { Reply } from '../../src/replies/reply.ts';
import { anyLetter } from '../any-text.ts';
import { aBase, aDeal, aFact, aMatch, aQuote, TODAY } from '../build.ts';
import { base, search } from '../search/shipped.ts';
import { validate } from './payload/validate.ts';

const context = { base, search };
const LONGEST = `/ask ${'w'.repeat(251)}`;
const wrongWith = (message: Message) => messageSchema.safeParse(message).error?.issues.map(({ path, message: wrong }) => `${path.join('.')}: ${wrong}`) ?? [];
const renderOf = (reply: Reply, page = 0) => render(reply, { written: LONGEST, page, private: true });
const asked = (command: string, options: Record<string, string>) => dispatch({ command, options, today: TODAY, surface: 'gateway' }, context);
const matched = (records: readonly FactRecord[]) =>
  records.map((record) => aMatch(record, { corrections: ['You said 7; the source says 5.'] })) as [ReturnType<typeof aMatch>];

describe('the shipped base', () => {
  it('fits: every record as an answer and as the closest, by Discord’s own description too', async () => {
    const wrong: string[] = [];
    for (const [index, record] of base.records.entries()) {
      const matches = matched([record, ...base.records.slice(index + 1, index + 4)]);
      for (const reply of [
        answer(base, { kind: 'answer', list: false, matches }, { today: TODAY }),
        answer(base, { kind: 'closest', why: ['It is not of 2021.'], matches }, { today: TODAY }),
      ]) {
        const message = renderOf(reply);
        wrong.push(...wrongWith(message).map((line) => `${record.id} (${reply.kind}) ${line}`));
        const complaints = await validate('POST', '/interactions/1/abc/callback', { type: 4, data: { ...message, allowed_mentions: { parse: [] } } });
        wrong.push(...complaints.map(({ path, message: line }) => `${record.id} (${reply.kind}) ${path.join('.')}: ${line}`));
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('fits: every profile, source and citation, the help, and lists of everything on each of their pages', async () => {
    const requests: [string, Record<string, string>][] = [
      ...[...base.entities.keys()].map((name): [string, Record<string, string>] => ['profile', { name }]),
      ...[...base.sources.keys()].map((source): [string, Record<string, string>] => ['source', { source }]),
      ...base.records.map(({ id }): [string, Record<string, string>] => ['citation', { record: id }]),
      ...base.records.map(({ id }): [string, Record<string, string>] => ['neighbours', { record: id }]),
      ['source', {}],
      ['help', {}],
      ['nobody', {}],
    ];
    for (const [command, options] of requests) {
      const reply = await asked(command, options);
      for (const page of [0, 1, 99]) expect(wrongWith(renderOf(reply, page)), `/${command} ${JSON.stringify(options)}`).toEqual([]);
    }
    const all = answer(base, { kind: 'answer', list: true, matches: matched(base.records) }, { today: TODAY });
    for (let page = 0; page < base.records.length / 5; page += 1) expect(wrongWith(renderOf(all, page))).toEqual([]);
  }, 60_000);

  it('fits: comparisons of every two that are of the same type', async () => {
    const all = [...base.entities.values()];
    for (const a of all)
      for (const b of all)
        if (a.type === b.type && a.id < b.id) expect(wrongWith(renderOf(await asked('compare', { a: a.id, b: b.id }))), `${a.id} ${b.id}`).toEqual([]);
  }, 60_000);

  it('shows each record’s passages whole, each as a block quote, and quotes nobody in a paraphrase', () => {
    for (const record of base.records) {
      const [embed] = renderOf(answer(base, { kind: 'answer', list: false, matches: matched([record]) }, { today: TODAY })).embeds;
      const text = (embed?.description ?? '').replace(/\\([^0-9A-Za-z\s])/g, '$1');
      for (const { exact } of record.citations) expect(text).toContain(`> ${exact.replace(/\s+/g, ' ').trim()}`);
      if (record.type === 'quote' && record.form === 'paraphrased') expect(text).not.toContain(`“${record.words}”`);
    }
  });
});

describe('the way to ask in other words', () => {
  const offers = (reply: Reply, again?: string) =>
    JSON.stringify(render(reply, { written: '/ask x', page: 0, private: false, ...(again !== undefined && { again }) }).components).includes('"1:rephrase"');
  const listOf = (length: number) => answer(base, { kind: 'answer', list: true, matches: matched(base.records.slice(0, length)) }, { today: TODAY });

  it('stands under what is no answer, and under a list of several pages that was asked for', () => {
    expect(offers(answer(base, { kind: 'closest', why: ['x'], matches: matched(base.records) }, { today: TODAY }))).toBe(true);
    expect(offers({ kind: 'nothing', why: ['x'], hints: [] })).toBe(true);
    expect(offers(listOf(6))).toBe(true);
  });

  it('and nowhere else', () => {
    expect(offers(answer(base, { kind: 'answer', list: false, matches: matched(base.records) }, { today: TODAY }))).toBe(false);
    expect(offers(listOf(5))).toBe(false);
    expect(offers(listOf(6), '/neighbours x')).toBe(false);
  });
});

const words = (most: number) =>
  fc.oneof(
    fc.string({ unit: anyLetter, minLength: 1, maxLength: most }),
    fc.constantFrom('*', '<@1>', 'w', '𐰴 ', '> ', '\u202e').map((part) => part.repeat(most).slice(0, most)),
  );
const extreme = fc
  .record({
    summary: words(1500),
    note: fc.option(words(1500), { nil: undefined }),
    exact: fc.array(words(1000), { minLength: 1, maxLength: 6 }),
    long: words(300),
    status: fc.constantFrom(...STATUSES),
    tension: fc.boolean(),
  })
  .map(({ summary, note, exact, long, status, tension }) => {
    const citations = exact.map((text, index) => ({ source: 'report-a', paragraph: index + 1, exact: text }));
    const common = {
      summary,
      status,
      citations,
      ...(note !== undefined && { note }),
      review_by: '2026-01-01',
      tension: tension ? ['quote-a', 'fact-a', 'deal-b', 'fact-b'] : [],
    };
    const deal = aDeal({ ...common, ordered: long, value: long });
    const quote = aQuote({ ...common, id: 'quote-a', words: summary, role: long, venue: long });
    const figures = Array.from({ length: 9 }, (_, value) => ({ value, unit: long, of: long }));
    const fact = aFact({ ...common, id: 'fact-a', figures, topics: [long] });
    return { records: [deal, quote, fact, aDeal({ ...common, id: 'deal-b' }), aFact({ ...common, id: 'fact-b' })], long };
  });

describe('records as extreme as the schema lets them be', () => {
  it('fit in answers, closest records, lists, profiles, comparisons, checks and citations', () => {
    fc.assert(
      fc.property(extreme, fc.integer({ min: 0, max: 9 }), ({ records, long }, page) => {
        const extremes = aBase(records, { title: long || 'x', publisher: long || 'x', url: `https://example.org/${'a'.repeat(1900)}` });
        const matches = matched(records);
        const list = answer(extremes, { kind: 'answer', list: true, matches }, { today: TODAY });
        if (list.kind !== 'list') throw new Error('no list');
        const profile = { id: 'x', name: long, type: 'country' as const, about: long, records: 5, sections: [{ title: long, records: list.records }] };
        const rows = Array.from({ length: 30 }, () => ({ name: long, left: long, right: long }));
        const citations = (['chicago', 'apa', 'mla', 'bibtex', 'ris', 'csl'] as const).map((style) => ({
          style,
          name: style,
          note: long.repeat(6),
          reference: long.repeat(6),
        }));
        const [line] = list.records;
        const statements = (['matches', 'differs', 'unconfirmed', 'absent'] as const).flatMap((verdict) =>
          Array.from({ length: 4 }, () => ({ text: long, verdict, words: long, differences: [long, long], ...(verdict !== 'absent' && { record: line }) })),
        );
        const [cited] = line.cited;
        const replies: Reply[] = [
          list,
          answer(extremes, { kind: 'answer', list: false, matches }, { today: TODAY, preference: 'quote', at: page }),
          answer(extremes, { kind: 'closest', why: [long, long, long], matches }, { today: TODAY, at: page }),
          { kind: 'profile', profile },
          { kind: 'comparison', title: long, rows, sides: [profile, profile], between: list.records },
          { kind: 'citation', record: line, citations },
          {
            kind: 'source',
            source: { source: cited.source, records: 5, fields: rows.map(({ name, left }) => ({ name, value: left, unknown: false })) },
            citations,
          },
          { kind: 'sources', sources: rows.map(() => ({ source: cited.source, records: 5, fields: [] })) },
          { kind: 'text', record: recordView(extremes, records[0] ?? aDeal(), TODAY) },
          { kind: 'check', statements, more: 3 },
          { kind: 'nothing', why: [long, long], hints: [long, long, long] },
          { kind: 'notice', title: long, lines: rows.map(({ name }) => name) },
          {
            kind: 'help',
            bases: [{ title: long, description: long, revised: long }],
            records: 1,
            unconfirmed: 1,
            unverified: 1,
            overdue: 1,
            commands: rows.map(({ name }, index) => ({ name, type: index % 2 === 0 ? 'slash' : 'message', description: long })),
            examples: [{ command: 'ask', options: { question: long } }],
          },
        ];
        for (const reply of replies) {
          const message = renderOf(reply, page);
          expect(wrongWith(message), reply.kind).toEqual([]);
          expect(embedsLength(message.embeds)).toBeLessThanOrEqual(6000);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** A message's texts as they read, without spaces and marks. */
const read = ({ embeds }: Message): string =>
  embeds
    .flatMap(({ title, description, fields = [] }) => [title, description, ...fields.map(({ value }) => value)])
    .join('')
    .replace(/^(?:> |📝 )/gm, '')
    .replace(/[\s\\]/g, '');
const bare = (text: string): string => plain(text).replace(/[\s\\]/g, '');

describe('a text that does not fit', () => {
  it('stays one press away, whole, over as many pages as it takes', () => {
    fc.assert(
      fc.property(extreme, ({ records }) => {
        const extremes = aBase(records);
        for (const record of records) {
          const view = recordView(extremes, record, TODAY);
          const message = renderOf({ kind: 'record', at: 0, of: 1, record: view, corrections: [], reasons: [], others: [] });
          const passages = view.cited.flatMap((cited) => cited.passages.map(({ exact }) => exact));
          const texts = [view.summary, view.note ?? '', ...passages, ...view.fields.map(({ value }) => value)];
          const missing = texts.filter((text) => text !== 'not stated' && !read(message).includes(bare(text)));
          const offers = JSON.stringify(message.components).includes(`"1:text:${record.id}"`);
          if (missing.length > 0) expect(offers).toBe(true);
          if (!offers) continue;
          const setting = { written: 'Full text', again: `/text ${record.id}`, private: true };
          const pages = Array.from({ length: 9 }, (_, page) => render({ kind: 'text', record: view }, { ...setting, page }));
          for (const page of pages) expect(wrongWith(page)).toEqual([]);
          const descriptions = new Set(pages.map(({ embeds }) => embeds[0]?.description ?? ''));
          const whole = [...descriptions].map((description) => read({ embeds: [{ description }], components: [] })).join('');
          for (const text of texts) expect(whole).toContain(bare(text));
        }
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('is not offered where everything fits', () => {
    for (const record of base.records) {
      const { components } = renderOf(answer(base, { kind: 'answer', list: false, matches: matched([record]) }, { today: TODAY }));
      expect(JSON.stringify(components), record.id).not.toContain('1:text:');
    }
  });
});

describe('the rule `rendering`', () => {
  const files = (summary: string, exact: string, unit: string) => ({
    'base.yaml': 'id: b\ntitle: B\ndescription: B\nrevised: 2026-11-22\n',
    'sources.yaml': `- {id: s, type: report, title: T, publisher: P, date: 2023-07-31, url: "https://example.org/", language: en, accessed: 2026-11-22, sha256: "${'0'.repeat(64)}", body: {first: 1, last: 2}, words: 10}\n`,
    'entities.yaml': '- {id: k, type: country, name: Kyrgyzstan}\n- {id: t, type: country, name: Tajikistan}\n',
    'facts.yaml': `- id: f\n  kind: statement\n  summary: ${JSON.stringify(summary)}\n  status: confirmed\n  date: not stated\n  subject: [k]\n  figures: [{value: 7, unit: ${JSON.stringify(unit)}}]\n  citations:\n${Array.from({ length: 5 }, (_, index) => `    - {source: s, paragraph: ${index + 1}, exact: ${JSON.stringify(exact)}}\n`).join('')}  verified: {by: C, on: 2026-11-22}\n`,
  });
  const check = (summary: string, exact: string, unit = 'drones') => {
    const read = draftBase(files(summary, exact, unit));
    if (!('draft' in read)) throw new Error(read.problems.map(({ message }) => message).join());
    return applyRules([rendering], read.draft, { today: TODAY });
  };

  it('says nothing of a record that fits', () => {
    expect(check('A short summary.', 'a passage of the source')).toEqual([]);
  });

  it('tells a curator which text would be cut', () => {
    const problems = check('word '.repeat(290).trim(), 'many words '.repeat(80).trim());
    expect(problems.map(({ rule, item, field, severity }) => ({ rule, item, field, severity }))).toContainEqual({
      rule: 'rendering',
      item: 'f',
      field: 'citations.4.exact',
      severity: 'warning',
    });
    expect(problems[0]?.message).toMatch(/^is cut in Discord: \d+ characters are too many/);
  });

  it('tells of a field that would be cut by the name that readers see', () => {
    const problems = check('A short summary.', 'a passage of the source', 'unit '.repeat(58).trim());
    expect(problems.map(({ item, message }) => `${item} ${message}`)).toEqual([
      expect.stringMatching(/^f “Figure” is cut in Discord: \d+ characters are too many/),
    ]);
  });
});
