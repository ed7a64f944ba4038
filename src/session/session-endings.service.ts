import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';

/** A session that is about to end, or that has just lost its credentials. */
export interface EndedSession {
  readonly sid: string;
  readonly userId: string;
}

type Listener = (ended: readonly EndedSession[]) => Promise<void>;

/**
 * Who must know that sessions end. Every way to end one goes through `SessionService`, and that announces it here, so no
 * page, command or later feature can forget it. A session that expires is not announced: see docs/adr/0040.
 */
@Injectable()
export class SessionEndings {
  private readonly listeners: Listener[] = [];

  constructor(private readonly audit: AuditLog) {}

  /** Called once, by who has something to do then (`onModuleInit`). */
  onEnd(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Resolves when everybody has done, or safely kept, what they have to do. */
  async announce(ended: readonly EndedSession[]): Promise<void> {
    if (ended.length === 0) return;
    for (const listener of this.listeners) await listener(ended);
    for (const { sid, userId } of ended) {
      await this.audit.record({ action: 'session.ended', target: { type: 'session', id: sid }, details: { userId } });
    }
  }
}
