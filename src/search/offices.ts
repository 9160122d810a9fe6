/** Ideas of people by the office they hold: for who gives and takes, what is asked for, and whose words they are. */

/** Of which a country has one or few. */
export const HELD: ReadonlySet<string> = new Set(['minister', 'spokesman', 'ambassador', 'royal']);
/** By which a speaker may be named. */
export const OFFICES: ReadonlySet<string> = HELD.union(new Set(['president', 'ceo', 'head']));
/** Of whom a "which" asks for a name. */
export const NAMED: ReadonlySet<string> = HELD.union(new Set(['president', 'official']));
/** Who may be told to be from somewhere. */
export const PEOPLE: ReadonlySet<string> = OFFICES.union(new Set(['official', 'media', 'soldier']));
