import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts a service with an IPC channel, tells its pid, and then waits to be killed. */
const service = fileURLToPath(new URL('./service.ts', import.meta.url));
const child = spawn(process.execPath, [service, 'waits for its reader'], {
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  detached: true,
});
child.stdout?.on('data', () => process.stdout.write(`${child.pid}\n`));
