import { Module } from '@nestjs/common';
import { ClientsModule } from '../clients/clients.module.js';
import { ResourcesModule } from '../resources/resources.module.js';
import { SettingsModule } from '../settings/settings.module.js';
import { Configuration } from './configuration.service.js';
import type { Kind } from './kind.js';
import { KINDS, Kinds } from './kinds.js';
import { Planner } from './planner.service.js';

/** The configuration as a document: export, plan, apply. Owns no table: the services that own them do the work. */
@Module({
  imports: [ClientsModule, ResourcesModule, SettingsModule],
  providers: [
    ...KINDS,
    { provide: Kinds, useFactory: (...all: Kind[]): Kinds => ({ all }), inject: [...KINDS] },
    Planner,
    Configuration,
  ],
  exports: [Configuration],
})
export class DeclarativeModule {}
