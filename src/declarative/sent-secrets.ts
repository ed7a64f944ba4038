import { type FoundSecret, judgedSecret, type SecretReference, type SecretSource } from './secret-reference.js';

/**
 * Secrets that a request brings along, by their names. Nothing else is looked at: whoever may send a document must not
 * read the environment and the files of the server by it.
 */
export function sentSecrets(sent: Readonly<Record<string, string>>): SecretSource {
  return {
    place: placeOf,
    find: (reference) =>
      'env' in reference
        ? amongSent(sent, reference.env)
        : { fault: 'Files are not read here: write `{ env: NAME }`, and send the secret as NAME in `secrets`.' },
  };
}

function placeOf(reference: SecretReference): string {
  return 'env' in reference ? `secrets.${reference.env}` : 'a file';
}

function amongSent(sent: Readonly<Record<string, string>>, name: string): FoundSecret {
  const text = Object.hasOwn(sent, name) ? sent[name] : undefined;
  if (text === undefined) return { missing: `${name} was not sent`, remedy: `Send ${name} in \`secrets\`` };
  return judgedSecret(text, placeOf({ env: name }));
}
