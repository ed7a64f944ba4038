import { requireSettings, withServices } from './with-database.js';
import { FirstAdminService } from '../users/first-admin.service.js';
import { CommandFailure } from './command-failure.js';
import { printJson, printLines } from './output.js';

/**
 * `doorward user setup-link`: one more link like that of the first start. It is a credential.
 * @throws CommandFailure when somebody owns the installation
 */
export async function setupLink({ json }: { readonly json?: true }): Promise<void> {
  const link = await withServices('write', (services) => services.get(FirstAdminService).linkIfNeeded());
  if (link === undefined) {
    throw new CommandFailure([
      "This installation has an owner, who gives roles to others: look with 'doorward user list'.",
    ]);
  }
  if (json) return printJson({ link });
  const minutes = requireSettings().lifetimes.firstAdminLink / 60;
  printLines(`With this link the first admin is made. It works once, for ${minutes} minutes.`, '', `  ${link}`);
}
