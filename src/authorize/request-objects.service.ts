import { Injectable } from '@nestjs/common';
import { compactVerify, errors } from 'jose';
import { ClientKeys } from '../clients/client-keys.service.js';
import type { RegisteredClient } from '../clients/registered-client.js';
import { Settings } from '../config/settings.js';
import { OAuthError } from '../protocol/oauth-error.js';
import type { ParsedParams } from '../protocol/params.js';
import {
  checkRequestObject,
  MAX_REQUEST_OBJECT,
  mayBeUnsigned,
  mergeRequestObject,
  readRequestObject,
  readUnsignedRequestObject,
  type RequestObject,
  requestObjectAlgs,
} from '../protocol/request-object.js';
import { RequestUris } from './request-uris.service.js';

/** Opens request objects: authorization requests in a JWT (OpenID Connect Core §6, RFC 9101). */
@Injectable()
export class RequestObjects {
  constructor(
    private readonly keys: ClientKeys,
    private readonly uris: RequestUris,
    private readonly settings: Settings,
  ) {}

  /**
   * The request as it counts, with what the object says in it; still to be validated like any other.
   * @param address of whoever sent it
   * @throws OAuthError `invalid_request`, `invalid_request_object`, `invalid_request_uri`, `temporarily_unavailable`
   */
  async open(params: ParsedParams, client: RegisteredClient, address: string): Promise<ParsedParams> {
    const object = await this.read(await this.objectOf(params, client, address), params, client);
    const { issuer } = this.settings;
    checkRequestObject(object, { clientId: client.clientId, issuer, now: new Date() });
    return mergeRequestObject(params, object.claims);
  }

  private async objectOf({ values }: ParsedParams, client: RegisteredClient, address: string): Promise<string> {
    const { request, request_uri: requestUri } = values;
    // OpenID Connect Core §6.2: "MUST NOT be used together".
    if (request !== undefined && requestUri !== undefined) {
      throw new OAuthError('invalid_request', 'request and request_uri exclude each other');
    }
    return requestUri === undefined ? (request ?? '') : this.uris.fetch(requestUri, client, address);
  }

  private async read(jwt: string, params: ParsedParams, client: RegisteredClient): Promise<RequestObject> {
    if (jwt.length > MAX_REQUEST_OBJECT)
      throw new OAuthError('invalid_request_object', 'the request object is too long');
    const unsigned = mayBeUnsigned(params, client.metadata) ? readUnsignedRequestObject(jwt) : undefined;
    return unsigned ?? this.verified(jwt, client);
  }

  /** Only keys that the client registered count; a `jwk`, `jku` or `x5u` in the header says nothing (RFC 8725 §3.10). */
  private async verified(jws: string, client: RegisteredClient): Promise<RequestObject> {
    const algorithms = requestObjectAlgs(client.metadata);
    try {
      const { payload } = await compactVerify(jws, this.keys.verificationKey(client), { algorithms });
      return readRequestObject(jws, payload);
    } catch (cause) {
      if (cause instanceof OAuthError) throw cause;
      throw new OAuthError('invalid_request_object', faultOf(cause, algorithms), { cause });
    }
  }
}

function faultOf(cause: unknown, algorithms: readonly string[]): string {
  if (cause instanceof errors.JOSEAlgNotAllowed)
    return `the request object must be signed with ${algorithms.join(', ')}`;
  if (cause instanceof errors.JWSInvalid) return 'the request object must be a JWS in compact form';
  return 'the request object is not signed with a key that this app registered';
}
