/** What a registered URL is asked for: the member of the client's metadata that holds it, or an administrator's webhook. */
export const OUTBOUND_PURPOSES = [
  'jwks_uri',
  'request_uri',
  'sector_identifier_uri',
  'logo_uri',
  'backchannel_logout_uri',
  'webhook',
  'other',
] as const;
export type OutboundPurpose = (typeof OUTBOUND_PURPOSES)[number];
