import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { LiveSettings } from './live-settings.service.js';
import { SettingAdministration } from './setting-administration.service.js';
import { Setting } from './setting.entity.js';
import { SettingStore } from './setting.store.js';

/** Owns what is set while the server runs (`settings`). What is only read at start is in src/config. */
@Module({
  imports: [TypeOrmModule.forFeature([Setting]), AuditModule],
  providers: [LiveSettings, SettingAdministration, SettingStore],
  exports: [LiveSettings, SettingAdministration],
})
export class SettingsModule {}
