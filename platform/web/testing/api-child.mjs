// A real API process for the tests of the front door: says what reached it, and answers slowly or largely when asked. It
// knows a value, and how fresh its knowledge is: the test tells it of changes, and keeps the news from it.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fastify } from 'fastify';

const app = fastify({ keepAliveTimeout: 72_000 });
app.all('/api/echo', async (request) => ({
  pid: process.pid,
  method: request.method,
  url: request.url,
  headers: request.headers,
  body: request.body ?? null,
}));
app.get('/api/slow', async (request) => {
  await sleep(Number(request.query.ms));
  return { pid: process.pid };
});
app.get('/api/large', async () => ({ pid: process.pid, text: 'x'.repeat(100_000) }));
app.get('/api/half', (request, reply) => {
  if (Number(request.query.pid) !== process.pid) return reply.send({ pid: process.pid });
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
  reply.raw.write('{"pid":', () => process.kill(process.pid, 'SIGKILL'));
});
app.get('/api/huge', async (_request, reply) => reply.type('text/plain').send('y'.repeat(3_000_000)));
app.get('/api/cached', async (request, reply) => {
  reply
    .header('etag', '"tag"')
    .header('x-content-type-options', 'nosniff')
    .header('connection', 'keep-alive, x-hop');
  reply.header('x-hop', 'one hop').header('content-security-policy', "default-src 'none'");
  if (request.headers['if-none-match'] === '"tag"') return reply.code(304).send();
  return { ok: true };
});
const knowledge = {
  epoch: randomUUID(),
  version: 1,
  value: Number(process.argv[3] ?? 0),
  provenMs: performance.now(),
};
let isCutOff = false;
setInterval(() => {
  if (!isCutOff) knowledge.provenMs = performance.now();
}, 20);
process.on('message', ({ cutOff, value }) => {
  isCutOff = cutOff ?? isCutOff;
  if (value !== undefined) {
    knowledge.version += 1;
    knowledge.value = value;
  }
  process.send?.('done');
});
app.get('/internal/freshness', async () => {
  const { epoch, version, provenMs } = knowledge;
  return { epoch, version, provenAgoMs: performance.now() - provenMs };
});
app.get('/api/value', async () => ({ pid: process.pid, value: knowledge.value }));
app.get('/media/poster.svg', async (_request, reply) => reply.type('image/svg+xml').send('<svg/>'));
app.get('/health/ready', async () => ({ status: 'ready' }));
app.get('/metrics', async () => 'secret');
// A port that was free a moment ago may serve an outgoing connection right now.
const listen = () => app.listen({ host: '127.0.0.1', port: Number(process.argv[2] ?? 0) });
await listen().catch(() => sleep(200).then(listen));
process.send?.({ port: app.server.address().port });
process.on('disconnect', () => process.exit(0));
