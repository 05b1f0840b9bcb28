import { expect, test } from 'vitest';
import { defineRoles, type RoleDefinition } from './roles.ts';

const good: RoleDefinition<string, string, string> = {
  permissions: ['titles.view', 'titles.edit', 'audit.view', 'titles.import'],
  staff: ['audit.view'],
  scopes: ['titles.view'],
  everybody: 'user',
  owner: 'auditor',
  roles: { user: ['titles.view'], editor: ['titles.edit'], auditor: ['audit.view'] },
  systems: { importer: ['titles.import'] },
};

test('an account holds the union of its roles and of the role of everybody; an unknown role gives nothing', () => {
  const roles = defineRoles(good);
  expect([...roles.permissionsOf(['editor', 'gone'])].sort()).toEqual(['titles.edit', 'titles.view']);
  expect([...roles.permissionsOf([])]).toEqual(['titles.view']);
  expect(roles.permissionsOf(['constructor']).size).toBe(1);
});

test('a part of the system holds what is its own and nothing of people', () => {
  const importer = defineRoles(good).system('importer');
  expect([...importer.permissions]).toEqual(['titles.import']);
  expect(() => defineRoles(good).system('user')).toThrow('no system actor "user"');
});

test.each<[string, Partial<typeof good>]>([
  ['"titles.*" is no name of one permission', { permissions: [...good.permissions, 'titles.*'] }],
  ['the permissions name "titles.view" twice', { permissions: [...good.permissions, 'titles.view'] }],
  [
    'editor has "titles.eat", which is no permission',
    { roles: { ...good.roles, editor: ['titles.edit', 'titles.eat'] } },
  ],
  ['nobody holds "titles.edit"', { roles: { ...good.roles, editor: [] } }],
  [
    'the system importer holds the staff permission "audit.view"',
    { systems: { importer: ['titles.import', 'audit.view'] } },
  ],
  ['"editor" is a role and a system', { systems: { importer: ['titles.import'], editor: [] } }],
  ['"guest" is no role', { everybody: 'guest' }],
  ['the scopes has "x", which is no permission', { scopes: ['x'] }],
])('roles are refused when %s', (said, change) => {
  expect(() => defineRoles({ ...good, ...change })).toThrow(said);
});
