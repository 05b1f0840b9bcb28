import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFilters, readFilters, titleQuery, withoutFilter, writeFilters } from './filters.ts';

const read = (query: string) => readFilters(new URLSearchParams(query));

describe('the filters of an address', () => {
  it('are what the address says', () => {
    expect(
      read('kind=tv&kind=movie&yearFrom=2001&genre=drama&genreNot=mecha&airing=true&sort=score'),
    ).toMatchObject({
      kind: ['tv', 'movie'],
      yearFrom: 2001,
      genre: ['drama'],
      genreNot: ['mecha'],
      airing: true,
      sort: 'score',
      view: 'grid',
    });
  });

  it('leave out what is unknown, empty or out of bounds instead of failing', () => {
    expect(
      writeFilters(read('kind=opera&yearFrom=&yearTo=99999&scoreFrom=eleven&genre=Not+a+slug&sort=worst')),
    ).toBe('');
  });

  it('exclude a genre that is both asked for and excluded', () => {
    expect(read('genre=drama&genreNot=drama')).toMatchObject({ genre: [], genreNot: ['drama'] });
  });

  it('survive being written and read, whatever the address was', () => {
    const value = fc.constantFrom(
      'tv',
      'movie',
      'airing',
      'true',
      'drama',
      'mecha',
      '2001',
      '9',
      '7.5',
      '7.25',
      'list',
      'score',
      '',
      'x y',
    );
    const name = fc.constantFrom(
      'kind',
      'status',
      'yearFrom',
      'genre',
      'genreNot',
      'scoreFrom',
      'scoreTo',
      'airing',
      'sort',
      'view',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, value)), (pairs) => {
        const filters = readFilters(new URLSearchParams(pairs));
        expect(read(writeFilters(filters))).toEqual(filters);
      }),
    );
  });

  it('are counted one by one, without order and view', () => {
    expect(countFilters(read('kind=tv&kind=ova&genreNot=mecha&adult=true&sort=title&view=list'))).toBe(4);
  });

  it('can be dropped one by one, as the API names them', () => {
    const filters = read('kind=tv&yearFrom=1990&yearTo=1999&genre=drama&genre=mecha&airing=true');
    expect(writeFilters(withoutFilter(filters, 'year', null))).not.toContain('year');
    expect(withoutFilter(filters, 'genre', 'drama').genre).toEqual(['mecha']);
    expect(withoutFilter(filters, 'kind', null).kind).toEqual([]);
    expect(withoutFilter(filters, 'airing', null).airing).toBe(false);
  });

  it('take scores in halves', () => {
    expect(read('scoreFrom=7.5&scoreTo=9')).toMatchObject({ scoreFrom: 7.5, scoreTo: 9 });
    expect(read('scoreFrom=7.25&scoreTo=11')).toMatchObject({ scoreFrom: undefined, scoreTo: undefined });
  });

  it('reach the API without the view and without empty fields', () => {
    expect(titleQuery(read('kind=tv&view=list'))).toEqual({ kind: ['tv'], sort: 'popularity' });
  });
});
