import { describe, expect, it } from 'vitest';
import { fitsLockfile } from './fit.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };
const foreign = { version: '1.0.0', optional: true, os: ['aix'], cpu: ['ppc64'] };
const lock = {
  packages: {
    '': {},
    platform: { version: '0.1.0' },
    'node_modules/a': a,
    'node_modules/a-aix-ppc64': foreign,
    'node_modules/@seaworthy/platform': { link: true },
  },
};

describe('an install fits the lockfile', () => {
  it('when npm recorded the same packages, without those for other platforms', () => {
    expect(fitsLockfile(lock, { packages: { 'node_modules/a': a } })).toBe(true);
  });

  it('not when there is no record, as after an install that was cut off', () => {
    expect(fitsLockfile(lock, null)).toBe(false);
    expect(fitsLockfile(lock, {})).toBe(false);
  });

  it('not when a package is missing, has another version, or another content', () => {
    expect(fitsLockfile(lock, { packages: {} })).toBe(false);
    expect(fitsLockfile(lock, { packages: { 'node_modules/a': { ...a, version: '1.0.1' } } })).toBe(false);
    expect(fitsLockfile(lock, { packages: { 'node_modules/a': { ...a, integrity: 'sha512-b' } } })).toBe(
      false,
    );
  });

  it('not when a package is installed that the lockfile does not know', () => {
    expect(fitsLockfile(lock, { packages: { 'node_modules/a': a, 'node_modules/b': a } })).toBe(false);
  });
});
