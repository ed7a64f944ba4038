import { Module } from '@nestjs/common';
import { KeysModule } from '../keys/keys.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { JwksController } from './jwks.controller.js';
import { OAuthMetadataController } from './oauth-metadata.controller.js';
import { OpenIdMetadataController } from './openid-metadata.controller.js';

/** Owns the documents from which clients configure themselves. Knows no table. */
@Module({
  imports: [KeysModule, SettingsModule],
  controllers: [OAuthMetadataController, OpenIdMetadataController, JwksController],
})
export class DiscoveryModule {}
