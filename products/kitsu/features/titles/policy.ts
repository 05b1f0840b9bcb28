import { forbidden } from '@seaworthy/platform/errors';

/** Who changes the catalogue: somebody signed in, or a part of the system that speaks for a source. */
export type CatalogueActor =
  | { readonly kind: 'person'; readonly accountId: string }
  | { readonly kind: 'system'; readonly name: 'import' | 'demo' };

/** People edit fields; a system may not pass its values off as a person's. */
export function authoriseEdit(actor: CatalogueActor): void {
  if (actor.kind !== 'person') throw forbidden('Only a person may edit a title.');
}

/** Source records are written by the system that reads the source. */
export function authoriseImport(actor: CatalogueActor): void {
  if (actor.kind !== 'system') throw forbidden('Only an import may write the records of a source.');
}
