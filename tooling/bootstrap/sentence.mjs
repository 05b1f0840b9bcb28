/** A failure that is explained to the person in one sentence; the process then ends with `exitCode`. */
export class BootstrapError extends Error {
  /**
   * @param {string} message what went wrong and what to do
   * @param {number} exitCode as in sysexits.h
   */
  constructor(message, exitCode) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * Names the cause of a failed npm run from what it printed.
 *
 * @param {string} output standard output and error of npm
 * @returns {string} a sentence that says what to do
 */
export function explainNpmFailure(output) {
  const causes = [
    [
      /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|network/,
      'The package registry could not be reached: check the network, a proxy, or the registry npm is set to (npm config get registry).',
    ],
    [/ENOSPC/, 'The disk is full: free some space (about 1 GB is needed) and try again.'],
    [
      /EACCES|EPERM|EROFS/,
      'npm may not write here: check who owns this folder and the npm cache (npm config get cache).',
    ],
    [
      /EUSAGE|in sync/,
      'package.json and package-lock.json do not fit each other: run npm install and look at the difference.',
    ],
    [
      /ETARGET|E404/,
      'The registry does not hold a version that package-lock.json names: it may lag behind; try another registry.',
    ],
    [
      /EINTEGRITY/,
      'A downloaded package is not the one that package-lock.json names: clear the npm cache (npm cache clean --force) and try again.',
    ],
  ];
  const found = causes.find(([pattern]) => pattern.test(output));
  return found ? found[1] : 'What npm printed is above.';
}
