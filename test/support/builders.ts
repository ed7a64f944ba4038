import { randomBytes } from 'node:crypto';
import type { RegistrationOptions } from '../../src/clients/new-client.js';
import { ClientRegistration } from '../../src/clients/client-registration.service.js';
import { Client } from '../../src/clients/client.entity.js';
import { checkClientMetadata, type ClientMetadataInput } from '../../src/protocol/client-metadata.js';
import { CreateUser } from '../../src/users/create-user.dto.js';
import { User } from '../../src/users/user.entity.js';
import { UserService } from '../../src/users/user.service.js';
import type { TestApp } from './app.js';
import { TestBrowser } from './browser.js';
import { noteSecret } from './leak-scan.js';

/** A registered app with what its owner was shown once. */
export interface TestClient {
  readonly rowId: string;
  readonly clientId: string;
  /** Empty for a public client. */
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
  readonly registrationAccessToken: string;
  readonly stateKey: string;
}

/** What may differ from the usual app: metadata, owner, and what only an admin may set. */
export interface ClientChanges extends Partial<ClientMetadataInput>, Pick<RegistrationOptions, 'logo'> {
  readonly owner?: { readonly employeeId: string };
  readonly row?: Partial<
    Pick<
      Client,
      | 'pkceRequired'
      | 'refreshTokenRotation'
      | 'isVerified'
      | 'status'
      | 'metadata'
      | 'scopes'
      | 'allowedScopes'
      | 'adminScopes'
    >
  >;
}

/** A person with an account. */
export interface TestUser {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  readonly email: string;
  readonly employeeId: string;
}

/** What may differ from the usual person: what they typed at sign-up, and what stands in the row beside it. */
export interface UserChanges extends Partial<CreateUser> {
  readonly row?: Partial<Omit<User, 'id' | 'accessTokens'>>;
}

let made = 0;

/** Registers an app: a server with one callback URL and every scope, unless told otherwise. */
export async function aClient(served: TestApp, changes: ClientChanges = {}): Promise<TestClient> {
  const { owner, row, logo, ...metadataChanges } = changes;
  const { metadata, faults } = checkClientMetadata({ ...usualApp(changes.kind), ...metadataChanges });
  if (metadata === undefined) throw new Error(`aClient: ${faults.map(({ message }) => message).join(' ')}`);
  const registration = await served.app.get(ClientRegistration).register(owner ?? null, metadata, { logo });
  const { client, clientSecret = '', registrationAccessToken, stateKey } = registration;
  if (row !== undefined) await served.source.getRepository(Client).update({ id: client.id }, row);
  for (const secret of [clientSecret, registrationAccessToken, stateKey]) noteSecret(secret);
  const { id: rowId, clientId, redirectUris } = client;
  return { rowId, clientId, clientSecret, redirectUris, registrationAccessToken, stateKey };
}

function usualApp(kind = 'server'): ClientMetadataInput {
  made += 1;
  const isMachine = kind === 'machine';
  const isConfidential = isMachine || kind === 'server';
  return {
    kind,
    client_name: `App ${made}`,
    redirect_uris: isMachine ? [] : [`https://app-${made}.example/callback`],
    scope: isMachine ? [] : ['openid', 'profile', 'email', 'phone', 'address', 'offline_access'],
    token_endpoint_auth_method: isConfidential ? 'client_secret_post' : 'none',
  };
}

/** Signs a person up, with every field filled in unless told otherwise. */
export async function aUser(served: TestApp, changes: UserChanges = {}): Promise<TestUser> {
  made += 1;
  const { row, ...typed } = changes;
  const password = `pw-${randomBytes(9).toString('base64url')}`;
  const usual = {
    username: `user${made}`,
    email: `user${made}@example.com`,
    password,
    dob: '1990-12-31',
    phone: '+491701234567',
  };
  const form = Object.assign(new CreateUser(), usual, typed);
  noteSecret(form.password);
  const { id, username, email, employeeId } = await served.app.get(UserService).register(form);
  if (row !== undefined) await served.source.getRepository(User).update({ id }, row);
  return { id, username, email, employeeId, password: form.password };
}

/** A browser in which the person has just signed in. */
export async function aBrowserOf(
  served: TestApp,
  { username, password }: Pick<TestUser, 'username' | 'password'>,
  address?: string,
): Promise<TestBrowser> {
  const browser = new TestBrowser(served, address);
  const { status, location } = await browser.post('/login', { username, password });
  if (status !== 303) throw new Error(`${username} could not sign in: ${status} ${location ?? ''}`);
  return browser;
}
