import { describe, expect, test } from 'vitest';
import { readSettings } from '../config/index.ts';
import { mailSettings, openCarrier } from './settings.ts';

const read = (env: Record<string, string>) => readSettings(mailSettings('X'), { env });
const PRODUCTION = {
  SEAWORTHY_MODE: 'production',
  X_SMTP_HOST: 'smtp.example.org',
  X_MAIL_FROM: 'a@example.org',
};

test('production captures nothing: without a mail server and a sender it does not start', () => {
  expect(() => read({ SEAWORTHY_MODE: 'production' })).toThrow(
    /X_SMTP_HOST: is not set.*\n.*X_MAIL_FROM: is not set/,
  );
  expect(read(PRODUCTION)).toMatchObject({ smtpPort: 587, smtpTls: 'starttls' });
});

test('outside of production mails are captured where no mail server is named', async () => {
  const carrier = openCarrier('X', read({ SEAWORTHY_MODE: 'demo' }));
  const from = { name: '', address: 'a@b.org' };
  const letter = { messageId: '<a@b>', from, to: 'c@d.org', subject: '', html: '', text: '' };
  expect((await carrier.carry(1, letter, new AbortController().signal)).answer).toBe('captured');
});

describe('a sender', () => {
  const sender = (text: string) => read({ ...PRODUCTION, X_MAIL_FROM: text }).mailFrom;

  test.each([
    ['a@example.org', { name: '', address: 'a@example.org' }],
    ['Kitsu <no-reply@example.org>', { name: 'Kitsu', address: 'no-reply@example.org' }],
    [' Кицунэ, сайт <a@example.org> ', { name: 'Кицунэ, сайт', address: 'a@example.org' }],
  ])('is read from %s', (text, expected) => {
    expect(sender(text)).toEqual(expected);
  });

  test.each([
    'nobody',
    'a@b@c.org',
    'Kitsu <a b@example.org>',
    'A <a@b.org>, B <b@c.org>',
    'A\r\nBcc: x <a@b.org>',
  ])('is not %j', (text) => {
    expect(() => sender(text)).toThrow('is no address');
  });
});

test.each([
  [{ X_SMTP_USER: 'kitsu', X_SMTP_PASSWORD: 'canary', X_SMTP_TLS: 'none' }, 'X_SMTP_TLS: is none'],
  [{ X_SMTP_USER: 'kitsu' }, 'X_SMTP_PASSWORD: is not set'],
  [{ X_SMTP_PASSWORD: 'canary' }, 'X_SMTP_USER: is not set'],
])('a log-in that would leak or is half given is refused: %j', (env, problem) => {
  const opening = () => openCarrier('X', read({ ...PRODUCTION, ...env }));
  expect(opening).toThrow(problem);
  expect(opening).not.toThrow('canary');
});
