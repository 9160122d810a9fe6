import { recordLine } from '../replies/record.ts';
import { recordCitations } from '../replies/source.ts';
import { defineCommand } from './command.ts';
import { noSuchRecord, RECORD_OPTION } from './record-option.ts';

/** How to cite a record, in every style. */
export const citation = defineCommand({
  name: 'citation',
  type: 'button',
  description: 'The citation in every style, ready to paste',
  heading: 'Citation',
  localised: {
    name: { tr: 'künye', ru: 'ссылка', uk: 'посилання' },
    description: {
      tr: 'Yapıştırmaya hazır, her biçemde künye',
      ru: 'Ссылка в каждом стиле, готовая для вставки',
      uk: 'Посилання в кожному стилі, готове до вставлення',
    },
  },
  options: { record: RECORD_OPTION },
  quiet: true,
  slow: true,
  execute: async (given, _request, { base }) => {
    const record = base.byId.get(given.record);
    if (!record) return noSuchRecord(given.record);
    return { kind: 'citation', record: recordLine(base, record), citations: await recordCitations(base, record) };
  },
});
