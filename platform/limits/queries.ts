import { type AnyDb, prepare } from '../postgres/index.ts';

/** What became of one hit on a guard. */
export interface GuardRow {
  readonly allowed: boolean;
  /** How many hits count right now, this one included when it is allowed. */
  readonly hit_count: number;
  /** Seconds until the oldest of them counts no longer. */
  readonly oldest_leaves_s: number;
  /** The moment of this hit, for taking it back. */
  readonly hit_at: string | null;
}

// The row's lock makes those who hit at once wait for each other; each then sees what the one before has written. Whoever is
// refused writes nothing.
const hit = prepare<GuardRow>(
  'limits_hit_guard',
  `with given as (select make_interval(secs => $3::double precision) as span),
   hit as (
     insert into limits.guards as g (key, hits, expires_at)
     select $1, array[clock_timestamp()], clock_timestamp() + span from given
     on conflict (key) do update set
       hits = array(select h from unnest(g.hits) h where h > clock_timestamp() - make_interval(secs => $3) order by h)
         || clock_timestamp(),
       expires_at = clock_timestamp() + make_interval(secs => $3)
     where (select count(*) from unnest(g.hits) h where h > clock_timestamp() - make_interval(secs => $3)) < $2::integer
     returning hits)
   select true as allowed, cardinality(hits) as hit_count, hits[cardinality(hits)]::text as hit_at,
     greatest(0, extract(epoch from hits[1] + span - clock_timestamp()))::double precision as oldest_leaves_s
   from hit, given
   union all
   select false, count(h), null,
     coalesce(greatest(0, extract(epoch from min(h) + span - clock_timestamp())), $3)::double precision
   from given left join limits.guards g on g.key = $1
     left join unnest(g.hits) h on h > clock_timestamp() - span
   where not exists (select from hit) group by span having not exists (select from hit)`,
);

/** Counts a hit on a guard, unless too many count already. One statement, whoever else hits it. */
export async function hitGuard(db: AnyDb, key: string, count: number, perS: number): Promise<GuardRow> {
  const [row] = await hit(db, [key, count, perS]);
  if (row === undefined) throw new Error('A guard gave no answer.');
  return row;
}

const undo = prepare<never>(
  'limits_take_back_hit',
  'update limits.guards set hits = array_remove(hits, $2::timestamptz) where key = $1',
);

/** Makes a hit count no longer. */
export async function takeBackHit(db: AnyDb, key: string, hitAt: string): Promise<void> {
  await undo(db, [key, hitAt]);
}

/** What was taken from a budget. */
export interface BudgetRow {
  /** 0: nothing was left. */
  readonly granted: number;
  /** Seconds until the budget is whole again. */
  readonly full_in_s: number;
}

// GCRA, the generic cell rate algorithm (ITU-T I.371, annex A; ATM Forum TM 4.0), as virtual scheduling: `full_at` is the
// theoretical arrival time, $2 the emission interval, $3 the interval times the count. Of what is wanted as much is granted as is left.
const take = prepare<BudgetRow>(
  'limits_take_from_budget',
  `with taken as (
     insert into limits.budgets as b (key, full_at, granted)
     values ($1, clock_timestamp() + make_interval(secs => $2::double precision * $4::integer), $4)
     on conflict (key) do update set
       granted = least($4, floor(($3::double precision
         - greatest(0, extract(epoch from b.full_at - clock_timestamp()))) / $2 + 1e-9)::integer),
       full_at = greatest(b.full_at, clock_timestamp()) + make_interval(secs => $2 * least($4, floor(($3
         - greatest(0, extract(epoch from b.full_at - clock_timestamp()))) / $2 + 1e-9)::integer))
     where greatest(0, extract(epoch from b.full_at - clock_timestamp())) + $2 <= $3 + 1e-9
     returning granted, full_at)
   select granted, extract(epoch from full_at - clock_timestamp())::double precision as full_in_s from taken
   union all
   select 0, greatest(0, extract(epoch from full_at - clock_timestamp()))::double precision from limits.budgets
   where key = $1 and not exists (select from taken)`,
);

/** Takes up to so many from a budget. One statement, whoever else takes from it. Undefined: nothing was left. */
export async function takeFromBudget(
  db: AnyDb,
  key: string,
  budget: { readonly intervalS: number; readonly spanS: number; readonly wanted: number },
): Promise<BudgetRow | undefined> {
  return (await take(db, [key, budget.intervalS, budget.spanS, budget.wanted]))[0];
}

const countKept = prepare<{ count: number }>(
  'limits_count_kept',
  'select (select count(*) from limits.guards) + (select count(*) from limits.budgets) as count',
);

/** How many counts are kept. Fails where there is no place for them. */
export async function countLimits(db: AnyDb): Promise<number> {
  return (await countKept(db, []))[0]?.count ?? 0;
}

const forgetGuards = prepare<never>(
  'limits_forget_guards',
  'delete from limits.guards where expires_at < clock_timestamp()',
);
const forgetBudgets = prepare<never>(
  'limits_forget_budgets',
  'delete from limits.budgets where full_at < clock_timestamp()',
);

/** Forgets what limits nobody any more. */
export async function forgetExpired(db: AnyDb): Promise<void> {
  await forgetGuards(db, []);
  await forgetBudgets(db, []);
}
