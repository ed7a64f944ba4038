import { pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { decodedBase64 } from './base64.js';
import { bounded, type ForeignFormat, malformed } from './foreign-hash.js';

const derive = promisify(pbkdf2);
/** OWASP asks for 600,000 with SHA-256, Django 6 makes 1,200,000; two million take about a second. */
const ITERATIONS = [1_000, 2_000_000] as const;
/** Every further block of output costs all iterations again, and adds nothing for whoever guesses. */
const DIGEST_BYTES = [16, 64] as const;
const SALT_BYTES = [1, 128] as const;

/** Django: the salt is text. */
const DJANGO = /^pbkdf2_(sha256|sha512)\$(\d{1,9})\$([^$]+)\$([^$]+)$/;
/** PHC (`i=…`, perhaps `l=…`) and passlib (the number alone): the salt is Base64. */
const PHC = /^\$pbkdf2-(sha256|sha512)\$(?:i=)?(\d{1,9})(?:,l=\d{1,3})?\$([^$]+)\$([^$]+)$/;

/** PBKDF2 (RFC 8018 §5.2) with HMAC-SHA-256 or -512. */
export const PBKDF2: ForeignFormat = {
  mark: /^(?:\$pbkdf2-|pbkdf2_)/,
  read(encoded) {
    const isDjango = !encoded.startsWith('$');
    const [, hash = '', count, saltText = '', digestText = ''] = (isDjango ? DJANGO : PHC).exec(encoded) ?? [];
    const salt = isDjango ? Buffer.from(saltText) : decodedBase64(saltText);
    const digest = decodedBase64(digestText);
    if (salt === undefined || digest === undefined) throw malformed('PBKDF2');
    const iterations = bounded('PBKDF2', 'number of iterations', Number(count), ITERATIONS);
    bounded('PBKDF2', 'salt length', salt.length, SALT_BYTES);
    const length = bounded('PBKDF2', 'digest length', digest.length, DIGEST_BYTES);
    return {
      verify: async (password) => timingSafeEqual(await derive(password, salt, iterations, length, hash), digest),
    };
  },
};
