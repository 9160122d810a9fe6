/** Times of day as people type them. */

const NAMED: Readonly<Record<string, string>> = { noon: '12:00', midday: '12:00', midnight: '00:00' };
/** `8`, `08`, `08:30`, `8.30`, `8h30`, `0830`, each with `am` or `pm` behind it if they like. */
const TIME = /^(?:(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})|h)?|(?<hours>\d{2})(?<minutes>\d{2}))(?<half>am|pm)?$/;

const refuse = (text: string, why: string): { wrong: string } => ({ wrong: `“${text.trim()}” is no time of day: ${why}.` });

/** The hour from 0 of a twelve-hour clock: 12 am begins the day, 12 pm is noon. */
const fromTwelve = (hour: number, half: string): number => (hour % 12) + (half === 'pm' ? 12 : 0);

/**
 * A time of day, as `HH:MM`; or what to say when it is none.
 * @param text such as `8`, `08:30`, `8.30am`, `20:15`, `8 pm`, `noon`.
 */
export function readTime(text: string): { time: string } | { wrong: string } {
  const typed = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  const named = Object.hasOwn(NAMED, typed) ? NAMED[typed] : undefined;
  if (named !== undefined) return { time: named };
  const found = TIME.exec(typed.replace(/([ap])\.m\.?$/, '$1m'))?.groups;
  if (!found) return refuse(text, 'type it as 8, 08:30, 8.30am or 20:15');
  const { half } = found;
  const minutes = found.minute ?? found.minutes ?? '00';
  const hour = Number(found.hour ?? found.hours);
  if (half !== undefined && (hour < 1 || hour > 12)) return refuse(text, `with ${half} the hour goes from 1 to 12`);
  if (hour === 24 && minutes === '00') return refuse(text, 'the end of a day is the 00:00 of the next');
  if (hour > 23) return refuse(text, 'the hour goes from 0 to 23');
  if (Number(minutes) > 59) return refuse(text, 'the minutes go from 00 to 59');
  return { time: `${String(half === undefined ? hour : fromTwelve(hour, half)).padStart(2, '0')}:${minutes}` };
}
