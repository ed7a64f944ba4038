import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Throttle } from './throttle.entity.js';
import { ThrottleService } from './throttle.service.js';

/** Owns the counters of attempts (`throttles`). Does not know what is counted, nor how much of it is too much. */
@Module({
  imports: [TypeOrmModule.forFeature([Throttle])],
  providers: [ThrottleService],
  exports: [ThrottleService],
})
export class ThrottleModule {}
