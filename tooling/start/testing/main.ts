import process from 'node:process';
import { run } from '../run.ts';

/** Starts the products below the folder named first; what follows is the command line. */
const [root = '', ...argv] = process.argv.slice(2);

process.exit(await run({ root, argv, env: process.env, output: process.stdout, errors: process.stderr }));
