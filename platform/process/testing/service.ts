import { readSettings, setting } from '@seaworthy/platform/config';
import { z } from 'zod';
import { runProcess } from '../index.ts';

/** A process whose behaviour a test chooses by its first argument; it tells on stdout what it does. */
const behaviour = process.argv[2] ?? 'plain';
const say = (line: string): void => void process.stdout.write(`${line}\n`);

runProcess({
  name: 'service',
  drainTimeoutMs: behaviour === 'stuck' ? 300 : 5_000,
  async start(life) {
    if (behaviour === 'misconfigured') {
      readSettings({
        port: setting({
          variable: 'SERVICE_PORT',
          schema: z.string('must be a port'),
          description: 'Port.',
          example: '1234',
        }),
      });
    }
    life.onShutdown('first opened', () => say('closed first'));
    if (behaviour === 'half-started')
      throw Object.assign(new Error('the port is taken'), { code: 'EADDRINUSE' });
    if (behaviour === 'stuck') life.onShutdown('stuck thing', () => new Promise<void>(() => {}));
    if (behaviour === 'failing') life.onShutdown('broken thing', () => Promise.reject(new Error('broken')));
    life.onShutdown('last opened', () => say('closed last'));
    if (behaviour === 'waits for its reader') {
      process.on('exit', () => {
        for (;;);
      });
    }
    const alive = setInterval(() => {}, 60_000);
    life.stopping.addEventListener('abort', () => clearInterval(alive));
    say('ready');
  },
});
