import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import { RecentlyNoted } from './recently-noted.js';
import { SessionClient } from './session-client.entity.js';

/** A session and an app that it signed in to. */
export interface Participant {
  readonly sid: string;
  readonly userId: string;
  readonly clientId: string;
}

interface SignedIn {
  readonly sid: string;
  readonly userId: string;
  readonly client: RegisteredClient;
}

/** Owns `session_clients`: which apps must hear when a session ends. */
@Injectable()
export class SessionClients {
  private readonly noted = new RecentlyNoted();
  private readonly expiresAt: () => string;

  constructor(
    @InjectRepository(SessionClient) private readonly participants: Repository<SessionClient>,
    { lifetimes }: Settings,
  ) {
    const now = sqlNow(participants.manager);
    this.expiresAt = () => `${now} + ${lifetimes.sessionAbsolute * 1000}`;
  }

  /**
   * Notes that the session signs in to this app, before the app gets its code. An app that did not register a logout
   * address costs nothing; any other one statement, and nothing when this process has noted it lately.
   */
  async note({ sid, userId, client }: SignedIn): Promise<void> {
    if (!wantsToHear(client) || this.noted.has(sid, client.rowId)) return;
    const key = { sid, clientRowId: client.rowId };
    if (!(await this.insert({ ...key, userId }))) await this.participants.update(key, { expiresAt: this.expiresAt });
    this.noted.add(sid, client.rowId);
  }

  /** The apps of these sessions. One SELECT. */
  async of(sids: readonly string[]): Promise<Participant[]> {
    const rows = await this.participants
      .createQueryBuilder('participant')
      .innerJoin('participant.client', 'client')
      .select(['participant.sid', 'participant.clientRowId', 'participant.userId', 'client.id', 'client.clientId'])
      .where({ sid: In(sids) })
      .getMany();
    return rows.flatMap(({ sid, userId, client }) => (client ? [{ sid, userId, clientId: client.clientId }] : []));
  }

  /** False when it is there already: the index decides, so there is no race. */
  private async insert(row: Pick<SessionClient, 'sid' | 'clientRowId' | 'userId'>): Promise<boolean> {
    const times = { createdAt: new Date(), expiresAt: this.expiresAt };
    return inserted(() =>
      this.participants
        .createQueryBuilder()
        .insert()
        .values({ ...row, ...times })
        .updateEntity(false)
        .execute(),
    );
  }
}

function wantsToHear({ metadata }: RegisteredClient): boolean {
  return metadata.backchannel_logout_uri !== undefined || metadata.frontchannel_logout_uri !== undefined;
}
