import { describe, expect, test } from 'vitest';
import { dispatch } from '../../src/commands/dispatch.ts';
import type { Statement } from '../../src/replies/views.ts';
import { aBase, aDeal, aFact, aQuote, aRealContext, TODAY } from '../build.ts';
import { base, search } from '../search/shipped.ts';

const shipped = { base, search };
const check = (message: string, context = shipped) => dispatch({ command: 'check', options: { message }, today: TODAY, surface: 'gateway' }, context);

async function statementsOf(message: string, context = shipped): Promise<Statement[]> {
  const reply = await check(message, context);
  return reply.kind === 'check' ? reply.statements : [];
}

async function only(message: string, context = shipped): Promise<Statement> {
  const [statement, ...others] = await statementsOf(message, context);
  if (!statement || others.length > 0) throw new Error(`not one statement: ${message}`);
  return statement;
}

describe('a statement matches', () => {
  test.each([
    ['Kyrgyzstan bought Aksungur and Anka drones in January 2023.', 'kg-aksungur-anka-2023-01'],
    ['29 countries have acquired Turkish drones.', 'turkish-drones-29-countries'],
    ['Türkiye started selling drones in 2019.', 'turkiye-drone-sales-began-2019'],
    ['Uzbekistan has shown no interest in Turkish drones.', 'uz-no-turkish-drones'],
    ['Kyrgyzstan regained five villages in September 2022.', 'kg-five-villages'],
    ["Kırgızistan 2021'de Türkiye'den İHA aldı.", 'kg-first-purchase-2021'],
    ['Кыргызстан купил у Турции дроны в 2021 году.', 'kg-first-purchase-2021'],
  ])('when all that it states agrees: %s', async (message, id) => {
    expect(await only(message)).toMatchObject({ verdict: 'matches', differences: [], record: { id } });
  });

  test('when it repeats the hedge, and the hedge is told again', async () => {
    const hedged = await only('According to unconfirmed reports Tajikistan signed a TB2 deal with Türkiye.');
    expect(hedged).toMatchObject({ verdict: 'matches', words: expect.stringContaining('not to be repeated as fact') });
  });
});

describe('a statement differs', () => {
  test.each([
    ['Tajikistan reported 20 casualties.', 'Differs (the message: 20; the source, passing on others: 15 casualties)'],
    ['30 countries have acquired Turkish drones.', 'Differs (the message: 30; the source: 29 countries)'],
    ['Kyrgyzstan bought Anka drones in February 2023.', 'Differs (the message: February 2023; the source: January 2023)'],
    ['Kyrgyzstan sold drones to Türkiye.', 'Differs (the message: Kyrgyzstan to Türkiye; the source: Türkiye to Kyrgyzstan)'],
    ['Erdogan called it the biggest defense deal.', 'Differs (the message: Recep Tayyip Erdogan; the source: Haluk Bayraktar)'],
    ['Uzbekistan bought Turkish drones.', 'Differs (the source: Uzbekistan has not shown any interest in taking up Turkish drones)'],
    ['Tajikistan signed a TB2 deal in 2021.', 'Differs (the message: 2021; the source, unconfirmed: early 2022)'],
    ['Kırgızistan 2021’de Türkiye’den İHA almadı.', 'Differs (the message says that it is not so; the source says that it is)'],
    ['Kyrgyzstan did not buy drones from Türkiye.', 'Differs (the message says that it is not so; the source says that it is)'],
  ])('and both values are told: %s', async (message, words) => {
    expect(await only(message)).toMatchObject({ verdict: 'differs', words, record: expect.objectContaining({ cited: expect.any(Array) }) });
  });
});

describe('a statement is unconfirmed', () => {
  test.each([
    ['Tajikistan bought TB2 drones from Türkiye.', 'the source itself calls this unconfirmed or unclear'],
    ['Iran has built an Ababil-2 factory in Tajikistan.', 'the source tells of a plan, an intention or work under way, not of something done'],
    ['Kazakhstan produces Anka drones.', 'the source tells of a plan, an intention or work under way, not of something done'],
    ['Kyrgyz drones were paid for from salaries.', 'somebody said so, and the source does not vouch for it'],
    ['Russian media criticised the Kazakhstan-Türkiye drone deal.', 'the source passes this on from others and does not confirm it itself'],
  ])('when the message makes a fact of it: %s', async (message, why) => {
    expect(await only(message)).toMatchObject({ verdict: 'unconfirmed', words: `Unconfirmed: ${why}` });
  });
});

