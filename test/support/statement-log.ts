import type { Logger } from 'typeorm';

/** Counts the SQL statements that a piece of work costs. Transaction brackets count too: they are round trips. */
export class StatementLog implements Logger {
  private statements: string[] = [];

  /** Runs the work and returns the statements it made, in order. */
  async during(work: () => Promise<unknown>): Promise<{ all: string[]; reads: string[]; writes: string[] }> {
    this.statements = [];
    await work();
    const all = [...this.statements];
    return {
      all,
      reads: all.filter((statement) => /^\s*SELECT/i.test(statement)),
      writes: all.filter((statement) => !/^\s*SELECT/i.test(statement)),
    };
  }

  logQuery(query: string): void {
    this.statements.push(query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
