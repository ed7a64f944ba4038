import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThanOrEqual, type Repository } from 'typeorm';
import { v7 } from 'uuid';
import { Settings } from '../config/settings.js';
import { open, seal } from '../crypto/seal.js';
import { LocalMail } from './local-mail.entity.js';
import type { OutgoingMail } from './outgoing-mail.js';

const MOST = 200;

/** A mail that was kept, with when it would have left. */
export interface KeptMail extends OutgoingMail {
  readonly sentAt: Date;
}

/** Owns `local_mails`: the mailbox of a developer's machine. The newest 200, sealed. */
@Injectable()
export class LocalMails {
  constructor(
    @InjectRepository(LocalMail) private readonly mails: Repository<LocalMail>,
    private readonly settings: Settings,
  ) {}

  /** Keeps a mail, and forgets the oldest one. */
  async keep(mail: OutgoingMail): Promise<void> {
    const id = v7();
    const sealedMail = seal(this.settings.secretKeys, contextOf(id), Buffer.from(JSON.stringify(mail)));
    await this.mails.insert({ id, sealedMail, createdAt: new Date() });
    // Ids grow with time. Neither database has a portable DELETE with an OFFSET.
    const [first] = await this.mails.find({ select: { id: true }, order: { id: 'DESC' }, skip: MOST, take: 1 });
    if (first !== undefined) await this.mails.delete({ id: LessThanOrEqual(first.id) });
  }

  /** Newest first. Its own id names a kept mail, not the one of its Message-ID. */
  async list(): Promise<KeptMail[]> {
    const rows = await this.mails.find({ order: { id: 'DESC' }, take: MOST });
    return rows.map((row) => this.opened(row));
  }

  async find(id: string): Promise<KeptMail | undefined> {
    const row = await this.mails.findOneBy({ id });
    return row === null ? undefined : this.opened(row);
  }

  private opened({ id, sealedMail, createdAt }: LocalMail): KeptMail {
    const mail = JSON.parse(open(this.settings.secretKeys, contextOf(id), sealedMail).toString()) as OutgoingMail;
    return { ...mail, id, sentAt: createdAt };
  }
}

function contextOf(id: string): string {
  return `local_mails.sealed_mail ${id}`;
}
