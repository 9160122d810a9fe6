/** The option of commands that start from a record in view. */
import type { Reply } from '../replies/reply.ts';
import type { OptionDefinition } from './command.ts';

export const RECORD_OPTION = {
  description: 'The record’s id',
  localised: {
    name: { tr: 'kayıt', ru: 'запись', uk: 'запис' },
    description: { tr: 'Kaydın kimliği', ru: 'Идентификатор записи', uk: 'Ідентифікатор запису' },
  },
  required: true,
  longest: 64,
  bare: true,
} satisfies OptionDefinition;

/** A record may have left the base since its answer was posted. */
export const noSuchRecord = (id: string): Reply => ({
  kind: 'notice',
  title: `The base has no record “${id}”.`,
  lines: ['It may have been taken out or renamed since this was posted. Ask again to find what there is now.'],
});
