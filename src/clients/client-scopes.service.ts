import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { sqlNow } from '../sql/now.js';
import { Client } from './client.entity.js';
import { ClientService } from './client.service.js';

/** Which apps are registered for the scopes that administrators define. */
@Injectable()
export class ClientScopes {
  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly directory: ClientService,
  ) {}

  /** How many apps are registered for any of these. One statement, which reads every app. */
  async countOf(names: readonly string[]): Promise<number> {
    if (names.length === 0) return 0;
    const query = this.clients.createQueryBuilder('client');
    names.forEach((name, index) => {
      const parameter = `quoted${index}`;
      query.orWhere(`INSTR(client.scopes, :${parameter}) > 0`, { [parameter]: JSON.stringify(name) });
    });
    return query.getCount();
  }

  /**
   * Lets an app have a scope, or not any more. Guarded by what the app has, so that no other change is lost.
   * @param client as it was read
   * @returns false when the app was changed since: read it and try again
   */
  async decide(client: Client, name: string, isAllowed: boolean): Promise<boolean> {
    const change = (list: readonly string[]) =>
      isAllowed ? [...new Set([...list, name])] : list.filter((scope) => scope !== name);
    const { affected } = await this.clients
      .createQueryBuilder()
      .update()
      .set({
        scopes: change(client.scopes),
        // What an administrator allowed at most when it registered grows, so that its next update is not refused.
        ...(isAllowed && client.allowedScopes !== null && { allowedScopes: change(client.allowedScopes) }),
        updatedAt: this.nextVersion(),
      })
      .where({ id: client.id })
      .andWhere('scopes = :seen', { seen: JSON.stringify(client.scopes) })
      .execute();
    if (affected !== 1) return false;
    await this.directory.noteChange(client, 'client.updated', { members: ['scope'], scope: name, isAllowed });
    return true;
  }

  /**
   * Takes a scope from every app that has it. The lists are JSON without spaces, and no name holds a quote or a comma, so
   * its text stands there once and nowhere else. One statement for each of the two lists; each app is written down.
   * @param why for the audit log
   * @returns how many apps had it
   */
  async withdraw(name: string, why: AuditDetails): Promise<number> {
    const quoted = JSON.stringify(name);
    const losing = await this.clients
      .createQueryBuilder('client')
      .select(['client.id', 'client.clientId'])
      .where('INSTR(client.scopes, :quoted) > 0', { quoted })
      .orderBy('client.id')
      .getMany();
    const parameters = { quoted, first: `${quoted},`, later: `,${quoted}` };
    await this.clients
      .createQueryBuilder()
      .update()
      .set({ allowedScopes: without('allowed_scopes') })
      .where('INSTR(allowed_scopes, :quoted) > 0', parameters)
      .execute();
    const { affected = 0 } = await this.clients
      .createQueryBuilder()
      .update()
      .set({ scopes: without('scopes'), updatedAt: this.nextVersion() })
      .where('INSTR(scopes, :quoted) > 0', parameters)
      .execute();
    const details = { members: ['scope'], scope: name, isAllowed: false, ...why };
    await this.directory.noteChanges(losing, 'client.updated', details);
    return affected;
  }

  private nextVersion(): () => string {
    const now = sqlNow(this.clients.manager);
    return () => `CASE WHEN updated_at >= ${now} THEN updated_at + 1 ELSE ${now} END`;
  }
}

/** A list without what `withdraw` names. */
function without(column: 'scopes' | 'allowed_scopes'): () => string {
  return () => `REPLACE(REPLACE(REPLACE(${column}, :first, ''), :later, ''), :quoted, '')`;
}
