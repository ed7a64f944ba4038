import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import { type Chart, DIMENSIONS, type Look } from './chart.js';
import { chartOptions } from './chart-options.js';

use([BarChart, LineChart, GridComponent, LegendComponent, LabelLayout, SVGRenderer]);

/** Draws with the library, which is large: load this file only where something is to be drawn. */
export function draw(chart: Chart, look: Look): string {
  const drawing = init(null, null, { renderer: 'svg', ssr: true, ...DIMENSIONS[look.size] });
  try {
    drawing.setOption(chartOptions(chart, look));
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}
