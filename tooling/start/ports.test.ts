import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { checkPorts } from './ports.ts';

test.each(['127.0.0.1', '0.0.0.0'])(
  'a port that somebody holds on %s is refused with its variable',
  async (host) => {
    const server = createServer().listen(0, host);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const problem = `Port ${port} is taken (`;
    await expect(checkPorts([{ port, variable: 'A_PORT' }])).rejects.toThrow(problem);
    await expect(checkPorts([{ port, variable: 'A_PORT' }])).rejects.toThrow('Set A_PORT to another one');
    server.close();
    await once(server, 'close');
    await expect(checkPorts([{ port, variable: 'A_PORT' }])).resolves.toBeUndefined();
  },
);

test('a port wanted twice, or beyond the last one, is a wrong setting', async () => {
  const twice = checkPorts([
    { port: 4000, variable: 'A_PORT' },
    { port: 4000, variable: 'B_PORT' },
  ]);
  await expect(twice).rejects.toMatchObject({
    exitCode: 78,
    message: expect.stringContaining('wanted twice'),
  });
  await expect(checkPorts([{ port: 65_536, variable: 'A_PORT' }])).rejects.toMatchObject({ exitCode: 78 });
});
