/** Schemas of everything this program sends to Discord. They hold what Discord's own description leaves out; the tests hold payloads against both. */
export { callbackSchema } from './callback.ts';
export { choicesSchema, commandSchema, commandsSchema } from './command.ts';
export { channelMessageSchema, editSchema, messageSchema } from './message.ts';
