import { expect, test } from 'vitest';
import { defineBudget, defineGuard, limitHeaders, networkOf, parseQuota, refusalOf } from './index.ts';

const base = { name: 'sign-in', counts: 'address', refusal: 'Too many attempts to sign in' } as const;

test('an address stands for itself, an IPv6 address for its network, however they are written', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  const one = networkOf('2001:db8:0:1::1');
  for (const same of [
    '2001:0db8:0000:0001:ffff:ffff:ffff:ffff',
    '2001:DB8:0:1:a::',
    '2001:db8:0:1::192.0.2.7',
  ]) {
    expect([same, networkOf(same)]).toEqual([same, one]);
  }
  expect(networkOf('2001:db8:0:2::1')).not.toBe(one);
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
});

test('a quota is read from a count and seconds, and nothing else', () => {
  expect(parseQuota('5/60')).toEqual({ count: 5, perS: 60 });
  for (const text of ['', '5', '0/60', '5/0', '-5/60', '5/60s', '1e9/60', '5.5/60']) {
    expect(() => parseQuota(text)).toThrow('such as 5/60');
  }
});

test('a limit that cannot be kept, or named in a header, stops the start', () => {
  expect(() => defineGuard({ ...base, count: 1_001, perS: 60 })).toThrow(/cannot let 1001 through/);
  expect(() => defineBudget({ ...base, name: 'Sign in', count: 5, perS: 60, aheadMax: 1 })).toThrow(
    /lower case/,
  );
});

test('a refusal says what to do, and headers what is left', () => {
  const policy = defineGuard({ ...base, count: 5, perS: 60 });
  const refused = { policy, allowed: false, remaining: 0, resetS: 41.2 };
  expect(refusalOf(refused)).toMatchObject({
    code: 'too_many_requests',
    message: 'Too many attempts to sign in. Try again in 42 seconds.',
    retryAfterS: 42,
  });
  expect(refusalOf({ ...refused, resetS: 3_000 }).message).toContain('in 50 minutes');
  expect(limitHeaders(refused)).toEqual({
    'ratelimit-policy': '"sign-in";q=5;w=60',
    ratelimit: '"sign-in";r=0;t=42',
  });
});
