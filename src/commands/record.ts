import { answer } from '../replies/answer.ts';
import { defineCommand } from './command.ts';
import { noSuchRecord, RECORD_OPTION } from './record-option.ts';

/** A record that was chosen from a list, and not found by a question. */
export const record = defineCommand({
  name: 'record',
  type: 'button',
  description: 'A record by its id',
  heading: 'Opened record',
  localised: {
    name: { tr: 'kayıt', ru: 'запись', uk: 'запис' },
    description: { tr: 'Kimliğiyle bir kayıt', ru: 'Запись по её идентификатору', uk: 'Запис за його ідентифікатором' },
  },
  options: { record: RECORD_OPTION },
  execute: (given, { today }, { base }) => {
    const found = base.byId.get(given.record);
    if (!found) return noSuchRecord(given.record);
    return answer(base, { kind: 'answer', list: false, matches: [{ record: found, agreement: 1, reasons: [], corrections: [] }] }, { today });
  },
});
