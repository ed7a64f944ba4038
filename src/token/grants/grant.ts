import { type DefinedScopes, stillDefined } from '../../protocol/custom-scope.js';
import { type Aim, aim } from '../../protocol/resource-indicator.js';
import type { GrantTools } from './grant-tools.service.js';
import type { TokenContext, TokenSet } from '../token-context.js';

/** What a client presented, found to be good. */
export interface Presented {
  /** Null when the client stands for itself. */
  readonly userId: string | null;
  /** What the access token may open at most. */
  readonly scopes: readonly string[];
  /** What the code verifier must hash to (RFC 7636 §4.6); checked after `claim`. */
  readonly codeChallenge?: string | null;
}

/** One request to one grant. The engine calls the three steps in this order, each at most once. */
export interface Redemption {
  /**
   * Looks at what was presented and changes nothing for a request that may still fail.
   * @throws OAuthError `invalid_grant`, `invalid_scope`
   */
  present(): Promise<Presented>;

  /**
   * Spends what can be used once, before any proof is checked, so that a proof cannot be guessed (RFC 9700 §4.5).
   * @throws OAuthError `invalid_grant` when somebody else was faster
   */
  claim(): Promise<void>;

  /**
   * Stores the access token and whatever comes with it.
   * @throws OAuthError `invalid_grant`
   */
  issue(accessToken: string, scopes: readonly string[]): Promise<TokenSet>;
}

/** A grant type: only what it does differently. Everything that all share is in the endpoint and the engine. */
export interface GrantDefinition {
  /** RFC 6749 §4.4: "The client credentials grant type MUST only be used by confidential clients." */
  readonly isForPublicClients: boolean;
  redeem(context: TokenContext, tools: GrantTools): Redemption;
}

/** What a grant is good for now. */
export class Standing {
  private constructor(
    /** What of the granted scopes the client is still registered for, and what still exists. */
    readonly scopes: readonly string[],
    private readonly defined: DefinedScopes,
  ) {}

  /** Of what was granted at some time. One statement, or none. */
  static async of(
    { scopes, createdAt }: { readonly scopes: readonly string[]; readonly createdAt: Date },
    { client }: Pick<TokenContext, 'client'>,
    { catalogue }: Pick<GrantTools, 'catalogue'>,
  ): Promise<Standing> {
    const defined = await catalogue.among(scopes);
    const registered = scopes.filter((scope) => client.scopes.includes(scope));
    return new Standing(stillDefined(registered, createdAt, defined), defined);
  }

  /** @throws OAuthError `invalid_target` */
  aimed(scopes: readonly string[], resources: readonly string[], { issuer, lifetime }: GrantTools): AimedToken {
    return aimedToken(aim(scopes, resources, this.defined, issuer), lifetime);
  }
}

/** What an access token will be. */
export interface AimedToken {
  readonly scopes: readonly string[];
  readonly audience: string | null;
  /** Seconds. */
  readonly lifetime: number;
}

/** @param usual seconds that an access token lives unless its resource server says otherwise */
export function aimedToken({ target, scopes }: Aim, usual: number): AimedToken {
  return { scopes, audience: target?.identifier ?? null, lifetime: target?.accessTokenLifetime ?? usual };
}
