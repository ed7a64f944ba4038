import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { SigningKeys } from '../keys/signing-keys.service.js';
import { subjectOfHint } from '../protocol/id-token-hint.js';

/** Reads `id_token_hint` (OpenID Connect Core §3.1.2.1): ID tokens of our own that come back. */
@Injectable()
export class IdTokenHints {
  constructor(
    private readonly keys: SigningKeys,
    private readonly settings: Settings,
  ) {}

  /** The `sub` that the hint names, as the client sees it. @throws OAuthError `invalid_request` */
  async subjectOf(hint: string, { clientId }: { readonly clientId: string }): Promise<string> {
    return subjectOfHint(await this.keys.verify(hint), { issuer: this.settings.issuer, clientId });
  }
}
