/** What a registered URL is fetched for: the member of the client's metadata that holds it. */
export const OUTBOUND_PURPOSES = [
  'jwks_uri',
  'request_uri',
  'sector_identifier_uri',
  'logo_uri',
  'backchannel_logout_uri',
  'other',
] as const;
export type OutboundPurpose = (typeof OUTBOUND_PURPOSES)[number];