describe('a hedge', () => {
  test.each([
    ['Tajikistan may have completed its purchase of Turkish drones.', 'tajikistan-purchase-unclear'],
    ['It is unclear whether Tajikistan completed its purchase.', 'tajikistan-purchase-unclear'],
    ['Tajikistan reportedly signed a TB2 deal with Türkiye.', 'tajikistan-tb2-unconfirmed'],
    ['Unconfirmed reports suggest that Tajikistan signed a TB2 deal with Türkiye.', 'tajikistan-tb2-unconfirmed'],
    ['It is not confirmed that Tajikistan signed a TB2 deal with Türkiye.', 'tajikistan-tb2-unconfirmed'],
    ['Tajikistan signed a TB2 deal with Türkiye, according to unconfirmed reports.', 'tajikistan-tb2-unconfirmed'],
    ['Kazakhstan plans to produce Anka drones.', 'kz-first-to-produce-anka-abroad'],
    ['Iran will build an Ababil-2 factory in Tajikistan.', 'iran-tajikistan-ababil-2-factory'],
    ['The European Union might support the military deals.', 'eu-us-might-support-deals'],
  ])('that governs what is claimed is heard: %s', async (message, id) => {
    expect(await only(message)).toMatchObject({ verdict: 'matches', record: { id } });
  });

  test.each([
    'Reports confirm that Tajikistan bought TB2 drones from Türkiye.',
    'It is certain that Tajikistan reportedly bought TB2 drones from Türkiye.',
    'Tajikistan likely completed its purchase of Turkish drones.',
    'Tajikistan reportedly completed its purchase of Turkish drones.',
    'Tajikistan bought TB2 drones from Türkiye, and that is likely the end of it.',
    'Tajikistan bought TB2 drones from Türkiye, which may please Russia.',
    'As planned, Iran built a drone factory in Tajikistan.',
    'Iran completed its planned drone factory in Tajikistan.',
    'Iran planned to build a drone factory in Tajikistan and built it.',
    'Kazakhstan produces the Anka drone as planned.',
    'Kazakhstan produces the Anka drone and will go on.',
    'Anka production in Kazakhstan is under way.',
    'Kazakhstan and TUSAŞ jointly produce drones.',
    'Planlandığı gibi İran Tacikistan’da drone fabrikası kurdu.',
    'Как и планировалось, Иран построил завод дронов в Таджикистане.',
    'Tajikistan could and did sign a TB2 deal with Türkiye.',
    'Tajikistan’s unconfirmed TB2 deal with Türkiye was signed.',
    'He said that Tajikistan signed a TB2 deal with Türkiye.',
    'Kyrgyzstan plans to buy Aksungur and Anka drones.',
    'The European Union supports the military deals, he said.',
    'According to the author the European Union supports the military deals.',
  ])('elsewhere, or beside a stronger word, vouches for nothing: %s', async (message) => {
    expect((await only(message)).verdict).not.toBe('matches');
  });
});

describe('a source that is firmer than the message', () => {
  test.each([
    ['Kyrgyzstan may have bought Aksungur and Anka drones in January 2023.', 'kg-aksungur-anka-2023-01'],
    ['Kyrgyzstan reportedly bought Aksungur and Anka drones in January 2023.', 'kg-aksungur-anka-2023-01'],
    ['Kyrgyzstan probably bought Aksungur and Anka drones in January 2023.', 'kg-aksungur-anka-2023-01'],
    ['29 countries may have acquired Turkish drones.', 'turkish-drones-29-countries'],
    ['Belki Kırgızistan 2021’de Türkiye’den İHA aldı.', 'kg-first-purchase-2021'],
    ['Возможно, Кыргызстан купил у Турции дроны в 2021 году.', 'kg-first-purchase-2021'],
    ['Bəlkə Qırğızıstan 2021-ci ildə Türkiyədən dron aldı.', 'kg-first-purchase-2021'],
    ['Балким, Кыргызстан 2021-жылы Түркиядан дрон сатып алды.', 'kg-first-purchase-2021'],
    ['Қырғызстан 2021 жылы Түркиядан дрон сатып алған болуы мүмкін.', 'kg-first-purchase-2021'],
    ['Balki Qirg‘iziston 2021 yilda Turkiyadan dron sotib oldi.', 'kg-first-purchase-2021'],
  ])('is told to be so, and it is no plain match: %s', async (message, id) => {
    const statement = await only(message);
    expect(statement).toMatchObject({ verdict: 'matches', record: { id } });
    expect(statement.words).toBe('Matches, and the source is firmer than the message. The source states this as fact.');
  });

  test.each(['29 countries have acquired Turkish drones.', 'The European Union might support the military deals.'])(
    'is not said of one that is as sure as the message: %s',
    async (message) => {
      expect((await only(message)).words).toMatch(/^Matches\. /);
    },
  );
});

