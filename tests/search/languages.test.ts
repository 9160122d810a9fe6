/** Names and questions in several scripts and languages, and misspelt, against the shipped base. */
import { describe, expect, it, test } from 'vitest';
import { ask, idsOf, recordsOf } from './shipped.ts';

describe('a question is answered in', () => {
  test.each([
    ['English', 'Which drones did Kyrgyzstan buy in January 2023?', 'kg-aksungur-anka-2023-01'],
    ['Turkish', 'Kırgızistan Ocak 2023’te hangi İHA’ları aldı?', 'kg-aksungur-anka-2023-01'],
    ['Russian', 'Какие дроны купил Кыргызстан в январе 2023 года?', 'kg-aksungur-anka-2023-01'],
    ['Azerbaijani', 'Qırğızıstan 2023-cü ilin yanvarında hansı dronları alıb?', 'kg-aksungur-anka-2023-01'],
    ['Kazakh', 'Қырғызстан 2023 жылы қаңтарда қандай дрондар сатып алды?', 'kg-aksungur-anka-2023-01'],
    ['Kyrgyz', 'Кыргызстан 2023-жылдын январында кандай дрондорду сатып алды?', 'kg-aksungur-anka-2023-01'],
    ['Uzbek', 'Qirg‘iziston 2023-yil yanvarda qanday dronlar sotib oldi?', 'kg-aksungur-anka-2023-01'],
    ['Turkish', 'Tacikistan’da Ababil-2 fabrikasını kim kuruyor?', 'iran-tajikistan-ababil-2-factory'],
    ['Russian', 'завод по производству беспилотников в Таджикистане', 'iran-tajikistan-ababil-2-factory'],
    ['Azerbaijani', 'Özbəkistan türk dronları alıbmı?', 'uz-no-turkish-drones'],
    ['Kazakh', 'Қазақстан Анка дронын шығара ма?', 'kz-first-to-produce-anka-abroad'],
    ['Kyrgyz', 'Кыргызстан канча айылды кайтарып алды?', 'kg-five-villages'],
    ['Uzbek', 'O‘zbekiston turk dronlarini sotib oldimi?', 'uz-no-turkish-drones'],
    ['Uzbek in Cyrillic', 'Ўзбекистон турк дронларини сотиб олдими?', 'uz-no-turkish-drones'],
    ['Russian in Latin letters', 'skolko dereven vernul Kyrgyzstan', 'kg-five-villages'],
    ['Russian in Latin letters', 'kto stroit zavod Ababil v Tadzhikistane', 'iran-tajikistan-ababil-2-factory'],
    ['Azerbaijani, with a “how” that is no “how many”', 'Çin Türkiyənin dron diplomatiyasını necə görür?', 'china-sees-drone-diplomacy-as-threat'],
    ['Turkish without its letters', 'ozbekistan turk sihasi aldi mi', 'uz-no-turkish-drones'],
  ])('%s: “%s”', (_, query, id) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('answer');
    expect(idsOf(resolution)[0]).toBe(id);
  });
});

describe('a name is known', () => {
  test.each([
    ['its Latin spelling', 'Azerbaijan', 'azerbaijan'],
    ['Azerbaijani', 'Azərbaycan', 'azerbaijan'],
    ['Cyrillic', 'Азербайджан', 'azerbaijan'],
    ['Kazakh', 'Әзербайжан', 'azerbaijan'],
    ['a capital', 'Baku', 'azerbaijan'],
    ['Turkish capitals', 'AZERBAYCAN', 'azerbaijan'],
    ['a code', 'KSA', 'saudi-arabia'],
    ['Russian', 'Саудовская Аравия', 'saudi-arabia'],
    ['Turkish', 'Suudi Arabistan', 'saudi-arabia'],
    ['a misspelling', 'Saudi Arabai', 'saudi-arabia'],
    ['another misspelling', 'Uzbeksitan', 'uzbekistan'],
    ['a Russian case', 'Узбекистане', 'uzbekistan'],
    ['a Turkish case', 'Özbekistan’da', 'uzbekistan'],
    ['the letters of a maker', 'TUSAŞ', 'tusas'],
    ['the letters of a maker without their signs', 'tusas', 'tusas'],
    ['the English letters of a maker', 'TAI', 'tusas'],
  ])('by %s: “%s”', (_, name, id) => {
    const resolution = ask(`${name} drone`);
    expect(resolution.kind).toBe('answer');
    expect(JSON.stringify(recordsOf(resolution)[0])).toContain(`"${id}"`);
  });
});

describe('a misspelt question', () => {
  test.each([
    ['kirgizistan drone buy jan 2023 aksungr', 'kg-aksungur-anka-2023-01'],
    ['Kyrgizstan Aksungr purchase', 'kg-aksungur-anka-2023-01'],
    ['kazahstan tusash joint prodution', 'kz-tusas-joint-production'],
    ['tajkistan abail-2 factroy', 'iran-tajikistan-ababil-2-factory'],
    ['orunbekof drone buget salries', 'orunbekov-drone-budget-salaries'],
    ['bigest defence deel in turkish histroy', 'haluk-bayraktar-biggest-defense-deal'],
    ['brotherley natoins all turkik peopel', 'baryssov-brotherly-nations'],
  ])('is understood: “%s”', (query, id) => {
    const resolution = ask(query);
    expect(resolution.kind).toBe('answer');
    expect(idsOf(resolution)[0]).toBe(id);
  });
});

it('a question in a language that the base has no asks in is not answered wrongly', () => {
  for (const query of [
    'quais drones o Quirguistão comprou da Turquia em janeiro de 2023?',
    '吉尔吉斯斯坦 无人机 土耳其',
    'طاجيكستان ايران مصنع طائرات بدون طيار',
  ]) {
    const resolution = ask(query);
    if (resolution.kind === 'answer') expect(JSON.stringify(recordsOf(resolution)[0])).toMatch(/kyrgyzstan|tajikistan/);
  }
});
