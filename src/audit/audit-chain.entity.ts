import { Column, Entity, PrimaryColumn } from 'typeorm';
import { digest } from '../sql/columns.js';

/** Where a chain of audit events begins and ends, so that rows missing at its ends are found as well. */
@Entity('audit_chains')
export class AuditChain {
  @PrimaryColumn({ name: 'chain', type: 'int' }) chain!: number;
  /** Of the newest event whose writer came this far: a process that dies in between leaves the end one behind. */
  @Column({ name: 'last_seq', type: 'int' }) lastSeq!: number;
  /** Of the oldest event that retention has left. */
  @Column({ name: 'first_seq', type: 'int' }) firstSeq!: number;
  /** The hash that the oldest event refers to. */
  @Column({ name: 'first_previous_hash', ...digest }) firstPreviousHash!: Buffer;
  /** Of these two, so that nobody else moves the beginning. */
  @Column({ name: 'first_hash', ...digest }) firstHash!: Buffer;
}
