import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { sha256 } from '../crypto/digest.js';
import { inserted } from '../sql/inserted.js';
import { UsedJti } from './used-jti.entity.js';

/** Milliseconds: the database's clock empties the table, another one has judged that the JWT is still good. */
const CLOCK_MARGIN_MS = 60_000;

/** Owns `oauth_replay_guard`: the `jti` of JWTs that may be accepted once, by whichever process. */
@Injectable()
export class ReplayGuard {
  constructor(@InjectRepository(UsedJti) private readonly used: Repository<UsedJti>) {}

  /**
   * Marks a JWT as used. Call it last: a `jti` whose JWT was not proven genuine would be lost for its owner (attack R28).
   * @param kind what the JWT is for; the same `jti` elsewhere is another
   * @param owner who chose the `jti`: two owners may choose the same
   * @param expiresAt when nobody would accept the JWT any more
   * @returns true once
   */
  async use(kind: string, owner: string, jti: string, expiresAt: Date): Promise<boolean> {
    const digest = sha256(JSON.stringify([kind, owner, jti]));
    return inserted(() =>
      this.used
        .createQueryBuilder()
        .insert()
        .values({ digest, expiresAt: new Date(expiresAt.getTime() + CLOCK_MARGIN_MS) })
        .updateEntity(false)
        .execute(),
    );
  }
}
