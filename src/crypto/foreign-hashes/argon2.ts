import { verify } from '@node-rs/argon2';
import { decodedBase64 } from './base64.js';
import { bounded, type ForeignFormat, malformed } from './foreign-hash.js';

/** KiB. */
const MEMORY = [8, 256 * 1024] as const;
const PASSES = [1, 32] as const;
const LANES = [1, 16] as const;
/** MiB written, over all passes: about a second. */
const WORK_MIB = [0, 768] as const;
const DIGEST_BYTES = [16, 64] as const;
const SALT_BYTES = [8, 64] as const;

/** Alone, or behind Django's name for it. Version 1.0 says none, or 16. */
const PHC =
  /^(?:argon2)?\$(argon2(?:i|d|id)(?:\$v=(?:16|19))?\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+))$/;

/** Argon2i, Argon2d and Argon2id (RFC 9106) as PHC strings. */
export const ARGON2: ForeignFormat = {
  mark: /^(?:argon2)?\$argon2(?:i|d|id)\$/,
  read(encoded) {
    const [, phc, memory, passes, lanes, salt = '', digest = ''] = PHC.exec(encoded) ?? [];
    if (phc === undefined) throw malformed('Argon2');
    const kib = bounded('Argon2', 'memory in KiB', Number(memory), MEMORY);
    const times = bounded('Argon2', 'number of passes', Number(passes), PASSES);
    bounded('Argon2', 'number of lanes', Number(lanes), LANES);
    bounded('Argon2', 'work in MiB', (kib * times) / 1024, WORK_MIB);
    bounded('Argon2', 'salt length', decodedBase64(salt)?.length ?? 0, SALT_BYTES);
    bounded('Argon2', 'digest length', decodedBase64(digest)?.length ?? 0, DIGEST_BYTES);
    return { verify: (password) => verify(`$${phc}`, password) };
  },
};
