import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { text } from '../../src/pages/texts.js';
import { Picture } from '../../src/pictures/picture.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Page, TestBrowser } from '../support/browser.js';
import { aBrowserOf, aUser } from '../support/builders.js';
import { aPicture, middleOf } from '../support/pictures.js';

describe('pictures', () => {
  let served: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    served = await startApp();
    browser = await aBrowserOf(served, await aUser(served));
  });
  afterAll(() => served.close());

  async function upload(pic: Buffer): Promise<Page> {
    return browser.submit(await browser.get('/account'), { pic }, { form: '/account' });
  }

  /** Uploads a picture and fetches what is shown then. */
  async function stored(pic: Buffer): Promise<Page> {
    const answer = await upload(pic);
    expect(answer.status).toBe(303);
    const shown = /src="(\/pictures\/[^"]+)"/.exec((await browser.get('/account')).html)?.[1];
    return new TestBrowser(served).get(shown ?? '/none');
  }

  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'in %s become a square WebP of 512 pixels',
    async (format) => {
      const { bytes } = await stored(await aPicture(format));
      const { format: kind, width, height } = await sharp(bytes).metadata();
      expect([kind, width, height]).toEqual(['webp', 512, 512]);
      const [red = 0, green = 0, blue = 0] = await middleOf(bytes);
      expect(Math.abs(red - 0xcc) + Math.abs(green - 0x44) + Math.abs(blue - 0x33)).toBeLessThan(40);
    },
  );

  it('that are small are not blown up', async () => {
    const { width, height } = await sharp(
      (await stored(await aPicture('png', { width: 90, height: 60 }))).bytes,
    ).metadata();
    expect([width, height]).toEqual([60, 60]);
  });

  it('are turned upright, and lose where they were taken and by whom', async () => {
    const photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#fff' } })
      .withExif({ IFD0: { Copyright: 'Ada Lovelace' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { exif, orientation, icc, xmp } = await sharp((await stored(photo)).bytes).metadata();
    expect({ exif, orientation, icc, xmp }).toEqual({
      exif: undefined,
      orientation: undefined,
      icc: undefined,
      xmp: undefined,
    });
  });

  it('that move are shown by their first frame', async () => {
    const frames = await Promise.all(
      ['#00ff00', '#ff0000'].map((colour) => aPicture('png', { width: 80, height: 80, colour })),
    );
    const animation = await sharp(frames, { join: { animated: true } })
      .gif({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(animation).metadata()).pages).toBe(2);
    const { bytes } = await stored(animation);
    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
    const [red = 255, green = 0] = await middleOf(bytes);
    expect([red < 60, green > 200]).toEqual([true, true]);
  });

  it('keep nothing of the bytes that were sent: a script behind the picture is gone (attack A42)', async () => {
    const polyglot = Buffer.concat([
      await aPicture('gif', { width: 20, height: 20 }),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    const { bytes } = await stored(polyglot);
    expect(bytes.includes('script')).toBe(false);
  });

  it.each([
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script/></svg>')],
    [
      'TIFF',
      () =>
        sharp({ create: { width: 9, height: 9, channels: 3, background: '#fff' } })
          .tiff()
          .toBuffer(),
    ],
    ['HTML', async () => Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['PDF', async () => Buffer.from('%PDF-1.7\n1 0 obj\n')],
    ['nothing but zeros', async () => Buffer.alloc(2_000)],
    ['text', async () => Buffer.from('hello')],
  ])('of another format are refused beside the field: %s', async (_format, make) => {
    const page = await upload(await make());
    expect(page.status).toBe(422);
    expect(page.text).toContain(text('pictures.unknown_format'));
  });

  it.each([
    ['a JPEG cut off in the middle', async () => (await aPicture('jpeg')).subarray(0, 400)],
    [
      'a PNG header and noise',
      async () => Buffer.concat([(await aPicture('png')).subarray(0, 40), Buffer.alloc(500, 7)]),
    ],
    ['SVG that claims to be a GIF', async () => Buffer.from('GIF89a<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a WebP of no content', async () => Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBP')],
  ])('that are damaged are refused beside the field: %s', async (_what, make) => {
    const page = await upload(await make());
    expect(page.status).toBe(422);
    expect(page.text).toContain(text('pictures.unreadable'));
  });

  it('of more than 40 megapixels are refused before they are decoded, however small the file (attack A42)', async () => {
    const bomb = await aPicture('png', { width: 9_000, height: 5_000 });
    expect(bomb.length).toBeLessThan(1_000_000);
    const page = await upload(bomb);
    expect(page.status).toBe(422);
    expect(page.text).toContain(text('pictures.too_many_pixels'));
  });

  it('of more than 5 MB are refused', async () => {
    const page = await upload(Buffer.concat([await aPicture('jpeg'), Buffer.alloc(5 * 1024 * 1024)]));
    expect(page.status).toBe(413);
    expect(page.text).toContain(text('error.too_large.sentence'));
  });

  it('that were refused leave nothing behind', async () => {
    const count = await served.source.getRepository(Picture).count();
    await upload(Buffer.from('hello'));
    await browser.submit(
      await browser.get('/account'),
      { pic: await aPicture('png'), dob: 'wrong' },
      { form: '/account' },
    );
    expect(await served.source.getRepository(Picture).count()).toBe(count);
  });

  it('are public, kept by browsers for ever, shown by other sites, and run nothing', async () => {
    const page = await stored(await aPicture('png'));
    expect(page.status).toBe(200);
    expect(page.header('content-type')).toBe('image/webp');
    expect(page.header('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(page.header('cross-origin-resource-policy')).toBe('cross-origin');
    expect(page.header('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(page.header('x-content-type-options')).toBe('nosniff');
  });

  it.each(['01999999-0000-7000-8000-000000000000', 'x', '..%2f..%2fetc%2fpasswd', '%00', 'a'.repeat(200)])(
    'that do not exist are a 404 page: %s',
    async (id) => {
      expect((await new TestBrowser(served).get(`/pictures/${id}`)).status).toBe(404);
    },
  );

  it('that come all at once are refused with 503 when too many wait (attack A42)', async () => {
    const big = await aPicture('jpeg', { width: 5_000, height: 4_000 });
    const page = await browser.get('/account');
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => browser.submit(page, { pic: big }, { form: '/account' })),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses).toEqual(new Set([303, 503]));
    const busy = answers.find(({ status }) => status === 503);
    expect(Number(busy?.header('retry-after'))).toBeGreaterThan(0);
    // Of the pictures that were taken one is shown; none of the others stays behind.
    expect(await served.source.getRepository(Picture).count()).toBe(1);
  });
});
