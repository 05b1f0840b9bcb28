/** Fragments of SQL that keep a dump to what migrations made. */

/** The schema `alias` (a pg_namespace) is neither PostgreSQL's own nor a session's temporary one. */
export function ourSchema(alias: string): string {
  return `${alias}.nspname !~ '^pg_' and ${alias}.nspname <> 'information_schema'`;
}

/** The object `alias` of a catalogue did not come with an extension. */
export function notOfExtension(catalogue: string, alias: string): string {
  return `not exists (select from pg_depend x where x.classid = '${catalogue}'::regclass
    and x.objid = ${alias}.oid and x.deptype = 'e')`;
}
