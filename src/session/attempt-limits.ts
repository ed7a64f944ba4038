import type { FastifyRequest } from 'fastify';
import { LIFETIMES } from '../config/lifetimes.js';
import { sha256 } from '../crypto/digest.js';
import { networkOf } from '../throttle/network.js';
import type { Counters, Limit } from '../throttle/throttle.service.js';

/*
 * How many attempts are borne, by whom. Only failures count: a success gives its points back. Counters are keyed by
 * the user's id, so that a name and an address of one user are one account (attack R62). See docs/adr on throttling.
 */

const MINUTE = 60;
const HOUR = 60 * MINUTE;

const LIMITS = {
  /** One account from one network: a person who mistypes. */
  accountFromNetwork: { points: 10, seconds: 15 * MINUTE },
  /** All accounts from one network: credential stuffing. An office behind one address still fits. */
  network: { points: 100, seconds: 15 * MINUTE },
  /** One account from all unknown browsers together: a botnet. */
  account: { points: 100, seconds: HOUR },
  /** One account from a browser that has signed in to it before, which none of the above can lock out. */
  device: { points: 10, seconds: 15 * MINUTE },
  passwordChange: { points: 10, seconds: 15 * MINUTE },
  signup: { points: 100, seconds: HOUR },
  /** Authorization requests that wait for a person: each is a row. A large office at nine o'clock still fits. */
  waiting: { points: 3_000, seconds: 15 * MINUTE },
  /** Asking which names and addresses are taken. */
  taken: { points: 30, seconds: HOUR },
  /** Mails that a signed-in user can have sent: to an address that may be somebody else's. */
  addressMail: { points: 5, seconds: HOUR },
  /** Mails to one address that somebody wants for their account; those of all accounts together. */
  wantedAddress: { points: 10, seconds: HOUR },
  /** Asking for a new password, whoever's: each is a row and perhaps a mail. */
  recovery: { points: 20, seconds: HOUR },
  /**
   * Links for a new password to one account. The time is that of the link: whoever asks too often has a mail whose link
   * still works, so that strangers' requests lock nobody out.
   */
  recoveryMail: { points: 5, seconds: LIFETIMES.passwordResetLink },
} satisfies Record<string, Limit>;

/**
 * What a login attempt is counted under.
 * @param account the user's id, or the digest of a name that no user has
 * @param device id of this browser when the user has signed in with it before: then nothing that strangers do counts
 */
export function loginCounters(request: FastifyRequest, account: string, device: string | undefined): Counters {
  if (device !== undefined) return new Map([[`device:${device}`, LIMITS.device]]);
  const network = networkOf(request.ip);
  return new Map([
    // The shared counter comes first: once it is used up, made-up names begin no counters of their own.
    [`network:${network}`, LIMITS.network],
    [`login:${account}:${network}`, LIMITS.accountFromNetwork],
    [`account:${account}`, LIMITS.account],
  ]);
}

export function passwordChangeCounters(userId: string): Counters {
  return new Map([[`password:${userId}`, LIMITS.passwordChange]]);
}

export function waitingCounters(request: FastifyRequest): Counters {
  return new Map([[`waiting:${networkOf(request.ip)}`, LIMITS.waiting]]);
}

export function signupCounters(request: FastifyRequest): Counters {
  return new Map([[`signup:${networkOf(request.ip)}`, LIMITS.signup]]);
}

export function takenCounters(request: FastifyRequest): Counters {
  return new Map([[`taken:${networkOf(request.ip)}`, LIMITS.taken]]);
}

export function addressMailCounters(userId: string): Counters {
  return new Map([[`address-mail:${userId}`, LIMITS.addressMail]]);
}

/** @param key of the wanted address; kept as a digest, since counters outlive the wish */
export function wantedAddressCounters(key: string): Counters {
  return new Map([[`wanted-address:${sha256(key).toString('base64url')}`, LIMITS.wantedAddress]]);
}

export function recoveryCounters(request: FastifyRequest): Counters {
  return new Map([[`recovery:${networkOf(request.ip)}`, LIMITS.recovery]]);
}

export function recoveryMailCounters(userId: string): Counters {
  return new Map([[`recovery-mail:${userId}`, LIMITS.recoveryMail]]);
}
