const LEAST_MAJOR = 24;

/**
 * Why this Node.js cannot run Doorward, as one sentence with the fix. On an older one the SQLite driver does not fail, it
 * crashes.
 * @param version like `24.1.0`
 */
export function nodeFault(version = process.versions.node): string | undefined {
  if (Number.parseInt(version, 10) >= LEAST_MAJOR) return undefined;
  return `This is Node.js ${version}, and Doorward needs ${LEAST_MAJOR}: use the npm scripts, which bring their own, or install it.`;
}
