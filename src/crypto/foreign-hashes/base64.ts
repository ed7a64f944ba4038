/** Standard, URL-safe and passlib's alphabet (`.` in place of `+`), with or without padding. */
const BASE64 = /^[A-Za-z0-9+/._-]+={0,2}$/;

/** Decodes Base64 of any of these alphabets; undefined for anything else. */
export function decodedBase64(text: string): Buffer | undefined {
  return BASE64.test(text) ? Buffer.from(text.replaceAll('.', '+'), 'base64') : undefined;
}
