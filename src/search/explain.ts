/** Why a record matched, in words for a reader. */
import type { Asked } from './asked.ts';
import type { Index } from './index.ts';
import type { Lexicon } from './lexicon.ts';
import type { Meaning, Named } from './meaning.ts';
import type { Ranked } from './rank.ts';
import type { Reason } from './resolution.ts';
import type { Role } from './roles.ts';

const ROLE_WORDS: Partial<Record<Role, string>> = { giver: 'supplier', taker: 'recipient', speaker: 'speaker' };
const ASKED_WORDS: Partial<Record<Asked, string>> = {
  price: 'asks for a price or value',
  quantity: 'asks how many were ordered',
  delivery: 'asks about delivery',
  model: 'asks for the model',
  maker: 'asks who made it',
  company: 'asks for the company',
  signatory: 'asks who signed',
  title: 'asks for the name',
  members: 'asks which of them',
  outlet: 'asks for the newspaper or channel',
  speed: 'asks for the speed',
  weight: 'asks for the weight',
  when: 'asks for a date',
  month: 'asks for the month',
  day: 'asks for the day',
  city: 'asks for the exact place',
  count: 'asks for a number',
  share: 'asks for a share',
  names: 'asks for names',
  speaker: 'asks who said it',
  why: 'asks for the reason',
  list: 'asks for all of them',
  compare: 'asks for a comparison',
};

/** The entity's name as this record has it, when the question's name is ambiguous. */
function meantName({ ids, said }: Named, record: number, lexicon: Lexicon, { postings }: Index): string {
  const inRecord = ids.filter((id) => {
    const posting = postings.get('e', id);
    return posting !== undefined && postings.mask(posting, record) !== 0;
  });
  const names = (inRecord.length > 0 ? inRecord : ids).map((id) => lexicon.named.get(id)?.name ?? said);
  return names.join(' or ');
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** How the question's words were taken, for the parts that agree with the record. */
export function explain(ranked: Ranked, { asked }: Meaning, lexicon: Lexicon, index: Index): Reason[] {
  const reasons: Reason[] = [];
  for (const { name, stance, role } of ranked.names) {
    if (stance !== 'agrees') continue;
    const meant = meantName(name, ranked.number, lexicon, index);
    const as = role === 'agrees' && name.role && ROLE_WORDS[name.role] ? ` (${ROLE_WORDS[name.role]})` : '';
    reasons.push({ said: name.said, means: `${meant}${as}`, how: as ? 'role' : name.likeness < 0.95 ? 'spelling' : 'name' });
  }
  for (const { date, stance } of ranked.dates) if (stance === 'agrees') reasons.push({ said: date.said, means: date.words, how: 'date' });
  for (const { number, stance } of ranked.numbers) if (stance === 'agrees') reasons.push({ said: number.said, means: String(number.value), how: 'number' });
  for (const { word, value } of ranked.words) {
    if (value < 0.3) continue;
    const idea = word.ideas[0]?.replaceAll('-', ' ');
    reasons.push(
      idea && !same(idea, word.said)
        ? { said: word.said, means: idea, how: 'idea' }
        : { said: word.said, means: word.said, how: word.likeness < 0.95 ? 'spelling' : 'word' },
    );
  }
  for (const attribute of asked) {
    const words = ASKED_WORDS[attribute];
    if (words) reasons.push({ said: words, means: words, how: 'asked' });
  }
  return reasons;
}
