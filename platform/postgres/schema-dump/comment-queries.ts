import { notOfExtension, ourSchema } from './ours.ts';

/** What PostgreSQL calls the object, its kind and its full name, is stable and sorts well. */
export const COMMENTS = `
  select format('comment on %s %s is %L;', o.type, o.identity, d.description) as statement
  from pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) o
  where (d.classoid, d.objoid) in (
    select 'pg_namespace'::regclass::oid, n.oid from pg_namespace n where ${ourSchema('n')} and n.nspname <> 'public'
    union all
    select 'pg_class'::regclass, c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ourSchema('n')} and ${notOfExtension('pg_class', 'c')}
    union all
    select 'pg_proc'::regclass, p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ourSchema('n')} and ${notOfExtension('pg_proc', 'p')}
    union all
    select 'pg_type'::regclass, t.oid from pg_type t join pg_namespace n on n.oid = t.typnamespace
      where ${ourSchema('n')} and ${notOfExtension('pg_type', 't')}
    union all
    select 'pg_constraint'::regclass, k.oid from pg_constraint k join pg_namespace n on n.oid = k.connamespace where ${ourSchema('n')}
    union all
    select 'pg_trigger'::regclass, t.oid from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ourSchema('n')} and not t.tgisinternal
    union all
    select 'pg_policy'::regclass, p.oid from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ourSchema('n')})
  order by o.type collate "C", o.identity collate "C"`;
