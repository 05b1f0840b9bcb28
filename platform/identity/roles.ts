import type { SystemActor } from './actor.ts';

/** What a product grants to whom, as plain data. */
export interface RoleDefinition<Permission extends string, Role extends string, System extends string> {
  /** Every permission there is, by exact name. */
  readonly permissions: readonly Permission[];
  /** The ones that are for staff: no system may hold them. */
  readonly staff: readonly Permission[];
  /** Roles of people. */
  readonly roles: Readonly<Record<Role, readonly Permission[]>>;
  /** The role that every account has without a grant. */
  readonly everybody: NoInfer<Role>;
  /** The role that can grant roles: its last holder keeps it. */
  readonly owner: NoInfer<Role>;
  /** What an API key may be given, at most; it never has more than its account. */
  readonly scopes: readonly Permission[];
  /** Parts of the system that act by themselves. */
  readonly systems: Readonly<Record<System, readonly Permission[]>>;
}

/** A checked {@link RoleDefinition}. */
export interface RoleCatalogue {
  readonly permissions: ReadonlySet<string>;
  readonly staff: ReadonlySet<string>;
  readonly scopes: ReadonlySet<string>;
  /** Names of the roles of people, in the order they were given. */
  readonly roles: readonly string[];
  readonly everybody: string;
  readonly owner: string;
  /** The union of what the roles grant, the role of everybody included; a role that is not known (any more) grants nothing. */
  permissionsOf(roles: readonly string[]): ReadonlySet<string>;
  /** The actor of a part of the system. Throws for a name that is none. */
  system(name: string): SystemActor;
}

const NAME = /^[a-z][a-z_]*(\.[a-z][a-z_]*)*$/;

/**
 * Checks a product's permissions and roles and makes them usable: for the start of a process.
 *
 * @throws Error that names every mistake: a wildcard or other malformed name, a name given twice, a grant of something
 * that is no permission, a permission nobody holds, a system that holds a staff permission, a name that is a role and a
 * system at once.
 */
export function defineRoles<Permission extends string, Role extends string, System extends string>(
  definition: RoleDefinition<Permission, Role, System>,
): RoleCatalogue {
  const problems = mistakes(definition);
  if (problems.length > 0) throw new Error(`The roles cannot be used: ${problems.join('; ')}.`);
  const permissions = new Set<string>(definition.permissions);
  const grants = new Map<string, readonly string[]>(Object.entries(definition.roles));
  const systems = new Map<string, readonly string[]>(Object.entries(definition.systems));
  return Object.freeze({
    permissions,
    staff: new Set<string>(definition.staff),
    scopes: new Set<string>(definition.scopes),
    roles: [...grants.keys()],
    everybody: definition.everybody,
    owner: definition.owner,
    permissionsOf: (roles: readonly string[]) =>
      new Set([definition.everybody, ...roles].flatMap((role) => [...(grants.get(role) ?? [])])),
    system: (name: string) => {
      const granted = systems.get(name);
      if (granted === undefined) throw new Error(`There is no system actor "${name}".`);
      return { kind: 'system' as const, name, permissions: new Set(granted) };
    },
  });
}

function mistakes(definition: RoleDefinition<string, string, string>): string[] {
  const { permissions, staff, scopes, roles, systems, everybody, owner } = definition;
  const known = new Set(permissions);
  const holders = [...Object.entries(roles), ...Object.entries(systems)];
  const held = new Set(holders.flatMap(([, granted]) => granted));
  const lists: [string, readonly string[]][] = [
    ['the permissions', permissions],
    ['the staff permissions', staff],
    ['the scopes', scopes],
    ...holders,
  ];
  return [
    ...permissions.filter((name) => !NAME.test(name)).map((name) => `"${name}" is no name of one permission`),
    ...lists.flatMap(([list, names]) => repeated(names).map((name) => `${list} name "${name}" twice`)),
    ...lists.flatMap(([list, names]) =>
      names.filter((name) => !known.has(name)).map((name) => `${list} has "${name}", which is no permission`),
    ),
    ...permissions.filter((name) => !held.has(name)).map((name) => `nobody holds "${name}"`),
    ...Object.entries(systems).flatMap(([system, granted]) =>
      granted
        .filter((name) => staff.includes(name))
        .map((name) => `the system ${system} holds the staff permission "${name}"`),
    ),
    ...Object.keys(systems)
      .filter((name) => name in roles)
      .map((name) => `"${name}" is a role and a system`),
    ...[everybody, owner].filter((role) => !(role in roles)).map((role) => `"${role}" is no role`),
  ];
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}
