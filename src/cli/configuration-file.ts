import { dirname, resolve } from 'node:path';
import type { Declarer } from '../declarative/declarer.js';
import { pathText } from '../declarative/difference.js';
import { ConfigurationFaults } from '../declarative/document.js';
import { operator } from '../declarative/process-secrets.js';
import { CommandFailure } from './command-failure.js';
import { printable } from './table.js';
import { readTextFile } from './text-file.js';

/** A document, and whose it is. */
export interface ConfigurationFile {
  readonly name: string;
  readonly text: string;
  readonly declarer: Declarer;
}

/** @param name of a file, or `-` for standard input @throws CommandFailure */
export function readConfigurationFile(name: string): ConfigurationFile {
  return {
    name: name === '-' ? '(standard input)' : name,
    text: readTextFile(name),
    declarer: operator(name === '-' ? '.' : dirname(resolve(name))),
  };
}

/** Runs work on a document. @throws CommandFailure with every fault, each with its line and path */
export async function explainingFaults<T>({ name }: ConfigurationFile, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof ConfigurationFaults)) throw cause;
    const sentences = cause.faults.map(({ line, path, message }) => {
      const place = path.length === 0 ? '' : ` ${printable(pathText(path))}:`;
      return `${name}:${line}:${place} ${message}`;
    });
    throw new CommandFailure(sentences, undefined, { cause });
  }
}
