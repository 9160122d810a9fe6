/** What Discord has against the files of a message. */
import { MESSAGE } from '../../../src/discord/limits.ts';
import type { Complaint } from '../payload/issues.ts';
import type { MessageBody, Upload } from './types.ts';

const SNOWFLAKE = /^\d{15,}$/;

const of = (path: PropertyKey[], message: string): Complaint => ({ by: 'limits', path, message });

/** New attachments number the files of the form; those of an edit that carry a snowflake were there before. */
function numbers(body: MessageBody, files: readonly Upload[]): Complaint[] {
  return (body.attachments ?? []).flatMap(({ id }, at) =>
    SNOWFLAKE.test(String(id)) || files.some(({ key }) => key === `files[${id}]`) ? [] : [of(['attachments', at], `has no file \`files[${id}]\` in the form`)],
  );
}

/** `attachment://chart.png` means a file of the same message. Discord shows nothing where there is none. */
function pictures(body: MessageBody, files: readonly Upload[], before: readonly string[]): Complaint[] {
  return (body.embeds ?? []).flatMap((embed, at) =>
    (['image', 'thumbnail'] as const).flatMap((part) => {
      const name = embed[part]?.url.match(/^attachment:\/\/(.*)$/)?.[1];
      return name === undefined || before.includes(name) || files.some((file) => file.name === name)
        ? []
        : [of(['embeds', at, part], `shows \`${name}\`, which is not attached`)];
    }),
  );
}

/** @param before Names of the files that the message had. */
export const fileComplaints = (body: MessageBody, files: readonly Upload[], before: readonly string[] = []): Complaint[] => [
  ...numbers(body, files),
  ...pictures(body, files, before),
  ...(files.length > MESSAGE.attachments ? [of(['attachments'], `has ${files.length} files, over ${MESSAGE.attachments}`)] : []),
];

export const tooLarge = (files: readonly Upload[]): boolean => files.some(({ bytes }) => bytes.length > MESSAGE.fileBytes);
