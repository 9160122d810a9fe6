/** Suggestions in the asker's language, as far as they are words of ours and not names of the base. */
import type { Status } from '../../base/schema.ts';
import { fold } from '../../search/text.ts';
import type { Localised } from '../command.ts';

type Language = 'en' | keyof Localised;

/** @param locale as Discord tells it: `tr`, `en-GB`. What there is no word in is told in English. */
function languageOf(locale: string | undefined): Language {
  const language = locale?.slice(0, 2);
  return language === 'tr' || language === 'ru' || language === 'uk' ? language : 'en';
}

const STATUS: Readonly<Record<Status, Localised>> = {
  confirmed: { tr: 'doğrulanmış', ru: 'подтверждено', uk: 'підтверджено' },
  reported: { tr: 'aktarılan', ru: 'по чужим сообщениям', uk: 'за чужими повідомленнями' },
  unconfirmed: { tr: 'doğrulanmamış', ru: 'не подтверждено', uk: 'не підтверджено' },
  disputed: { tr: 'tartışmalı', ru: 'спорно', uk: 'спірно' },
  planned: { tr: 'planlanan', ru: 'планируется', uk: 'планується' },
  assessment: { tr: 'değerlendirme', ru: 'оценка автора', uk: 'оцінка автора' },
  negative: { tr: 'gerçekleşmedi', ru: 'не состоялось', uk: 'не відбулося' },
};

const statuses = Object.entries(STATUS) as [Status, Localised][];

/** A word of ours in the asker's language. */
export function wordIn(english: string, others: Localised, locale: string | undefined): string {
  const language = languageOf(locale);
  return language === 'en' ? english : others[language];
}

/** What a status is called. */
export const statusName = (status: Status, locale: string | undefined): string => wordIn(status, STATUS[status], locale);

/** What it is called in any language, its own name first. */
export const statusNames = (status: Status): string[] => [status, ...Object.values(STATUS[status])];

/** The status of a name in any language. */
export function statusNamed(name: string): Status | undefined {
  const typed = fold(name);
  return statuses.find(([status]) => statusNames(status).some((one) => fold(one) === typed))?.[0];
}

/** By the plural's category: https://cldr.unicode.org/index/cldr-spec/plural-rules */
const RECORDS: Readonly<Record<Language, Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>> = {
  en: { one: 'record', other: 'records' },
  tr: { other: 'kayıt' },
  ru: { one: 'запись', few: 'записи', other: 'записей' },
  uk: { one: 'запис', few: 'записи', other: 'записів' },
};

/** `5 records`, `5 записей`. */
export function recordCount(n: number, locale: string | undefined): string {
  const language = languageOf(locale);
  return `${n} ${RECORDS[language][new Intl.PluralRules(language).select(n)] ?? RECORDS[language].other}`;
}
