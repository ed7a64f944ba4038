import { WebhookUrlError } from './webhook-url-error.js';

/** What `URL` passes over or turns into something else: the address that is shown must be the one that was typed. */
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const FORGIVEN = /[\s\u0000-\u001f\u007f\\]/u;

/**
 * A webhook's address in its one spelling. Whether it may be asked is for `Outbound` to say.
 * @throws WebhookUrlError
 */
export function webhookUrl(text: string): string {
  if (FORGIVEN.test(text)) throw new WebhookUrlError('it holds a space, a control character or a backslash');
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) throw new WebhookUrlError('it is not a URL');
  const url = new URL(text);
  if (text.includes('#')) throw new WebhookUrlError('it holds a fragment, which is not sent');
  if (/(^|\.)localhost\.?$/.test(url.hostname)) throw new WebhookUrlError('its host is not on the public Internet');
  return url.href;
}
