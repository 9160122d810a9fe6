/** The same records drawn by ECharts, as far as it can draw them: a map, stacked bars and a timeline as SVG, without a browser. */
import * as echarts from 'echarts';
import type { Base, Deal } from '../src/base/schema.ts';
import { theWorld } from '../src/pictures/map/geography/world.ts';
import { dealsIn, nameOf, partiesOf, standingOf, whenOf } from '../src/pictures/select.ts';
import { dayOf, spanOf } from '../src/pictures/timeline/time.ts';

const WIDTH = 680;
/** Decals are its patterns: hatching for what is not stated as fact. */
const HATCHED = { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 4], rotation: -Math.PI / 4 };

function toSvg(option: echarts.EChartsCoreOption, height: number): string {
  const chart = echarts.init(null, 'dark', { renderer: 'svg', ssr: true, width: WIDTH, height });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'Inter' }, aria: { enabled: true, decal: { show: true } }, ...option });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

function counts(base: Base, deals: readonly Deal[]): { rows: string[]; series: Map<string, { soft: boolean; name: string; of: Map<string, number> }> } {
  const totals = new Map<string, number>();
  const series = new Map<string, { soft: boolean; name: string; of: Map<string, number> }>();
  for (const deal of deals.filter((one) => standingOf(one) !== 'negative')) {
    const soft = standingOf(deal) === 'soft';
    const suppliers = partiesOf(base, deal.supplier);
    const name = suppliers.length === 1 ? nameOf(base, suppliers[0] ?? '') : 'Several or not stated';
    const own = series.get(`${name}/${soft}`) ?? { soft, name, of: new Map() };
    series.set(`${name}/${soft}`, own);
    for (const id of partiesOf(base, deal.recipient)) {
      own.of.set(id, (own.of.get(id) ?? 0) + 1);
      totals.set(id, (totals.get(id) ?? 0) + 1);
    }
  }
  const rows = [...totals].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return { rows: rows.slice(0, 14), series };
}

/** Stacked bars: deals by recipient. */
export function echartsBars(base: Base): string {
  const { rows, series } = counts(base, dealsIn(base, {}));
  return toSvg(
    {
      title: { text: 'Deals by recipient' },
      legend: { bottom: 0, type: 'plain' },
      grid: { left: 150, right: 40, top: 60, bottom: 80 },
      xAxis: { type: 'value' },
      yAxis: { type: 'category', inverse: true, data: rows.map((id) => nameOf(base, id)) },
      series: [...series.values()].map(({ name, soft, of }) => ({
        type: 'bar',
        stack: 'all',
        name: `${name}${soft ? ', unconfirmed' : ''}`,
        label: { show: true },
        itemStyle: soft ? { decal: HATCHED } : {},
        data: rows.map((id) => of.get(id) ?? null),
      })),
    },
    120 + rows.length * 42,
  );
}

/** Bars along time, one row for each deal's recipient. */
export function echartsTimeline(base: Base): string {
  const last = Math.max(...[...base.sources.values()].map(({ date }) => dayOf(date)));
  const deals = dealsIn(base, {}).filter((deal) => whenOf(deal) !== undefined);
  const rows = [...new Set(deals.flatMap((deal) => partiesOf(base, deal.recipient)))].slice(0, 16);
  const data = deals.flatMap((deal) => {
    const when = whenOf(deal);
    if (!when) return [];
    const { from, to } = spanOf(when, last);
    return partiesOf(base, deal.recipient).map((id) => [rows.indexOf(id), from * 86_400_000, to * 86_400_000, deal.id]);
  });
  return toSvg(
    {
      title: { text: 'Deals' },
      grid: { left: 150, right: 40, top: 60, bottom: 40 },
      xAxis: { type: 'time' },
      yAxis: { type: 'category', inverse: true, data: rows.map((id) => nameOf(base, id)) },
      series: [
        {
          type: 'custom',
          encode: { x: [1, 2], y: 0 },
          data,
          renderItem: (_: unknown, api: echarts.CustomSeriesRenderItemAPI) => {
            const [from = 0, y = 0] = api.coord([api.value(1), api.value(0)]);
            const [to = 0] = api.coord([api.value(2), api.value(0)]);
            return {
              type: 'group',
              children: [
                { type: 'rect', shape: { x: from, y: y - 10, width: Math.max(8, to - from), height: 20, r: 4 }, style: { fill: '#e69f00' } },
                { type: 'text', style: { text: String(api.value(3)), x: to + 6, y: y - 6, fill: '#fff', font: '12.5px Inter' } },
              ],
            };
          },
        },
      ],
    },
    120 + rows.length * 42,
  );
}

let registered = false;
/** ECharts keeps its maps in a register of its own; the world goes in once, as a program would do it. */
function register(): void {
  if (registered) return;
  const features = [...theWorld().lands.values()].map(({ code, shape }) => ({ type: 'Feature' as const, properties: { name: code }, geometry: shape }));
  // ECharts' own type of GeoJSON is narrower than GeoJSON's.
  echarts.registerMap('world', { type: 'FeatureCollection', features } as unknown as Parameters<typeof echarts.registerMap>[1]);
  registered = true;
}

/** Countries shaded and lines from supplier to recipient. */
export function echartsMap(base: Base): string {
  register();
  const code = (id: string) => base.entities.get(id)?.iso ?? '';
  const middle = (id: string) => theWorld().lands.get(code(id))?.around.middle;
  const pairs = new Map<string, [[number, number], [number, number]]>();
  for (const deal of dealsIn(base, {}).filter((one) => standingOf(one) !== 'negative')) {
    for (const from of partiesOf(base, deal.supplier)) {
      for (const to of partiesOf(base, deal.recipient)) {
        const [start, end] = [middle(from), middle(to)];
        if (start && end) pairs.set(`${from}/${to}`, [start, end]);
      }
    }
  }
  const ends = [...pairs.values()].flat();
  const [west, south] = [0, 1].map((axis) => Math.min(...ends.map((point) => point[axis] ?? 0)) - 8);
  const [east, north] = [0, 1].map((axis) => Math.max(...ends.map((point) => point[axis] ?? 0)) + 8);
  const regions = [...pairs.keys()].map((pair) => code(pair.split('/')[1] ?? ''));
  return toSvg(
    {
      title: { text: 'Who supplies whom' },
      geo: {
        map: 'world',
        boundingCoords: [
          [west, north],
          [east, south],
        ],
        regions: [...new Set(regions)].map((name) => ({ name, itemStyle: { areaColor: '#7a6430' }, label: { show: true } })),
      },
      series: [
        {
          type: 'lines',
          coordinateSystem: 'geo',
          symbol: ['none', 'arrow'],
          lineStyle: { curveness: 0.2, width: 2, color: '#e69f00' },
          data: [...pairs.values()].map((coords) => ({ coords })),
        },
      ],
    },
    560,
  );
}
