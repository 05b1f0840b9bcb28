/**
 * What `npm start` must know about Kitsu: plain data, checked by tooling/start/manifest.ts, which says what each
 * field means. Paths start at the repository root.
 */
export const manifest = {
  name: 'kitsu',
  title: 'Kitsu',
  description: 'Anime catalogue: browse, filter and search titles in many languages.',
  ports: {
    web: { variable: 'KITSU_WEB_PORT', default: 3000 },
    api: { variable: 'KITSU_API_PORT', default: 4000 },
  },
  database: { variable: 'KITSU_DATABASE_URL', ownerVariable: 'KITSU_OWNER_DATABASE_URL' },
  apiUrlsVariable: 'KITSU_API_URLS',
  connections: {
    // The pool, one connection that hears of changes, and one that counts for the limits.
    api: { pool: { variable: 'KITSU_API_POOL_MAX', default: 4 }, besides: 2 },
  },
  worker: {
    entry: 'products/kitsu/worker/main.ts',
    port: { variable: 'KITSU_WORKER_PORT', default: 4050 },
    // The pool, one connection that hears of jobs, and one that keeps the lease.
    connections: { pool: { variable: 'KITSU_WORKER_POOL_MAX', default: 4 }, besides: 2 },
    originVariable: 'KITSU_PUBLIC_ORIGIN',
  },
  // Concerns of the platform first: what the product makes may build on them.
  migrationSources: [
    { owner: 'identity', folder: new URL('../../platform/identity/migrations/', import.meta.url) },
    { owner: 'audit-trail', folder: new URL('../../platform/audit-trail/migrations/', import.meta.url) },
    { owner: 'limits', folder: new URL('../../platform/limits/migrations/', import.meta.url) },
    { owner: 'jobs', folder: new URL('../../platform/jobs/migrations/', import.meta.url) },
    { owner: 'schedules', folder: new URL('../../platform/schedules/migrations/', import.meta.url) },
    { owner: 'events', folder: new URL('../../platform/events/migrations/', import.meta.url) },
    { owner: 'mail', folder: new URL('../../platform/mail/migrations/', import.meta.url) },
    { owner: 'kitsu', folder: new URL('./migrations/', import.meta.url) },
  ],
  secrets: [{ variable: 'KITSU_SECRET_KEYS', kind: 'key ring' }],
  entries: { api: 'products/kitsu/api/main.ts', web: 'products/kitsu/web/main.ts' },
  build: {
    command: { entry: 'node_modules/next/dist/bin/next', args: ['build'] },
    folder: 'products/kitsu/web',
    output: 'products/kitsu/web/.next',
    inputs: ['products/kitsu/web', 'products/kitsu/client', 'platform/ui', 'package-lock.json'],
  },
  afterMigrate: {
    title: 'demo catalogue',
    command: { entry: 'products/kitsu/cli/main.ts', args: ['seed', 'demo', '--if-empty'] },
  },
  demoLogIns: {
    title: 'demo accounts',
    command: { entry: 'products/kitsu/cli/main.ts', args: ['users', 'demo'] },
    file: 'kitsu-demo-accounts.json',
  },
  pages: [
    { title: 'API description', path: '/api/v1/openapi.json' },
    { title: 'Captured mail', path: '/dev/mail' },
  ],
  nextSteps: [{ title: 'Import a dataset', command: 'npm run kitsu -- import dataset FILE' }],
};
