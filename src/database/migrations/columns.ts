import type { TableColumnOptions, TableForeignKeyOptions, TableIndexOptions } from 'typeorm';

/*
 * Shorthands for migrations. Their meaning is frozen: merged migrations are written with them.
 */

type Nullability = 'NULL' | 'NOT NULL';

const column = (name: string, type: string, nullability: Nullability, length?: number): TableColumnOptions => ({
  name,
  type,
  isNullable: nullability === 'NULL',
  ...(length === undefined ? {} : { length: String(length) }),
});

export const varchar = (name: string, length: number, nullability: Nullability = 'NOT NULL') =>
  column(name, 'varchar', nullability, length);
export const text = (name: string, nullability: Nullability = 'NOT NULL') => column(name, 'text', nullability);
export const bigint = (name: string, nullability: Nullability = 'NOT NULL') => column(name, 'bigint', nullability);
export const int = (name: string, nullability: Nullability = 'NOT NULL') => column(name, 'integer', nullability);
export const boolean = (name: string) => column(name, 'boolean', 'NOT NULL');
/** A 32-byte digest. */
export const binary = (name: string, nullability: Nullability = 'NOT NULL') => column(name, 'binary', nullability, 32);
export const mediumblob = (name: string) => column(name, 'mediumblob', 'NOT NULL');

export const primary = (options: TableColumnOptions): TableColumnOptions => ({ ...options, isPrimary: true });

export const index = (name: string, ...columnNames: string[]): TableIndexOptions => ({ name, columnNames });
export const unique = (name: string, ...columnNames: string[]): TableIndexOptions => ({
  name,
  columnNames,
  isUnique: true,
});

/** Deleting the referenced row deletes these rows; changing its key is refused unless said otherwise. */
export function foreignKey(
  name: string,
  columnName: string,
  referencedTableName: string,
  referencedColumnName = 'id',
  onUpdate = 'RESTRICT',
): TableForeignKeyOptions {
  return {
    name,
    columnNames: [columnName],
    referencedTableName,
    referencedColumnNames: [referencedColumnName],
    onDelete: 'CASCADE',
    onUpdate,
  };
}
