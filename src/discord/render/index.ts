/** Replies as Discord messages: one file a kind, every limit kept. */
import type { Reply } from '../../replies/reply.ts';
import { renderCheck } from './check.ts';
import { renderDigest } from './digest.ts';
import { renderHelp } from './help.ts';
import { renderList } from './list.ts';
import type { Message, Setting } from './message.ts';
import { renderPicture } from './picture.ts';
import { renderNothing, renderNotice } from './plain.ts';
import { renderComparison, renderProfile } from './profile.ts';
import { renderClosest, renderRecord } from './record.ts';
import { renderCitation, renderSource, renderSources } from './source.ts';
import { renderAccounts, renderManagers, renderSubscribed, renderSubscriptions } from './subscriptions.ts';
import { renderText } from './text.ts';

export type { Message, Row, Setting, Words } from './message.ts';
export { renderCsv, renderSvg } from './picture.ts';
export { renderReasons, sentence } from './plain.ts';
export { isWhole } from './record.ts';

/** A reply as a message. */
export function render(reply: Reply, setting: Setting): Message {
  switch (reply.kind) {
    case 'record':
      return renderRecord(reply, setting);
    case 'closest':
      return renderClosest(reply, setting);
    case 'list':
      return renderList(reply, setting);
    case 'nothing':
      return renderNothing(reply, setting);
    case 'notice':
      return renderNotice(reply, setting);
    case 'profile':
      return renderProfile(reply, setting);
    case 'comparison':
      return renderComparison(reply, setting);
    case 'source':
      return renderSource(reply, setting);
    case 'sources':
      return renderSources(reply, setting);
    case 'citation':
      return renderCitation(reply, setting);
    case 'text':
      return renderText(reply, setting);
    case 'check':
      return renderCheck(reply, setting);
    case 'digest':
      return renderDigest(reply);
    case 'subscribed':
      return renderSubscribed(reply);
    case 'subscriptions':
      return renderSubscriptions(reply, setting);
    case 'accounts':
      return renderAccounts(reply, setting);
    case 'managers':
      return renderManagers(reply);
    case 'picture':
      return renderPicture(reply, setting);
    case 'help':
      return renderHelp(reply, setting);
  }
}
