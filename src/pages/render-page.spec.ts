import { describe, expect, it } from 'vitest';
import { allSamples } from '../../test/support/gallery/samples.js';
import { renderPage } from './render-page.js';

describe('pages', () => {
  for (const { name, page, view, frame } of allSamples()) {
    it(`${name} can be shown`, () => {
      expect(renderPage(page, view, frame)).toContain('</html>');
    });
  }
});
