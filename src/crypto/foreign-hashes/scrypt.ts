import { scrypt, type ScryptOptions, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { decodedBase64 } from './base64.js';
import { bounded, type ForeignFormat, malformed } from './foreign-hash.js';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const MIB = 1024 * 1024;
/** log2 of N: 17 with r = 8 is what OWASP asks for, and takes 128 MiB. */
const LOG_N = [10, 17] as const;
const R = [1, 16] as const;
const P = [1, 16] as const;
const MEMORY_MIB = [0, 128] as const;
/** MiB written, over all lanes: about a second. */
const WORK_MIB = [0, 384] as const;
const DIGEST_BYTES = [16, 64] as const;
const SALT_BYTES = [1, 128] as const;

/** PHC, as passlib writes it: the salt is Base64. */
const PHC = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([^$]+)\$([^$]+)$/;
/** Django: the salt is text and N is not a logarithm. */
const DJANGO = /^scrypt\$([^$]+)\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([^$]+)$/;

interface Parts {
  readonly logN: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer | undefined;
  readonly digest: Buffer | undefined;
}

/** scrypt (RFC 7914). */
export const SCRYPT: ForeignFormat = {
  mark: /^\$?scrypt\$/,
  read(encoded) {
    const { logN, r, p, salt, digest } = partsOf(encoded);
    if (salt === undefined || digest === undefined || !Number.isInteger(logN)) throw malformed('scrypt');
    checkCost(logN, r, p);
    bounded('scrypt', 'salt length', salt.length, SALT_BYTES);
    const length = bounded('scrypt', 'digest length', digest.length, DIGEST_BYTES);
    // OpenSSL wants some more than the formula says.
    const options = { N: 2 ** logN, r, p, maxmem: (memoryMib(logN, r) + 2) * MIB };
    return { verify: async (password) => timingSafeEqual(await derive(password, salt, length, options), digest) };
  },
};

function partsOf(encoded: string): Parts {
  const phc = PHC.exec(encoded);
  if (phc !== null) {
    const [, logN, r, p, salt = '', digest = ''] = phc;
    const numbers = { logN: Number(logN), r: Number(r), p: Number(p) };
    return { ...numbers, salt: decodedBase64(salt), digest: decodedBase64(digest) };
  }
  const [, salt = '', n, r, p, digest = ''] = DJANGO.exec(encoded) ?? [];
  const numbers = { logN: Math.log2(Number(n)), r: Number(r), p: Number(p) };
  return { ...numbers, salt: Buffer.from(salt), digest: decodedBase64(digest) };
}

/** @throws ForeignHashError */
function checkCost(logN: number, r: number, p: number): void {
  bounded('scrypt', 'cost (log2 N)', logN, LOG_N);
  bounded('scrypt', 'block size', r, R);
  bounded('scrypt', 'parallelism', p, P);
  bounded('scrypt', 'memory in MiB', memoryMib(logN, r), MEMORY_MIB);
  bounded('scrypt', 'work in MiB', memoryMib(logN, r) * p, WORK_MIB);
}

function memoryMib(logN: number, r: number): number {
  return Math.ceil((128 * 2 ** logN * r) / MIB);
}
