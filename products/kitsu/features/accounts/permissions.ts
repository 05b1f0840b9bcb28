import { defineRoles } from '@seaworthy/platform/identity';

const OF_TITLES = [
  'anime.view',
  'anime.create',
  'anime.edit',
  'anime.delete',
  'anime.publish',
  'anime.lock',
  'anime.unlock',
] as const;
const OF_EPISODES = [
  'episode.view',
  'episode.create',
  'episode.edit',
  'episode.delete',
  'episode.lock',
  'episode.unlock',
] as const;
const OF_STAFF = [
  'admin.parser.settings',
  'admin.parser.emergency',
  'admin.parser.logs',
  'admin.parser.view',
  'admin.parser.manage',
  'admin.roles.view',
  'admin.roles.manage',
  'admin.users.view',
  'admin.users.manage',
  'audit.view',
  'security.ban.ip',
  'security.unban.ip',
] as const;
const OF_PARSER = ['parser.run', 'parser.configure', 'parser.override_lock'] as const;
/** Of one's own account: looking at it, and changing it. The second is no scope, so no API key can take an account over. */
const OF_OWN = ['account.view', 'account.manage'] as const;

const VIEWS = ['account.view', 'account.manage', 'anime.view', 'episode.view'] as const;

/** Who may do what in Kitsu: every permission by name, the roles of people, the parts of the system. Checked when it loads. */
export const kitsuRoles = defineRoles({
  permissions: [...OF_OWN, ...OF_TITLES, ...OF_EPISODES, ...OF_PARSER, ...OF_STAFF],
  staff: OF_STAFF,
  scopes: ['account.view', ...OF_TITLES, ...OF_EPISODES],
  everybody: 'user',
  owner: 'super_admin',
  roles: {
    // Everything but what only the parser does.
    super_admin: [
      ...OF_OWN,
      ...OF_TITLES,
      ...OF_EPISODES,
      'parser.configure',
      'parser.override_lock',
      ...OF_STAFF,
    ],
    admin: [
      ...OF_OWN,
      ...OF_TITLES,
      ...OF_EPISODES,
      'parser.configure',
      'admin.parser.settings',
      'admin.parser.logs',
      'admin.users.view',
      'audit.view',
    ],
    moderator: [...VIEWS, 'anime.edit', 'anime.lock', 'episode.edit', 'episode.lock', 'audit.view'],
    editor: [...VIEWS, 'anime.create', 'anime.edit', 'episode.create', 'episode.edit'],
    support: [...VIEWS, 'admin.users.view', 'audit.view'],
    user: VIEWS,
  },
  systems: {
    parser: [
      'anime.view',
      'anime.create',
      'anime.edit',
      'episode.view',
      'episode.create',
      'episode.edit',
      'parser.run',
      'parser.override_lock',
    ],
    worker: ['anime.view', 'episode.view', 'parser.run'],
  },
});
