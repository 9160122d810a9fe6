/** Elements without markup: whatever a text holds, it stays text. */

/**
 * Makes an element. Properties that are functions become listeners; `undefined` and `false` are left out.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties] attributes by their HTML names
 * @param {...(Node | string | undefined | false)} children
 */
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((child) => child !== undefined && child !== false && child !== ''));
  return element;
}

/** @param {string} id */
export const byId = (id) => document.getElementById(id);

/** An address that may be opened: http and https only. @param {unknown} address */
export function safeAddress(address) {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : undefined;
}

/** A link that opens beside the page; plain text where the address may not be opened. */
export function link(address, properties, ...children) {
  const href = safeAddress(address);
  if (href === undefined) return make('span', properties, ...children);
  return make('a', { ...properties, href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/** Tells screen readers, and nobody else. @param {string} words */
export function tell(words) {
  byId('status').textContent = words;
}
