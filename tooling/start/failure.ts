import { EXIT_CODE, type ExitCode } from '@seaworthy/platform/process';

/** The start cannot go on. The message is what the person reads: what is wrong and what to do about it. */
export class StartFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(message: string, exitCode: ExitCode = EXIT_CODE.unavailable, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartFailure';
    this.exitCode = exitCode;
  }
}

/** Somebody asked to stop before everything ran. */
export class StopRequested extends Error {
  constructor() {
    super('Stopped before everything ran.');
    this.name = 'StopRequested';
  }
}

/** How a step that did not come to its end is called: only the one that is to blame has failed. */
export function failureWord(error: unknown): string {
  return error instanceof StopRequested ? 'given up' : 'failed';
}
