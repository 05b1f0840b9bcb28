import type { Problem, RepositoryFile } from './repository.ts';

const folder = 'decisions/';
const lastSection = 'How it is checked';

/** Decisions are numbered from 0001 without a hole or a double, and each ends with how it is checked. */
export function decisionForm(files: readonly RepositoryFile[]): Problem[] {
  const decisions = files
    .filter(({ path }) => path.startsWith(folder))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return decisions.flatMap(({ path, text }, index) => {
    const wanted = String(index + 1).padStart(4, '0');
    const name = path.slice(folder.length);
    const problems: Problem[] = [];
    if (!/^\d{4}-[a-z0-9-]+\.md$/.test(name)) problems.push({ path, message: 'is not named NNNN-title.md' });
    else if (!name.startsWith(wanted)) problems.push({ path, message: `should have the number ${wanted}` });
    const sections = text.split(/^## /m).slice(1);
    const [heading = '', ...body] = (sections.at(-1) ?? '').split('\n');
    if (heading.trim() !== lastSection)
      problems.push({ path, message: `does not end with "## ${lastSection}"` });
    else if (body.join('').trim() === '')
      problems.push({ path, message: `says nothing below "${lastSection}"` });
    return problems;
  });
}
