import { notOfExtension, ourSchema } from './ours.ts';

/** Each query yields the statements of one kind of object in column `statement`, in a fixed order. */

const OUR_TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const ARE_OURS = `${ourSchema('n')} and ${notOfExtension('pg_class', 'c')}`;
const BY_TABLE = `n.nspname collate "C", c.relname collate "C"`;

const COLUMN = `
  format('  %I %s%s%s%s%s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
    case when a.attcollation not in (0, y.typcollation) then ' collate ' || (select format('%I.%I', cn.nspname, l.collname)
      from pg_collation l join pg_namespace cn on cn.oid = l.collnamespace where l.oid = a.attcollation) end,
    case when a.attnotnull then ' not null' end,
    case when a.attgenerated <> '' then format(' generated always as (%s) %s', pg_get_expr(d.adbin, d.adrelid),
           case a.attgenerated when 's' then 'stored' else 'virtual' end)
         when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) end,
    case when a.attidentity <> '' then (select format(' generated %s as identity (start %s increment %s maxvalue %s)',
        case a.attidentity when 'a' then 'always' else 'by default' end, s.seqstart, s.seqincrement, s.seqmax)
      from pg_sequence s where s.seqrelid = pg_get_serial_sequence(c.oid::regclass::text, a.attname)::regclass) end,
    case when a.attcompression <> '' then ' compression ' || case a.attcompression when 'l' then 'lz4' else 'pglz' end end,
    case when a.attstorage <> y.typstorage then ' storage ' || a.attstorage::text end,
    case when a.attstattarget >= 0 then ' statistics ' || a.attstattarget end)`;

export const TABLES = `
  select format(E'create %stable %s (\\n%s\\n)%s%s%s;', case c.relpersistence when 'u' then 'unlogged ' end, c.oid::regclass,
    (select string_agg(${COLUMN}, E',\\n' order by a.attnum)
       from pg_attribute a
         join pg_type y on y.oid = a.atttypid
         left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
    (select string_agg(format(' %s %s %s', case when c.relispartition then 'partition of' else 'inherits' end,
         i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid)), '' order by i.inhseqno)
       from pg_inherits i where i.inhrelid = c.oid),
    case when c.relkind = 'p' then ' partition by ' || pg_get_partkeydef(c.oid) end,
    case when c.reloptions is not null then format(' with (%s)', array_to_string(c.reloptions, ', ')) end) as statement
  from ${OUR_TABLES}
  where c.relkind in ('r', 'p') and ${ARE_OURS}
  order by ${BY_TABLE}`;

/** Without NOT NULL, which stands with its column. */
export const CONSTRAINTS = `
  select format('alter table %s add constraint %I %s;', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) as statement
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype in ('p', 'u', 'c', 'x', 'f') and ${ARE_OURS}
  order by ${BY_TABLE}, position(k.contype::text in 'pucxf'), k.conname collate "C"`;

/** Without those that a constraint made. */
export const INDEXES = `
  select pg_get_indexdef(i.indexrelid) || case when i.indisvalid then ';' else '; -- not valid' end as statement
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class ic on ic.oid = i.indexrelid
  where ${ARE_OURS} and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by ${BY_TABLE}, ic.relname collate "C"`;

export const STATISTICS = `
  select pg_get_statisticsobjdef(s.oid) || ';' as statement
  from pg_statistic_ext s join pg_class c on c.oid = s.stxrelid join pg_namespace n on n.oid = c.relnamespace
  where ${ARE_OURS}
  order by ${BY_TABLE}, s.stxname collate "C"`;

export const RULES = `
  select pg_get_ruledef(r.oid) as statement
  from pg_rewrite r join pg_class c on c.oid = r.ev_class join pg_namespace n on n.oid = c.relnamespace
  where r.rulename <> '_RETURN' and ${ARE_OURS}
  order by ${BY_TABLE}, r.rulename collate "C"`;

export const TRIGGERS = `
  select pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then ';' else '; -- enabled: ' || t.tgenabled::text end as statement
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where not t.tgisinternal and ${ARE_OURS}
  order by ${BY_TABLE}, t.tgname collate "C"`;

export const POLICIES = `
  select statement from (
    select n.nspname, c.relname, '' as name, format('alter table %s %s row level security;', c.oid::regclass,
      case when c.relforcerowsecurity then 'force' else 'enable' end) as statement
    from ${OUR_TABLES} where c.relrowsecurity and ${ARE_OURS}
    union all
    select n.nspname, c.relname, p.polname, format('create policy %I on %s as %s for %s to %s%s%s;', p.polname, c.oid::regclass,
      case when p.polpermissive then 'permissive' else 'restrictive' end,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(case when r.oid is null then 'public' when r.rolname = $1 then 'app' else quote_ident(r.rolname) end, ', '
         order by r.rolname collate "C") from unnest(p.polroles) u left join pg_roles r on r.oid = u),
      ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ARE_OURS}) all_policies
  order by nspname collate "C", relname collate "C", name collate "C"`;
