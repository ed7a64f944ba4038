import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type Chart, DIMENSIONS, type Look } from './chart.js';
import { chartOptions } from './chart-options.js';

use([BarChart, LineChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

/**
 * Draws a chart without a browser.
 * @returns an SVG document without styles, scripts and references: the content security policy of every answer suits it
 */
export function renderChart(chart: Chart, look: Look): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...DIMENSIONS[look.size] });
  try {
    drawing.setOption(chartOptions(chart, look));
    return titled(plain(drawing.renderToSVGString()), chart.title);
  } finally {
    drawing.dispose();
  }
}

/** What the library writes for a live page is left out: looks under the pointer, marks for its own script. */
function plain(svg: string): string {
  return svg
    .replaceAll(/<style\b[^>]*>.*?<\/style>/gs, '')
    .replaceAll(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replaceAll(/ style="([^"]*)"/g, (_all, style: string) => attributes(style))
    .replaceAll(/\n+/g, '\n');
}

/** Every property that the library writes is an attribute of SVG as well. */
function attributes(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':', 2))
    .map(([name = '', value]) => (value === undefined ? '' : ` ${name.trim()}="${value.trim()}"`))
    .join('');
}

function titled(svg: string, title: string): string {
  const escaped = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return svg.replace(/^<svg\b[^>]*>/, (start) => `${start}\n<title>${escaped}</title>`);
}
