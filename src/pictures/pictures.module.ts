import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PictureController } from './picture.controller.js';
import { Picture } from './picture.entity.js';
import { PictureService } from './picture.service.js';

/** Owns stored pictures (`pictures`) and the address they are served under. Does not know whose they are. */
@Module({
  imports: [TypeOrmModule.forFeature([Picture])],
  controllers: [PictureController],
  providers: [PictureService],
  exports: [PictureService],
})
export class PicturesModule {}
