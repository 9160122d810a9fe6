import { isoWords } from '../base/dates.ts';
import { careOf } from '../replies/counts.ts';
import { exampleAsks } from '../replies/examples.ts';
import { type Command, defineCommand } from './command.ts';
import { listed } from './listed.ts';

const TEXTS = {
  name: { tr: 'yardım', ru: 'справка', uk: 'довідка' },
  description: {
    tr: 'Neler yapabilir, hangi tabanlarla, en son ne zaman gözden geçirildi',
    ru: 'Что умеет бот, какие базы открыты и когда их обновляли',
    uk: 'Що вміє бот, які бази відкрито й коли їх оновлювали',
  },
};

/** What the other commands can do, and how the base stands. */
export const helpOn = (commands: readonly Command[]): Command =>
  defineCommand({
    name: 'help',
    type: 'slash',
    description: 'What it can do, which bases it answers from and how up to date they are',
    localised: TEXTS,
    options: {},
    quiet: true,
    execute: (_given, { today }, { base }) => ({
      kind: 'help',
      bases: base.infos.map(({ title, description, revised }) => ({ title, description, revised: isoWords(revised) })),
      ...careOf(base, today),
      commands: listed(commands),
      examples: exampleAsks(base).map((question) => ({ command: 'ask', options: { question } })),
    }),
  });
