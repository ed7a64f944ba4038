import { accountSamples } from './account-samples.js';
import { appSamples } from './app-samples.js';
import { mailSamples } from './mail-samples.js';
import type { Sample } from './sample.js';
import { signInSamples } from './sign-in-samples.js';

/** Every page in its usual, faulty, empty and overfull forms. */
export function allSamples(): Sample[] {
  return [...signInSamples(), ...accountSamples(), ...appSamples(), ...mailSamples()];
}
