import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

/** An API process of its own, which can be killed. */
export type ApiChild = {
  readonly origin: string;
  readonly port: number;
  readonly pid: number;
  kill(): Promise<void>;
  /** SIGSTOP and SIGCONT. */
  freeze(): void;
  thaw(): void;
  /** Has it hear that the value has changed. Its other claims stay true only when nothing was kept from it before. */
  tell(value: number): Promise<void>;
  /** From now on news may be kept from it: it goes on answering, and does not claim to know more. Or again may not. */
  cutOff(isCutOff: boolean): Promise<void>;
};

/** Starts one; it ends with the test process at the latest. */
export async function startApiChild(port = 0, value = 0): Promise<ApiChild> {
  const child: ChildProcess = fork(new URL('./api-child.mjs', import.meta.url), [
    String(port),
    String(value),
  ]);
  const [message] = (await once(child, 'message')) as [{ port: number }];
  const say = async (news: object) => {
    const heard = once(child, 'message');
    child.send(news);
    await heard;
  };
  return {
    origin: `http://127.0.0.1:${message.port}`,
    port: message.port,
    pid: child.pid ?? 0,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    tell: (value) => say({ value }),
    cutOff: (cutOff) => say({ cutOff }),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGKILL');
      await exited;
    },
  };
}
