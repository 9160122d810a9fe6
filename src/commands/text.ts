import { recordView } from '../replies/record.ts';
import { defineCommand } from './command.ts';
import { noSuchRecord, RECORD_OPTION } from './record-option.ts';

/** All that a record says, where a message has had to cut it. */
export const text = defineCommand({
  name: 'text',
  type: 'button',
  description: 'A record’s full text',
  heading: 'Full text',
  localised: {
    name: { tr: 'metin', ru: 'текст', uk: 'текст' },
    description: { tr: 'Bir kaydın tam metni', ru: 'Полный текст записи', uk: 'Повний текст запису' },
  },
  options: { record: RECORD_OPTION },
  execute: (given, { today }, { base }) => {
    const record = base.byId.get(given.record);
    return record ? { kind: 'text', record: recordView(base, record, today) } : noSuchRecord(given.record);
  },
});
