import { checkMessage } from '../replies/check/check.ts';
import { LONGEST_MESSAGE } from '../replies/check/statements.ts';
import { defineCommand } from './command.ts';
import { recordsOf } from './entities.ts';

/** Any message, held against the base. */
export const check = defineCommand({
  name: 'check',
  type: 'message',
  title: 'Check against the base',
  description: 'Each statement of a message: matches, differs, unconfirmed or not in the base',
  localised: {
    name: { tr: 'Bilgi tabanıyla karşılaştır', ru: 'Сверить с базой фактов', uk: 'Звірити з базою фактів' },
    description: {
      tr: 'İletideki her ifade: örtüşüyor, ayrılıyor, doğrulanmamış veya tabanda yok',
      ru: 'Каждое утверждение сообщения: совпадает, расходится, не подтверждено или его нет в базе',
      uk: 'Кожне твердження повідомлення: збігається, розходиться, не підтверджено або його немає в базі',
    },
  },
  options: {
    message: {
      description: 'The message',
      localised: { name: { tr: 'ileti', ru: 'сообщение', uk: 'повідомлення' }, description: { tr: 'İleti', ru: 'Сообщение', uk: 'Повідомлення' } },
      required: true,
      longest: LONGEST_MESSAGE,
    },
  },
  quiet: true,
  slow: true,
  execute: ({ message }, { today }, context) => checkMessage(message, { ...context, today, recordsOn: (id) => recordsOf(id, context) }),
});
