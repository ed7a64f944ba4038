/** Why this version cannot work with a database that answers, with the fix. The text is for the person who runs the server. */
export class UnusableDatabaseError extends Error {}

/** What to tell of a database that a newer version has changed. */
export const NEWER_DATABASE = {
  detail: 'A newer version of Doorward changed this database.',
  fix: 'Run the newer version, or take its migrations back with it.',
} as const;
