import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import { OutboundError } from '../outbound/outbound-error.js';
import { Outbound } from '../outbound/outbound.service.js';
import { OutboxGiveUp } from '../outbox/outbox-give-up.js';
import { OutboxRetry } from '../outbox/outbox-retry.js';
import { Outbox } from '../outbox/outbox.service.js';
import { LogoutTokens } from './logout-tokens.service.js';
import type { Participant } from './session-clients.service.js';

const KIND = 'back-channel logout';
const FORM = 'application/x-www-form-urlencoded';

/** Tells apps, server to server, that a session has ended (OpenID Connect Back-Channel Logout 1.0). */
@Injectable()
export class BackChannel implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly outbound: Outbound,
    private readonly clients: ClientService,
    private readonly tokens: LogoutTokens,
  ) {}

  onModuleInit(): void {
    this.outbox.handle<Participant>(KIND, (payload, _attempt, id) => this.deliver(payload, id), {
      receiverOf: ({ clientId }) => clientId,
    });
  }

  /** Keeps one message for each of these apps that registered an address for it. One INSERT. */
  async tell(participants: readonly Participant[]): Promise<void> {
    const wanted = await Promise.all(participants.map(({ clientId }) => this.addressOf(clientId)));
    const told = participants.filter((_, index) => wanted[index] !== undefined);
    await this.outbox.enqueueAll(
      KIND,
      told.map(({ sid, userId, clientId }) => ({ sid, userId, clientId })),
    );
  }

  private async addressOf(clientId: string): Promise<string | undefined> {
    return (await this.clients.find(clientId))?.metadata.backchannel_logout_uri;
  }

  /**
   * One attempt. The token is signed now, so that hours in the outbox do not make it old; its `jti` stays, so that the
   * app can recognise a repeat.
   */
  private async deliver({ sid, userId, clientId }: Participant, id: string): Promise<void> {
    const client = await this.clients.find(clientId);
    const uri = client?.isActive === true ? client.metadata.backchannel_logout_uri : undefined;
    if (client === undefined || uri === undefined) throw new OutboxGiveUp('the app no longer asks to be told');
    checkAnswer(await this.post(uri, await this.tokens.sign(client, { userId, sid, id })));
  }

  /** §2.5: "a logout_token parameter", form encoded. */
  private async post(uri: string, token: string): Promise<number> {
    try {
      const content = new URLSearchParams({ logout_token: token }).toString();
      return (await this.outbound.post(uri, { contentType: FORM, content, purpose: 'backchannel_logout_uri' })).status;
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error;
      throw new OutboxRetry(error.message, { cause: error });
    }
  }
}

/** §2.8: 200 is the answer; "implementations SHOULD also accept 204"; 400 says that the app will not have it. */
function checkAnswer(status: number): void {
  if (status === 200 || status === 204) return;
  if (status === 400) throw new OutboxGiveUp('the app answered 400: it refuses the logout token');
  throw new OutboxRetry(`the app answered ${status}`);
}
