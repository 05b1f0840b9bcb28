import type { Connection } from './contract.ts';

/**
 * The titles that sequels connect, in the order of the story: each after all that it continues, and where the story
 * leaves open which is first, in the given order. Titles that no sequel connects are left out. Statements that run in a
 * circle say nothing: their titles follow in the given order.
 */
export function storyOrder(ids: readonly number[], connections: readonly Connection[]): number[] {
  const sequels = connections.filter(({ kind }) => kind === 'sequel');
  const connected = new Set(sequels.flatMap(({ from, to }) => [from, to]));
  const waiting = new Set(ids.filter((id) => connected.has(id)));
  const isOpen = (id: number) => !sequels.some(({ from, to }) => to === id && waiting.has(from));
  const ordered: number[] = [];
  while (waiting.size > 0) {
    const left = [...waiting];
    const next = left.find(isOpen) ?? left[0];
    if (next === undefined) break;
    waiting.delete(next);
    ordered.push(next);
  }
  return ordered;
}
