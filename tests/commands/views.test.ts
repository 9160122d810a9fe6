import { describe, expect, test } from 'vitest';
import { commands, dispatch, readWritten, shown, suggestions, written } from '../../src/commands/dispatch.ts';
import type { Reply } from '../../src/replies/reply.ts';
import type { Profile } from '../../src/replies/views.ts';
import { aBase, aDeal, aFact, anEntity, aQuote, aRealContext, aSource, TODAY } from '../build.ts';
import { base, search } from '../search/shipped.ts';

const shipped = { base, search };
const ask = (command: string, options: Record<string, string> = {}, context = shipped) =>
  dispatch({ command, options, today: TODAY, surface: 'gateway' }, context);

async function profileOf(name: string, context = shipped): Promise<Profile> {
  const reply = await ask('profile', { name }, context);
  if (reply.kind !== 'profile') throw new Error(`${name}: ${JSON.stringify(reply)}`);
  return reply.profile;
}
const idsIn = (profile: Profile, title: RegExp): string[] =>
  profile.sections.filter((section) => title.test(section.title)).flatMap(({ records }) => records.map(({ id }) => id));

describe('a profile', () => {
  test('holds each record once, with its citation, and counts what it holds', async () => {
    for (const { id } of base.entities.values()) {
      const profile = await profileOf(id);
      const lines = profile.sections.flatMap(({ records }) => records);
      expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length);
      expect(profile.records).toBe(lines.length);
      for (const { cited } of lines) expect(cited.length).toBeGreaterThan(0);
    }
  });

  test('keeps apart what is sure, unconfirmed, planned, denied and judged', async () => {
    for (const { id } of base.entities.values()) {
      const profile = await profileOf(id);
      for (const { title, records } of profile.sections) {
        for (const line of records) {
          const { status } = line.status;
          if (line.type === 'quote') continue;
          expect(`${title}: ${status}`).toMatch(
            {
              confirmed: /^(?:Deals|Other deals|Facts)/,
              reported: /^(?:Deals|Other deals|Facts)/,
              unconfirmed: /^Unconfirmed/,
              disputed: /^Unconfirmed/,
              planned: /^Planned/,
              assessment: /^Judgements/,
              negative: /^What did not/,
            }[status],
          );
        }
      }
    }
  });

  test('of a country tells what it bought, what was said by its people and of it', async () => {
    const profile = await profileOf('Kazakhstan');
    expect(idsIn(profile, /as recipient/)).toContain('kz-tusas-deals-2022');
    expect(idsIn(profile, /^Said by/)).toContain('baryssov-brotherly-nations');
    expect(idsIn(profile, /^Said of/)).toContain('russian-media-military-technical-dependence');
    expect(idsIn(profile, /^Planned/)).toContain('kz-tusas-joint-production');
  });

  test('of a region counts its members’ deals', async () => {
    expect(idsIn(await profileOf('Central Asia'), /as recipient/)).toEqual(expect.arrayContaining(['kg-first-purchase-2021', 'tm-first-purchase-2021']));
  });

  test('tells what did not happen as such', async () => {
    expect(idsIn(await profileOf('Uzbekistan'), /did not happen/)).toEqual(['uz-no-turkish-drones']);
    expect(idsIn(await profileOf('Uzbekistan'), /as recipient/)).not.toContain('uz-no-turkish-drones');
  });

  test.each([
    ['Erdoğan', 'recep-tayyip-erdogan'],
    ['TB2', 'tb2'],
    ['Казахстан', 'kazakhstan'],
    ['kazkhstn', 'kazakhstan'],
    ['Baykar', 'baykar'],
  ])('is found by %s', async (name, id) => {
    expect((await profileOf(name)).id).toBe(id);
  });

  test('of a name that several have is nobody’s to guess', async () => {
    const reply = await ask('profile', { name: 'Bayraktar' });
    expect(reply).toMatchObject({ kind: 'notice', lines: expect.arrayContaining([expect.stringMatching(/^Bayraktar TB2 \(system\) · \d+ records$/)]) });
    expect(JSON.stringify(reply)).not.toContain('(company) (company)');
    const { choices = [] } = reply.kind === 'notice' ? reply : {};
    expect(choices).toContainEqual({ label: 'Bayraktar TB2', command: 'profile', options: { name: 'tb2' } });
    for (const { command, options } of choices) expect(await ask(command, { ...options })).toMatchObject({ kind: 'profile' });
  });

  test('of an unknown name is none, and says what there is', async () => {
    for (const name of ['France', 'zzyzx', '@everyone', '__proto__', '**', '']) expect(await ask('profile', { name })).toMatchObject({ kind: 'notice' });
    expect(await ask('profile', { name: 'France' })).toMatchObject({ title: 'The base has nothing on “France”.' });
  });

  test('of an entity without records says so by being empty', async () => {
    const plain = aBase();
    const context = aRealContext({ ...plain, entities: new Map([...plain.entities, ['narnia', anEntity({ id: 'narnia', name: 'Narnia' })]]) });
    expect(await profileOf('Narnia', context)).toMatchObject({ records: 0, sections: [] });
  });
});

