import { ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { OPENID_MEMBERS } from '../../protocol/client-metadata/member-rules.js';
import type { OpenIdMember } from '../../protocol/client-metadata/metadata-input.js';

const address = (description: string) => ({ type: 'string', format: 'uri', description });
const word = (description: string) => ({ type: 'string', description });
const words = (description: string) => ({ type: 'array', items: { type: 'string' }, description });
const flag = (description: string) => ({ type: 'boolean', description });

/** Each member as the OpenAPI document shows it. The compiler misses a forgotten one. */
const DOCUMENTED: Readonly<Record<OpenIdMember, object>> = {
  application_type: word('`web` or `native`; follows from the kind'),
  contacts: words('E-mail addresses of those responsible'),
  logo_uri: address('Where its logo is; fetched once, when it is set'),
  policy_uri: address('Its privacy policy'),
  tos_uri: address('Its terms of service'),
  jwks_uri: address('Where its public keys are'),
  jwks: {
    type: 'object',
    properties: { keys: { type: 'array', items: { type: 'object', additionalProperties: true } } },
    description: 'Its public keys (RFC 7517), in place of jwks_uri',
  },
  sector_identifier_uri: address('A JSON list of all of its callback URLs, for pairwise subjects'),
  subject_type: word('`public` or `pairwise`; stays as it was registered'),
  id_token_signed_response_alg: word('How its ID tokens are signed'),
  id_token_encrypted_response_alg: word('How the key of its encrypted ID tokens travels'),
  id_token_encrypted_response_enc: word('How its ID tokens are encrypted'),
  userinfo_signed_response_alg: word('How userinfo answers are signed'),
  userinfo_encrypted_response_alg: word('How the key of encrypted userinfo answers travels'),
  userinfo_encrypted_response_enc: word('How userinfo answers are encrypted'),
  request_object_signing_alg: word('How it signs request objects (RFC 9101)'),
  token_endpoint_auth_signing_alg: word('How it signs its assertions (RFC 7523)'),
  default_max_age: { type: 'integer', minimum: 0, description: 'Seconds that a login may be old' },
  require_auth_time: flag('Whether ID tokens always say when the person signed in'),
  default_acr_values: words('How people have to sign in, the best first'),
  initiate_login_uri: address('Where a login that starts elsewhere begins'),
  request_uris: words('Where its request objects may be'),
  post_logout_redirect_uris: words('Where it lets people return to after they sign out'),
  backchannel_logout_uri: address('Where logout tokens are sent to'),
  backchannel_logout_session_required: flag('Whether it needs `sid` in logout tokens'),
  frontchannel_logout_uri: address('What browsers load when a person signs out'),
  frontchannel_logout_session_required: flag('Whether it needs `iss` and `sid` there'),
  response_modes: words('How it can take an answer of the authorization endpoint'),
  software_id: word('Which software it is'),
  software_version: word('In which version'),
};

/** Lets every member through, and has it in the document. */
const EveryMember: ClassDecorator = ({ prototype }) => {
  for (const member of OPENID_MEMBERS) {
    Allow()(prototype as object, member);
    const options = { ...DOCUMENTED[member], nullable: true } as ApiPropertyOptions;
    ApiPropertyOptional(options)(prototype as object, member);
  }
};

/**
 * The members of OpenID Connect Registration §2 and its relatives, in bodies and answers alike. What they may hold is
 * judged by the one validator of client metadata, all of it together.
 */
@EveryMember
export class OpenIdMembers {}
