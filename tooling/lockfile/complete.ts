import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { addMissingOptionals } from './missing-optionals.ts';

// Run after an npm install that added a package with binaries per platform: `node tooling/lockfile/complete.ts`.
const path = fileURLToPath(new URL('../../package-lock.json', import.meta.url));
const lockfile = JSON.parse(readFileSync(path, 'utf8'));
const added = addMissingOptionals(lockfile.packages);
if (added.length > 0) writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`);
process.stdout.write(
  `${added.length} optional packages added${added.map((name) => `\n  ${name}`).join('')}\n`,
);
