export type { ExitCode } from './exit-code.ts';
export { EXIT_CODE, exitCodeFor } from './exit-code.ts';
export type { Lifecycle, ProcessLog } from './lifecycle.ts';
export type { ProcessOptions } from './run-process.ts';
export { DRAIN_TIMEOUT_MS, exitWithParent, runProcess } from './run-process.ts';
