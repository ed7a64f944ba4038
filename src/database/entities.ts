import { ConsoleToken } from '../api/console-token.entity.js';
import { IdempotencyRecord } from '../api/idempotency-record.entity.js';
import { AuditChain } from '../audit/audit-chain.entity.js';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { BulkItem } from '../bulk/bulk-item.entity.js';
import { BulkOperation } from '../bulk/bulk-operation.entity.js';
import { ClientSecret } from '../clients/client-secret.entity.js';
import { Client } from '../clients/client.entity.js';
import { OutboundFailure } from '../clients/outbound-failure.entity.js';
import { UsedJti } from '../clients/used-jti.entity.js';
import { Consent } from '../consent/consent.entity.js';
import { UserImportError } from '../import/user-import-error.entity.js';
import { UserImportPart } from '../import/user-import-part.entity.js';
import { UserImportValue } from '../import/user-import-value.entity.js';
import { UserImport } from '../import/user-import.entity.js';
import { Interaction } from '../interaction/interaction.entity.js';
import { SigningKey } from '../keys/signing-key.entity.js';
import { SessionClient } from '../logout/session-client.entity.js';
import { LocalMail } from '../mail/local-mail.entity.js';
import { OutboxMessage } from '../outbox/outbox-message.entity.js';
import { Picture } from '../pictures/picture.entity.js';
import { InitialAccessToken } from '../registration/initial-access-token.entity.js';
import { CustomScope } from '../scopes/custom-scope.entity.js';
import { ResourceServer } from '../scopes/resource-server.entity.js';
import { Session } from '../session/session.entity.js';
import { Statistic } from '../statistics/statistic.entity.js';
import { UserActivity } from '../statistics/user-activity.entity.js';
import { Throttle } from '../throttle/throttle.entity.js';
import { Setting } from '../settings/setting.entity.js';
import { AccessToken } from '../token/access-token.entity.js';
import { Grant } from '../token/grant.entity.js';
import { InstallationSecret } from '../installation/installation-secret.entity.js';
import { EmailChange } from '../users/email-change.entity.js';
import { Invitation } from '../users/invitation.entity.js';
import { OneTimeToken } from '../users/one-time-token.entity.js';
import { User } from '../users/user.entity.js';
import { WebhookDelivery } from '../webhooks/webhook-delivery.entity.js';
import { Webhook } from '../webhooks/webhook.entity.js';

/** Every table. */
export const ENTITIES = [
  User,
  OneTimeToken,
  EmailChange,
  Invitation,
  LocalMail,
  Picture,
  Client,
  ClientSecret,
  InitialAccessToken,
  OutboundFailure,
  UsedJti,
  Session,
  Throttle,
  Interaction,
  Consent,
  Grant,
  AccessToken,
  SigningKey,
  InstallationSecret,
  SessionClient,
  OutboxMessage,
  AuditChain,
  AuditEvent,
  ConsoleToken,
  IdempotencyRecord,
  UserImport,
  UserImportPart,
  UserImportError,
  UserImportValue,
  BulkOperation,
  BulkItem,
  Setting,
  Statistic,
  UserActivity,
  Webhook,
  WebhookDelivery,
  ResourceServer,
  CustomScope,
];
