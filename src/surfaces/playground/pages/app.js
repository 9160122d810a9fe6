/** Puts the page together. */
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { byId, tell } from './dom.js';
import { messageCommands } from './draft.js';
import { onMenu, openMenu } from './menu.js';
import { plainText } from './message.js';
import { openPanel, showBehind, showFault } from './panel.js';
import { asDiscord, COMMAND, get, interaction, listen } from './talk.js';
import { drawWelcome } from './welcome.js';

const list = byId('messages');

/** Runs a message command on a message, as Discord's menu does. */
function runOn({ name }, message) {
  const target = asDiscord(message);
  const data = { type: 3, name, target_id: target.id, resolved: { messages: { [target.id]: target } } };
  return conversation.ask(interaction(COMMAND, data), name);
}

function lookBehind(message) {
  openPanel(true, { focus: true });
  void showBehind(message);
}

async function copy(message) {
  await navigator.clipboard.writeText(plainText(message));
  tell('Copied.');
}

const itemsFor = (message) => [
  ...messageCommands(commands).map((command) => ({ label: command.name, note: 'Apps', run: () => void runOn(command, message) })),
  ...(message.bot ? [{ label: 'Look behind this answer', run: () => lookBehind(message) }] : []),
  // Browsers give the clipboard only to pages of this machine, or by TLS.
  ...(navigator.clipboard ? [{ label: 'Copy text', run: () => void copy(message) }] : []),
];

const more = (message, { currentTarget }) => {
  const { left, bottom } = currentTarget.getBoundingClientRect();
  openMenu(itemsFor(message), { x: left, y: bottom + 4, from: currentTarget });
};

const conversation = createConversation({ more, shown: (message) => void showBehind(message) });
const [commands, told] = await Promise.all([get('/commands'), get('/welcome')]);

/** A text of the reader's own, held against the base at once. */
function check(text) {
  const message = conversation.say(text);
  const [command] = messageCommands(commands);
  if (command) void runOn(command, message);
}

const composer = createComposer(commands, { ask: conversation.ask, post: check });

drawWelcome(told, (question) => void composer.askFreely(question));
onMenu(list, (item, where) => {
  const message = conversation.of(item);
  if (message?.data) openMenu(itemsFor(message), where);
});

/** Arrow keys go from message to message. */
list.addEventListener('keydown', ({ key, target }) => {
  if (!target.classList.contains('message')) return;
  const next = key === 'ArrowUp' ? target.previousElementSibling : key === 'ArrowDown' ? target.nextElementSibling : undefined;
  next?.focus();
});

const dialog = byId('paste-dialog');
const draft = byId('paste-text');
byId('paste').addEventListener('click', () => dialog.showModal());
byId('paste-cancel').addEventListener('click', () => dialog.close());
byId('paste-form').addEventListener('submit', () => {
  const text = draft.value.trim();
  draft.value = '';
  if (text !== '') check(text);
});

const welcomeAnew = () => get('/welcome').then((now) => drawWelcome(now, (question) => void composer.askFreely(question)));

/** If the base on disk does not load, the server says so next. */
function back() {
  showFault(undefined);
  void conversation.reconnected();
  void welcomeAnew().catch(() => {});
}

listen(
  {
    later: conversation.came,
    base: ({ loaded, lines }) => {
      showFault(loaded ? undefined : lines);
      tell(lines[0]);
      if (!loaded) return;
      void conversation.refresh();
      void welcomeAnew();
    },
  },
  back,
);

performance.mark('usable');
document.body.dataset.ready = 'true';
if (matchMedia('(pointer: fine)').matches) composer.focus();
