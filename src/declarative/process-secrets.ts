import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentValue } from '../config/env.js';
import type { Declarer } from './declarer.js';
import { type FoundSecret, judgedSecret, type SecretReference, type SecretSource } from './secret-reference.js';

/** The operator of this machine, whose environment and files are this process's own. @param folder of the document */
export function operator(folder: string): Declarer {
  return { through: 'cli', secrets: processSecrets(folder), mayRead: () => true };
}

function processSecrets(folder: string): SecretSource {
  return {
    place: placeOf,
    find: (reference) =>
      'env' in reference ? inEnvironment(reference.env) : inFile(resolve(folder, reference.file), placeOf(reference)),
  };
}

function placeOf(reference: SecretReference): string {
  return 'env' in reference ? `the environment variable ${reference.env}` : `the file ${reference.file}`;
}

function inEnvironment(name: string): FoundSecret {
  const text = environmentValue(name);
  if (text === undefined) return { missing: `${name} is not set`, remedy: `Set ${name}` };
  return judgedSecret(text, placeOf({ env: name }));
}

function inFile(path: string, place: string): FoundSecret {
  try {
    // Editors end the last line.
    return judgedSecret(readFileSync(path, 'utf8').replace(/\r?\n$/, ''), place);
  } catch {
    return { fault: `Make ${place} readable: it could not be read.` };
  }
}