describe('a comparison', () => {
  test('sets two side by side and tells what concerns both', async () => {
    const reply = await ask('compare', { a: 'Kazakhstan', b: 'kyrgyzstan' });
    expect(reply).toMatchObject({ kind: 'comparison', title: 'Kazakhstan and Kyrgyzstan, side by side', sides: [{ id: 'kazakhstan' }, { id: 'kyrgyzstan' }] });
    const rows = reply.kind === 'comparison' ? Object.fromEntries(reply.rows.map(({ name, left, right }) => [name, [left, right]])) : {};
    expect(rows).toMatchObject({
      'First dated deal': ['2022', '2021'],
      Systems: ['not stated', 'Aksungur, Anka'],
      'Unconfirmed or disputed': ['none in the base', '2 records'],
    });
    expect(reply.kind === 'comparison' && reply.between.map(({ id }) => id)).toEqual(['kz-kg-uz-domestic-drones']);
  });

  test('offers nobody to be compared with themselves, and their like first', async () => {
    const b = async (typed: string) =>
      (await suggestions({ command: 'compare', options: { a: 'kazakhstan', b: typed }, today: TODAY, surface: 'gateway' }, 'b', shipped)).map(
        ({ value }) => value,
      );
    expect(await b('')).not.toContain('kazakhstan');
    for (const id of await b('')) expect(base.entities.get(id)?.type, id).toBe('country');
    expect(await b('kaz')).not.toContain('kazakhstan');
    expect(await b('anka')).toContain('anka');
  });

  test('needs two that differ, and that the base knows', async () => {
    const systems = await ask('compare', { a: 'tb2', b: 'anka' });
    // An unconfirmed deal names the TB2: there is none that is firm, but not none.
    expect(systems).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ name: 'Deals that name it', left: 'none confirmed or reported' })]),
    });
    expect(await ask('compare', { a: 'Iran', b: 'İran' })).toMatchObject({ kind: 'notice', title: 'Both are Iran.' });
    expect(await ask('compare', { a: 'Iran', b: 'France' })).toMatchObject({ kind: 'notice', title: 'The base has nothing on “France”.' });
    expect(await ask('compare', { a: 'Iran' })).toMatchObject({ kind: 'notice' });
    expect(await ask('compare', { a: 'Iran', b: 'bayraktar' })).toMatchObject({
      choices: expect.arrayContaining([{ label: 'Bayraktar TB2', command: 'compare', options: { a: 'Iran', b: 'tb2' } }]),
    });
  });
});

