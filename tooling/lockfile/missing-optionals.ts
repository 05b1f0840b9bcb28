/** What the lockfile says of one package, as far as it matters here. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const systems = ['android', 'darwin', 'freebsd', 'win32', 'linux', 'openharmony'];
const processors = ['arm64', 'x64', 'ia32', 'riscv64', 's390x', 'ppc64', 'wasm32', 'arm'];

/** An optional package that the lockfile does not name, and the package that may use it. */
export interface MissingOptional {
  readonly name: string;
  readonly range: string;
  readonly wantedBy: string;
}

/** The optional packages without an entry: npm leaves out what the registry at hand did not have. */
export function missingOptionals(packages: Readonly<Record<string, LockedPackage>>): MissingOptional[] {
  return Object.entries(packages).flatMap(([wantedBy, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, wantedBy, name))
      .map(([name, range]) => ({ name, range, wantedBy })),
  );
}

/**
 * Gives each missing optional package an entry, with the platform its name speaks of, so that `npm ci` accepts the lockfile
 * and other platforms know what to fetch. Such an entry has no checksum: the registry could not be asked for one.
 *
 * @returns the names added
 * @throws Error when a name does not tell for which processor the package is
 */
export function addMissingOptionals(packages: Record<string, LockedPackage>): string[] {
  const missing = missingOptionals(packages);
  for (const { name, range, wantedBy } of missing) {
    const os = systems.find((system) => name.includes(system));
    const cpu = processors.find((processor) => name.includes(processor));
    if (cpu === undefined) throw new Error(`For which processor ${name} is cannot be told from its name.`);
    packages[`node_modules/${name}`] = {
      version: range.replace(/^[\^~]/, ''),
      cpu: [cpu],
      ...(packages[wantedBy]?.dev ? { dev: true } : {}),
      ...(os === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}),
      optional: true,
      ...(os === undefined ? {} : { os: [os] }),
    };
  }
  return missing.map(({ name }) => name);
}

/** Says whether the package at `from` finds `name` in its own node_modules or in one above. */
function isLocked(packages: Readonly<Record<string, unknown>>, from: string, name: string): boolean {
  for (let at = from; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    if (`${at === '' ? '' : `${at}/`}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}
