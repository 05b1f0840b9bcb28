import type { TitleSort } from './contract.ts';

/** A stored, never-null key that a list is ordered by; ties are broken by id in the same direction. */
export interface ListOrder {
  readonly column: 'ranking' | 'score_order' | 'aired_order' | 'title_order' | 'updated_at';
  readonly type: 'double precision' | 'integer' | 'text' | 'timestamptz';
  readonly direction: 'asc' | 'desc';
}

/** How each sort of the contract is done. Every column has an index in the same order over the listed titles. */
export const LIST_ORDERS: Readonly<Record<TitleSort, ListOrder>> = {
  popularity: { column: 'ranking', type: 'double precision', direction: 'desc' },
  score: { column: 'score_order', type: 'double precision', direction: 'desc' },
  newest: { column: 'aired_order', type: 'integer', direction: 'desc' },
  title: { column: 'title_order', type: 'text', direction: 'asc' },
  updated: { column: 'updated_at', type: 'timestamptz', direction: 'desc' },
};

/** A row's key exactly as it has to come back in a cursor. */
export function cursorKey(key: number | string | Date): number | string {
  return key instanceof Date ? key.toISOString() : key;
}
