import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createHttpServer, type HttpServer } from '../http/index.ts';
import { createLogger, createMetrics } from '../telemetry/index.ts';
import { capturedCarrier } from './captured-carrier.ts';
import { capturedMailRoutes } from './captured-routes.ts';
import { requestMail } from './request-mail.ts';
import { postOffice } from './testing/post-office.ts';

let office: Awaited<ReturnType<typeof postOffice>>;
let server: HttpServer;
beforeAll(async () => {
  office = await postOffice(capturedCarrier(), ({ language }) => ({
    language,
    subject: 'Hello <you>',
    preheader: '',
    heading: 'Hello',
    parts: [{ kind: 'action', label: 'Go', url: 'https://harbour.example.org/#token=1' }],
    fallback: '',
    reason: '',
  }));
  server = await createHttpServer({
    version: '1',
    logger: createLogger({ service: 'test', level: 'silent' }),
    metrics: createMetrics({ service: 'test', processMetrics: false }),
    routes: capturedMailRoutes(office),
    checks: [],
  });
});
afterAll(async () => {
  await server.close();
  await office.close();
});
const get = (url: string) => server.app.inject({ method: 'GET', url });

test('without a mail server mails are kept, listed and shown in a frame that runs nothing', async () => {
  expect((await get('/dev/mail')).body).toContain('No mail yet');
  await requestMail(office.db, { kind: 'hello', recipient: 'ann@example.org', language: 'en', facts: {} });
  await vi.waitFor(async () => expect((await get('/dev/mail')).body).toContain('Hello &lt;you&gt;'), 10_000);
  const list = await get('/dev/mail');
  const path = /\/dev\/mail\/\d+/.exec(list.body)?.[0] ?? '';
  const mail = await get(path);
  expect(mail.headers).toMatchObject({
    'cache-control': 'no-store',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
  });
  expect(mail.body).toContain('ann@example.org');
  expect(mail.body).toMatch(
    /<iframe[^>]* sandbox="allow-top-navigation-by-user-activation" srcdoc="&lt;!doctype html&gt;/,
  );
  expect((await get('/dev/mail/999999')).statusCode).toBe(404);
});
