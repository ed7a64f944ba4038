import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type EndedSession, SessionEndings } from '../session/session-endings.service.js';
import { GrantService } from '../token/grant.service.js';
import { BackChannel } from './back-channel.service.js';
import { SessionClients } from './session-clients.service.js';

/** What the end of a session brings with it, however it ends. See docs/adr/0040. */
@Injectable()
export class LogoutEffects implements OnModuleInit {
  constructor(
    private readonly endings: SessionEndings,
    private readonly participants: SessionClients,
    private readonly backChannel: BackChannel,
    private readonly grants: GrantService,
  ) {}

  onModuleInit(): void {
    this.endings.onEnd((ended) => this.apply(ended));
  }

  /**
   * The messages come first: if the server stops before the rest, the session still lives, and the next logout tells
   * everybody once more.
   */
  private async apply(ended: readonly EndedSession[]): Promise<void> {
    const sids = ended.map(({ sid }) => sid);
    await this.backChannel.tell(await this.participants.of(sids));
    await this.grants.revokeOfSessions(sids);
  }
}
