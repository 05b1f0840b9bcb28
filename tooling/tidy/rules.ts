import { decisionForm } from './decisions.ts';
import { documentCommands, documentPaths } from './documents.ts';
import { environmentReaders } from './environment.ts';
import { machinePaths, registryHosts } from './leaks.ts';
import { fileLengths, functionLengths } from './lengths.ts';
import { leftoverMarkers, switchedOffTests } from './markers.ts';
import { exactVersions, lockfileIsComplete } from './packages.ts';
import type { Rule } from './repository.ts';
import { unexplainedSuppressions } from './suppressions.ts';

/** Everything the tidy test looks at, by the name it is reported under. */
export const rules: Readonly<Record<string, Rule>> = {
  'file lengths': fileLengths,
  'function lengths': functionLengths,
  'leftover markers': leftoverMarkers,
  'tests switched off': switchedOffTests,
  'checks switched off': unexplainedSuppressions,
  'readers of the environment': environmentReaders,
  'paths in documents': documentPaths,
  'commands in documents': documentCommands,
  'form of decisions': decisionForm,
  'exact versions': exactVersions,
  'complete lockfile': lockfileIsComplete,
  'machine paths': machinePaths,
  'registry hosts': registryHosts,
};
