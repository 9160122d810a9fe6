/** The two lengths that Discord takes over several texts at once. In UTF-16 units. */

/** What of an embed counts towards `EMBED.total`. */
export interface EmbedTexts {
  title?: string | undefined;
  description?: string | undefined;
  fields?: readonly { name: string; value: string }[] | undefined;
  footer?: { text: string } | undefined;
  author?: { name: string } | undefined;
}

const sum = (texts: readonly (string | undefined)[]): number => texts.reduce((length, text) => length + (text?.length ?? 0), 0);

/** Length of all embeds of one message together, to be held against `EMBED.total`. */
export const embedsLength = (embeds: readonly EmbedTexts[]): number =>
  sum(
    embeds.flatMap(({ title, description, fields = [], footer, author }) => [
      title,
      description,
      footer?.text,
      author?.name,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  );

type Localisations = Readonly<Record<string, string | undefined>> | null | undefined;

/** What of a command, an option or a choice counts towards `COMMAND.total`. */
export interface CommandTexts {
  name: string;
  name_localizations?: Localisations;
  description?: string | undefined;
  description_localizations?: Localisations;
  value?: string | number | undefined;
  choices?: readonly CommandTexts[] | undefined;
  options?: readonly CommandTexts[] | undefined;
}

/** A text counts as long as its longest localisation: D interactions/application-commands.mdx. */
const longest = (text: string, localisations: Localisations): number =>
  Math.max(text.length, ...Object.values(localisations ?? {}).map((other) => other?.length ?? 0));

/** Length of a whole command, to be held against `COMMAND.total`. */
export function commandLength({
  name,
  name_localizations,
  description = '',
  description_localizations,
  value = '',
  choices = [],
  options = [],
}: CommandTexts): number {
  const own = longest(name, name_localizations) + longest(description, description_localizations) + String(value).length;
  return [...choices, ...options].reduce((length, part) => length + commandLength(part), own);
}
