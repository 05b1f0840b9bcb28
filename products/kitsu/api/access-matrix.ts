import { limitNameOf, type Route } from '@seaworthy/platform/http';
import type { Policy } from '@seaworthy/platform/limits';
import { kitsuRoles } from '../features/accounts/index.ts';
import { defaultQuotas } from './limit-settings.ts';
import { LIMIT_DEFAULTS, limitPolicies, limitRules } from './limits.ts';
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
    'A hidden route answers everybody else as if there were nothing at its address. What a call changes stands in the audit',
    'trail under its action.',
    '',
    ...routeTable(unconnectedRoutes()),
    '',
    '## Limits',
    '',
    'How often whom may do what, by default; [configuration.md](configuration.md) says how to change it. A guard lets no more',
    'through in any stretch of its time, and nobody when it cannot be asked. A budget is there at once and comes back',
    'steadily; it lets everybody through when it cannot be asked. Both hold over all processes together. Where a process takes some of a',
    'budget ahead, never more than the budget gets through, and perhaps somewhat less.',
    '',
    ...limitTable(),
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
  const rows = sorted.map(({ route, route: { access }, operation }) =>
    access === 'public'
      ? [operation, 'public', ...facts(route), HELD, ...kitsuRoles.roles.map(() => HELD)]
      : [
          operation,
          `${access.permission}${access.hidden ? ', hidden' : ''}`,
          ...facts(route),
          '',
          ...kitsuRoles.roles.map((role) =>
            kitsuRoles.permissionsOf([role]).has(access.permission) ? HELD : '',
          ),
        ],
  );
  return table(['Route', 'Needs', 'Limit', 'Audited as', 'nobody', ...kitsuRoles.roles], rows);
}

function facts(route: Route): string[] {
  const actions = route.audit.map((action) => action.name);
  return [limitNameOf(route, { defaults: LIMIT_DEFAULTS }) ?? 'none', actions.join(', ')];
}

function limitTable(): string[] {
  const rows = Object.entries(limitRules(limitPolicies(defaultQuotas()))).flatMap(
    ([rule, { account, address, within = [] }]) =>
      [account, address, ...within].flatMap((policy) =>
        policy
          ? [
              [
                rule,
                policy.name,
                policy.counts,
                policy.kind,
                `${policy.count} in ${policy.perS} s`,
                aheadOf(policy),
              ],
            ]
          : [],
      ),
  );
  return table(['Limit', 'Policy', 'Counted by', 'Kind', 'Lets through', 'Taken ahead'], rows);
}

function aheadOf(policy: Policy): string {
  return policy.kind === 'budget' && policy.aheadMax > 1 ? String(policy.aheadMax) : '';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
