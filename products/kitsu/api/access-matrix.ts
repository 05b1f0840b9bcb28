import type { Route } from '@seaworthy/platform/http';
import { kitsuRoles } from '../features/accounts/index.ts';
import { unconnectedRoutes } from './unconnected-routes.ts';

const HELD = '●';
const SYSTEMS = ['parser', 'worker'];

/** Who may do what in Kitsu, as a document: permissions by role, and routes by role. Made from what the server itself uses. */
export function accessMatrix(): string {
  return `${[
    '# Kitsu: who may do what',
    '',
    'Written by `npm run generate` from the roles and the routes themselves. Every account has the role user. Parts of the',
    'system act with permissions of their own and never with those of staff.',
    '',
    '## Permissions',
    '',
    ...permissionTable(),
    '',
    '## Routes',
    '',
    'A hidden route answers everybody else as if there were nothing at its address.',
    '',
    ...routeTable(unconnectedRoutes()),
  ].join('\n')}\n`;
}

function permissionTable(): string[] {
  const columns = [
    ...kitsuRoles.roles.map((role) => ({ name: role, held: kitsuRoles.permissionsOf([role]) })),
    ...SYSTEMS.map((name) => ({ name, held: kitsuRoles.system(name).permissions })),
  ];
  const rows = [...kitsuRoles.permissions].map((permission) => [
    `${permission}${kitsuRoles.staff.has(permission) ? ' (staff)' : ''}${kitsuRoles.scopes.has(permission) ? ' (keys)' : ''}`,
    ...columns.map(({ held }) => (held.has(permission) ? HELD : '')),
  ]);
  return table(['Permission', ...columns.map(({ name }) => name)], rows);
}

function routeTable(routes: readonly Route[]): string[] {
  const named = routes.map((route) => ({ route, operation: `${route.method} ${route.path}` }));
  const sorted = named.sort((one, other) => (one.route.path < other.route.path ? -1 : 1));
  const rows = sorted.map(({ route: { access }, operation }) =>
    access === 'public'
      ? [operation, 'public', HELD, ...kitsuRoles.roles.map(() => HELD)]
      : [
          operation,
          `${access.permission}${access.hidden ? ', hidden' : ''}`,
          '',
          ...kitsuRoles.roles.map((role) =>
            kitsuRoles.permissionsOf([role]).has(access.permission) ? HELD : '',
          ),
        ],
  );
  return table(['Route', 'Needs', 'nobody', ...kitsuRoles.roles], rows);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
