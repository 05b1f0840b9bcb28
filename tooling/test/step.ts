/** What a step found. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Names of what was not run, each with its reason. */
  readonly skipped: readonly string[];
  /** Shown to the person when something failed, and when something was not run that should have been. */
  readonly output: string;
}

/** What a step may use while it works. */
export interface StepContext {
  readonly root: string;
  /** Aborted when the person ends the run. */
  readonly signal: AbortSignal;
  /** Says how far the step is, for the line that is redrawn. */
  progress(text: string): void;
}

/** One part of `npm test`. */
export interface Step {
  /** What `npm test -- NAME` chooses. */
  readonly name: string;
  readonly title: string;
  /** Throws only for a fault of the runner itself; what it checks is in the outcome. */
  run(context: StepContext): Promise<Outcome>;
}