describe('a source', () => {
  test('comes with what rests on it and a citation in every style', async () => {
    const reply = await ask('source');
    expect(reply).toMatchObject({ kind: 'source', source: { records: base.records.length } });
    const styles = reply.kind === 'source' ? reply.citations.map(({ style }) => style) : [];
    expect(styles).toEqual(['chicago', 'apa', 'mla', 'bibtex', 'ris', 'csl']);
    const fields = reply.kind === 'source' ? Object.fromEntries(reply.source.fields.map(({ name, value }) => [name, value])) : {};
    expect(fields['How sure']).toMatch(/3 unconfirmed.*1 negative/);
  });

  test('is shown by its title, and gives its records one by one, in its own order', async () => {
    const request = { command: 'source', options: { source: 'cpc-turkish-drones' }, today: TODAY, surface: 'gateway' } as const;
    expect(shown(request, shipped)).toBe('/source Turkish Drones to Draw Political Influences in the Caspian Region');
    expect(await ask('source', readWritten(shown(request, shipped))?.options)).toMatchObject({
      kind: 'source',
      source: { source: { id: 'cpc-turkish-drones' } },
    });
    const taken = await ask('taken', { source: 'cpc-turkish-drones' });
    const records = taken.kind === 'list' ? taken.records : [];
    expect(records).toHaveLength(base.records.length);
    const places = records.map(({ cited }) => Math.min(...cited[0].passages.map(({ paragraph }) => paragraph)));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(await ask('taken', { source: 'gone' })).toMatchObject({ kind: 'notice' });
  });

  test('of several is asked for by name, or listed', async () => {
    const plain = aBase([aDeal(), aQuote(), aFact()]);
    const second = aSource({ id: 'report-b', title: 'Drones over the Steppe', authors: [{ family: 'Nobody' }], publisher: 'The Steppe Review' });
    const context = aRealContext({ ...plain, sources: new Map([...plain.sources, [second.id, second]]) });
    expect(await ask('source', {}, context)).toMatchObject({ kind: 'sources', sources: [{ records: 3 }, { records: 0 }] });
    expect(await ask('source', { source: 'report-b' }, context)).toMatchObject({ kind: 'source', source: { source: { id: 'report-b' } } });
    expect(await ask('source', { source: 'ozat' }, context)).toMatchObject({ kind: 'source', source: { source: { id: 'report-a' } } });
    expect(await ask('source', { source: 'zzyzx' }, context)).toMatchObject({ kind: 'notice' });
  });
});

describe('the help', () => {
  test('tells how the base stands, what can be asked, and questions that are answered', async () => {
    const reply = await ask('help');
    expect(reply).toMatchObject({
      kind: 'help',
      records: base.records.length,
      unconfirmed: 3,
      unverified: 0,
      overdue: 0,
      bases: [{ revised: '22 November 2026' }],
    });
    const { examples = [], commands: listed = [] } = reply.kind === 'help' ? reply : {};
    expect(listed.map(({ name }) => name)).toEqual([
      'ask',
      'deal',
      'quote',
      'profile',
      'compare',
      'map',
      'timeline',
      'chart',
      'source',
      'Check against the base',
      'digest',
    ]);
    expect(examples).toHaveLength(3);
    for (const { command, options } of examples) expect(await ask(command, { ...options })).toMatchObject({ kind: expect.stringMatching(/^(?:record|list)$/) });
  });

  test('counts what is overdue on the reader’s day', async () => {
    const context = aRealContext(aBase([aDeal({ review_by: '2026-11-21' }), aFact({ review_by: TODAY })]));
    expect(await ask('help', {}, context)).toMatchObject({ overdue: 1, unverified: 0 });
  });

  test('counts what nobody has held against its source since that was last read', async () => {
    const context = aRealContext(aBase([aDeal({ verified: { by: 'Curators', on: '2026-01-01' } }), aFact()]));
    expect(await ask('help', {}, context)).toMatchObject({ unverified: 1 });
  });
});

