import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { COMPILE_CACHE } from './child-env.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

// Before anything large is imported, so that the starter's own scripts are kept as well.
enableCompileCache(join(root, COMPILE_CACHE));
const { run } = await import('./run.ts');

// A reader of our output that went away (`npm start | head`) is no reason to end what runs.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

process.exit(
  await run({
    root,
    argv: process.argv.slice(2),
    env: process.env,
    output: process.stdout,
    errors: process.stderr,
  }),
);
