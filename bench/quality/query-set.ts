import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** Why a query is hard; what each means is told in bench/quality/README.md. */
const queryKind = z.enum([
  ...(['exact', 'prefix', 'typo', 'synonym', 'kana', 'romaji', 'cyrillic', 'layout', 'english'] as const),
  ...(['season', 'spacing', 'punctuation', 'short', 'film', 'base', 'order', 'extra', 'homoglyph'] as const),
  ...(['recent', 'cjk', 'obscure', 'negative'] as const),
]);

const malId = z.int().positive();

const judgedQuery = z
  .strictObject({
    /** Exactly what is typed. */
    q: z.string().min(1).max(200),
    kind: queryKind,
    /** MAL ids that a person would accept, the one most wanted first; none: nothing may be shown. */
    expect: z.array(malId),
    /** The worst place, from 1, at which a person would accept one of them. */
    rank: z.int().min(1).max(8).optional(),
    /** MAL ids that may not come before the first accepted one, nor at all where none is accepted. */
    not: z.array(malId).min(1).optional(),
  })
  .refine(({ expect, rank }) => expect.length > 0 === (rank !== undefined), 'rank goes with expect');

/** A query and what a person would accept as its answer. */
export type JudgedQuery = z.infer<typeof judgedQuery>;

/** The sets: one to tune with, one that nobody tuning has read, one for the demo catalogue. */
export type QuerySetName = 'tuning' | 'sealed' | 'demo';

/** Reads a set; what is wrong in it is told as `parseQuerySet` does. */
export async function readQuerySet(name: QuerySetName): Promise<JudgedQuery[]> {
  return parseQuerySet(`${name}.jsonl`, await readFile(fileOf(name), 'utf8'));
}

/**
 * Reads the text of a set, one JSON object a line.
 *
 * @throws Error that names the line when one does not say what a query must, or is there twice.
 */
export function parseQuerySet(file: string, text: string): JudgedQuery[] {
  const firstLine = new Map<string, number>();
  return text
    .trimEnd()
    .split('\n')
    .map((line, index) => {
      const place = `${file}:${index + 1}`;
      const query = judgedQuery.safeParse(parsed(line));
      if (!query.success) throw new Error(`${place}: ${z.prettifyError(query.error)}`);
      const before = firstLine.get(query.data.q);
      if (before !== undefined) throw new Error(`${place} asks what line ${before} does.`);
      firstLine.set(query.data.q, index + 1);
      return query.data;
    });
}

/** Whether there is such a set. */
export function hasQuerySet(name: QuerySetName): boolean {
  return existsSync(fileOf(name));
}

function fileOf(name: QuerySetName): URL {
  return new URL(`${name}.jsonl`, import.meta.url);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
