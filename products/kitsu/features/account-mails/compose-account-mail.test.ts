import { newRingKey, parseKeyRing } from '@seaworthy/platform/identity';
import { expect, test } from 'vitest';
import { composeAccountMail } from './compose-account-mail.ts';
import { ENGLISH } from './english.ts';

const deps = { origin: 'https://kitsu.example.org', keys: parseKeyRing(newRingKey('test')) };
const KINDS = Object.keys(ENGLISH.mails({ lifetime: '', host: '' }));
const facts = {
  challengeId: '00000000-0000-4000-8000-000000000000',
  linkLifetimeS: 86_400,
  device: { name: 'Firefox on Linux', address: '2001:db8::1' },
};
const compose = (kind: string, language: string, more: object = {}) =>
  composeAccountMail(deps, {
    kind,
    language,
    facts: { ...facts, ...more },
    requested_at: new Date('2026-11-21T18:30:00Z'),
  });

test.each(KINDS)('the mail %s speaks the language of its reader and leads to pages in it', (kind) => {
  const english = compose(kind, 'en');
  const russian = compose(kind, 'ru');
  const words = (mail: typeof english) =>
    [mail?.subject, mail?.preheader, mail?.heading, mail?.reason].join('\n');
  expect(words(english)).not.toMatch(/[а-яё]/i);
  expect(words(russian)).toMatch(/[а-яё]/i);
  const urlOf = (mail: typeof english) =>
    mail?.parts.flatMap((part) => (part.kind === 'action' ? [part.url] : []));
  for (const url of urlOf(english) ?? []) expect(url).toMatch(/^https:\/\/kitsu\.example\.org\/(?!ru\/)/);
  for (const url of urlOf(russian) ?? []) expect(url).toMatch(/^https:\/\/kitsu\.example\.org\/ru\//);
  expect(JSON.stringify([english, russian])).not.toMatch(/undefined|NaN|null/);
});

test('a secret stands behind the # of its link, where browsers tell it to nobody, and in no other place', () => {
  const mail = compose('reset', 'en');
  const text = JSON.stringify(mail);
  const [url] = /https:[^"]*#token=[^"]*/.exec(text) ?? [''];
  const { pathname, search, hash } = new URL(url);
  expect([pathname, search]).toEqual(['/reset-password', '']);
  expect(text.split(hash.slice('#token='.length))).toHaveLength(2);
});

test('how long a link is good and when something was are said as its reader says them', () => {
  const said = (language: string, linkLifetimeS: number) =>
    JSON.stringify(compose('verify', language, { linkLifetimeS }));
  expect(said('en', 3_600)).toContain('1 hour.');
  expect(said('en', 86_400)).toContain('24 hours.');
  expect(said('ru', 86_400)).toContain('24 часа.');
  expect(said('ru', 5 * 3_600)).toContain('5 часов.');
  expect(JSON.stringify(compose('new_device', 'ru'))).toContain('21 ноября 2026 г. в 18:30 UTC');
});

test('a mail of another kind is none of these', () => {
  expect([compose('newsletter', 'en'), compose('toString', 'en')]).toEqual([undefined, undefined]);
});
