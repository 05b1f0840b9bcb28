import path from 'node:path';
import type { RunAs } from './run-as.ts';

/** Durable is for people's data; a temporary server trades durability for speed. */
export interface ServerOptions {
  readonly cluster: string;
  readonly port: number;
  readonly durable: boolean;
}

/** Sensible for a machine of 2 to 24 GB with an SSD and a few small pools. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  effective_io_concurrency: '64',
  wal_compression: 'on',
  max_wal_size: '1GB',
  checkpoint_timeout: '10min',
  // Compiling a plan costs more than any statement of ours takes.
  jit: 'off',
  // One core a statement: steady latencies under load, and no need for /dev/shm, which containers keep small.
  max_parallel_workers_per_gather: '0',
  default_statistics_target: '200',
  password_encryption: 'scram-sha-256',
  // A client that vanished is noticed in half a minute, and its locks are free again.
  tcp_keepalives_idle: '15',
  tcp_keepalives_interval: '5',
  tcp_keepalives_count: '3',
  client_connection_check_interval: '5s',
  log_min_duration_statement: '1s',
  // Statements are logged without the values they were given: those may be personal.
  log_parameter_max_length: '0',
  log_lock_waits: 'on',
  log_line_prefix: '%m [%p] %q%a@%d ',
  log_timezone: 'UTC',
  timezone: 'UTC',
} as const;

const NOT_DURABLE = {
  // Beside the data, so that it goes with the data, also when the server is killed.
  dynamic_shared_memory_type: 'mmap',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '128MB',
} as const;

/** The command that becomes the server. Settings are arguments, so a newer program brings newer settings. */
export function serverCommand(runAs: RunAs, options: ServerOptions): [string, ...string[]] {
  const settings = { ...SETTINGS, ...(options.durable ? {} : NOT_DURABLE), port: String(options.port) };
  const [file = '', ...args] = [
    ...runAs.prefix,
    path.join(runAs.binaries, 'bin', 'postgres'),
    '-D',
    options.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return [file, ...args];
}
