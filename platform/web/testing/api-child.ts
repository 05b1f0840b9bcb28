import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** An API process of its own, which can be killed. */
export type ApiChild = {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  kill(): Promise<void>;
};

/** Starts one; it ends with the test process at the latest. */
export async function startApiChild(port = 0): Promise<ApiChild> {
  const child: ChildProcess = fork(new URL('./api-child.mjs', import.meta.url), [String(port)]);
  const [message] = (await once(child, 'message')) as [{ port: number }];
  return {
    origin: `http://127.0.0.1:${message.port}`,
    port: message.port,
    pid: child.pid ?? 0,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
