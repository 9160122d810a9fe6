/** Every picture there is, by its name. Heavy: the geography comes with it. */
import type { Base } from '../base/schema.ts';
import { drawChart } from './chart.ts';
import { drawMap } from './map.ts';
import type { Picture } from './picture.ts';
import type { Drawing } from './studio.ts';
import { drawTimeline } from './timeline.ts';

/** The picture that a drawing asks for; undefined when no record fits. */
export function draw(base: Base, { name, filters, theme, today }: Drawing): Picture | undefined {
  switch (name) {
    case 'map':
      return drawMap(base, filters, theme, today);
    case 'timeline':
      return drawTimeline(base, filters, theme, today);
    case 'chart':
      return drawChart(base, filters, theme, today);
  }
}
