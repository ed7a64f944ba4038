import { Initial1795400000000 } from './1795400000000-initial.js';
import { OpenIdClientMetadata1795500000000 } from './1795500000000-openid-client-metadata.js';
import { SigningKeys1795500100000 } from './1795500100000-signing-keys.js';
import { ClientAssertions1795500200000 } from './1795500200000-client-assertions.js';
import { DynamicRegistration1795500300000 } from './1795500300000-dynamic-registration.js';
import { OpenIdGrants1795500400000 } from './1795500400000-openid-grants.js';
import { Invitations1795600500000 } from './1795600500000-invitations.js';
import { BulkOperations1795600510000 } from './1795600510000-bulk-operations.js';
import { Mail1795500600000 } from './1795500600000-mail.js';
import { StandardClaims1795500700000 } from './1795500700000-standard-claims.js';
import { Logout1795500800000 } from './1795500800000-logout.js';
import { AdminApi1795501000000 } from './1795501000000-admin-api.js';
import { AuditLog1795501100000 } from './1795501100000-audit-log.js';
import { UserImports1795600100000 } from './1795600100000-user-imports.js';
import { Webhooks1795600200000 } from './1795600200000-webhooks.js';
import { ScopesAndResources1795600300000 } from './1795600300000-scopes-and-resources.js';
import { Settings1795600400000 } from './1795600400000-settings.js';
import { Statistics1795600600000 } from './1795600600000-statistics.js';
import { ListedTokens1795600700000 } from './1795600700000-listed-tokens.js';
import { BulkLeases1795600800000 } from './1795600800000-bulk-leases.js';
import { OutboxReceivers1795600900000 } from './1795600900000-outbox-receivers.js';
import { AuditRequests1795600900000 } from './1795600900000-audit-requests.js';
import { AuditChainEnds1795600950000 } from './1795600950000-audit-chain-ends.js';

/** The one migration history, oldest first, for SQLite and MariaDB/MySQL alike. A merged migration never changes. */
export const MIGRATIONS = [
  Initial1795400000000,
  OpenIdClientMetadata1795500000000,
  SigningKeys1795500100000,
  ClientAssertions1795500200000,
  DynamicRegistration1795500300000,
  OpenIdGrants1795500400000,
  Mail1795500600000,
  StandardClaims1795500700000,
  Logout1795500800000,
  AdminApi1795501000000,
  AuditLog1795501100000,
  UserImports1795600100000,
  Webhooks1795600200000,
  ScopesAndResources1795600300000,
  Settings1795600400000,
  Invitations1795600500000,
  BulkOperations1795600510000,
  Statistics1795600600000,
  ListedTokens1795600700000,
  BulkLeases1795600800000,
  OutboxReceivers1795600900000,
  AuditRequests1795600900000,
  AuditChainEnds1795600950000,
];
