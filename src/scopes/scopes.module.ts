import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CustomScope } from './custom-scope.entity.js';
import { ResourceServer } from './resource-server.entity.js';
import { ScopeCatalogue } from './scope-catalogue.service.js';

/**
 * Holds the scopes and resource servers that administrators define (`oauth_scopes`, `oauth_resources`), for whoever asks
 * by them. Changing them, with what that means for apps, is src/resources.
 */
@Module({
  imports: [TypeOrmModule.forFeature([CustomScope, ResourceServer])],
  providers: [ScopeCatalogue],
  exports: [ScopeCatalogue, TypeOrmModule],
})
export class ScopesModule {}
