import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InstallationSecret } from './installation-secret.entity.js';
import { InstallationSecretStore } from './installation-secret.store.js';

/** Owns the random values of this installation that outlive every rotation of SECRET_KEY (`installation_secrets`). */
@Module({
  imports: [TypeOrmModule.forFeature([InstallationSecret])],
  providers: [InstallationSecretStore],
  exports: [InstallationSecretStore],
})
export class InstallationModule {}
