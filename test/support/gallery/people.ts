import type { AppView } from '../../../src/pages/app-view.js';
import type { FormView } from '../../../src/pages/form-view.js';
import { EMPTY_FORM } from '../../../src/pages/form-view.js';

/** 200 characters without a place to break. */
export const UNBROKEN = 'Unbroken'.repeat(25);
export const INTERACTION = '019ab4a2-7c1e-7d7a-9a53-0d6f6f2f8b11';
export const REQUEST_ID = '5f0c2a64-3c0e-4f5e-9d43-3a1f5f6a7b10';
export const CLIENT_ID = 'r4Yw2c9QpX1kTz7LmV0bNs';

export const PHOTOS: AppView = { name: 'Acme Photos', host: 'photos.acme.example', logoUrl: '/samples/logo.svg' };
export const PLAIN: AppView = { name: 'Harbour Ledger', host: 'ledger.harbour.example' };
export const LONG: AppView = { name: UNBROKEN.slice(0, 100), host: `${'very-long-label.'.repeat(8)}example` };
export const RTL: AppView = { name: 'صور العائلة 📷', host: 'xn--mgbab2bd.example' };

export const ADA = { username: 'ada', pictureUrl: '/samples/ada.svg' };
export const NOOR = { username: 'نور_الهدى' };

export function filled(values: Record<string, string>): FormView {
  return { ...EMPTY_FORM, values };
}
