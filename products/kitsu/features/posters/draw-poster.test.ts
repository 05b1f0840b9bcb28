import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { contrast, luminance } from './colour.ts';
import { drawPoster, posterPalette } from './draw-poster.ts';
import { FAMILIES, familyOf, suitability } from './families.ts';
import { INKS } from './inks.ts';
import { byNight, choosePalette, INK_CONTRAST_MIN, SUN_CONTRAST_MIN } from './palette.ts';
import { seededRandom } from './random.ts';
import { openStage } from './stage.ts';
import { type PosterInput, readSubject } from './subject.ts';
import { faultsOf } from './well-formed.fixture.ts';

const POSTER_BYTES_MAX = 7168;
const GENRES = [...new Set(FAMILIES.flatMap((family) => Object.keys(family.genres)))];

/** Titles as a catalogue has them: one or two genres each, some with none. */
const title = (seed: number): PosterInput => ({
  seed,
  slug: `title-${seed}`,
  genres: [seed % 7, seed % 11].filter((i) => i > 0).map((i) => GENRES[(seed + i) % GENRES.length] ?? ''),
  kind: 'tv',
  year: seed % 13 === 0 ? null : 1975 + (seed % 50),
});
const many = (count: number) => Array.from({ length: count }, (_, i) => title(i + 1));

describe('drawPoster', () => {
  it('gives the same bytes for the same input, and asks neither chance nor the clock', () => {
    const before = many(60).map(drawPoster);
    const chance = vi.spyOn(Math, 'random').mockImplementation(() => {
      throw new Error('a poster asked Math.random');
    });
    const clock = vi.spyOn(Date, 'now').mockReturnValue(0);
    expect(many(60).map(drawPoster)).toEqual(before);
    chance.mockRestore();
    clock.mockRestore();
  });

  it('draws no two of 500 titles alike', () => {
    expect(new Set(many(500).map((input) => drawPoster({ ...input, genres: ['action'] }))).size).toBe(500);
  });

  it('draws two titles apart even when their numbers follow and their genres are the same', () => {
    const drawn = many(500).map((input) => {
      const svg = drawPoster({ ...input, genres: [], year: 2000 });
      return svg.replaceAll(/p[0-9a-z]+-/g, '');
    });
    expect(new Set(drawn).size).toBe(500);
  });

  it(`stays within ${POSTER_BYTES_MAX} bytes`, () => {
    const sizes = many(1500).map((input) => Buffer.byteLength(drawPoster(input)));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(POSTER_BYTES_MAX);
  });

  it('is a well-formed, closed document of 2 to 3 without text, script, style or anything from elsewhere', () => {
    for (const input of many(500)) {
      const svg = drawPoster(input);
      expect(faultsOf(svg), familyOf(readSubject(input)).name).toEqual([]);
      expect(svg).toContain('viewBox="0 0 400 600"');
    }
  });

  it('draws whatever it is given: unknown genres, none, odd slugs, odd numbers', () => {
    const anything = fc.record({
      seed: fc.integer(),
      slug: fc.string(),
      genres: fc.array(fc.string(), { maxLength: 5 }),
      kind: fc.string(),
      year: fc.option(fc.integer({ min: -5, max: 9999 })),
    });
    fc.assert(
      fc.property(anything, (input) => {
        expect(faultsOf(drawPoster(input))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the ids of two posters in one document apart', () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const [one, other] = [ids(drawPoster(title(41))), ids(drawPoster(title(42)))];
    expect(one.length).toBeGreaterThan(0);
    expect(one.filter((id) => other.includes(id))).toEqual([]);
  });
});

describe('the kinds of picture', () => {
  it('are each reached by some title', () => {
    const seen = new Set<string>();
    for (const genre of GENRES) {
      for (let seed = 1; seed <= 150; seed++)
        seen.add(familyOf(readSubject({ ...title(seed), genres: [genre] })).name);
    }
    expect(FAMILIES.map((family) => family.name).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('have names of their own and answer only to genres that are read from the input', () => {
    expect(new Set(FAMILIES.map((family) => family.name)).size).toBe(FAMILIES.length);
    const misread = GENRES.filter(
      (genre) => readSubject({ ...title(1), genres: [genre] }).genres[0] !== genre,
    );
    expect(misread).toEqual([]);
  });

  it('keep horror out of titles that did not ask for it', () => {
    const dread = FAMILIES.filter(({ name }) => ['eye', 'manyEyes', 'deadTree', 'corridor'].includes(name));
    expect(dread.map((family) => suitability(family, ['slice-of-life', 'kids']))).toEqual([0, 0, 0, 0]);
    expect(dread.map((family) => suitability(family, []))).toEqual([0, 0, 0, 0]);
  });

  it('hear a genre in the words of any source', () => {
    const read = (...genres: string[]) => readSubject({ ...title(1), genres }).genres;
    expect(read('Science Fiction', 'science-fiction', 'sci-fi')).toEqual(['sci-fi']);
    expect(read('Martial Arts', 'Samurai')).toEqual(['martial']);
    expect(readSubject({ ...title(1), genres: [], kind: 'MUSIC' }).genres).toEqual(['music']);
  });

  it('can each be printed in every set of inks', () => {
    for (const family of FAMILIES) {
      INKS.forEach((inks, i) => {
        const random = seededRandom(`${family.name}/${i}`);
        const only = { ...random, weighted: <T>() => inks as T };
        const day = choosePalette(readSubject(title(i)), only);
        const stage = openStage(random, family.night ? byNight(day) : day, 'x');
        const drawn = family.draw(stage);
        const svg = `<svg xmlns="http://www.w3.org/2000/svg"><defs>${stage.definitions()}</defs>${drawn}</svg>`;
        expect(faultsOf(svg), `${family.name} in ${inks.name}`).toEqual([]);
      });
    }
  });
});

describe('the inks', () => {
  it('keep the accent readable on the ground of every poster', () => {
    for (const input of many(1000)) {
      const { background, accent } = posterPalette(input);
      expect(background).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrast(background, accent)).toBeGreaterThanOrEqual(SUN_CONTRAST_MIN);
    }
  });

  it('keep silhouettes off the horizon, by day and by night', () => {
    for (const input of many(1000)) {
      const day = choosePalette(readSubject(input), seededRandom(input.slug));
      expect(contrast(day.ink, day.haze), day.name).toBeGreaterThanOrEqual(INK_CONTRAST_MIN);
      const night = byNight(day);
      expect(contrast(night.ink, night.haze), `${day.name} by night`).toBeGreaterThanOrEqual(
        INK_CONTRAST_MIN,
      );
      expect(contrast(night.sun, night.sky), `${day.name} by night`).toBeGreaterThanOrEqual(SUN_CONTRAST_MIN);
    }
  });

  it('give a picture that needs the dark a dark ground, whatever the inks', () => {
    const night = new Set(FAMILIES.filter((family) => family.night).map((family) => family.name));
    const grounds = many(1000)
      .filter((input) => night.has(familyOf(readSubject(input)).name))
      .map((input) => luminance(posterPalette(input).background));
    expect(grounds.length).toBeGreaterThan(50);
    expect(Math.max(...grounds)).toBeLessThan(0.18);
  });
});
