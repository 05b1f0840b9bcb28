import { type Db, prepare } from '../../postgres/index.ts';
import { ACCOUNT_COLUMNS, type AccountRow } from './queries.ts';

/** The orders in which accounts can be listed, and by what each goes. */
const ORDERS = {
  newest: { key: 'a.created_at', type: 'timestamptz', sign: '<', direction: 'desc' },
  oldest: { key: 'a.created_at', type: 'timestamptz', sign: '>', direction: 'asc' },
  name: { key: 'lower(a.display_name)', type: 'text', sign: '>', direction: 'asc' },
} as const;

/** One of the orders. */
export type AccountOrder = keyof typeof ORDERS;

/** A row of a list, with the place that it has in the order. */
export interface ListedAccountRow extends AccountRow {
  readonly name_key: string;
}

const STATEMENTS = {
  newest: pageIn('newest'),
  oldest: pageIn('oldest'),
  name: pageIn('name'),
} as const;

function pageIn(order: AccountOrder) {
  const { key, type, sign, direction } = ORDERS[order];
  return prepare<ListedAccountRow>(
    `identity_accounts_${order}`,
    `select ${ACCOUNT_COLUMNS}, lower(a.display_name) as name_key from identity.accounts a
     where ($1::text is null or strpos(a.email_key, lower($1)) > 0 or strpos(lower(a.display_name), lower($1)) > 0)
       and ($2::text is null or exists (select from identity.role_grants g where g.account_id = a.id and g.role = $2))
       and ($3::text is null or case $3 when 'suspended' then a.suspended_at is not null
                                        when 'leaving' then a.deletion_due_at is not null end)
       and ($4::${type} is null or (${key}, a.id) ${sign} ($4, $5::uuid))
     order by ${key} ${direction}, a.id ${direction} limit $6`,
  );
}

/** Accounts in an order, from behind a place in it. */
export function selectAccounts(
  db: Db<unknown>,
  which: {
    readonly order: AccountOrder;
    readonly text?: string | undefined;
    readonly role?: string | undefined;
    readonly state?: 'suspended' | 'leaving' | undefined;
    readonly after?: { readonly at: string; readonly id: string } | undefined;
    readonly limit: number;
  },
): Promise<ListedAccountRow[]> {
  const { order, text, role, state, after, limit } = which;
  const asked = [text ?? null, role ?? null, state ?? null, after?.at ?? null, after?.id ?? null, limit];
  return STATEMENTS[order](db, asked);
}
