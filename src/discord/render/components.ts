/** Buttons and selects. Whatever can't be within Discord's limits is left out, never broken. */
import { type APIButtonComponent, type APIButtonComponentWithCustomId, ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { type Button, writeButton } from '../../replies/button.ts';
import type { CitedSource, RecordLine } from '../../replies/reply.ts';
import { plainCut } from '../cut.ts';
import { COMPONENT, SELECT } from '../limits.ts';
import { plain } from '../markdown.ts';
import type { Row } from './message.ts';
import { statusIcon } from './words.ts';

interface Look {
  emoji?: string;
  disabled?: boolean;
  style?: APIButtonComponentWithCustomId['style'];
}

/** A button that does something; none when its id would be too long, or its label empty. */
export function button(label: string, does: Button, { emoji, disabled = false, style = ButtonStyle.Secondary }: Look = {}): APIButtonComponent[] {
  const id = writeButton(does);
  const text = plainCut(label, COMPONENT.label);
  if (id === undefined || text === '') return [];
  return [
    {
      type: ComponentType.Button,
      style,
      label: text,
      custom_id: id,
      ...(emoji !== undefined && { emoji: { name: emoji } }),
      ...(disabled && { disabled }),
    },
  ];
}

const isAddress = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

/** The deepest address that fits a button: at the passage, at the text, or none. */
function addressOf({ link, source }: CitedSource): string | undefined {
  return [link, source.url, source.url.split('#')[0] ?? ''].find((address) => address.length <= COMPONENT.url && isAddress(address));
}

/** A button that opens a source at the passage. Several sources are told apart by their number. */
export function contextButtons(cited: readonly CitedSource[], most = 2): APIButtonComponent[] {
  const addresses = [...new Set(cited.map(addressOf).filter((address) => address !== undefined))].slice(0, most);
  return addresses.map((url, index) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Link,
    label: addresses.length === 1 ? 'Read in context' : `Source ${index + 1} in context`,
    url,
  }));
}

const keyOf = (component: APIButtonComponent): unknown => ('custom_id' in component ? component.custom_id : component);

/** Buttons in rows of five. No two of a message may do the same. */
export function rows(all: readonly APIButtonComponent[]): Row[] {
  const buttons = [...new Map(all.map((component) => [keyOf(component), component])).values()];
  const count = Math.ceil(buttons.length / COMPONENT.buttons);
  return Array.from({ length: count }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * COMPONENT.buttons, (row + 1) * COMPONENT.buttons),
  }));
}

/** For the asker of a private answer. */
export const shareButton = (isPrivate: boolean): APIButtonComponent[] =>
  isPrivate ? button('Share to the channel', { action: 'share' }, { emoji: '📤', style: ButtonStyle.Primary }) : [];

/** For whoever would ask in other words; the message shows what was asked. */
export const rephraseButton = (): APIButtonComponent[] => button('Rephrase', { action: 'rephrase' }, { emoji: '✏️' });

/** Opens one of these records; none when there are none. @param first the number of the first, where they are numbered. */
export function openSelect(records: readonly RecordLine[], placeholder: string, first?: number): Row[] {
  const unique = [...new Map(records.map((record) => [record.id, record])).values()].slice(0, SELECT.options);
  if (unique.length === 0) return [];
  const options = unique.map((record, index) => ({
    label: plainCut(first === undefined ? record.heading : `${first + index}. ${record.heading}`, SELECT.label) || record.id,
    value: record.id,
    description: plainCut(`${record.status.label} · ${record.summary}`, SELECT.description),
    emoji: { name: statusIcon(record.status) },
  }));
  const id = writeButton({ action: 'open' }) ?? '';
  return [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder: plain(placeholder), options }] }];
}

/** Goes to the page on which a part of a long list begins; none where there are not several. Two parts may begin on one page. */
export function jumpSelect(parts: readonly { title: string; records: number; page: number }[]): Row[] {
  const unique = [...Map.groupBy(parts, ({ page }) => page)].slice(0, SELECT.options);
  if (unique.length < 2) return [];
  const options = unique.map(([page, [first, ...others]]) => ({
    label: plainCut(first?.title ?? '', SELECT.label) || `Page ${page + 1}`,
    value: String(page),
    description: plainCut([`Page ${page + 1}`, ...others.map(({ title }) => `then ${title}`)].join(' · '), SELECT.description),
  }));
  const id = writeButton({ action: 'jump' }) ?? '';
  return [{ type: ComponentType.ActionRow, components: [{ type: ComponentType.StringSelect, custom_id: id, placeholder: 'Go to a part', options }] }];
}

/**
 * To the one before and the one after, which the ends don't have; none when there is only one.
 * @param again the request in writing, where the message does not show it
 */
export function stepButtons(action: 'at' | 'page', at: number, of: number, again?: string): APIButtonComponent[] {
  if (of < 2) return [];
  const to = (n: number): Button => (again === undefined ? { action, n } : { action: 'go', n, request: again });
  const [first, last] = [at <= 0, at >= of - 1];
  const [back, on] = action === 'at' ? ['Previous', 'Next'] : ['Back', 'More'];
  return [
    ...button(back, first ? { action: 'start' } : to(at - 1), { emoji: '◀️', disabled: first }),
    ...button(`${on} (${at + 1} of ${of})`, last ? { action: 'end' } : to(at + 1), { emoji: '▶️', disabled: last }),
  ];
}
