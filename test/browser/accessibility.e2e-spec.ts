import type { Server } from 'node:http';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { FEW_FORMS } from '../support/gallery/forms.js';
import { serveGallery } from '../support/gallery/gallery-server.js';
import { faultsInForms } from '../support/gallery/inspect.js';
import { allSamples } from '../support/gallery/samples.js';

const samples = allSamples();

/** The same pages and checks as `npm run gallery`, without the pictures, and each width and scheme once. */
describe('every page, with usual, wrong, empty and extreme content', () => {
  let gallery: { server: Server; origin: string };
  let chromium: Browser;
  beforeAll(async () => {
    gallery = await serveGallery(samples);
    chromium = await launchChromium();
  });
  afterAll(async () => {
    await chromium?.close();
    gallery?.server.close();
  });

  // Half of them each, side by side.
  it.concurrent.each([0, 1])(
    'axe finds nothing, nothing scrolls sideways, targets fit fingers (WCAG 2.2 AA): half %i',
    { timeout: 600_000 },
    async (half) => {
      const context = await chromium.newContext({ reducedMotion: 'reduce' });
      const page = await context.newPage();
      const faults: string[] = [];
      for (const { name } of samples.filter((_sample, position) => position % 2 === half)) {
        await page.goto(`${gallery.origin}/${name}`, { waitUntil: 'load' });
        faults.push(...(await faultsInForms(page, FEW_FORMS)).map((fault) => `${name}, ${fault}`));
      }
      await context.close();
      expect(faults).toEqual([]);
    },
  );
});
