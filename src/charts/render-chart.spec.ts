import { describe, expect, it } from 'vitest';
import { type Chart, type Look, SCHEMES, SIZES } from './chart.js';
import { COLOURS } from './colours.js';
import { renderChart } from './render-chart.js';

const LABELS = Array.from({ length: 30 }, (_none, index) => `${index + 1} Nov`);
const chart = (changes: Partial<Chart> = {}): Chart => ({
  form: 'columns',
  title: 'Tokens',
  unit: '',
  labels: LABELS,
  series: ['Refresh', 'Code', 'Client credentials'].map((name, place) => ({
    name,
    values: LABELS.map((_label, index) => index * (place + 1)),
  })),
  ...changes,
});
const LOOKS: Look[] = SCHEMES.flatMap((scheme) => SIZES.map((size) => ({ scheme, size })));
const LINES = chart({
  form: 'lines',
  unit: 'ms',
  series: [{ name: 'p95', values: LABELS.map((_l, i) => (i % 3 ? i : null)) }],
});

describe('charts', () => {
  it.each(LOOKS)('are clean for the content security policy: $scheme, $size', async (look) => {
    for (const drawn of [await renderChart(chart(), look), await renderChart(LINES, look)]) {
      expect(drawn).toMatch(/^<svg /);
      expect(drawn).not.toMatch(
        /<style|<script|<image|<foreignObject|\s(?:style|class|on\w+|href|xlink:href)=|ecmeta|url\((?!#)/,
      );
    }
  });

  it('name their series, their time and their unit', async () => {
    const drawn = await renderChart(chart(), { scheme: 'light', size: 'narrow' });
    for (const name of ['Refresh', 'Code', 'Client credentials', '30 Nov']) expect(drawn).toContain(`>${name}</text>`);
    const lines = await renderChart(LINES, { scheme: 'dark', size: 'wide' });
    expect(lines).toMatch(/>p95<\/text>/);
    expect(lines).toMatch(/>\d+ ms<\/text>/);
  });

  it('let no name become a part of the drawing', async () => {
    const name = '</text><script>alert(1)</script>&';
    const drawn = await renderChart(
      chart({
        title: name,
        series: [
          { name, values: [1] },
          { name: 'x', values: [2] },
        ],
      }),
      LOOKS[0] as Look,
    );
    expect(drawn).not.toContain('<script');
  });

  it('draw nothing and one thing as well', async () => {
    for (const values of [[], [null], [0], [1]]) {
      const series = [{ name: 'x', values }];
      for (const form of ['columns', 'lines'] as const) {
        expect(await renderChart(chart({ form, series, labels: ['1 Nov'] }), LOOKS[0] as Look)).toContain('</svg>');
      }
    }
  });
});

/** WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(SCHEMES)('colours, %s', (scheme) => {
  const { ground, text, series } = COLOURS[scheme];
  it('stand out from their ground (WCAG 2.2 §1.4.3, §1.4.11)', () => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    expect(series.filter((colour) => contrast(colour, ground) < 3)).toEqual([]);
  });
});
