import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { UsersModule } from '../users/users.module.js';
import { DryRunValues } from './dry-run-values.store.js';
import { ImportBatch } from './import-batch.service.js';
import { ImportErrors } from './import-errors.store.js';
import { ImportFiles } from './import-files.service.js';
import { ImportParts } from './import-parts.store.js';
import { ImportRun } from './import-run.service.js';
import { ImportUploads } from './import-uploads.service.js';
import { UserImportError } from './user-import-error.entity.js';
import { UserImportPart } from './user-import-part.entity.js';
import { UserImportValue } from './user-import-value.entity.js';
import { UserImport } from './user-import.entity.js';
import { UserImports } from './user-imports.service.js';
import { UserImportStore } from './user-imports.store.js';

/** Owns imports of users from files (docs/adr/0043). The users belong to src/users, the clockwork to src/operations. */
@Module({
  imports: [
    TypeOrmModule.forFeature([UserImport, UserImportPart, UserImportError, UserImportValue]),
    AuditModule,
    UsersModule,
  ],
  providers: [
    UserImportStore,
    ImportParts,
    ImportErrors,
    DryRunValues,
    ImportBatch,
    ImportRun,
    ImportUploads,
    ImportFiles,
    UserImports,
  ],
  exports: [UserImports, ImportUploads, ImportFiles],
})
export class ImportModule {}
