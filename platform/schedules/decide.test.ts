import { describe, expect, test } from 'vitest';
import { decide } from './decide.ts';
import { type CatchUp, defineSchedule } from './schedule.ts';

const schedule = (cron: string, zone = 'UTC', catchUp: CatchUp = 'latest') =>
  defineSchedule({ name: 'tests.run', cron, zone, catchUp, request: async () => 1 });
const at = (text: string) => new Date(text);

/** The windows that are run between two moments when somebody looks right after each. */
function windows(cron: string, zone: string, from: string, until: string): string[] {
  const one = schedule(cron, zone);
  const found: string[] = [];
  for (let next = one.next(at(from)); next && next <= at(until); next = one.next(next)) {
    found.push(next.toISOString().slice(0, 16));
  }
  return found;
}

describe('after a downtime over several windows', () => {
  const look = (catchUp: CatchUp, now = '2026-03-10T08:20:00Z') =>
    decide(schedule('0 */2 * * *', 'UTC', catchUp), at('2026-03-10T01:00:00Z'), at(now)).decisions.map(
      (one) => `${one.at.toISOString().slice(11, 16)} ${one.outcome} ${one.missedBefore}`,
    );

  test('the newest one is made up for where the policy is latest', () => {
    expect(look('latest')).toEqual(['08:00 run 3']);
  });
  test('each one is where the policy is all, the oldest first', () => {
    expect(look('all')).toEqual(['02:00 run 0', '04:00 run 0', '06:00 run 0', '08:00 run 0']);
  });
  test('none is where the policy is skip, unless it has only just come', () => {
    expect(look('skip')).toEqual(['08:00 missed 3']);
    expect(look('skip', '2026-03-10T08:00:30Z')).toEqual(['08:00 run 3']);
  });

  test('however long it was, one look is bounded, and the next one goes on where it ended', () => {
    const frequent = schedule('*/2 * * * *', 'UTC', 'latest');
    const now = at('2026-03-10T00:00:00Z');
    let since = at('2026-03-08T12:00:30Z');
    const all = [];
    for (let looks = 0; since < now && looks < 10; looks += 1) {
      const { decisions, until } = decide(frequent, since, now);
      all.push(...decisions);
      expect(decisions.length).toBeLessThanOrEqual(1_000);
      since = until;
    }
    expect(all.at(-1)).toMatchObject({ at: now, outcome: 'run' });
    expect(all.filter(({ outcome }) => outcome === 'run')).toHaveLength(1);
    expect(all.reduce((sum, one) => sum + one.missedBefore + 1, 0)).toBe(36 * 30);
  });
});

describe('the grid follows the clock of its zone', () => {
  test('a daily window comes once on the days on which the clocks change', () => {
    expect(windows('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', '2026-03-30T12:00:00Z')).toEqual([
      '2026-03-29T01:00',
      '2026-03-30T00:30',
    ]);
    expect(windows('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z')).toEqual([
      '2026-10-25T00:30',
      '2026-10-26T01:30',
    ]);
  });
  test('an hourly one comes each hour, also in the hour that comes twice', () => {
    expect(windows('0 * * * *', 'Europe/Berlin', '2026-10-24T23:30:00Z', '2026-10-25T02:30:00Z')).toEqual([
      '2026-10-25T00:00',
      '2026-10-25T01:00',
      '2026-10-25T02:00',
    ]);
  });
  test('a leap day is a day', () => {
    expect(windows('0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', '2032-12-31T00:00:00Z')).toEqual([
      '2028-02-29T00:00',
      '2032-02-29T00:00',
    ]);
  });
});

test('what is no schedule is refused where it is declared', () => {
  expect(() => schedule('61 * * * *')).toThrow(/minute/);
  expect(() => schedule('* * * *')).toThrow();
  expect(() => schedule('0 0 30 2 *')).toThrow(/never due/);
  expect(() => schedule('0 0 * * *', 'Mars/Olympus')).toThrow(/Mars/);
});
