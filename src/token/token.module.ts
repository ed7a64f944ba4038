import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { InstallationModule } from '../installation/installation.module.js';
import { KeysModule } from '../keys/keys.module.js';
import { StatisticsModule } from '../statistics/statistics.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { AccessToken } from './access-token.entity.js';
import { ClientJwts } from './client-jwts.service.js';
import { GrantAdministration } from './grant-administration.service.js';
import { GrantTools } from './grants/grant-tools.service.js';
import { GrantService } from './grant.service.js';
import { Grant } from './grant.entity.js';
import { IdTokens } from './id-tokens.service.js';
import { IntrospectionController } from './introspection.controller.js';
import { IntrospectionService } from './introspection.service.js';
import { OAuthEngine } from './oauth-engine.js';
import { OperatorIntrospection } from './operator-introspection.service.js';
import { PreflightController } from './preflight.controller.js';
import { RefreshTokens } from './refresh-tokens.js';
import { RevocationController } from './revocation.controller.js';
import { AccessTokenStore } from './store/access-token.store.js';
import { GrantStore } from './store/grant.store.js';
import { Subjects } from './subjects.service.js';
import { TokenAdministration } from './token-administration.service.js';
import { TokenAudiences } from './token-audiences.service.js';
import { TokenController } from './token.controller.js';
import { UserinfoController } from './userinfo.controller.js';
import { UserinfoService } from './userinfo.service.js';

/**
 * Owns grants (`oauth_grants`), access tokens (`oauth_access_tokens`) and ID tokens, the identifiers by which clients see
 * users, the OAuth library, and the endpoints that give,
 * describe, use and end tokens. Does not own the browser flow before the code (src/authorize) nor what a user allowed
 * (src/consent).
 */
@Module({
  imports: [
    TypeOrmModule.forFeature([Grant, AccessToken]),
    AuditModule,
    ClientsModule,
    InstallationModule,
    KeysModule,
    StatisticsModule,
    ScopesModule,
  ],
  controllers: [
    TokenController,
    RevocationController,
    IntrospectionController,
    UserinfoController,
    PreflightController,
  ],
  providers: [
    OAuthEngine,
    GrantTools,
    GrantService,
    GrantAdministration,
    TokenAdministration,
    OperatorIntrospection,
    IntrospectionService,
    RefreshTokens,
    GrantStore,
    AccessTokenStore,
    Subjects,
    TokenAudiences,
    ClientJwts,
    IdTokens,
    UserinfoService,
  ],
  exports: [GrantService, GrantAdministration, TokenAdministration, OperatorIntrospection, AccessTokenStore, Subjects],
})
export class TokenModule {}
