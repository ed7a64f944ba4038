import sharp from 'sharp';

const GAP = 24;
const COLUMNS = { desktop: 4, phone: 8 };
const TILE = { desktop: { width: 480, height: 480 }, phone: { width: 234, height: 480 } };

/** All screenshots of one form on one picture, so that a look tells what does not fit the others. */
export async function writeContactSheet(form: string, pictures: readonly string[], target: string): Promise<void> {
  const size = form.startsWith('phone') ? 'phone' : 'desktop';
  const { width, height } = TILE[size];
  const columns = COLUMNS[size];
  const tiles = await Promise.all(
    pictures.map(async (picture, index) => ({
      input: await topOf(picture, width, height),
      left: GAP + (index % columns) * (width + GAP),
      top: GAP + Math.floor(index / columns) * (height + GAP),
    })),
  );
  const rows = Math.ceil(pictures.length / columns);
  const canvas = {
    width: GAP + columns * (width + GAP),
    height: GAP + rows * (height + GAP),
    channels: 3 as const,
    background: '#8a8a8a',
  };
  await sharp({ create: canvas }).composite(tiles).png().toFile(target);
}

async function topOf(picture: string, width: number, height: number): Promise<Buffer> {
  const { data, info } = await sharp(picture).resize({ width }).toBuffer({ resolveWithObject: true });
  if (info.height <= height) return data;
  return sharp(data).extract({ left: 0, top: 0, width, height }).toBuffer();
}
