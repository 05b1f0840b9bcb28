import { deepStrictEqual } from 'node:assert/strict';
import type { RunningServer } from '../servers/start-server.ts';

/** Fails unless both servers answer every path with 200 and the same JSON: otherwise their speeds mean nothing. */
export async function expectSameBodies(
  ours: RunningServer,
  floor: RunningServer,
  paths: readonly string[],
): Promise<void> {
  for (const path of paths) {
    const [one, other] = await Promise.all([bodyOf(ours, path), bodyOf(floor, path)]);
    deepStrictEqual(JSON.parse(one), JSON.parse(other), `The bodies of ${path} differ.`);
  }
}

/** The text of a good answer; throws for any other. */
export async function bodyOf(server: RunningServer, path: string): Promise<string> {
  const response = await fetch(server.origin + path);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  return response.text();
}