describe('a hedge in any of the search’s languages', () => {
  test.each([
    'Təsdiqlənməmiş məlumata görə Tacikistan Türkiyə ilə TB2 müqaviləsi imzaladı.',
    'Tacikistan Türkiyədən TB2 dronları alıb.',
    'Тәжікстан Түркиядан TB2 дрондарын сатып алды.',
    'Тажикстан Түркиядан TB2 дрондорун сатып алды.',
    'Tojikiston Turkiyadan TB2 dronlarini sotib oldi.',
    'Таджикистан купил у Турции дроны TB2.',
    'Tacikistan Türkiye’den TB2 aldı.',
  ])('is heard, and where there is none, nothing unconfirmed matches: %s', async (message) => {
    const { verdict, words } = await only(message);
    expect(`${verdict}: ${words}`).toMatch(/^unconfirmed: Unconfirmed: the source itself|^matches: .*not to be repeated as fact/);
  });
});

describe('joined clauses', () => {
  test.each([
    [
      '29 countries have acquired Turkish drones and Türkiye started selling drones in 2019.',
      [
        ['29 countries have acquired Turkish drones', 'matches'],
        ['Türkiye started selling drones in 2019.', 'matches'],
      ],
    ],
    [
      'Kyrgyzstan bought Aksungur and Anka drones in January 2023, but Uzbekistan bought Turkish drones.',
      [
        ['Kyrgyzstan bought Aksungur and Anka drones in January 2023', 'matches'],
        ['Uzbekistan bought Turkish drones.', 'differs'],
      ],
    ],
    [
      'Kyrgyzstan bought Aksungur and Anka drones in January 2023 and regained five villages in September 2022.',
      [
        ['Kyrgyzstan bought Aksungur and Anka drones in January 2023', 'matches'],
        ['[Kyrgyzstan] regained five villages in September 2022.', 'matches'],
      ],
    ],
    [
      'Kırgızistan 2021’de Türkiye’den İHA aldı ve Özbekistan Türkiye’den İHA aldı.',
      [
        ['Kırgızistan 2021’de Türkiye’den İHA aldı', 'matches'],
        ['Özbekistan Türkiye’den İHA aldı.', 'differs'],
      ],
    ],
    [
      'Кыргызстан купил у Турции дроны в 2021 году, а Узбекистан купил у Турции дроны.',
      [
        ['Кыргызстан купил у Турции дроны в 2021 году', 'matches'],
        ['Узбекистан купил у Турции дроны.', 'differs'],
      ],
    ],
  ])('are judged one by one: %s', async (message, expected) => {
    expect((await statementsOf(message)).map(({ text, verdict }) => [text, verdict])).toEqual(expected);
  });

  test.each([
    'Kyrgyzstan bought Aksungur and Anka drones in January 2023.',
    'Kyrgyzstan and Turkmenistan bought drones in 2021.',
    'Haluk Bayraktar said that Türkiye and Azerbaijan are one nation, two states, and Türkiye started selling drones in 2019.',
    'It is not true that Tajikistan bought drones and Türkiye started selling drones in 2019.',
    'If Kyrgyzstan bought drones and Türkiye started selling drones in 2019, all is well.',
    'Iran planned to build a drone factory in Tajikistan and built it.',
  ])('stay one where one depends on the other, or it is only names that are joined: %s', async (message) => {
    expect(await statementsOf(message)).toHaveLength(1);
  });
});

