/** Every command there is, listed by hand: a bad one fails the type check instead of vanishing in a loader. */
import { ask } from './ask.ts';
import { chart } from './chart.ts';
import { check } from './check.ts';
import { citation } from './citation.ts';
import type { Command } from './command.ts';
import { compare } from './compare.ts';
import { deal } from './deal.ts';
import { digestList } from './digest/list.ts';
import { digestManagers } from './digest/managers.ts';
import { digestPause } from './digest/pause.ts';
import { digestPreview } from './digest/preview.ts';
import { digestRemove } from './digest/remove.ts';
import { digestResume } from './digest/resume.ts';
import { digestSubscribe } from './digest/subscribe.ts';
import { digestWhy } from './digest/why.ts';
import { helpOn } from './help.ts';
import { map } from './map.ts';
import { neighbours } from './neighbours.ts';
import { profile } from './profile.ts';
import { quote } from './quote.ts';
import { record } from './record.ts';
import { source } from './source.ts';
import { taken } from './taken.ts';
import { text } from './text.ts';
import { timeline } from './timeline.ts';

const digests: readonly Command[] = [digestSubscribe, digestPreview, digestList, digestWhy, digestPause, digestResume, digestRemove, digestManagers];
/** Reached from replies only. */
const opened: readonly Command[] = [neighbours, citation, record, text, taken];
const others: readonly Command[] = [ask, deal, quote, profile, compare, map, timeline, chart, source, check, ...digests, ...opened];

export const commands: readonly Command[] = [...others, helpOn(others)];
