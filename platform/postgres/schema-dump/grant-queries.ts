import { notOfExtension, ourSchema } from './ours.ts';

/**
 * Everything that has an owner and rights: what GRANT calls it, its rights, its owner. Functions and types that nobody
 * touched have rights that are not stored; they are written out, so that taking them back shows.
 */
const OBJECTS = `
  select 'schema' as kind, format('%I', n.nspname) as name, n.nspacl as acl, n.nspowner as owner
    from pg_namespace n where ${ourSchema('n')}
  union all
  select case c.relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass::text, c.relacl, c.relowner
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'S') and ${ourSchema('n')} and ${notOfExtension('pg_class', 'c')}
  union all
  select 'function', p.oid::regprocedure::text, coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${ourSchema('n')} and ${notOfExtension('pg_proc', 'p')}
  union all
  select 'type', t.oid::regtype::text, coalesce(t.typacl, acldefault('T', t.typowner)), t.typowner
    from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
    where (t.typtype in ('e', 'd', 'r') or c.relkind = 'c') and ${ourSchema('n')} and ${notOfExtension('pg_type', 't')}`;

const GRANTEE = `case when r.oid is null then 'public' when r.rolname = $1 then 'app' else quote_ident(r.rolname) end`;

/** Owners, where it is not simply the owner of the database. */
export const OWNERS = `
  select format('alter %s %s owner to %I;', o.kind, o.name, r.rolname) as statement
  from (${OBJECTS}) o join pg_roles r on r.oid = o.owner
  where o.owner <> (select datdba from pg_database where datname = current_database())
    and r.rolname <> 'pg_database_owner'
  order by o.kind, o.name collate "C"`;

/** What an owner may do with what it owns goes without saying. */
export const GRANTS = `
  select format('grant %s on %s %s to %s;', string_agg(lower(g.privilege_type) || case when g.is_grantable then ' with grant option' else '' end,
      ', ' order by g.privilege_type collate "C"), o.kind, o.name, ${GRANTEE}) as statement
  from (${OBJECTS}
      union all
      select 'table', format('%s (%I)', c.oid::regclass, a.attname), a.attacl, c.relowner
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where a.attacl is not null and ${ourSchema('n')}) o
    cross join lateral aclexplode(o.acl) g
    left join pg_roles r on r.oid = g.grantee
  where g.grantee <> o.owner
  group by o.kind, o.name, r.oid, r.rolname
  order by o.kind, o.name collate "C", ${GRANTEE}`;

export const DEFAULT_GRANTS = `
  select format('alter default privileges%s grant %s on %s to %s;', ' in schema ' || quote_ident(n.nspname),
      string_agg(lower(g.privilege_type), ', ' order by g.privilege_type collate "C"),
      case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types' else 'schemas' end,
      ${GRANTEE}) as statement
  from pg_default_acl d
    left join pg_namespace n on n.oid = d.defaclnamespace
    cross join lateral aclexplode(d.defaclacl) g
    left join pg_roles r on r.oid = g.grantee
  where g.grantee <> d.defaclrole
  group by n.nspname, d.defaclobjtype, r.oid, r.rolname
  order by n.nspname collate "C" nulls first, d.defaclobjtype, ${GRANTEE}`;