describe('what somebody is said to say', () => {
  test.each([
    ['Azerbaijan said Türkiye and Azerbaijan are one nation, two states', 'the CEO of Türkiye’s Bayraktar'],
    ['Haluk Bayraktar said that Türkiye and Azerbaijan are one nation, two states.', 'the CEO of Türkiye’s Bayraktar'],
  ])('differs where it was another: %s', async (message, source) => {
    expect(await only(message)).toMatchObject({ verdict: 'differs', words: expect.stringContaining(`the source: ${source})`) });
  });

  test('matches where it was they', async () => {
    expect(await only('Haluk Bayraktar called it the biggest defense deal.')).toMatchObject({
      verdict: 'matches',
      record: { id: 'haluk-bayraktar-biggest-defense-deal' },
    });
    expect((await only('According to Russian media, the deal put regional security at risk.')).verdict).toBe('matches');
  });

  test.each([
    'According to the author Türkiye is a threat to Russia',
    'Baykar said Türkiye and Azerbaijan are one nation, two states.',
    'Kazakhstan said that Türkiye and Kazakhstan are brotherly nations.',
    'Türkiye said that 29 countries have acquired Turkish drones.',
    'Kyrgyzstan reported 15 casualties.',
    'He said that Türkiye and Azerbaijan are one nation, two states.',
    '29 countries have acquired Turkish drones, analysts say.',
    'Analysts say 29 countries have acquired Turkish drones.',
    'Experts say that Kyrgyzstan bought Aksungur and Anka drones in January 2023.',
    'He said that Kyrgyzstan bought Aksungur and Anka drones in January 2023.',
  ])('never matches on the words of another: %s', async (message) => {
    expect((await only(message)).verdict).not.toBe('matches');
  });

  test.each([
    'Türkiye dominates Central Asia',
    'According to the author, Türkiye dominates Central Asia',
    'Turkish drones are better than Russian drones',
    'Turkish drones are better than Russian drones, analysts say.',
  ])('is no judgement of the author by some of its words: %s', async (message) => {
    expect((await only(message)).verdict).toBe('absent');
  });
});

describe('a statement that the base does not speak to is called neither true nor false', () => {
  test.each([
    ['Kyrgyzstan bought 20 Bayraktar drones from Türkiye in 2021.', 'The source does not state: “Bayraktar drones”, “20”.'],
    ['Turkmenistan bought TB2s.', 'The source does not state: “TB2s”.'],
    ['Kyrgyzstan bought drones from Türkiye in 2020.', 'The source does not state: “2020”.'],
    ['Kyrgyzstan bought Aksungur and Anka drones from Iran in January 2023.', 'The source does not state: “Iran”.'],
    ['Kyrgyzstan almost bought Aksungur and Anka drones in January 2023.', 'The source does not state: “almost”.'],
    ['Kazakhstan cancelled the TUSAŞ deal.', 'The source does not state: “cancelled”.'],
    ['Only Kyrgyzstan bought Turkish drones.', 'The source does not state: “Only”.'],
    ['Türkiye supplies drones to Armenia.', 'The source does not state: “Türkiye”.'],
    ['Kyrgyzstan bought two drones in 2023.', 'The source does not state: “two”.'],
    ['29 drones were sold by Türkiye.', 'The source has “29” of what it calls something else: read the passage.'],
    ['Uzbekistan did not buy Turkish drones.', 'The source does not state: “buy”.'],
    ['Russian media praised the Kazakh drone deal.', 'The source does not state: “praised”.'],
  ])('and what is missing is told: %s', async (message, missing) => {
    const statement = await only(message);
    expect(statement).toMatchObject({ verdict: 'absent', words: 'Not in the base as it is stated' });
    expect(statement.differences).toContain(missing);
  });

  test.each([
    'Tajikistan regained five villages in September 2022.',
    'Tajikistan supports Iran.',
    'Russia supports Türkiye.',
    'Türkiye is not a member of NATO.',
  ])('nor is it taken the other way round: %s', async (message) => {
    expect((await only(message)).verdict).toBe('absent');
  });

  test.each(['7 more countries want Turkish drones', '30 countries want Turkish drones.', '29 countries want Turkish drones.'])(
    'nor is a number held against one of another matter: %s',
    async (message) => {
      expect((await only(message)).verdict).toBe('absent');
    },
  );

  test.each(['Uzbekistan refused to buy Turkish drones.', 'Uzbekistan does not want Turkish drones.', 'Kyrgyzstan should buy drones from Türkiye.'])(
    'nor is a denial or a wish read into it: %s',
    async (message) => {
      expect((await only(message)).verdict).toBe('absent');
    },
  );

  test('nor is a comparison turned round', async () => {
    const said = (more: string, less: string) => `The author says Azerbaijan seems more interested in ${more} drones than ${less} drones.`;
    expect((await only(said('Turkish', 'Iranian'))).verdict).toBe('matches');
    expect((await only(said('Iranian', 'Turkish'))).verdict).toBe('absent');
  });

  test.each(['The author says that Russia counters Turkish dominance.', 'Kazakhstan criticised the Russian media.'])(
    'nor is it told of the wrong one: %s',
    async (message) => {
      expect((await only(message)).verdict).toBe('absent');
    },
  );

  test('and a matter of which it has nothing is simply not in it', async () => {
    expect(await only('20 casualties were reported in Bogotá.')).toMatchObject({ verdict: 'absent', differences: [] });
  });
});

