/** One setting that cannot be used. `problem` never holds the value of a secret. */
export interface SettingsProblem {
  readonly variable: string;
  readonly problem: string;
  readonly example: string;
}

/** EX_CONFIG of sysexits.h: the process was configured wrongly and starting it again will not help. */
export const CONFIGURATION_EXIT_CODE = 78;

/** Settings cannot be used. Its message lists every problem at once, one line each, with a value that would do. */
export class SettingsError extends Error {
  readonly problems: readonly SettingsProblem[];

  constructor(problems: readonly SettingsProblem[]) {
    const lines = problems.map((p) => `  ${p.variable}: ${p.problem} (example: ${p.variable}=${p.example})`);
    const head =
      problems.length === 1 ? 'A setting cannot be used:' : `${problems.length} settings cannot be used:`;
    super([head, ...lines].join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/**
 * Runs `read`; when it throws a {@link SettingsError}, prints that and ends the process with 78. For the first line
 * of a `main.ts`, before anything listens. Other errors pass through.
 */
export function exitOnSettingsError<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(CONFIGURATION_EXIT_CODE);
  }
}
