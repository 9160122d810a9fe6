/** What a question asks for, and whether the record states just that; on the shipped base. */
import { describe, expect, it, test } from 'vitest';
import type { Resolution } from '../../src/search/resolution.ts';
import { ask, idsOf, recordsOf, whyOf } from './shipped.ts';

const correctionsOf = (resolution: Resolution): readonly string[] => ('matches' in resolution ? resolution.matches[0].corrections : []);

describe('a record that does not name what is asked for is no answer', () => {
  test.each([
    ['who made it', 'Who produces the counter-drone gear that Bishkek bought?'],
    ['who signed', 'Kim imzaladı: TUSAŞ ile Kazakistan anlaşması, Astana adına kim?'],
    ['what it is called', 'What is the Uzbek drone programme called?'],
    ['which states of a region', 'Which North African armies operate TB2s?'],
    ['which newspaper', 'Какая российская газета ругала казахстанскую сделку?'],
    ['which ones, told by their number', 'Türkiye ile müzakere eden 4 ülke hangileri?'],
    ['what was paid', 'What did Bishkek pay for each Aksungur?'],
    ['how many a year', 'yearly output of the Anka plant in Kazakhstan'],
    ['which ones, asked behind a colon', 'Four states are still bargaining with Ankara: which ones?'],
    ['who exactly', 'Кто именно из китайских чиновников недоволен?'],
    ['which president', 'Which presidents sat at the table in Jeddah?'],
    ['which minister', 'Which Kazakh minister put pen to paper with TUSAŞ?'],
    ['what a newspaper is called', 'Kazakistan anlaşmasını eleştiren gazetenin adı ne?'],
    ['which brand', 'Какой марки китайские дроны летают в Узбекистане?'],
    ['how much a head', 'How much was cut from salaries per head for the drones, as Orunbekov tells?'],
    ['in what year, though it is much like an ask', 'Какую модель Иран поставил Армении?'],
  ])('%s: “%s”', (_, query) => {
    expect(ask(query).kind).not.toBe('answer');
  });

  it('but one that does is', () => {
    expect(idsOf(ask('Which Gulf states buy from Türkiye?'))).toContain('turkiye-gulf-customers-qatar-uae');
    expect(idsOf(ask('Which Turkish company signed with Astana?'))[0]).toBe('kz-tusas-deals-2022');
    expect(whyOf(ask('Which newspapers wrote of TB2s in Tajikistan?'))).toContain('which outlet');
  });
});

describe('a count', () => {
  it('is of what stands behind “how many of its own”', () => {
    expect(ask('How many of its own pilots did Bishkek train?').kind).not.toBe('answer');
  });

  it('of countries is told by a record that names them', () => {
    expect(idsOf(ask('How many countries’ drones does Uzbekistan fly?'))[0]).toBe('uz-american-chinese-russian-drones');
  });
});

describe('losses', () => {
  test.each(['Kyrgyz casualties in September 2022', 'How many soldiers did Kyrgyzstan lose in September 2022?', 'потери кыргызской стороны в сентябре 2022'])(
    'of one side are not those of the other: “%s”',
    (query) => {
      expect(ask(query).kind).not.toBe('answer');
    },
  );

  it('that a side’s weapons caused are the other’s', () => {
    expect(idsOf(ask('casualties caused by Kyrgyz drone strikes'))[0]).toBe('tj-15-casualties');
    expect(idsOf(ask('casualties from Kyrgyz drone strikes, how many'))[0]).toBe('tj-15-casualties');
  });
});

describe('what the question takes for granted', () => {
  test.each([
    ['a deal given up', 'Why did Kazakhstan cancel the TUSAŞ agreement?'],
    ['a second summit', 'Where will the second summit of Central Asia and the Gulf be held?'],
    ['being first', 'Is Kazakhstan the number one buyer of Turkish drones in the region?'],
    ['a deed of another', 'Tacikistan beş köyü geri aldı mı?'],
  ])('is not confirmed: %s', (_, query) => {
    expect(ask(query).kind).not.toBe('answer');
  });
});

describe('who holds an office', () => {
  it('is asked in vain where the record does not tell', () => {
    const resolution = ask('Кто из саудовских министров подписал сделку?');
    expect(resolution.kind).toBe('closest');
    expect('why' in resolution && resolution.why).toEqual(['It does not tell which “министров”.']);
  });
});

describe('a leader', () => {
  it('may hold any office that the record tells of', () => {
    expect(idsOf(ask('Which company leader spoke of one nation and two states?'))[0]).toBe('bayraktar-ceo-one-nation-two-states');
    expect(idsOf(ask('Baykar’ın genel müdürü Suudi anlaşması için ne söylemiş?'))[0]).toBe('haluk-bayraktar-biggest-defense-deal');
  });
});

