import PQueue from 'p-queue';
import sharp from 'sharp';
import { PictureError } from './picture-error.js';
import { pictureFormat } from './picture-format.js';

/** The longest side of a stored picture, in pixels. */
const SIDE = 512;
/** A small file can hold a huge picture; decoding is refused beyond this many pixels (attack A42). */
const MAX_PIXELS = 40_000_000;
const DECODE_SECONDS = 10;
const WEBP_QUALITY = 82;

/** A decoded picture of the allowed size takes up to 160 MB, so few are decoded at once and few may wait. */
const CONCURRENT = 2;
const MAX_WAITING = 16;

/** Too many pictures are waiting to be decoded. */
export class PictureQueueFullError extends Error {}

const queue = new PQueue({ concurrency: CONCURRENT });

// Behind the check of the first bytes: libvips itself may load only these formats, and only from memory.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);

/**
 * Decodes an uploaded picture and encodes it anew as a square WebP of at most 512 pixels: the first frame of an
 * animation, upright, centre cropped, without metadata. What is stored are pixels, never the bytes that were sent.
 * @throws PictureError when the bytes are not a picture that is taken
 * @throws PictureQueueFullError when the server is busy with pictures
 */
export async function encodePicture(bytes: Buffer): Promise<Buffer> {
  const format = pictureFormat(bytes);
  if (format === undefined) throw new PictureError('unknown_format');
  if (queue.size >= MAX_WAITING) throw new PictureQueueFullError();
  return queue.add(() => encode(bytes));
}

async function encode(bytes: Buffer): Promise<Buffer> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, pages: 1, failOn: 'error' });
    const { autoOrient } = await picture.metadata();
    const side = Math.min(SIDE, autoOrient.width, autoOrient.height);
    return await picture
      .autoOrient()
      .resize(side, side, { fit: 'cover' })
      .webp({ quality: WEBP_QUALITY })
      .timeout({ seconds: DECODE_SECONDS })
      .toBuffer();
  } catch (cause) {
    throw new PictureError(isTooLarge(cause) ? 'too_many_pixels' : 'unreadable', { cause });
  }
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message.includes('pixel limit');
}
