import type { TitleSort } from './contract.ts';
import type { ListRow } from './tables.ts';

/** A stored, never-null key that a list is ordered by; ties are broken by id in the same direction. */
export interface ListOrder {
  readonly column: 'ranking' | 'score_order' | 'aired_order' | 'title_order' | 'updated_at';
  readonly type: 'double precision' | 'integer' | 'text' | 'timestamptz';
  readonly direction: 'asc' | 'desc';
  /** The key of the last row of a page, exactly as it has to come back in a cursor. */
  readonly keyOf: (row: ListRow) => string | number;
}

/** How each sort of the contract is done. Every column has an index in the same order over the listed titles. */
export const LIST_ORDERS: Readonly<Record<TitleSort, ListOrder>> = {
  popularity: { column: 'ranking', type: 'double precision', direction: 'desc', keyOf: (row) => row.ranking },
  score: {
    column: 'score_order',
    type: 'double precision',
    direction: 'desc',
    keyOf: (row) => row.score_order,
  },
  newest: { column: 'aired_order', type: 'integer', direction: 'desc', keyOf: (row) => row.aired_order },
  title: { column: 'title_order', type: 'text', direction: 'asc', keyOf: (row) => row.title_order },
  updated: {
    column: 'updated_at',
    type: 'timestamptz',
    direction: 'desc',
    keyOf: (row) => row.updated_at.toISOString(),
  },
};
