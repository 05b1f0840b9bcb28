/** What a report needs. */
export interface ReportDeps {
  /** Says what is being done. */
  log(line: string): void;
  /** Called with each thing that has to be closed, in the end and when the run is broken off. */
  onEnd(close: () => Promise<void>): void;
}
