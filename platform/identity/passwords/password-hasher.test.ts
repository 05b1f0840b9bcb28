import { createHash } from 'node:crypto';
import * as bcrypt from '@node-rs/bcrypt';
import { expect, test } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

const passwords = createPasswordHasher({ runningMax: 2, waitingMax: 100 });
const sha256hex = (text: string) => createHash('sha256').update(text).digest('hex');
const bcrypted = (text: string) => bcrypt.hash(text, { cost: 4 });

test('a password is kept as Argon2id at the cost of the guideline, salted, and found again', async () => {
  const [one, other] = await Promise.all([
    passwords.hash('seven calm lanterns'),
    passwords.hash('seven calm lanterns'),
  ]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(other).not.toBe(one);
  expect(await passwords.verify(one, 'seven calm lanterns')).toEqual({ matches: true, outdated: false });
  expect((await passwords.verify(one, 'seven calm lantern')).matches).toBe(false);
});

test('no character of a long password is left out, and composed letters are one letter', async () => {
  const long = 'x'.repeat(72);
  const verifier = await passwords.hash(`${long}a`);
  expect((await passwords.verify(verifier, `${long}b`)).matches).toBe(false);
  const composed = await passwords.hash('caf\u00e9 au lait, sucr\u00e9');
  expect((await passwords.verify(composed, 'cafe\u0301 au lait, sucre\u0301')).matches).toBe(true);
});

test('verifiers of other systems open once and ask to be replaced; what was hashed does not open them', async () => {
  const password = 'seven calm lanterns';
  const plain = `bcrypt:${await bcrypted(password)}`;
  const hexed = `bcrypt-sha256hex:${await bcrypted(sha256hex(password))}`;
  for (const verifier of [plain, hexed, hexed.replace('$2b$', '$2a$'), plain.replace('$2b$', '$2y$')]) {
    expect(await passwords.verify(verifier, password)).toEqual({ matches: true, outdated: true });
    expect((await passwords.verify(verifier, sha256hex(password))).matches).toBe(false);
    expect((await passwords.verify(verifier, verifier)).matches).toBe(false);
  }
});

test('bcrypt takes nothing beyond the 72 bytes it reads, and no cost that would stop a server', async () => {
  const verifier = `bcrypt:${await bcrypted('x'.repeat(72))}`;
  expect((await passwords.verify(verifier, 'x'.repeat(72))).matches).toBe(true);
  expect((await passwords.verify(verifier, 'x'.repeat(73))).matches).toBe(false);
  expect((await passwords.verify(verifier.replace('$04$', '$31$'), 'x')).matches).toBe(false);
});

test.each([
  '',
  'plain',
  'seven calm lanterns',
  `bcrypt:${'x'.repeat(60)}`,
  'md5:d41d8cd98f00b204e9800998ecf8427e',
])('a verifier of no known form (%s) opens to nothing', async (verifier) => {
  expect((await passwords.verify(verifier, verifier)).matches).toBe(false);
});

test('for nobody it takes as long as for somebody', async () => {
  const verifier = await passwords.hash('seven calm lanterns');
  await passwords.verify(undefined, 'warm up');
  const cpu = async (who: string | undefined) => {
    const before = process.cpuUsage();
    for (let round = 0; round < 8; round += 1) await passwords.verify(who, 'a wrong guess');
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  // Alternating, so that whatever else the machine does meets both.
  let [known, nobody] = [0, 0];
  for (let pair = 0; pair < 4; pair += 1) {
    known += await cpu(verifier);
    nobody += await cpu(undefined);
  }
  expect(nobody / known).toBeGreaterThan(0.7);
  expect(nobody / known).toBeLessThan(1.4);
});

test('more than may wait are turned away at once, the others all get their turn, and the loop stays free', async () => {
  const small = createPasswordHasher({ runningMax: 1, waitingMax: 5 });
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  const settled = await Promise.allSettled(
    Array.from({ length: 20 }, () => small.hash('seven calm lanterns')),
  );
  clearInterval(timer);
  const refused = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  expect(refused).toHaveLength(14);
  expect(refused[0]).toMatchObject({ code: 'unavailable', retryAfterS: 2 });
  expect(ticks).toBeGreaterThan(3);
  expect(await small.hash('and again afterwards')).toMatch(/^\$argon2id/);
});
