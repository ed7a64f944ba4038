import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';

/** Where the generated types are kept. */
export const SCHEMA_FILE = fileURLToPath(new URL('schema.d.ts', import.meta.url));

/** The types of the admin API, generated from its OpenAPI document. */
export async function generatedTypes(document: object): Promise<string> {
  const text = astToString(await openapiTS(document as OpenAPI3));
  return `// Generated from the OpenAPI document: npm run client. Not written by hand.\n\n${text}`;
}

/** What is kept, as it stands. */
export function keptTypes(): string {
  return readFileSync(SCHEMA_FILE, 'utf8');
}

export async function writeTypes(document: object): Promise<void> {
  writeFileSync(SCHEMA_FILE, await generatedTypes(document));
}
