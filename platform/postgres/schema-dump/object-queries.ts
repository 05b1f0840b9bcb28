import { notOfExtension, ourSchema } from './ours.ts';

/** Each query yields the statements of one kind of object in column `statement`, in a fixed order. */

export const SCHEMAS = `
  select format('create schema %I;', n.nspname) as statement
  from pg_namespace n
  where ${ourSchema('n')} and n.nspname <> 'public' and ${notOfExtension('pg_namespace', 'n')}
  order by n.nspname collate "C"`;

/** Without versions: those change with PostgreSQL's minor releases. */
export const EXTENSIONS = `
  select format('create extension %I schema %I;', e.extname, n.nspname) as statement
  from pg_extension e join pg_namespace n on n.oid = e.extnamespace
  where e.extname <> 'plpgsql'
  order by e.extname collate "C"`;

export const TYPES = `
  select case t.typtype
      when 'e' then format('create type %s as enum (%s);', t.oid::regtype,
        (select string_agg(quote_literal(v.enumlabel), ', ' order by v.enumsortorder) from pg_enum v where v.enumtypid = t.oid))
      when 'd' then format('create domain %s as %s%s%s%s;', t.oid::regtype, format_type(t.typbasetype, t.typtypmod),
        case when t.typdefault is not null then ' default ' || t.typdefault end,
        case when t.typnotnull then ' not null' end,
        (select string_agg(format(' constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname collate "C")
           from pg_constraint k where k.contypid = t.oid and k.contype = 'c'))
      when 'r' then format('create type %s as range (subtype = %s);', t.oid::regtype,
        (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid))
      else format('create type %s as (%s);', t.oid::regtype,
        (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
           from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped))
    end as statement
  from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    left join pg_class c on c.oid = t.typrelid
  where ${ourSchema('n')} and ${notOfExtension('pg_type', 't')}
    and (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c'))
  order by n.nspname collate "C", t.typname collate "C"`;

/** Sequences of identity columns stand with their column; those of serial columns are named here with it. */
export const SEQUENCES = `
  select format('create sequence %s as %s start %s increment %s minvalue %s maxvalue %s cache %s%s%s;', c.oid::regclass,
    format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
    case when s.seqcycle then ' cycle' end,
    (select format(' owned by %s.%I', d.refobjid::regclass, a.attname) from pg_depend d
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
     where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'a')) as statement
  from pg_sequence s
    join pg_class c on c.oid = s.seqrelid
    join pg_namespace n on n.oid = c.relnamespace
  where ${ourSchema('n')} and ${notOfExtension('pg_class', 'c')}
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
  order by n.nspname collate "C", c.relname collate "C"`;

export const FUNCTIONS = `
  select case when p.prokind = 'a'
      then format('create aggregate %s (sfunc = %s, stype = %s%s%s);', p.oid::regprocedure, g.aggtransfn,
        format_type(g.aggtranstype, null), ', initcond = ' || quote_literal(g.agginitval), ', finalfunc = ' || nullif(g.aggfinalfn::oid, 0)::regproc)
      else rtrim(pg_get_functiondef(p.oid), E'\\n') || ';' end as statement
  from pg_proc p
    join pg_namespace n on n.oid = p.pronamespace
    left join pg_aggregate g on g.aggfnoid = p.oid
  where ${ourSchema('n')} and ${notOfExtension('pg_proc', 'p')}
  order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`;

export const VIEWS = `
  select format(E'create %sview %s%s as\\n%s', case c.relkind when 'm' then 'materialized ' end, c.oid::regclass,
    case when c.reloptions is not null then format(' with (%s)', array_to_string(c.reloptions, ', ')) end,
    pg_get_viewdef(c.oid)) as statement
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('v', 'm') and ${ourSchema('n')} and ${notOfExtension('pg_class', 'c')}
  order by n.nspname collate "C", c.relname collate "C"`;
