import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ClientsModule } from '../clients/clients.module.js';
import { ScopesModule } from '../scopes/scopes.module.js';
import { ResourceAdministration } from './resource-administration.service.js';
import { ScopeAdministration } from './scope-administration.service.js';

/**
 * Makes, changes and deletes scopes and resource servers, with what that means for apps. The tables are those of
 * src/scopes, whose readers do not know about apps.
 */
@Module({
  imports: [AuditModule, ClientsModule, ScopesModule],
  providers: [ResourceAdministration, ScopeAdministration],
  exports: [ResourceAdministration, ScopeAdministration],
})
export class ResourcesModule {}
