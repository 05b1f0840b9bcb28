import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeReport } from './report/make-report.ts';
import { render } from './report/render.ts';

// npm run bench [-- --json FILE]: measures Kitsu beside what is possible and prints the report. SEAWORTHY_DATASET and
// SEAWORTHY_STATS name the files to import; without them titles are generated.

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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  try {
    const report = await makeReport(
      {
        log: (line) => process.stderr.write(`${line}\n`),
        onEnd: (close) => closers.push(close),
      },
      { dataset: process.env.SEAWORTHY_DATASET, stats: process.env.SEAWORTHY_STATS },
    );
    process.stdout.write(render(report));
    if (values.json !== undefined) {
      const file = path.resolve(process.env.INIT_CWD ?? '.', values.json);
      await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
    }
  } finally {
    await closeAll();
  }
}

await main();
