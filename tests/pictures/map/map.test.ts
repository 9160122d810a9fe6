/** The map of the shipped base, from the outside: what it says, and that it says no more than the records. */
import { describe, expect, it } from 'vitest';
import { loadBase } from '../../../src/base/load.ts';
import type { Base } from '../../../src/base/schema.ts';
import { drawMap } from '../../../src/pictures/map.ts';

const shipped = async (): Promise<Base> => {
  const loaded = await loadBase(['src/data/turkish-drones']);
  if ('problems' in loaded) throw new Error('the shipped base does not load');
  return loaded.base;
};

describe('the map of the shipped base', () => {
  it('has the finding as its title', async () => {
    expect(drawMap(await shipped(), {}, 'dark', '2026-11-22')?.title).toBe('Türkiye supplies seven of ten countries');
  });
});
