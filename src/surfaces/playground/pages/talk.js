/** Interactions as Discord sends them, posted to the server of this page. */

/** Discord's types of interactions. */
export const COMMAND = 2;
export const COMPONENT = 3;
export const TYPING = 4;
export const SUBMITTED = 5;

/** Milliseconds from 1970 to the beginning of Discord's ids. */
const EPOCH = 1_420_070_400_000n;
let count = 0n;

/** An id as Discord makes them: time, then a count. */
export function snowflake() {
  count = (count + 1n) & 0x3fffffn;
  return String(((BigInt(Date.now()) - EPOCH) << 22n) | count);
}

const APPLICATION = snowflake();
const GUILD = snowflake();
const CHANNEL = snowflake();
const BOT = { id: APPLICATION, username: 'Sourcebook', global_name: null, discriminator: '0', avatar: null, bot: true };
const USER = { id: snowflake(), username: 'you', global_name: null, discriminator: '0', avatar: null };

/** Of random bytes: `randomUUID` is there only where the page comes from this machine or by TLS. */
const token = () => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** What a message command is given, and what comes back with a button. */
export const asDiscord = ({ id, bot, data }) => ({
  id,
  type: bot ? 20 : 0,
  channel_id: CHANNEL,
  author: bot ? BOT : USER,
  content: data.content ?? '',
  embeds: data.embeds ?? [],
  components: data.components ?? [],
  flags: data.flags ?? 0,
});

/** A whole interaction. @param {number} type @param {object} data @param {object} [message] the one a button stands under */
export const interaction = (type, data, message) => ({
  id: snowflake(),
  application_id: APPLICATION,
  token: token(),
  type,
  version: 1,
  guild_id: GUILD,
  channel_id: CHANNEL,
  locale: navigator.language,
  member: { user: USER, roles: [], permissions: '0' },
  data,
  ...(message && { message }),
});

/** @throws Error with a sentence for the reader when the server does not answer as it should */
async function ask(path, options) {
  const response = await fetch(path, options).catch(() => undefined);
  if (!response) throw new Error('The playground’s server does not answer. Is it still running?');
  if (!response.ok) throw new Error(response.status === 413 ? 'That is too long to send.' : `The playground’s server refused (${response.status}).`);
  return response.json();
}

export const get = (path) => ask(path, {});
export const post = (path, body) => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
export const send = (body) => post('/interactions', body);

/** News from the server. @param {Record<string, (data: object) => void>} hear by event @param {() => void} back the line was lost, and is there again */
export function listen(hear, back) {
  const source = new EventSource('/events');
  let lost = false;
  source.addEventListener('error', () => {
    lost = true;
  });
  source.addEventListener('open', () => {
    if (lost) back();
    lost = false;
  });
  for (const [event, heard] of Object.entries(hear)) source.addEventListener(event, ({ data }) => heard(JSON.parse(data)));
}
