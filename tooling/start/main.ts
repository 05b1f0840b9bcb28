import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
