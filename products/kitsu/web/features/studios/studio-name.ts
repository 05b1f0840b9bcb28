import { getStudio } from '../../api/catalogue.ts';

/** The names of studios by slug. One that has no titles, or cannot be asked for now, is left out. */
export async function studioNames(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const answers = await Promise.all(slugs.map((slug) => getStudio(slug)));
  return new Map(
    answers.flatMap((answer) => (answer.ok ? [[answer.data.slug, answer.data.name] as const] : [])),
  );
}
