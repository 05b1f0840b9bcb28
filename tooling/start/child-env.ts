import { join } from 'node:path';
import type { Product } from './manifest.ts';

/** Below the repository root: scripts as Node keeps them, stripped of types and compiled. */
export const COMPILE_CACHE = '.cache/compile';

/**
 * The environment of everything the starter starts: the person's own, in demo mode, without the databases. Each
 * process is told its own database by whoever starts it; none is told the owner's.
 */
export function childEnv(
  env: NodeJS.ProcessEnv,
  known: readonly Product[],
  places: { readonly root: string; readonly dataDir: string },
): NodeJS.ProcessEnv {
  const databases = known.flatMap(({ database }) => [database.variable, database.ownerVariable]);
  const left = new Set(databases.flatMap((variable) => [variable, `${variable}_FILE`]));
  const kept = Object.entries(env).filter(([name]) => !left.has(name));
  return {
    ...Object.fromEntries(kept),
    SEAWORTHY_MODE: 'demo',
    SEAWORTHY_DATA_DIR: places.dataDir,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    // A process then starts in a third of the time.
    NODE_COMPILE_CACHE: join(places.root, COMPILE_CACHE),
  };
}
