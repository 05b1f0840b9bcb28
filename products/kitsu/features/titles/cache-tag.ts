/** The one cache tag of everything public that is read from the catalogue: a change of any title ends them all. */
export const CATALOGUE_TAG = 'catalogue';
