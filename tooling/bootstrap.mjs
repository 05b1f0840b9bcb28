// Entry of every npm script. Plain JavaScript for Node 20 with nothing installed: it makes node_modules fit the lockfile, finds
// Node 24 and runs the TypeScript entry named by the first argument on it, with all further arguments.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { runOnNode24 } from './bootstrap/run.mjs';
import { BootstrapError } from './bootstrap/sentence.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const oldestNodeMajor = 20;

async function main() {
  const [entry, ...args] = process.argv.slice(2);
  if (!entry) throw new BootstrapError('Usage: node tooling/bootstrap.mjs ENTRY.ts [ARGUMENTS]', 64);
  if (process.platform === 'win32') {
    throw new BootstrapError('Seaworthy runs on Linux and macOS. On Windows, run it inside WSL 2.', 69);
  }
  if (Number(process.versions.node.split('.')[0]) < oldestNodeMajor) {
    throw new BootstrapError(
      `Node ${oldestNodeMajor} or later is needed to begin with; this is ${process.version}. Install a newer Node from nodejs.org or your distribution.`,
      69,
    );
  }
  // File arguments of commands are meant relative to where the person typed them; npm says where that was, a bare shell does not.
  process.env.INIT_CWD ??= process.cwd();
  process.chdir(root);
  await ensureInstalled(root);
  if (!existsSync(resolve(root, entry)))
    throw new BootstrapError(`There is no ${entry} in this checkout.`, 66);
  process.exitCode = await runOnNode24(root, entry, args);
}

main().catch((error) => {
  if (!(error instanceof BootstrapError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.exitCode;
});
