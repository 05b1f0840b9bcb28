import { setting } from '@seaworthy/platform/config';
import { mailSettings } from '@seaworthy/platform/mail';
import { z } from 'zod';
import { apiSettings } from '../api/settings.ts';

/** Settings of Kitsu's workers. */
export const workerSettings = {
  mode: apiSettings.mode,
  port: setting({
    variable: 'KITSU_WORKER_PORT',
    schema: z.coerce.number().int().min(1).max(65_535),
    description:
      'Port on which a worker tells its health and metrics. npm start gives its first worker this port and each further one the next; unset, the port of the API plus 50.',
    example: '4050',
    default: '4050',
  }),
  host: setting({
    variable: 'KITSU_WORKER_HOST',
    schema: z.string().min(1),
    description: 'Address for the same: loopback or a private network.',
    example: '10.0.0.6',
    default: '127.0.0.1',
  }),
  databaseUrl: apiSettings.databaseUrl,
  secretKeys: apiSettings.secretKeys,
  poolMax: setting({
    variable: 'KITSU_WORKER_POOL_MAX',
    schema: z.coerce.number().int().min(1).max(50),
    description:
      'Database connections of one worker for its jobs, besides two by which it hears of jobs and keeps its lease.',
    example: '4',
    default: '4',
  }),
  slots: setting({
    variable: 'KITSU_WORKER_SLOTS',
    schema: z.coerce.number().int().min(1).max(100),
    description: 'Jobs that one worker runs at once.',
    example: '8',
    default: '4',
  }),
  leaseS: setting({
    variable: 'KITSU_WORKER_LEASE_S',
    schema: z.coerce.number().min(1).max(600),
    description:
      'Seconds of silence after which a frozen worker loses its jobs to others. One that died loses them after about two.',
    example: '10',
    default: '10',
  }),
  keepDays: setting({
    variable: 'KITSU_JOBS_KEEP_DAYS',
    schema: z.coerce.number().int().min(0).max(3_650),
    description: 'Days for which jobs that succeeded or were cancelled are kept.',
    example: '14',
    default: '14',
  }),
  keepDeadDays: setting({
    variable: 'KITSU_JOBS_KEEP_DEAD_DAYS',
    schema: z.coerce.number().int().min(1).max(3_650),
    description: 'Days for which dead letters, jobs that failed for good, are kept.',
    example: '90',
    default: '90',
  }),
  publicOrigin: apiSettings.publicOrigin,
  ...mailSettings('KITSU'),
};
