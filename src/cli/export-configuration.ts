import { Configuration } from '../declarative/configuration.service.js';
import { DeclarativeModule } from '../declarative/declarative.module.js';
import { withServices } from './with-database.js';

/** `doorward export` */
export async function exportConfiguration(): Promise<void> {
  const text = await withServices('read', (services) => services.get(Configuration).export(), [DeclarativeModule]);
  process.stdout.write(
    `# Doorward, see docs/declarative.md. Secrets are references: set them before this is applied elsewhere.\n${text}`,
  );
}
