import { describe, expect, test } from 'vitest';
import type { Request } from '../../src/commands/command.ts';
import { bounded, dispatch, LONGEST_WRITTEN, resolution, written } from '../../src/commands/dispatch.ts';
import { commands } from '../../src/commands/index.ts';
import type { ResolveOptions } from '../../src/search/resolution.ts';
import { aBase, aContext, aDeal, aMatch, aSearch, nothing, TODAY } from '../build.ts';

const request = (command: string, text = 'who'): Request => ({
  command,
  options: { [command === 'ask' ? 'question' : 'query']: text },
  today: TODAY,
  surface: 'terminal',
});

/** A search that remembers what it was asked. */
function spyingContext() {
  const asked: { query: string; options: ResolveOptions }[] = [];
  const search = aSearch((query, options) => {
    asked.push({ query, options });
    return nothing;
  });
  return { asked, context: { base: aBase(), search } };
}

test('command names are unique and fit a chat', () => {
  const names = commands.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, description, group } of commands) {
    expect(name).toMatch(/^[a-z]{1,32}(?: [a-z]{1,32})?$/);
    expect(name.split(' ')[0]).toBe(group?.name ?? name);
    expect(description.length).toBeLessThanOrEqual(100);
  }
});

test.each(['ask', 'deal', 'quote'])('/%s passes its preference and the reader’s day on', async (command) => {
  const { asked, context } = spyingContext();
  await dispatch(request(command), context);
  expect(asked).toEqual([{ query: 'who', options: { preference: command, today: TODAY } }]);
});

test('an unknown command is a reply that lists the known ones', async () => {
  for (const name of ['nosuch', '__proto__', 'constructor', '']) {
    const reply = await dispatch(request(name), aContext());
    expect(reply).toMatchObject({ kind: 'notice', lines: expect.arrayContaining([expect.stringMatching(/^\/ask: /)]) });
    expect(resolution(request(name), aContext())).toBeUndefined();
  }
});

describe('a query', () => {
  test('that is too long is cut to what can be shown, and not inside a character', async () => {
    const { asked, context } = spyingContext();
    await dispatch(request('ask', '🛩'.repeat(1000)), context);
    await dispatch(request('ask', `a${'🛩'.repeat(1000)}`), context);
    expect(asked).toHaveLength(2);
    for (const { query } of asked) {
      expect(query.length).toBeLessThanOrEqual(LONGEST_WRITTEN);
      expect(query.isWellFormed()).toBe(true);
    }
  });

  test('is answered as it is shown', async () => {
    const { asked, context } = spyingContext();
    const typed = request('deal', ' who\n\tsells  status: \u202equery: to  ');
    await dispatch(typed, context);
    expect(written(bounded(typed))).toBe(`/deal ${asked[0]?.query}`);
  });

  test('that is missing asks nothing', async () => {
    expect(await dispatch({ command: 'ask', options: {}, today: TODAY, surface: 'terminal' }, aContext())).toMatchObject({ kind: 'nothing' });
  });

  test('that is a record’s id shows that record', async () => {
    expect(await dispatch(request('ask', ' quote-a '), aContext())).toMatchObject({ kind: 'record', record: { id: 'quote-a' } });
  });
});

test('the resolution is what the reply rests on', async () => {
  const answers = { who: { kind: 'answer', list: false, matches: [aMatch(aDeal())] } } as const;
  const context = aContext({ who: { ...answers.who, matches: [aMatch(aDeal())] } });
  expect(resolution(request('ask'), context)).toMatchObject({ kind: 'answer', matches: [{ record: { id: 'deal-a' } }] });
  expect(await dispatch(request('ask'), context)).toMatchObject({ kind: 'record', record: { id: 'deal-a' } });
});
