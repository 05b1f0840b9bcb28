import type { Display, Output } from './display.ts';
import { createPlainDisplay } from './display-plain.ts';
import { createTerminalDisplay } from './display-terminal.ts';

/** A live display on a terminal, plain lines anywhere else (a file, a pipe, CI, a terminal that cannot move the cursor). */
export function createDisplay(output: Output, env: Readonly<Record<string, string | undefined>>): Display {
  const live = output.isTTY === true && env.TERM !== 'dumb' && !env.CI;
  return live ? createTerminalDisplay(output, { colour: !env.NO_COLOR }) : createPlainDisplay(output);
}
