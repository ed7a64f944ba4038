import { Module } from '@nestjs/common';
import { ApiModule } from '../api/api.module.js';
import { SessionModule } from '../session/session.module.js';
import { UsersModule } from '../users/users.module.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { UsersController } from './users/users.controller.js';
import { AdminUsers } from './users/users.service.js';

/** The resources of the admin API. Owns no table: the services that own them do the work. */
@Module({
  imports: [ApiModule, SessionModule, UsersModule],
  controllers: [SessionsController, UsersController],
  providers: [AdminUsers],
})
export class AdminModule {}
