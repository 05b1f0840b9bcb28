import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { LoadGenerator, LoadRequest, LoadResult } from './load.ts';

const run = promisify(execFile);

/** Load by wrk with one thread. */
export function wrk(file: string): LoadGenerator {
  return {
    name: 'wrk',
    async run(request) {
      const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-wrk-'));
      try {
        const script = path.join(folder, 'paths.lua');
        await writeFile(script, luaScript(request));
        const { stdout } = await run(file, [
          '-t1',
          `-c${request.connections}`,
          `-d${request.durationS}s`,
          '--timeout=30s',
          `--script=${script}`,
          request.origin,
        ]);
        return readResult(stdout);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  };
}

/** wrk takes whole seconds and one path; a script gives it the paths in turn and has it print plain numbers. */
function luaScript({ paths, headers = {} }: LoadRequest): string {
  return `
local paths = { ${paths.map((one) => JSON.stringify(one)).join(', ')} }
local headers = { ${Object.entries(headers)
    .map(([name, value]) => `[${JSON.stringify(name)}] = ${JSON.stringify(value)}`)
    .join(', ')} }
local requests = {}
local turn = 0
function init(args)
  for index, path in ipairs(paths) do requests[index] = wrk.format('GET', path, headers) end
end
function request()
  turn = turn % #requests + 1
  return requests[turn]
end
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format('result %d %d %f %f %f %d\\n', summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(95), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
`;
}

function readResult(output: string): LoadResult {
  const line = /^result (.*)$/m.exec(output)?.[1];
  const [count = 0, durationUs = 1, p50 = 0, p95 = 0, p99 = 0, failures = 0] =
    line?.split(' ').map(Number) ?? [];
  if (line === undefined) throw new Error(`wrk said nothing we understand: ${output}`);
  return {
    requestsPerS: (count - failures) / (durationUs / 1e6),
    requestCount: count,
    p50Ms: p50 / 1000,
    p95Ms: p95 / 1000,
    p99Ms: p99 / 1000,
    failureCount: failures,
  };
}
