import { Module } from '@nestjs/common';
import { OAuthMetadataController } from './oauth-metadata.controller.js';

/** Owns the documents from which clients configure themselves. Knows no table. */
@Module({ controllers: [OAuthMetadataController] })
export class DiscoveryModule {}
