import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import type { SigningAlg } from '../protocol/jose-algs.js';
import { type KeyReport, keyReports } from './key-report.js';
import { KeyRingCache } from './key-ring-cache.service.js';
import { type KeySchedule, keyScheduleOf, publishedLongEnoughAt } from './key-schedule.js';
import { KeyVault } from './key-vault.service.js';
import { type RotationStep, rotationPlan } from './rotation-plan.js';
import { SigningKeyStore } from './signing-key.store.js';

/** A new key is made, promoted, and its predecessor retired; one more round sees that nothing is left. */
const MOST_ROUNDS = 5;

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
   * Lets the published next key take over as soon as every client knows it, or at once.
   * @param isForced do not wait: clients that keep the JWKS may refuse what it signs for a few minutes
   * @returns the next key as it is now: active, or with the time from which it will be
   */
  async rotate(alg: SigningAlg, { isForced }: { isForced: boolean }): Promise<KeyReport> {
    await this.maintain();
    const { keys, now } = await this.store.all();
    const next = keys.find((key) => key.alg === alg && key.state === 'next');
    if (next === undefined) throw new Error(`there is no next signing key for ${alg}`);
    await this.store.schedule(next.id, isForced ? now : publishedLongEnoughAt(next, this.schedule));
    await this.audit.record({
      action: 'key.rotated',
      target: { type: 'key', id: next.id },
      details: { alg, isForced },
    });
    await this.maintain();
    return this.require(next.id);
  }

  /**
   * From now on nothing counts that the key signed. If it is the active one, the next key takes over before.
   * @returns false when there is no such key, or it was revoked before
   */
  async revoke(id: string): Promise<boolean> {
    await this.audit.replaceLostKey();
    const key = (await this.list()).find(({ kid }) => kid === id);
    if (key?.state === 'active') await this.rotate(key.alg, { isForced: true });
    const isRevoked = await this.store.revoke(id, this.schedule);
    this.rings.forget();
    if (isRevoked) await this.audit.record({ action: 'key.revoked', target: { type: 'key', id } });
    await this.maintain();
    return isRevoked;
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
