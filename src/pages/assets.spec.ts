import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const PUBLIC = join(import.meta.dirname, '../public');
const styles = readdirSync(PUBLIC).filter((file) => file.endsWith('.css'));
const read = (file: string): string => readFileSync(join(PUBLIC, file), 'utf8');

describe('assets', () => {
  it('import the base stylesheet under the version that is installed, since browsers keep it for a year', () => {
    const { version } = createRequire(import.meta.url)('@picocss/pico/package.json') as { version: string };
    expect(read('base.css')).toContain(`pico/pico.fluid.classless.min.css?v=${version}`);
  });

  it('are all there: what a page names is a file', () => {
    const head = readFileSync(join(import.meta.dirname, 'partials/head.hbs'), 'utf8');
    const named = [...head.matchAll(/\/assets\/([^?"]+)/g)].map(([, file = '']) => file);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((file) => !existsSync(join(PUBLIC, file)))).toEqual([]);
  });

  it('come from this server alone', () => {
    expect(styles.filter((file) => /url\(['"]?(?:https?:)?\/\//.test(read(file)))).toEqual([]);
    expect(styles.filter((file) => /@import\s+url\('(?!pico\/)/.test(read(file)))).toEqual([]);
  });

  it('know no left and no right: pages can be turned around for other scripts', () => {
    const physical =
      /(?:margin|padding|border|inset)-(?:left|right)|(?:^|\s)(?:left|right):|text-align: (?:left|right)/;
    expect(styles.filter((file) => physical.test(read(file)))).toEqual([]);
  });
});
