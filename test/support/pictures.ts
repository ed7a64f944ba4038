import sharp from 'sharp';

/** What a picture looks like, for tests. */
export interface PictureChanges {
  readonly width?: number;
  readonly height?: number;
  readonly colour?: string;
}

/** A plain picture in a format that browsers show. */
export function aPicture(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif',
  changes: PictureChanges = {},
): Promise<Buffer> {
  const { width = 900, height = 600, colour = '#cc4433' } = changes;
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();
}

/** The colour in the middle of a picture as `[red, green, blue]`. */
export async function middleOf(picture: Buffer): Promise<number[]> {
  const { width, height } = await sharp(picture).metadata();
  const middle = { left: Math.floor(width / 2), top: Math.floor(height / 2), width: 1, height: 1 };
  return [...(await sharp(picture).extract(middle).removeAlpha().raw().toBuffer())];
}
