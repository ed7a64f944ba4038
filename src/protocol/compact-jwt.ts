import { isObject, type JsonObject } from './json-value.js';
import { parseUniqueJson } from './unique-json.js';

/** A signed JWT whose signature nobody has checked yet. */
export interface CompactJwt {
  readonly header: JsonObject;
  readonly payload: JsonObject;
}

/** Far more than a client has to say, with room for a certificate chain in the header. */
const MAX_LENGTH = 16_384;

/**
 * Takes a signed JWT in compact form (RFC 7515 §3.1, RFC 7519 §3.1) apart, strictly: what two readers could read
 * differently is none (attack A32). An encrypted one has five parts and is none either.
 * @returns undefined for anything else
 */
export function readCompactJwt(text: string): CompactJwt | undefined {
  if (text.length > MAX_LENGTH) return undefined;
  const [header = '', payload = '', signature = '', ...more] = text.split('.', 4);
  if (more.length > 0 || !isBase64url(signature)) return undefined;
  const [decodedHeader, decodedPayload] = [objectIn(header), objectIn(payload)];
  if (decodedHeader === undefined || decodedPayload === undefined) return undefined;
  return { header: decodedHeader, payload: decodedPayload };
}

/** Without padding, and with zeros in the bits that carry nothing (RFC 4648 §3.5). */
function isBase64url(text: string): boolean {
  return /^[\w-]+$/.test(text) && Buffer.from(text, 'base64url').toString('base64url') === text;
}

function objectIn(encoded: string): JsonObject | undefined {
  if (!isBase64url(encoded)) return undefined;
  const bytes = Buffer.from(encoded, 'base64url');
  const text = bytes.toString('utf8');
  // Bytes that are no UTF-8 have become U+FFFD, which has other bytes.
  if (!Buffer.from(text).equals(bytes)) return undefined;
  try {
    const value = parseUniqueJson(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
