import type { ComposeOption } from 'echarts/core';
import type { BarSeriesOption, LineSeriesOption } from 'echarts/charts';
import type { GridComponentOption, LegendComponentOption } from 'echarts/components';
import { type Chart, DIMENSIONS, type Look } from './chart.js';
import { COLOURS } from './colours.js';

export type ChartOptions = ComposeOption<
  BarSeriesOption | LineSeriesOption | GridComponentOption | LegendComponentOption
>;

const FONT = { fontFamily: 'system-ui, sans-serif', fontSize: 12 };
/** Labels beneath the axis; more would touch one another. */
const LABELS = { wide: 6, narrow: 5 };
/** Pixels of a row, around a name, and of a letter, about. */
const [LEGEND_ROW, LEGEND_GAP, LETTER] = [20, 34, 6.5];
const NUMBERS = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** What the library is to draw: few lines, no decoration, names beside what they mean. */
export function chartOptions({ form, unit, labels, series }: Chart, { scheme, size }: Look): ChartOptions {
  const { text, axis, grid, series: colours } = COLOURS[scheme];
  const step = Math.ceil(labels.length / LABELS[size]);
  const legendRows = form === 'columns' && series.length > 1 ? legendRowsOf(series, DIMENSIONS[size].width) : 0;
  const longest = Math.max(0, ...series.map(({ name }) => name.length));
  return {
    animation: false,
    color: [...colours],
    textStyle: { ...FONT, color: text },
    grid: {
      left: 4,
      right: form === 'lines' ? 8 + longest * LETTER * 1.1 : 4,
      top: 14 + legendRows * LEGEND_ROW,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    ...(legendRows > 0 && {
      legend: {
        left: 0,
        top: 0,
        icon: 'rect',
        itemWidth: 10,
        itemHeight: 10,
        itemGap: 18,
        textStyle: { ...FONT, color: text },
      },
    }),
    xAxis: {
      type: 'category',
      data: [...labels],
      boundaryGap: form === 'columns',
      axisTick: { show: false },
      axisLine: { lineStyle: { color: axis } },
      // Counted from the end: the newest one is what people look for.
      axisLabel: { ...FONT, color: text, interval: (index: number) => (labels.length - 1 - index) % step === 0 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      ...(form === 'columns' && { minInterval: 1 }),
      splitLine: { lineStyle: { color: grid } },
      axisLabel: {
        ...FONT,
        color: text,
        formatter: (value: number) => `${NUMBERS.format(value)}${unit && ` ${unit}`}`,
      },
    },
    series: series.map((one) => (form === 'columns' ? columnsOf(one, scheme) : lineOf(one, scheme))),
  };
}

/** The library breaks the row where it is full, and does not tell. */
function legendRowsOf(series: Chart['series'], width: number): number {
  let [rows, used] = [1, 0];
  for (const { name } of series) {
    const needed = name.length * LETTER + LEGEND_GAP;
    if (used > 0 && used + needed > width) [rows, used] = [rows + 1, 0];
    used += needed;
  }
  return rows;
}

function columnsOf({ name, values }: Chart['series'][number], scheme: Look['scheme']): BarSeriesOption {
  const itemStyle = { borderColor: COLOURS[scheme].ground, borderWidth: 0.5 };
  return { type: 'bar', name, data: [...values], stack: 'all', barMaxWidth: 28, barCategoryGap: '22%', itemStyle };
}

function lineOf({ name, values }: Chart['series'][number], scheme: Look['scheme']): LineSeriesOption {
  return {
    type: 'line',
    name,
    data: [...values],
    symbol: 'circle',
    symbolSize: 4,
    // A point between two gaps has no line, so all are drawn.
    showAllSymbol: true,
    lineStyle: { width: 2 },
    endLabel: {
      show: true,
      formatter: name,
      color: 'inherit',
      ...FONT,
      fontWeight: 600,
      textBorderColor: COLOURS[scheme].ground,
    },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}