describe('the base held against itself', () => {
  test('never differs, and an unsure record never matches unless the words hedge', async () => {
    for (const record of base.records) {
      for (const { verdict, text } of await statementsOf(record.summary)) {
        expect(`${verdict}: ${text}`).not.toMatch(/^differs/);
        // What "are to make" is told as a plan.
        const hedges = /\bare to make\b/.test(text);
        if ((record.status === 'unconfirmed' || record.status === 'planned') && !hedges) expect(`${verdict}: ${text}`).not.toMatch(/^matches/);
      }
    }
  });

  test('with its numbers changed never matches', async () => {
    for (const record of base.records.filter(({ figures }) => figures.length > 0)) {
      const changed = record.figures.reduce((text, { value }) => text.replaceAll(String(value), String(value + 40)), record.summary);
      if (changed === record.summary) continue;
      for (const { verdict, text } of await statementsOf(changed)) if (/\d/.test(text)) expect(`${verdict}: ${text}`).not.toMatch(/^matches/);
    }
  });
});

describe('a message', () => {
  test('is read statement by statement, in its own words', async () => {
    const reply = await check('- **Turkmenistan** bought TB2s.\n> 30 countries have acquired Turkish drones. Is that so?\n<@123> https://example.org/x');
    expect(reply).toMatchObject({ kind: 'check', more: 0 });
    expect((await statementsOf('- **Turkmenistan** bought TB2s.\n> 30 countries have acquired Turkish drones. Is that so?')).map(({ text }) => text)).toEqual([
      'Turkmenistan bought TB2s.',
      '30 countries have acquired Turkish drones.',
    ]);
  });

  test('of many statements is read as far as ten, and the rest is counted', async () => {
    const years = Array.from({ length: 14 }, (_, i) => `Kyrgyzstan bought drones in ${2005 + i}.`);
    const reply = await check(years.join(' '));
    expect(reply).toMatchObject({ kind: 'check', more: 4 });
    expect(reply.kind === 'check' && reply.statements.length).toBe(10);
  });

  test('that says a thing twice is told of it once', async () => {
    const reply = await check('Kyrgyzstan bought drones. 29 countries have acquired Turkish drones.\n> kyrgyzstan  bought **drones**!');
    expect(reply.kind === 'check' && reply.statements.map(({ text }) => text)).toEqual([
      'Kyrgyzstan bought drones.',
      '29 countries have acquired Turkish drones.',
    ]);
    expect(await check('Kyrgyzstan bought drones. '.repeat(14))).toMatchObject({ statements: [expect.anything()], more: 0 });
  });

  test('that states nothing gets a notice', async () => {
    for (const message of ['', '   ', '🛩🛩', 'Did Kyrgyzstan buy drones?', 'https://example.org', '```\nKyrgyzstan bought drones.\n```', 'Hello everyone!']) {
      expect(await check(message)).toMatchObject({ kind: 'notice' });
    }
  });

  test('that is hostile breaks nothing, and soon ends', async () => {
    const context = aRealContext(aBase([aDeal(), aQuote(), aFact()]));
    const started = performance.now();
    for (const message of [
      'a '.repeat(20_000),
      '@everyone '.repeat(900),
      `${'('.repeat(2000)}Anka`,
      '\ud83d'.repeat(4000),
      'Türkiye '.repeat(500),
      '. '.repeat(2000),
      '**'.repeat(2000),
    ]) {
      const reply = await check(message, context);
      expect(['check', 'notice']).toContain(reply.kind);
      expect(JSON.stringify(reply)).not.toMatch(/"verdict":"matches"/);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
