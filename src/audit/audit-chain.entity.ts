import { Column, Entity, PrimaryColumn } from 'typeorm';
import { digest } from '../sql/columns.js';

/** Numbered from 0, all made at once: two processes meet in the same one seldom, and then only wait for one another. */
export const CHAINS = 8;

/** Where a chain of audit events begins and ends, so that rows missing at its ends are found as well. */
@Entity('audit_chains')
export class AuditChain {
  @PrimaryColumn({ name: 'chain', type: 'int' }) chain!: number;
  /** Of the newest event whose writer came this far: a process that dies in between leaves the end one behind. */
  @Column({ name: 'last_seq', type: 'int' }) lastSeq!: number;
  /** Of it, so that nobody else sets the end back. Null in a database of before, until its chains are sealed. */
  @Column({ name: 'end_hash', ...digest, nullable: true }) endHash!: Buffer | null;
  /** Of the oldest event that retention has left. */
  @Column({ name: 'first_seq', type: 'int' }) firstSeq!: number;
  /** The hash that the oldest event refers to. */
  @Column({ name: 'first_previous_hash', ...digest }) firstPreviousHash!: Buffer;
  /** Of these two, so that nobody else moves the beginning. */
  @Column({ name: 'first_hash', ...digest }) firstHash!: Buffer;
}
