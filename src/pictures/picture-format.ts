const FORMATS = ['jpeg', 'png', 'gif', 'webp', 'avif'] as const;

export type PictureFormat = (typeof FORMATS)[number];

/** `ftyp` brands of still and animated AVIF (AV1 Image File Format §6). */
const AVIF_BRANDS = new Set(['avif', 'avis']);

/**
 * The format that the first bytes tell; the file's name and declared type are not asked.
 * Decoders for anything else (SVG, TIFF, PDF …) never see the bytes.
 */
export function pictureFormat(bytes: Buffer): PictureFormat | undefined {
  return FORMATS.find((format) => SIGNATURES[format](bytes));
}

const SIGNATURES: Record<PictureFormat, (bytes: Buffer) => boolean> = {
  jpeg: (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  png: (bytes) => bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  gif: (bytes) => ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6)),
  webp: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP',
  avif: (bytes) => ascii(bytes, 4, 8) === 'ftyp' && AVIF_BRANDS.has(ascii(bytes, 8, 12)),
};

function ascii(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}
