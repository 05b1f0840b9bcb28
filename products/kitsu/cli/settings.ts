import { modeSetting, setting } from '@seaworthy/platform/config';
import { z } from 'zod';
import { secretKeys } from '../api/identity-settings.ts';

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/ });

/** Settings of Kitsu's commands. */
export const cliSettings = {
  mode: modeSetting,
  databaseUrl: setting({
    variable: 'KITSU_DATABASE_URL',
    schema: databaseUrl.optional(),
    description:
      'Database of Kitsu as its application role. Without it the embedded PostgreSQL of npm start is used.',
    example: 'postgres://kitsu_app:secret@db.internal:5432/kitsu',
    secret: true,
  }),
  ownerDatabaseUrl: setting({
    variable: 'KITSU_OWNER_DATABASE_URL',
    schema: databaseUrl.optional(),
    description:
      'The same database as its owner: what migrations need. Without it the application role is used.',
    example: 'postgres://kitsu_owner:secret@db.internal:5432/kitsu',
    secret: true,
  }),
  secretKeys: setting({
    variable: secretKeys.variable,
    schema: secretKeys.schema.optional(),
    description: 'The same keys as those of the API: audit verify checks signatures with them.',
    example: secretKeys.example,
    secret: true,
  }),
  dataDir: setting({
    variable: 'SEAWORTHY_DATA_DIR',
    schema: z.string().trim().min(1),
    description: 'Folder for everything that npm start keeps: the embedded database, logs.',
    example: '/var/lib/seaworthy',
    default: '.data',
  }),
};
