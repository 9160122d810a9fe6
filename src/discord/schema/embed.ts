/** Embeds as this program sends them. D resources/message.mdx, "Embed Object". */
import { z } from 'zod';
import { embedsLength } from '../lengths.ts';
import { EMBED, MESSAGE } from '../limits.ts';
import { pictureUrl, text, unique, webUrl } from './parts.ts';

const picture = z.strictObject({ url: pictureUrl(EMBED.url) });

const embed = z
  .strictObject({
    title: text(EMBED.title).optional(),
    description: text(EMBED.description).optional(),
    url: webUrl(EMBED.url).optional(),
    timestamp: z.iso.datetime({ offset: true }).optional(),
    color: z.int().min(0).max(EMBED.colour).optional(),
    footer: z.strictObject({ text: text(EMBED.footer), icon_url: pictureUrl(EMBED.url).optional() }).optional(),
    image: picture.optional(),
    thumbnail: picture.optional(),
    author: z.strictObject({ name: text(EMBED.author), url: webUrl(EMBED.url).optional(), icon_url: pictureUrl(EMBED.url).optional() }).optional(),
    fields: z
      .array(z.strictObject({ name: text(EMBED.fieldName), value: text(EMBED.fieldValue), inline: z.boolean().optional() }))
      .max(EMBED.fields)
      .optional(),
  })
  .refine(
    ({ title, description, fields, author, footer, image, thumbnail }) =>
      [title, description, fields?.[0], author, footer, image, thumbnail].some((part) => part !== undefined),
    'shows nothing',
  );

/** All embeds of a message: they share one limit, and of those with one address Discord shows only the first. */
export const embeds = z
  .array(embed)
  .max(MESSAGE.embeds)
  .superRefine(unique('the address', (list) => list.map(({ url }) => url)))
  .refine((list) => embedsLength(list) <= EMBED.total, {
    error: ({ input }) => `is ${embedsLength(input as z.infer<typeof embed>[])} long in all, over ${EMBED.total}`,
  });
