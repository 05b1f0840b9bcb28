/** What the audit trail is filtered by, as it stands in the address. */
export const AUDIT_FILTERS = ['action', 'outcome', 'actor', 'target', 'from', 'until'] as const;

/** The filters of a page; empty where nothing is asked. */
export type AuditFilters = Readonly<Record<(typeof AUDIT_FILTERS)[number], string>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** Reads the filters from an address. */
export function auditFilters(query: URLSearchParams): AuditFilters {
  const read = (name: string) => (query.get(name) ?? '').trim().slice(0, 100);
  const day = (name: string) =>
    DAY.test(read(name)) && !Number.isNaN(Date.parse(read(name))) ? read(name) : '';
  return {
    action: read('action'),
    outcome: read('outcome') === 'done' || read('outcome') === 'refused' ? read('outcome') : '',
    actor: read('actor'),
    target: read('target'),
    from: day('from'),
    until: day('until'),
  };
}

/** The same as the API asks for it: days as the moments at which they begin and end in UTC, and only what is asked. */
export function auditAsked(filters: AuditFilters): Record<string, string> {
  const { from, until, ...rest } = filters;
  const wanted = {
    ...rest,
    from: from && new Date(from).toISOString(),
    until: until && new Date(Date.parse(until) + DAY_MS).toISOString(),
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== ''));
}
