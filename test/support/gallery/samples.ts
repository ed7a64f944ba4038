import { apiSamples } from './api-samples.js';
import { accountSamples } from './account-samples.js';
import { appSamples } from './app-samples.js';
import { consoleSamples } from './console-samples.js';
import { LANGUAGES } from '../../../src/pages/reader.js';
import { mailSamples } from './mail-samples.js';
import { type Sample, samplesIn } from './sample.js';
import { signInSamples } from './sign-in-samples.js';

/** Every page in its usual, faulty, empty and overfull forms. */
export function allSamples(): Sample[] {
  return [...english(), ...LANGUAGES.filter((tag) => tag !== 'en').flatMap((tag) => samplesIn(tag, translated))];
}

function english(): Sample[] {
  return [
    ...signInSamples(),
    ...accountSamples(),
    ...appSamples(),
    ...mailSamples(),
    ...apiSamples(),
    ...consoleSamples(),
  ];
}

/** Some pages are enough to see whether longer words have room. */
function translated(): Sample[] {
  return english().filter(({ name }) =>
    ['login--app', 'login--wrong', 'consent--unverified', 'account--plain', 'account--wrong', 'app--server'].includes(
      name,
    ),
  );
}
