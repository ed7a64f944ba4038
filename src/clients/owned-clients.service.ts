import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { AuditDetails } from '../audit/audit-event.entity.js';
import { ClientLogos } from './client-logos.service.js';
import { Client } from './client.entity.js';
import { ClientService } from './client.service.js';

/** Apps of one statement. */
const BATCH = 100;

/** All apps of somebody, at once. */
@Injectable()
export class OwnedClients {
  constructor(
    @InjectRepository(Client) private readonly clients: Repository<Client>,
    private readonly directory: ClientService,
    private readonly logos: ClientLogos,
  ) {}

  /**
   * Deletes every app of an owner before the owner goes: the foreign key would take them unseen, and leave their logos.
   * Each is written down; a few statements for each hundred.
   * @param details why, for the audit log
   * @returns how many there were
   */
  async deleteAll(ownerEmployeeId: string, details: AuditDetails): Promise<number> {
    const select = { id: true, clientId: true, logo: true } as const;
    for (let count = 0; ;) {
      const apps = await this.clients.find({ select, where: { ownerEmployeeId }, order: { id: 'ASC' }, take: BATCH });
      if (apps.length === 0) return count;
      await this.clients.delete({ id: In(apps.map(({ id }) => id)) });
      count += apps.length;
      await this.directory.noteChanges(apps, 'client.deleted', details);
      for (const { logo } of apps) await this.logos.remove(logo);
    }
  }
}
