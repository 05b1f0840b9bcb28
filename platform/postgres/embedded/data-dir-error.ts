/** EX_UNAVAILABLE, EX_CANTCREAT, EX_TEMPFAIL of sysexits.h. */
const EXIT_CODES = { unsupported: 69, unusable: 73, in_use: 75 } as const;

/** Why the embedded database cannot be started here. */
export type DataDirProblem = keyof typeof EXIT_CODES;

/**
 * The embedded database cannot run in this place. The message is a sentence for the person who started it and says
 * what to do; `exitCode` is what the process should end with.
 */
export class DataDirError extends Error {
  readonly problem: DataDirProblem;
  readonly exitCode: number;

  constructor(problem: DataDirProblem, message: string, options: { readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'DataDirError';
    this.problem = problem;
    this.exitCode = EXIT_CODES[problem];
  }
}