describe('words of an office', () => {
  test.each([
    'What did the Turkish ambassador say about the Kazakh deal?',
    'What did the Turkish ambassador note about the Kazakh deal?',
    'What did the Saudi king mention about Baykar?',
    'Suudi kralı Baykar için ne dedi?',
    'statement of the Saudi king on Baykar',
  ])('are nobody else’s: “%s”', (query) => {
    expect(ask(query).kind).not.toBe('answer');
  });

  it('are not asked for by who only needs a speech for it', () => {
    expect(idsOf(ask('For the minister’s draft: which country buys most Turkish drones in Central Asia?'))[0]).toBe('kg-top-buyer-central-asia');
  });
});

describe('who gives and who takes', () => {
  it('is not the one that arms itself', () => {
    expect(idsOf(ask('Does Uzbekistan want to equip itself with Turkish drones?'))[0]).toBe('uz-no-turkish-drones');
  });

  it.each([
    ['arms itself against a danger', 'Against which dangers is Central Asia arming?', 'ca-threats-afghanistan-ukraine'],
    ['is among those who buy', 'Səudiyyədən başqa kim alır, Qətər var?', 'turkiye-gulf-customers-qatar-uae'],
    ['is near another', 'How close is Baku to Tehran in culture?', 'azerbaijan-close-ties-iran'],
    ['stands in the Russian genitive', 'Что построят по сделке Ирана с Таджикистаном?', 'iran-tajikistan-ababil-2-factory'],
    ['is the region of the buyers', 'Первые покупатели из Центральной Азии', 'central-asia-first-buyers-2021'],
  ])('is not the one that %s', (_, query, id) => {
    expect(idsOf(ask(query))[0]).toBe(id);
    expect(ask(query).kind).toBe('answer');
  });

  it('is told by a Russian verb that sounds like its noun', () => {
    expect(ask('Кому Таджикистан экспортирует дроны?').kind).not.toBe('answer');
  });

  it('is not told by an idiom of giving', () => {
    expect(idsOf(ask('Azərbaycan hansı dronlara üstünlük verir?'))[0]).toBe('azerbaijan-prefers-turkish-over-iranian');
  });

  it('is told by a Russian plural in its case', () => {
    expect(recordsOf(ask('Что Турция продала саудитам?'))[0]).toMatchObject({ type: 'deal', recipient: ['saudi-arabia'] });
  });
});

describe('a name', () => {
  it('that only tells when need not stand in the record', () => {
    expect(idsOf(ask('Had Bishkek bought its first drones before it fought with the Tajiks?'))[0]).toBe('kg-first-purchase-2021');
  });

  it('is no word that begins a second sentence', () => {
    expect(idsOf(ask('Кто первым в Центральной Азии купил турецкие дроны? Перечислите'))).toContain('central-asia-first-buyers-2021');
  });

  it('written as one is no other word’s misspelling', () => {
    expect(ask('Kırgızistan Akıncı’yı hangi ay teslim aldı?').kind).not.toBe('answer');
  });

  it('of a country counts in small letters too, where it is no English word', () => {
    expect(whyOf(ask('libya baykar deal'))).toContain('Libya');
  });
});

describe('a name', () => {
  it('in quotation marks of its own is no misspelt word', () => {
    expect(ask('Қазақстан «Ақсұңқар» дронын алды ма?').kind).not.toBe('answer');
  });

  it('in small letters beside a verb of speech is a speaker’s', () => {
    expect(ask('что шойгу и лавров сказали о казахстанской сделке').kind).not.toBe('answer');
  });
});

describe('a model', () => {
  it('is what the deal is of, before a deal that only tells of it', () => {
    expect(idsOf(ask('did tadjikistan get the tb2'))[0]).toBe('tajikistan-tb2-unconfirmed');
  });
});

describe('a clause of time', () => {
  it('is no question for a date', () => {
    expect(ask('Что получает покупатель, когда берёт турецкий дрон: обучение?').kind).toBe('answer');
  });

  test.each(['What did Kazakhstan say since 2020 about Israel?', 'Which drones has Kyrgyzstan used since 2021 against Afghanistan?'])(
    'ends with its date or at another matter: “%s”',
    (query) => {
      expect(ask(query).kind).not.toBe('answer');
    },
  );

  it('that has something begin too early is corrected, and tells so', () => {
    const resolution = ask('Did Bishkek buy its first Turkish drones in 2019?');
    expect(resolution.kind).toBe('answer');
    expect(idsOf(resolution)[0]).toBe('kg-first-purchase-2021');
    expect(correctionsOf(resolution)).toEqual(['The question says 2019; the source says 2021.']);
  });

  it('is no correction on a record that is no answer', () => {
    const resolution = ask('What did Kyrgyzstan buy in 2019?');
    expect(resolution.kind).toBe('closest');
    expect(correctionsOf(resolution)).toEqual([]);
  });
});

describe('a denial', () => {
  it('is what who asks for one gets first', () => {
    expect(idsOf(ask('Who in Central Asia does not buy Turkish drones?'))[0]).toBe('uz-no-turkish-drones');
  });
});