describe('from a record', () => {
  test('one goes on to its neighbours', async () => {
    const reply = await ask('neighbours', { record: 'kg-aksungur-anka-2023-01' });
    expect(reply.kind === 'list' && reply.records.map(({ id }) => id)).toEqual(expect.arrayContaining(['kg-counter-drone-2023-04', 'kg-two-purchases-2023']));
    expect(JSON.stringify(reply)).not.toContain('"id":"kg-aksungur-anka-2023-01"');
    expect(await ask('neighbours', { record: 'deal-a' }, aRealContext(aBase([aDeal()])))).toMatchObject({ kind: 'notice' });
  });

  test('one gets its citation in every style, with the paragraph', async () => {
    const reply = await ask('citation', { record: 'kg-aksungur-anka-2023-01' });
    expect(reply).toMatchObject({ kind: 'citation', record: { id: 'kg-aksungur-anka-2023-01' } });
    expect(reply.kind === 'citation' && reply.citations.find(({ style }) => style === 'apa')?.note).toBe('(Ozat, 2023, para. 6)');
  });

  test('that has left the base one hears so', async () => {
    for (const command of ['neighbours', 'citation'])
      expect(await ask(command, { record: 'gone' })).toMatchObject({ kind: 'notice', title: 'The base has no record “gone”.' });
  });
});

test('paging goes from match to match, and stays within them', async () => {
  const at = async (n: number) => {
    const reply: Reply = await dispatch({ command: 'ask', options: { question: 'Kyrgyzstan drones' }, at: n, today: TODAY, surface: 'gateway' }, shipped);
    return reply.kind === 'record' || reply.kind === 'closest' ? { id: reply.record.id, at: reply.at, of: reply.of } : undefined;
  };
  const first = await at(0);
  expect(first).toMatchObject({ at: 0 });
  expect(await at(99)).toMatchObject({ at: (first?.of ?? 0) - 1 });
  if (first && first.of > 1) expect((await at(1))?.id).not.toBe(first.id);
});

describe('every command', () => {
  const slash = commands.filter(({ type }) => type === 'slash');

  test('is named and described for Discord in each of its languages', () => {
    for (const { name, type, title, description, localised, options } of commands) {
      const names = type === 'message' ? [] : [...name.split(' '), ...Object.values(localised.name)];
      const optionNames = Object.entries(options).flatMap(([option, { localised: told }]) => [option, ...Object.values(told.name)]);
      for (const one of [...names, ...optionNames]) {
        expect(one).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(one).toBe(one.toLowerCase());
      }
      if (type === 'message') for (const one of [title ?? '', ...Object.values(localised.name)]) expect(one).toMatch(/^.{1,32}$/u);
      const descriptions = [{ description, localised }, ...Object.values(options)].flatMap((one) => [
        one.description,
        ...Object.values(one.localised.description),
      ]);
      for (const text of descriptions) expect(`${text.length <= 100 && text.length > 0}: ${text}`).toMatch(/^true/);
    }
  });

  test('has names of its own in each language, and required options first', () => {
    for (const locale of ['tr', 'ru', 'uk'] as const) {
      const names = slash.map(({ localised, group }) => [group?.localised.name[locale], localised.name[locale]].join(' '));
      expect(new Set(names).size).toBe(names.length);
      for (const { options } of slash) {
        const own = Object.values(options).map(({ localised }) => localised.name[locale]);
        expect(new Set(own).size).toBe(own.length);
      }
    }
    for (const { options } of slash) {
      const required = Object.values(options).map((option) => option.required);
      expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  test('can be asked again from its writing', async () => {
    for (const options of [{ name: 'Kazakhstan' }, { name: 'a: b' }]) {
      const asked = { command: 'profile', options };
      expect(readWritten(written(asked))).toEqual(asked);
    }
    expect(readWritten('/compare a: Kazakhstan b: Kyrgyzstan')).toEqual({ command: 'compare', options: { a: 'Kazakhstan', b: 'Kyrgyzstan' } });
    expect(readWritten('/compare Kazakhstan')).toBeUndefined();
    expect(readWritten('/help')).toEqual({ command: 'help', options: {} });
    expect(readWritten('/check something')).toBeUndefined();
  });

  test('that offers values offers some when nothing is typed', async () => {
    for (const { name, options } of commands) {
      for (const [option, { suggests }] of Object.entries(options)) {
        // A server's digests are offered only where a server asks.
        if (option === 'digest') continue;
        const found = await suggestions({ command: name, options: {}, today: TODAY, surface: 'gateway' }, option, shipped);
        expect(found.length > 0).toBe(suggests === true);
      }
    }
  });
});
