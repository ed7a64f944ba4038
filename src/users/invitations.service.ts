import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, type Repository, type UpdateResult } from 'typeorm';
import { v7 } from 'uuid';
import { AuditLog } from '../audit/audit-log.service.js';
import { Settings } from '../config/settings.js';
import { sha256 } from '../crypto/digest.js';
import { randomToken } from '../crypto/random-token.js';
import { inserted } from '../sql/inserted.js';
import { sqlNow } from '../sql/now.js';
import { emailKey } from './email-address.js';
import { Invitation, type InviterType } from './invitation.entity.js';
import type { UserRole } from './user.entity.js';

/** Where the mailed link leads. */
export const INVITATION_PATH = '/invitation';

/** Who is to be invited, and by whom. */
export interface NewInvitation {
  readonly email: string;
  readonly name?: string | undefined;
  readonly locale?: string | undefined;
  readonly role: UserRole;
  readonly inviter: { readonly type: InviterType; readonly id: string };
}

/** An invitation with the link to mail. The link is a credential: it goes to the address and nowhere else. */
export interface MailableInvitation {
  readonly invitation: Invitation;
  readonly link: string;
}

/** Owns `invitations`. What may happen once is one guarded statement; the database's clock decides what is over. */
@Injectable()
export class Invitations {
  private readonly now: string;

  constructor(
    @InjectRepository(Invitation) private readonly invitations: Repository<Invitation>,
    private readonly settings: Settings,
    private readonly audit: AuditLog,
  ) {
    this.now = sqlNow(invitations.manager);
  }

  async byId(id: string): Promise<Invitation | null> {
    return this.invitations.findOneBy({ id });
  }

  /** @returns undefined when the address has one already that may still be used */
  async create({ email, name, locale, role, inviter }: NewInvitation): Promise<MailableInvitation | undefined> {
    const [id, token, key] = [v7(), randomToken(), emailKey(email)];
    await this.update({ openEmailKey: null }, { openEmailKey: key }, `NOT (${this.isPending()})`);
    const row = {
      id,
      email,
      emailKey: key,
      openEmailKey: key,
      digest: sha256(token),
      name: name ?? null,
      locale: locale ?? null,
      role,
      inviterType: inviter.type,
      inviterId: inviter.id,
      createdAt: () => this.now,
      ...this.lifeFromNow(),
    };
    const insert = this.invitations.createQueryBuilder().insert().values(row).updateEntity(false);
    if (!(await inserted(() => insert.execute()))) return undefined;
    await this.note('invitation.created', id, { role });
    return this.mailable(id, token);
  }

  /** Makes a new link, which lives as long as a first one and ends the one before. @returns undefined when it is over */
  async renew(id: string): Promise<MailableInvitation | undefined> {
    const token = randomToken();
    const change = { digest: sha256(token), ...this.lifeFromNow() };
    // One that has expired lives again, unless its address has been invited anew.
    const { affected } = await this.update(change, { id }, 'open_email_key IS NOT NULL AND accepted_at IS NULL');
    if (affected !== 1) return undefined;
    await this.note('invitation.resent', id);
    return this.mailable(id, token);
  }

  /** Ends one that was not accepted. @returns whether this call did it */
  async withdraw(id: string): Promise<boolean> {
    const change = { withdrawnAt: () => this.now, openEmailKey: null };
    const { affected } = await this.update(change, { id }, 'accepted_at IS NULL AND withdrawn_at IS NULL');
    if (affected === 1) await this.note('invitation.withdrawn', id);
    return affected === 1;
  }

  /** The invitation of a link that works. Looking spends nothing. */
  async live(token: string): Promise<Invitation | undefined> {
    const query = this.invitations.createQueryBuilder('invitations').where({ digest: sha256(token) });
    return (await query.andWhere(this.isSpendable()).getOne()) ?? undefined;
  }

  /** Spends a link: of two at once one gets through. @returns whether this call did it */
  async spend(token: string): Promise<boolean> {
    const { affected } = await this.update(
      { acceptedAt: () => this.now },
      { digest: sha256(token) },
      this.isSpendable(),
    );
    return affected === 1;
  }

  /** Nothing came of it: the link works again, unless the address was invited anew meanwhile. */
  async giveBack({ id }: Invitation): Promise<void> {
    await this.update({ acceptedAt: null }, { id, userId: IsNull() }, 'open_email_key IS NOT NULL');
  }

  /** Notes who came of it. */
  async accepted({ id }: Invitation, userId: string): Promise<void> {
    await this.invitations.update({ id }, { userId, openEmailKey: null });
    const actor = { type: 'user', id: userId } as const;
    await this.audit.record({ action: 'invitation.accepted', target: { type: 'invitation', id }, actor });
  }

  /** On a row of `invitations`: it waits for an answer. */
  isPending(): string {
    return `accepted_at IS NULL AND withdrawn_at IS NULL AND expires_at > ${this.now}`;
  }

  /** A role lasts no longer than the rights of whoever gave it; an address is taken by whoever was quicker. */
  private isSpendable(): string {
    return `${this.isPending()}
      AND NOT EXISTS (SELECT 1 FROM users u WHERE u.email_key = invitations.email_key)
      AND (invitations.role = 'user' OR inviter_type = 'operator' OR EXISTS (SELECT 1 FROM users o
        WHERE inviter_type = 'user' AND o.id = inviter_id AND o.role = 'owner' AND o.status = 'active'))`;
  }

  private lifeFromNow() {
    const end = `${this.now} + ${this.settings.lifetimes.invitation * 1000}`;
    return { sentAt: () => this.now, expiresAt: () => end };
  }

  private update(change: object, row: object, condition: string): Promise<UpdateResult> {
    return this.invitations.createQueryBuilder().update().set(change).where(row).andWhere(condition).execute();
  }

  private async mailable(id: string, token: string): Promise<MailableInvitation> {
    const invitation = await this.invitations.findOneByOrFail({ id });
    return { invitation, link: `${this.settings.issuer}${INVITATION_PATH}?token=${token}` };
  }

  private note(action: `invitation.${'created' | 'resent' | 'withdrawn'}`, id: string, details = {}): Promise<void> {
    return this.audit.record({ action, target: { type: 'invitation', id }, details });
  }
}
