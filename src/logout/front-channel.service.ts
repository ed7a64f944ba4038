import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import { Settings } from '../config/settings.js';
import { withQuery } from '../protocol/with-query.js';
import { SessionClients } from './session-clients.service.js';

/** Tells apps in the browser that a session has ended (OpenID Connect Front-Channel Logout 1.0). */
@Injectable()
export class FrontChannel {
  constructor(
    private readonly participants: SessionClients,
    private readonly clients: ClientService,
    private readonly settings: Settings,
  ) {}

  /** The address of one frame for each app of the session that registered one. */
  async framesOf(sid: string): Promise<string[]> {
    const participants = await this.participants.of([sid]);
    const frames = await Promise.all(participants.map(({ clientId }) => this.frameOf(clientId, sid)));
    return frames.filter((frame) => frame !== undefined);
  }

  private async frameOf(clientId: string, sid: string): Promise<string | undefined> {
    const client = await this.clients.find(clientId);
    if (client === undefined || !client.isActive) return undefined;
    const { frontchannel_logout_uri: uri, frontchannel_logout_session_required: isSessionRequired } = client.metadata;
    if (uri === undefined) return undefined;
    // §2: "iss" and "sid" when the app asked for them; then both.
    return isSessionRequired === true ? withQuery(uri, { iss: this.settings.issuer, sid }) : uri;
  }
}
