import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoadGenerator, LoadResult } from './load.ts';

const PROCESS = fileURLToPath(new URL('autocannon-process.ts', import.meta.url));

/** Load by autocannon in a process of its own. It is the slower one: against a quick server it is itself the limit. */
export const autocannonProcess: LoadGenerator = {
  name: 'autocannon',
  async run(request) {
    const child = fork(PROCESS, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], execArgv: [] });
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`autocannon ended with code ${code}.`);
    });
    ended.catch(() => {});
    child.send(request);
    const [result] = await Promise.race([once(child, 'message'), ended]);
    await ended.catch(() => {});
    return result as LoadResult;
  },
};
