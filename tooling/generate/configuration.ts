import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnySetting, describeSettings } from '@seaworthy/platform/config';
import type { Generator } from './generator.ts';
import { loadExport, productNames } from './products.ts';

interface Section {
  readonly title: string;
  readonly settings: Readonly<Record<string, AnySetting>>;
}

const processes = ['api', 'worker', 'web', 'cli'];

/** The configuration reference and the example environment file, made from the settings that the processes declare. */
export function configuration(root: string): Generator {
  return {
    name: 'configuration reference',
    outputs: ['docs/configuration.md', '.env.example'],
    async run(into) {
      const sections = await readSections(root);
      await mkdir(join(into, 'docs'), { recursive: true });
      await writeFile(join(into, 'docs/configuration.md'), reference(sections));
      await writeFile(join(into, '.env.example'), example(sections));
    },
  };
}

async function readSections(root: string): Promise<Section[]> {
  const sections: Section[] = [];
  for (const product of productNames(root)) {
    for (const process of processes) {
      const file = `products/${product}/${process}/settings.ts`;
      if (!existsSync(join(root, file))) continue;
      const settings = await loadExport(root, file, `${process}Settings`);
      sections.push({ title: `${product}: ${process}`, settings: settings as Section['settings'] });
    }
  }
  return sections;
}

function reference(sections: readonly Section[]): string {
  const head = [
    '# Configuration',
    '',
    'Written by `npm run generate` from the settings that each process declares; edit those. Every process reads its',
    'settings once, from the environment, and refuses to start with a list of all that is wrong.',
  ];
  const parts = sections.map(
    ({ title, settings }) => `## ${title}\n\n${describeSettings(settings).markdown}`,
  );
  return `${[...head, '', parts.join('\n')].join('\n').trimEnd()}\n`;
}

/** Each variable once, under the first process that reads it. */
function example(sections: readonly Section[]): string {
  const seen = new Set<string>();
  const parts = sections.map(({ title, settings }) => {
    const fresh = Object.entries(settings).filter(([, { variable }]) => !seen.has(variable));
    for (const [, { variable }] of fresh) seen.add(variable);
    return fresh.length === 0
      ? ''
      : `## ${title}\n\n${describeSettings(Object.fromEntries(fresh)).envExample}`;
  });
  const head = '# Written by `npm run generate`. Nothing here is needed for `npm start`.\n';
  return `${[head, ...parts.filter((part) => part !== '')].join('\n').trimEnd()}\n`;
}
