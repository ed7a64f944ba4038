import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { KeyRingCache } from './key-ring-cache.service.js';
import { KeyRotation } from './key-rotation.service.js';
import { KeyVault } from './key-vault.service.js';
import { SigningKey } from './signing-key.entity.js';
import { SigningKeyStore } from './signing-key.store.js';
import { SigningKeys } from './signing-keys.service.js';

/**
 * Owns this server's key pairs (`signing_keys`): what they sign, what they verify, and when one follows the other.
 * Does not own what is signed, nor the clients' keys (src/clients).
 */
@Module({
  imports: [TypeOrmModule.forFeature([SigningKey]), AuditModule],
  providers: [KeyVault, SigningKeyStore, KeyRingCache, SigningKeys, KeyRotation],
  exports: [SigningKeys, KeyRotation],
})
export class KeysModule {}
