import {
  CLIENT_SIGNING_ALGS,
  CONTENT_ENCRYPTION_ALGS,
  KEY_MANAGEMENT_ALGS,
  SECRET_ALGS,
  SIGNING_ALGS,
} from '../jose-algs.js';
import { RESPONSE_MODES } from '../response-mode.js';
import { keySet } from './key-set.js';
import { applicationType, contacts, defaultAcrValues, defaultMaxAge } from './login-rules.js';
import { flag, label, listOf, type MemberRule, oneOf } from './member-rule.js';
import type { OpenIdMember } from './metadata-input.js';
import { frontchannelLogoutUri, postLogoutRedirectUris, requestUris, webUri } from './uri-rules.js';

/** Each member by itself; what several must keep together is in together.ts. The compiler misses a forgotten one. */
export const MEMBER_RULES: Readonly<Record<OpenIdMember, MemberRule>> = {
  application_type: applicationType,
  contacts,
  logo_uri: webUri,
  policy_uri: webUri,
  tos_uri: webUri,
  jwks_uri: webUri,
  jwks: keySet,
  sector_identifier_uri: webUri,
  subject_type: oneOf(['public', 'pairwise']),
  id_token_signed_response_alg: oneOf(SIGNING_ALGS),
  id_token_encrypted_response_alg: oneOf(KEY_MANAGEMENT_ALGS),
  id_token_encrypted_response_enc: oneOf(CONTENT_ENCRYPTION_ALGS),
  userinfo_signed_response_alg: oneOf(SIGNING_ALGS),
  userinfo_encrypted_response_alg: oneOf(KEY_MANAGEMENT_ALGS),
  userinfo_encrypted_response_enc: oneOf(CONTENT_ENCRYPTION_ALGS),
  request_object_signing_alg: oneOf(CLIENT_SIGNING_ALGS),
  token_endpoint_auth_signing_alg: oneOf([...CLIENT_SIGNING_ALGS, ...SECRET_ALGS]),
  default_max_age: defaultMaxAge,
  require_auth_time: flag,
  default_acr_values: defaultAcrValues,
  initiate_login_uri: webUri,
  request_uris: requestUris,
  post_logout_redirect_uris: postLogoutRedirectUris,
  backchannel_logout_uri: webUri,
  backchannel_logout_session_required: flag,
  frontchannel_logout_uri: frontchannelLogoutUri,
  frontchannel_logout_session_required: flag,
  response_modes: listOf(oneOf(RESPONSE_MODES), RESPONSE_MODES.length),
  software_id: label(255),
  software_version: label(100),
};

/** In the order of the list. */
export const OPENID_MEMBERS = Object.keys(MEMBER_RULES) as readonly OpenIdMember[];
