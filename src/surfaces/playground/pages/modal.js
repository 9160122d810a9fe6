/** Modals: an answer that asks for words, as a dialog of the browser's own, which keeps the focus and closes with Esc. */
import { make } from './dom.js';

/** Discord's type of a field with its label. */
const LABEL = 18;
/** Style of a field with several lines. */
const PARAGRAPH = 2;
/** What the dialog tells when it was sent and not left. */
const SENT = 'sent';

/** A field with what stands in it already. */
function drawInput(at, { style, value = '', required = true, min_length: minlength, max_length: maxlength, placeholder }) {
  const many = style === PARAGRAPH;
  const field = make(many ? 'textarea' : 'input', { id: `modal-${at}`, ...{ required, minlength, maxlength, placeholder }, rows: many && 4 });
  field.value = value;
  return field;
}

function drawField({ label, description, component }, at) {
  const input = drawInput(at, component);
  const hint = description && make('p', { id: `modal-${at}-hint`, class: 'faint' }, description);
  if (hint) input.setAttribute('aria-describedby', hint.id);
  return { component, input, parts: [make('label', { for: input.id }, label), input, hint] };
}

const filled = ({ component: { type, custom_id: id }, input: { value } }) => ({ type: LABEL, component: { type, custom_id: id, value } });

/** In a field of several lines Enter makes a line, so sending takes one key more. */
function onKey({ key, ctrlKey, metaKey, currentTarget: form }) {
  if (key === 'Enter' && (ctrlKey || metaKey)) form.requestSubmit(form.querySelector('[type=submit]'));
}

/** @param {() => void} leave closes it unsent */
const drawForm = (title, fields, leave) =>
  make(
    'form',
    { method: 'dialog', autocomplete: 'off', keydown: onKey },
    make('h2', { id: 'modal-title' }, title),
    ...fields.flatMap(({ parts }) => parts),
    make(
      'p',
      { class: 'buttons' },
      make('button', { type: 'button', class: 'button plain', click: leave }, 'Cancel'),
      make('button', { type: 'submit', class: 'button main', value: SENT }, 'Submit'),
    ),
  );

/**
 * Opens a modal; who leaves it comes back to where the focus was.
 * @param {{ title: string, components: object[] }} modal as Discord's API has it
 * @returns {Promise<object[] | undefined>} the fields as Discord sends them; undefined when it was left
 */
export function openModal({ title, components }) {
  const fields = components.filter(({ type }) => type === LABEL).map(drawField);
  const form = drawForm(title, fields, () => dialog.close());
  const dialog = make('dialog', { class: 'dialog', 'aria-labelledby': 'modal-title' }, form);
  const { promise, resolve } = Promise.withResolvers();
  dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue === SENT ? fields.map(filled) : undefined);
  });
  document.body.append(dialog);
  dialog.showModal();
  return promise;
}
