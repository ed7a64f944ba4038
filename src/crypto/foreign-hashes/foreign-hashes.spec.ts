import { createHash } from 'node:crypto';
import { hash as bcryptHash } from '@node-rs/bcrypt';
import { describe, expect, it } from 'vitest';
import { PasswordHasher } from '../password-hash.js';
import { ForeignHashError } from './foreign-hash.js';
import { readForeignHash } from './index.js';

const BCRYPT = '06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe';

/** Made by jBCrypt, passlib, Django and the reference implementation of Argon2. */
const MADE_ELSEWHERE: readonly (readonly [string, string, string])[] = [
  ['bcrypt 2a', `$2a$${BCRYPT}`, 'a'],
  ['bcrypt 2b', `$2b$${BCRYPT}`, 'a'],
  ['bcrypt 2y', `$2y$${BCRYPT}`, 'a'],
  ['bcrypt, by Django', `bcrypt$$2b$${BCRYPT}`, 'a'],
  [
    'PBKDF2-SHA256, by Django',
    'pbkdf2_sha256$30000$saltysalt$y1pOsfOV7QRxXLeVlc8+f1cCzD0dswuURd4HN0vyL9M=',
    'pässword',
  ],
  [
    'PBKDF2-SHA512, by Django',
    'pbkdf2_sha512$30000$saltysalt$KI8MxbWOP2U8v85MF6RUOhrciCxJYibZBbYBrhE+rfPnAyTOxHC8GDQfaLll9yWm4iO2q4v7MAbmsYCI9jHnPw==',
    'password',
  ],
  [
    'PBKDF2-SHA512, PHC',
    '$pbkdf2-sha512$i=25000,l=64$AQL/IHNhbHR5c2FsdA$yJsRKLqv5kp69R4WLbC2SkhxsLobo/2ZrNGu9/kIEZpcSpO/6Elram6b0YUtQaHQmGXhkGN49E07kLRaTQfaWw',
    'password',
  ],
  [
    'scrypt, by Django',
    'scrypt$saltysalt$16384$8$5$6VIrNGafBYMwl9LLAFYPfhpcYcxLtw1O/EbniUs2LGFvRWWZnnbGiVOUDEN8izCZd7dbWzd5JAE322y/pKpXug==',
    'password',
  ],
  [
    'PBKDF2-SHA256, by passlib',
    '$pbkdf2-sha256$6400$0ZrzXitFSGltTQnBWOsdAw$Y11AchqV4b0sUisdZd0Xr97KWoymNE0LNNrnEgY4H9M',
    'password',
  ],
  [
    'scrypt, by passlib',
    '$scrypt$ln=16,r=8,p=1$aM15713r3Xsvxbi31lqr1Q$nFNh2CVHVjNldFVKDHDlm4CbdRSCdEBsjjJxD+iCs5E',
    'password',
  ],
  ['Argon2i', '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA', 'password'],
  ['Argon2i 1.0', '$argon2i$m=65536,t=2,p=1$c29tZXNhbHQ$9sTbSlTio3Biev89thdrlKKiCaYsjjYVJxGAL3swxpQ', 'password'],
  ['Argon2id', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc', 'password'],
  [
    'Argon2id, by Django',
    'argon2$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    'password',
  ],
];

const SALT = 'c29tZXNhbHQ';
const DIGEST = 'CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';

const refused = (encoded: string): string => {
  try {
    readForeignHash(encoded);
  } catch (error) {
    if (error instanceof ForeignHashError) return error.message;
    throw error;
  }
  throw new Error('it was taken');
};

describe('hashes of other systems', () => {
  it.each(MADE_ELSEWHERE)('%s verifies its password alone', async (_kind, encoded, password) => {
    const hash = readForeignHash(encoded);
    await expect(hash.verify(password)).resolves.toBe(true);
    for (const wrong of ['', `${password} `, password.toUpperCase()]) {
      await expect(hash.verify(wrong)).resolves.toBe(false);
    }
  });

  it("Django's digest in front of bcrypt lets long passwords differ", async () => {
    const long = 'x'.repeat(80);
    const digest = createHash('sha256').update(`${long}a`).digest('hex');
    const hash = readForeignHash(`bcrypt_sha256$${await bcryptHash(digest, 4)}`);
    await expect(Promise.all([hash.verify(`${long}a`), hash.verify(`${long}b`)])).resolves.toEqual([true, false]);
  });

  it('Argon2d verifies its password alone', async () => {
    const hash = readForeignHash(
      '$argon2d$v=19$m=64,t=1,p=1$sIIV0TR3fxGI0PAccIHaDA$4IHUc4oQwToGUIK8OTUaqWXell2QxMuU0GSasfCQQsM',
    );
    await expect(Promise.all([hash.verify('x'), hash.verify('y')])).resolves.toEqual([true, false]);
  });

  it.each([
    ['', /no hash of/],
    ['password', /no hash of/],
    ['5f4dcc3b5aa765d61d8327deb882cf99', /no hash of/],
    ['{SSHA}DkMTwBl+a/3DQTxCYEApdUtNXGgdUac3', /no hash of/],
    ['!', /no hash of/],
    ['x'.repeat(256), /at most 255/],
    [`$2b$${BCRYPT}x`, /not a complete/],
    [`$2x$${BCRYPT}`, /not a complete/],
    [`$2b$${BCRYPT}`.slice(0, -1), /not a complete/],
    ['pbkdf2_sha256$600000$salt', /not a complete/],
    [`pbkdf2_sha1$600000$salt$${DIGEST}`, /not a complete/],
    [`$pbkdf2-sha256$600000$ä$${DIGEST}`, /not a complete/],
    ['$scrypt$ln=14,r=8,p=1$c2FsdA', /not a complete/],
    [`scrypt$salt$16383$8$1$${DIGEST}`, /not a complete/],
    [`scrypt$salt$0$8$1$${DIGEST}`, /not a complete/],
    [`$argon2id$v=19$t=2,m=65536,p=1$${SALT}$${DIGEST}`, /not a complete/],
    [`$argon2id$v=18$m=65536,t=2,p=1$${SALT}$${DIGEST}`, /not a complete/],
    [`$argon2id$v=19$m=65536,t=2,p=1$${SALT}$${DIGEST}\n`, /not a complete/],
  ])('is refused when it is malformed: %j', (encoded, sentence) => {
    expect(refused(encoded)).toMatch(sentence);
  });

  it('is in no message', () => {
    expect(refused(`$2b$${BCRYPT}x`)).not.toContain(BCRYPT.slice(-10));
    expect(refused(`pbkdf2_sha256$1$salt$${DIGEST}`)).not.toContain(DIGEST);
  });

  it.each([
    `$2b$15$${BCRYPT.slice(3)}`,
    `$2b$31$${BCRYPT.slice(3)}`,
    `$2b$03$${BCRYPT.slice(3)}`,
    `pbkdf2_sha256$2000001$salt$${DIGEST}`,
    `pbkdf2_sha256$0$salt$${DIGEST}`,
    `$pbkdf2-sha512$i=999999999$${SALT}$${DIGEST}`,
    `pbkdf2_sha512$600000$salt$${Buffer.alloc(65).toString('base64')}`,
    `pbkdf2_sha256$600000$${'s'.repeat(129)}$${DIGEST}`,
    `$scrypt$ln=18,r=8,p=1$${SALT}$${DIGEST}`,
    `$scrypt$ln=18,r=1,p=1$${SALT}$${DIGEST}`,
    `$scrypt$ln=9,r=8,p=1$${SALT}$${DIGEST}`,
    `$scrypt$ln=10,r=17,p=1$${SALT}$${DIGEST}`,
    `$scrypt$ln=10,r=1,p=17$${SALT}$${DIGEST}`,
    `$scrypt$ln=14,r=8,p=1$${SALT}$c2FsdA`,
    `scrypt$${'s'.repeat(129)}$16384$8$1$${DIGEST}`,
    `$scrypt$ln=17,r=16,p=1$${SALT}$${DIGEST}`,
    `$scrypt$ln=17,r=8,p=4$${SALT}$${DIGEST}`,
    `$scrypt$ln=63,r=1,p=1$${SALT}$${DIGEST}`,
    `scrypt$salt$1048576$8$1$${DIGEST}`,
    `$argon2id$v=19$m=262145,t=1,p=1$${SALT}$${DIGEST}`,
    `$argon2id$v=19$m=262144,t=4,p=1$${SALT}$${DIGEST}`,
    `$argon2id$v=19$m=8,t=33,p=1$${SALT}$${DIGEST}`,
    `$argon2id$v=19$m=65536,t=1,p=17$${SALT}$${DIGEST}`,
    `$argon2id$v=19$m=65536,t=1,p=1$c2FsdA$${DIGEST}`,
    `$argon2id$v=19$m=65536,t=1,p=1$${SALT}$c2FsdHNhbHQ`,
  ])('attack A42: is refused when a login would cost too much, or it is too weak: %s', (encoded) => {
    expect(refused(encoded)).toMatch(/outside \d+ to \d+\.$/);
  });
});

describe('the hasher', () => {
  const hasher = new PasswordHasher({ concurrency: 2, maxQueue: 100 });

  it('verifies them, and wants them made anew', async () => {
    for (const [, encoded, password] of MADE_ELSEWHERE) {
      expect(await hasher.verify(encoded, password)).toBe(true);
      expect(await hasher.verify(encoded, `${password}x`)).toBe(false);
      expect(hasher.needsRehash(encoded)).toBe(true);
    }
    // Some eighty hashes, one after the other: a busy machine takes longer than a test usually may.
  }, 60_000);

  it('takes no password for a user who has none', async () => {
    for (const password of ['', '!', 'password']) expect(await hasher.verify('!', password)).toBe(false);
  });
});
