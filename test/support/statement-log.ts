import type { Logger } from 'typeorm';

/** The read of all settings: a process makes it once a second at most, whatever is asked of it (docs/adr/0047). */
const SETTINGS_READ = /FROM [`"]settings[`"] [`"]Setting[`"]$/;

/** What a piece of work cost. */
interface Statements {
  readonly all: string[];
  readonly reads: string[];
  readonly writes: string[];
  /** Not among the others: it falls to whoever comes first in a second. */
  readonly settings: string[];
}

/** Counts the SQL statements that a piece of work costs. Transaction brackets count too: they are round trips. */
export class StatementLog implements Logger {
  private statements: string[] = [];

  /** Runs the work and returns the statements it made, in order. */
  async during(work: () => Promise<unknown>): Promise<Statements> {
    this.statements = [];
    await work();
    const all = this.statements.filter((statement) => !SETTINGS_READ.test(statement));
    return {
      all,
      reads: all.filter((statement) => /^\s*SELECT/i.test(statement)),
      settings: this.statements.filter((statement) => SETTINGS_READ.test(statement)),
      writes: all.filter((statement) => !/^\s*SELECT/i.test(statement)),
    };
  }

  logQuery(query: string): void {
    // Written by a clock of its own, not by a request.
    if (/^\s*INSERT INTO (?:statistics|user_activity) /.test(query)) return;
    this.statements.push(query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
