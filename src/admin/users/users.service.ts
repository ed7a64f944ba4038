import { Injectable } from '@nestjs/common';
import { ResetLinks } from '../../addresses/reset-links.service.js';
import type { Caller } from '../../api/caller.js';
import { checkFreshLogin } from '../../api/fresh-login.js';
import { checkMayActOn, checkMayGive } from '../../api/rights.js';
import type { AuditAction } from '../../audit/audit-actions.js';
import type { AuditDetails } from '../../audit/audit-event.entity.js';
import { AuditLog } from '../../audit/audit-log.service.js';
import { Problem } from '../../http/problem.js';
import { text } from '../../pages/texts.js';
import { SessionService } from '../../session/session.service.js';
import { CreateUser } from '../../users/create-user.dto.js';
import { DuplicateUserError } from '../../users/duplicate-user-error.js';
import { UserAdministration, type UserChange } from '../../users/user-administration.service.js';
import { UserService } from '../../users/user.service.js';
import type { User } from '../../users/user.entity.js';
import type { NewUser, UserPatch } from './user.dto.js';

/** What is done to users through the admin API, by whom it may be done; their end is `UserDeletion`. */
@Injectable()
export class AdminUsers {
  constructor(
    private readonly users: UserService,
    private readonly administration: UserAdministration,
    private readonly sessions: SessionService,
    private readonly audit: AuditLog,
    private readonly resetLinks: ResetLinks,
  ) {}

  /** @throws Problem `not-found` */
  async one(id: string): Promise<User> {
    const user = await this.users.byId(id);
    if (user === null) throw new Problem('not-found');
    return user;
  }

  /** @throws Problem `conflict` */
  async create({ username, email, password, empUserId, dob, phone, ...claims }: NewUser): Promise<User> {
    const documented = Object.fromEntries(
      Object.entries({ username, email, password, empUserId, dob, phone }).filter(([, value]) => value !== undefined),
    );
    try {
      const user = await this.users.register(Object.assign(new CreateUser(), documented));
      const change = changeOf(claims);
      if (Object.keys(change).length === 0) return user;
      await this.users.updateProfile(user, change);
      return await this.one(user.id);
    } catch (cause) {
      if (!(cause instanceof DuplicateUserError)) throw cause;
      const errors = [{ field: cause.field, message: text(cause.textKey) }];
      throw new Problem('conflict', 'Another user has this already.', { cause, errors });
    }
  }

  /** @throws Problem `forbidden`, `login-too-old`, `precondition-failed` */
  async change(caller: Caller, user: User, patch: UserPatch): Promise<User> {
    checkMayActOn(caller, user.role);
    const members = membersChanged(user, patch);
    if (members.includes('role')) checkMayGive(caller, patch.role ?? user.role);
    if (members.includes('role') || members.includes('status')) checkFreshLogin(caller);
    // What is so already is not done, nor written down, once more.
    if (members.length === 0) return user;
    const changed = await this.administration.change(user, changeOf(patch));
    if (changed === undefined) throw new Problem('precondition-failed');
    for (const { action, details } of actsOf(user, changed, members)) await this.note(action, user, details);
    if (changed.credentialsVersion !== user.credentialsVersion) await this.forgetLogins(changed);
    return changed;
  }

  /** @throws Problem `forbidden` */
  async signOut(caller: Caller, user: User): Promise<void> {
    checkMayActOn(caller, user.role);
    const credentialsVersion = await this.administration.endLogins(user);
    await this.sessions.forgetOlder(user.id, credentialsVersion);
    await this.note('user.signed_out_everywhere', user);
  }

  /**
   * Ends every login of the user and mails them a link for a new password. The old password works until it is used.
   * @throws Problem `forbidden`, `conflict`
   */
  async resetPassword(caller: Caller, user: User): Promise<void> {
    checkMayActOn(caller, user.role);
    if (user.status !== 'active') throw new Problem('conflict', 'The user is disabled: enable them first.');
    if (!this.resetLinks.canSend) throw new Problem('conflict', 'This server sends no mail: set SMTP_URL.');
    const credentialsVersion = await this.administration.endLogins(user);
    await this.sessions.forgetOlder(user.id, credentialsVersion);
    // Of the new version: the end of the logins would end an older link, too.
    await this.resetLinks.send(Object.assign(user, { credentialsVersion }));
    await this.note('user.password_reset_sent', user);
  }

  private note(action: AuditAction, { id }: User, details: AuditDetails = {}): Promise<void> {
    return this.audit.record({ action, target: { type: 'user', id }, details });
  }

  private forgetLogins({ id, credentialsVersion }: User): Promise<void> {
    return this.sessions.forgetOlder(id, credentialsVersion);
  }
}

interface UserAct {
  readonly action: AuditAction;
  readonly details: AuditDetails;
}

/** What a change comes to: with the words that somebody looks for. */
function actsOf(before: User, after: User, members: readonly string[]): UserAct[] {
  const acts: UserAct[] = [];
  const others = members.filter((member) => member !== 'role' && member !== 'status');
  if (others.length > 0) acts.push({ action: 'user.updated', details: { members: others } });
  if (before.role !== after.role)
    acts.push({ action: 'user.role_changed', details: { from: before.role, to: after.role } });
  if (before.status !== after.status)
    acts.push({ action: after.status === 'active' ? 'user.enabled' : 'user.disabled', details: {} });
  return acts;
}

/** The members of a patch that say something else than what is there. */
function membersChanged(user: User, patch: UserPatch): string[] {
  return Object.keys(patch).filter((member) => {
    const [[column, value] = []] = Object.entries(changeOf({ [member]: patch[member as keyof UserPatch] }));
    return column !== undefined && user[column as keyof User] !== value;
  });
}

function changeOf({ given_name: givenName, family_name: familyName, dob, phone, ...rest }: UserPatch): UserChange {
  const change = { ...rest, givenName, familyName, birthdate: dob, phoneNumber: phone };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as UserChange;
}
