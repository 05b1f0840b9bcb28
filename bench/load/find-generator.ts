import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { autocannonProcess } from './autocannon.ts';
import type { LoadGenerator } from './load.ts';
import { wrk } from './wrk.ts';

/** wrk where PATH has it, since it takes the least from the server; else autocannon, which is always there. */
export function findGenerator(): LoadGenerator {
  const file = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'wrk'))
    .find(isExecutable);
  return file === undefined ? autocannonProcess : wrk(file);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
