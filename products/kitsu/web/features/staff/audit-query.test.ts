import { expect, test } from 'vitest';
import { auditAsked, auditFilters } from './audit-query.ts';

const asked = (query: string) => auditAsked(auditFilters(new URLSearchParams(query)));

test('days are whole: the last one is in it to its end, also over the end of a month', () => {
  expect(asked('from=2026-02-28&until=2026-02-28')).toEqual({
    from: '2026-02-28T00:00:00.000Z',
    until: '2026-03-01T00:00:00.000Z',
  });
});

test('what is empty or makes no sense is not asked for', () => {
  expect(asked('action=&outcome=maybe&from=2026-13-01&until=yesterday&actor=%20')).toEqual({});
  expect(asked('action=role.&outcome=refused')).toEqual({ action: 'role.', outcome: 'refused' });
});
