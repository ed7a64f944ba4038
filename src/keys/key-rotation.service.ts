import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import type { SigningAlg } from '../protocol/jose-algs.js';
import { type KeyReport, keyReports } from './key-report.js';
import { KeyRingCache } from './key-ring-cache.service.js';
import { isPublished, type KeySchedule, keyScheduleOf, publishedLongEnoughAt } from './key-schedule.js';
import { KeyVault } from './key-vault.service.js';
import { type RotationStep, rotationPlan } from './rotation-plan.js';
import { RotationRefusedError } from './rotation-refused-error.js';
import type { SigningKey } from './signing-key.entity.js';
import { SigningKeyStore } from './signing-key.store.js';

/** Retired keys of an algorithm that are published at once: whoever rotates without end makes no key set without end. */
const MOST_RETIRED = 24;
/** A new key is made, promoted, and its predecessor retired; one more round sees that nothing is left. */
const MOST_ROUNDS = 5;

/** How a rotation is asked for. */
export interface RotationOrder {
  readonly isForced: boolean;
  readonly next?: string | undefined;
}

/**
 * Makes, promotes, retires and revokes signing keys. Any number of processes may do so at once: each step is one guarded
 * statement, and the plan is made anew from what the database says.
 */
@Injectable()
export class KeyRotation {
  private readonly schedule: KeySchedule;

  constructor(
    private readonly store: SigningKeyStore,
    private readonly vault: KeyVault,
    private readonly rings: KeyRingCache,
    private readonly audit: AuditLog,
    settings: Settings,
  ) {
    this.schedule = keyScheduleOf(settings);
  }

  /**
   * Before the first request: every key opens, each algorithm has one to sign with, and this process knows them, so that
   * it can publish them whatever happens to the database. The next keys can wait.
   * @throws UnopenableKeyError, UnopenableSecretError
   */
  async prepare(): Promise<void> {
    await this.requireOpenable();
    await this.follow((step) => step.do !== 'create' || step.state === 'active');
    await this.rings.current();
  }

  /**
   * Before an act: with this SECRET_KEY what is sealed opens, and the act can be written down.
   * @throws UnopenableKeyError, UnopenableSecretError
   */
  async requireOpenable(): Promise<void> {
    const { keys } = await this.store.all();
    for (const key of keys) if (key.privateJwk !== null) this.vault.open(key);
    await this.audit.prepare();
  }

  /** Does what is due. @returns what this process did */
  async maintain(): Promise<readonly RotationStep[]> {
    return this.follow(() => true);
  }

  /** Every key that has not gone, with what happens to it next. */
  async list(): Promise<readonly KeyReport[]> {
    return keyReports(await this.store.all(), this.schedule);
  }

  /**
   * Lets the published next key take over as soon as every client knows it, or at once. Of several who ask for that at
   * the same time, about the same key, one is done.
   * @param order.isForced do not wait: clients that keep the JWKS may refuse what it signs for a few minutes
   * @param order.next the next key that was seen; the one that there is when absent
   * @returns the next key as it is now: active, or with the time from which it will be
   * @throws RotationRefusedError
   */
  async rotate(alg: SigningAlg, { isForced, next }: RotationOrder): Promise<KeyReport> {
    const { keys, now } = await this.store.all();
    const retired = keys.filter((key) => key.alg === alg && key.state === 'retired' && isPublished(key, now));
    if (retired.length >= MOST_RETIRED) throw tooMany(alg, retired);
    const seen = next ?? keys.find((key) => key.alg === alg && key.state === 'next')?.id;
    const id = await this.promoteNext(alg, isForced, seen);
    if (id === undefined) throw overtaken(alg);
    return this.require(id);
  }

  /**
   * From now on nothing counts that the key signed. If it is the active one, the next key takes over before.
   * @returns false when there is no such key, or it was revoked before
   */
  async revoke(id: string): Promise<boolean> {
    await this.audit.replaceLostKey();
    const key = (await this.list()).find(({ kid }) => kid === id);
    // Somebody else may replace it at this moment: then it is replaced.
    if (key?.state === 'active') await this.promoteNext(key.alg, true);
    const isRevoked = await this.store.revoke(id, this.schedule);
    this.rings.forget();
    if (isRevoked) await this.audit.record({ action: 'key.revoked', target: { type: 'key', id } });
    await this.maintain();
    return isRevoked;
  }

  /** @returns undefined when it was not for this call to do */
  private async promoteNext(alg: SigningAlg, isForced: boolean, seen?: string): Promise<string | undefined> {
    await this.maintain();
    const { keys, now } = await this.store.all();
    const next = keys.find((key) => key.alg === alg && key.state === 'next' && key.id === (seen ?? key.id));
    if (next === undefined) return undefined;
    const from = isForced ? now : publishedLongEnoughAt(next, this.schedule);
    if (!(await this.store.schedule(next.id, from))) return undefined;
    await this.audit.record({
      action: 'key.rotated',
      target: { type: 'key', id: next.id },
      details: { alg, isForced },
    });
    await this.maintain();
    return next.id;
  }

  private async follow(isWanted: (step: RotationStep) => boolean): Promise<readonly RotationStep[]> {
    const done: RotationStep[] = [];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const { keys, now } = await this.store.all();
      const steps = rotationPlan(keys, now, this.schedule).filter(isWanted);
      if (steps.length === 0) break;
      const taken = await Promise.all(steps.map(async (step) => ((await this.take(step)) ? [step] : [])));
      done.push(...taken.flat());
    }
    this.rings.forget();
    return done;
  }

  /** @returns false when another process was faster */
  private async take(step: RotationStep): Promise<boolean> {
    if (step.do === 'promote') return this.promote(step.id);
    if (step.do === 'retire') return this.store.retire(step.id, this.schedule);
    const { alg, generation, state } = step;
    const id = v7();
    return this.store.add({ id, alg, generation, state, ...(await this.vault.create(id, alg)) });
  }

  /** By schedule, or because somebody asked for it. */
  private async promote(id: string): Promise<boolean> {
    const isPromoted = await this.store.promote(id);
    if (isPromoted) await this.audit.record({ action: 'key.activated', target: { type: 'key', id } });
    return isPromoted;
  }

  private async require(id: string): Promise<KeyReport> {
    const report = (await this.list()).find(({ kid }) => kid === id);
    if (report === undefined) throw new Error('the signing key is gone');
    return report;
  }
}

function overtaken(alg: SigningAlg): RotationRefusedError {
  const message = `Somebody else rotates the key of ${alg} at this moment, or has ordered it: look at the keys again.`;
  return new RotationRefusedError('overtaken', message);
}

function tooMany(alg: SigningAlg, retired: readonly SigningKey[]): RotationRefusedError {
  const ends = retired.map(({ publishedUntil }) => publishedUntil?.getTime() ?? Infinity);
  const until = new Date(Math.min(...ends)).toISOString();
  const message = `${MOST_RETIRED} retired keys of ${alg} are published still: rotate again after ${until}. A key that somebody else may have is revoked.`;
  return new RotationRefusedError('too many', message);
}
