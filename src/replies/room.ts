/**
 * Room that Discord gives, where it reaches down to what a reply or a command is made of. In UTF-16 units; the sources stand in
 * `discord/limits.ts`, which takes these from here.
 */

/** What stands on a button and does not show. */
export const BUTTON_ID = 100;
/** The line above an embed, which shows the request. */
export const AUTHOR_LINE = 256;
/** Choices of an option, and their names and values. */
export const CHOICES = { choices: 25, name: 100, value: 100 } as const;
