import { describe, expect, it } from 'vitest';
import { parseSeason, seasonAt, seasonFrom } from './season.ts';

describe('seasons', () => {
  it('begin with the quarters of the year, in UTC', () => {
    expect(seasonAt(new Date('2026-03-31T23:59:59Z'))).toEqual({ year: 2026, season: 'winter' });
    expect(seasonAt(new Date('2026-04-01T00:00:00Z'))).toEqual({ year: 2026, season: 'spring' });
    expect(seasonAt(new Date('2026-12-31T23:59:59Z'))).toEqual({ year: 2026, season: 'fall' });
  });

  it('follow each other over the turn of the year, both ways', () => {
    expect(seasonFrom({ year: 2026, season: 'fall' }, 1)).toEqual({ year: 2027, season: 'winter' });
    expect(seasonFrom({ year: 2026, season: 'winter' }, -1)).toEqual({ year: 2025, season: 'fall' });
  });

  it('are read from an address only when they exist', () => {
    expect(parseSeason('2013', 'spring')).toEqual({ year: 2013, season: 'spring' });
    expect(parseSeason('2013', 'monsoon')).toBeUndefined();
    expect(parseSeason('13', 'spring')).toBeUndefined();
  });
});
