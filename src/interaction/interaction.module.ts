import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Interaction } from './interaction.entity.js';
import { InteractionService } from './interaction.service.js';

/**
 * Owns the rows of browser requests under way (`oauth_interactions`).
 * Does not own the steps: login is src/session, consent is src/consent, the dispatcher is src/authorize.
 */
@Module({
  imports: [TypeOrmModule.forFeature([Interaction])],
  providers: [InteractionService],
  exports: [InteractionService],
})
export class InteractionModule {}
