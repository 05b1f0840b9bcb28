import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { renderLatency } from './latency/render-latency.ts';
import { renderQuality } from './quality/render-quality.ts';
import { makeReport } from './report/make-report.ts';
import { render } from './report/render.ts';
import type { ReportDeps } from './report/report-deps.ts';
import { reportOnSearch } from './report/search-report.ts';
import { renderSiteReport } from './site/render-site.ts';
import { reportOnSite } from './site/site-report.ts';

// npm run bench [-- --json FILE]: measures Kitsu beside what is possible and prints the report. SEAWORTHY_DATASET and
// SEAWORTHY_STATS name the files to import; without them titles are generated.
//
// npm run bench -- --quality [--keep FOLDER | --api URL]: only the quality of the search, with its misses; or --latency: only
// how long searches take. The dataset is imported once and kept in FOLDER for the next run, or nothing is imported and the API at
// URL is asked.
//
// npm run bench -- --site [--keep FOLDER]: only the site: 500 visitors at once, and kept pages a second.

const options = {
  json: { type: 'string' },
  quality: { type: 'boolean', default: false },
  latency: { type: 'boolean', default: false },
  site: { type: 'boolean', default: false },
  keep: { type: 'string' },
  api: { type: 'string' },
} as const;

const closers: (() => Promise<void>)[] = [];

let closing: Promise<void> | undefined;

/** Closes everything once; whoever asks again waits for the same end. */
function closeAll(): Promise<void> {
  closing ??= closeEach();
  return closing;
}

async function closeEach(): Promise<void> {
  for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void closeAll().finally(() => process.exit(130)));
}

const deps: ReportDeps = {
  log: (line) => process.stderr.write(`${line}\n`),
  onEnd: (close) => closers.push(close),
};
const sources = { dataset: process.env.SEAWORTHY_DATASET, stats: process.env.SEAWORTHY_STATS };

async function main(): Promise<void> {
  const { values } = parseArgs({ options });
  try {
    const [text, report] = await measure(values);
    process.stdout.write(`${text}\n`);
    if (values.json !== undefined)
      await writeFile(fromCaller(values.json), `${JSON.stringify(report, null, 2)}\n`);
  } finally {
    await closeAll();
  }
}

async function measure(
  values: Parameters<typeof onlySearch>[0] & { site: boolean },
): Promise<[string, unknown]> {
  if (values.quality || values.latency) return onlySearch(values);
  return values.site ? onlySite(values.keep) : everything();
}

async function onlySite(keep: string | undefined): Promise<[string, unknown]> {
  const report = await reportOnSite(deps, sources, keep === undefined ? undefined : fromCaller(keep));
  return [renderSiteReport(report), report];
}

async function everything(): Promise<[string, unknown]> {
  const report = await makeReport(deps, sources);
  return [render(report), report];
}

async function onlySearch(o: {
  quality: boolean;
  latency: boolean;
  keep?: string | undefined;
  api?: string | undefined;
}): Promise<[string, unknown]> {
  const folder = o.keep === undefined ? undefined : fromCaller(o.keep);
  const report = await reportOnSearch(deps, sources, { ...o, keep: folder });
  return [renderQuality(report.quality, { misses: true }) + renderLatency(report.searchLatency), report];
}

/** A path as the person meant it who called npm. */
function fromCaller(file: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', file);
}

await main();
