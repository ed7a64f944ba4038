import type { Chart, Look } from './chart.js';

/**
 * Draws a chart without a browser. The first one loads the library, so that a process that draws none does without.
 * @returns an SVG document without styles, scripts and references: the content security policy of every answer suits it
 */
export async function renderChart(chart: Chart, look: Look): Promise<string> {
  const { draw } = await import('./draw.js');
  return titled(plain(draw(chart, look)), chart.title);
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
