/** Files of a message: pictures in their embeds, others as links that save them. */
import { make } from './dom.js';

/** Where this page's server keeps the files of answers; an address elsewhere is nobody's file. */
const isOurs = (url) => typeof url === 'string' && url.startsWith('/files/');

const KB = 1024;
const sizeWords = (bytes) => (bytes < KB ? `${bytes} bytes` : bytes < KB * KB ? `${Math.round(bytes / KB)} kB` : `${(bytes / KB / KB).toFixed(1)} MB`);

/** A picture, which opens in its own size beside the page. @param {object} image as Discord's API has it */
export function drawPicture({ url, description, width, height }) {
  if (!isOurs(url)) return undefined;
  const picture = make('img', { class: 'embed-image', src: url, alt: description ?? '', width, height });
  const hint = make('span', { class: 'hidden' }, ' (opens in full size beside this page)');
  return make('a', { class: 'picture', href: url, target: '_blank', rel: 'noopener' }, picture, hint);
}

function drawFile({ url, filename, size, description }) {
  if (!isOurs(url)) return undefined;
  const mark = make('span', { 'aria-hidden': 'true' }, '⤓ ');
  return make('a', { class: 'file', href: url, download: filename, title: description }, mark, filename, make('span', { class: 'size' }, sizeWords(size)));
}

/** @param {object[]} attachments those that no embed shows */
export function drawFiles(attachments) {
  const files = attachments.map(drawFile).filter(Boolean);
  return files.length > 0 && make('p', { class: 'files' }, ...files);
}
