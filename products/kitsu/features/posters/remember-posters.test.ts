import { expect, test } from 'vitest';
import { drawnPoster } from './drawn-poster.ts';
import { rememberPosters } from './remember-posters.ts';

function subject(id: number, more: { version?: number; genres?: string[] } = {}) {
  return { id, slug: `title-${id}`, genres: ['action'], kind: 'tv', year: 2016, version: 1, ...more };
}

test('a remembered poster is the drawn one, also after the memory has started over', () => {
  const posterOf = rememberPosters(3);
  for (const id of [1, 2, 3, 4, 5, 1, 5, 2]) {
    expect(posterOf(subject(id))).toEqual(drawnPoster(subject(id)));
  }
});

test('a title asked for again costs nothing, and its next version is drawn anew', () => {
  const posterOf = rememberPosters(3);
  const first = posterOf(subject(1));
  expect(posterOf(subject(1))).toBe(first);
  const changed = subject(1, { version: 2, genres: ['horror', 'space'] });
  expect(posterOf(changed)).toEqual(drawnPoster(changed));
  expect(posterOf(changed)).not.toEqual(first);
});
