import { createHash } from 'node:crypto';
import { verify } from '@node-rs/bcrypt';
import { bounded, type ForeignFormat, malformed } from './foreign-hash.js';

/** Each step doubles the time; 14 takes about a second. */
const COST = [4, 14] as const;
/** Crypt's text, alone or behind Django's name for it. The last characters of salt and digest carry 4 and 2 spare bits. */
const SHAPE = /^(bcrypt\$|bcrypt_sha256\$)?(\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53})$/;

/** bcrypt: `$2a$`, `$2b$`, `$2y$`, and Django's `bcrypt$` and `bcrypt_sha256$`. */
export const BCRYPT: ForeignFormat = {
  mark: /^(?:bcrypt(?:_sha256)?\$)?\$2[abxy]?\$/,
  read(encoded) {
    const [, prefix, crypt, cost] = SHAPE.exec(encoded) ?? [];
    if (crypt === undefined) throw malformed('bcrypt');
    bounded('bcrypt', 'cost', Number(cost), COST);
    const isDigested = prefix === 'bcrypt_sha256$';
    return { verify: (password) => verify(isDigested ? hexDigest(password) : password, crypt) };
  },
};

/** Django's way around bcrypt's limit of 72 bytes. */
function hexDigest(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}
