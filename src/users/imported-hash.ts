import { ValidateBy } from 'class-validator';
import { ForeignHashError } from '../crypto/foreign-hashes/foreign-hash.js';
import { readForeignHash } from '../crypto/foreign-hashes/index.js';

/** The hash of a password, made by another system, that can be verified here at a bearable cost. */
export const ImportedHash = (): PropertyDecorator =>
  ValidateBy({
    name: 'importedHash',
    validator: {
      validate: (value) => faultOf(value) === undefined,
      defaultMessage: (args) => faultOf(args?.value) ?? '',
    },
  });

function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'A password hash is a text.';
  try {
    readForeignHash(value);
    return undefined;
  } catch (error) {
    if (error instanceof ForeignHashError) return error.message;
    throw error;
  }
}
