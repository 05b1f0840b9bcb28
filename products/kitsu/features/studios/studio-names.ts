import slugify from '@sindresorhus/slugify';

/** Studios whose own spelling cannot be had from a lower-case name by capitals alone. */
const OWN_SPELLINGS: readonly string[] = [
  'A-1 Pictures',
  'AIC',
  'CloverWorks',
  'CoMix Wave Films',
  'David Production',
  'drive',
  'DLE',
  'GoHands',
  'J.C.Staff',
  'LIDENFILMS',
  'MAPPA',
  'NUT',
  'OLM',
  'P.A. Works',
  'SILVER LINK.',
  'TMS Entertainment',
  'TNK',
  'TROYCA',
  'TYO Animations',
  'ufotable',
  'ZEXCS',
  'feel.',
  'Studio DEEN',
  'Production I.G',
  'Shin-Ei Animation',
  'HAL Film Maker',
  'EMT Squared',
];

const SPELLING_BY_KEY = new Map(OWN_SPELLINGS.map((name) => [keyOf(name), name]));

/** A studio's address, the same however its name is written; empty when the name is of signs only. */
export function studioSlug(name: string): string {
  // Capitals inside of a name part nothing: sources write CloverWorks and cloverworks.
  return slugify(name, { decamelize: false });
}

/** The name as the studio writes it: sources that give lower case only get their capitals back. */
export function studioName(name: string): string {
  const trimmed = name.trim();
  const own = SPELLING_BY_KEY.get(keyOf(trimmed));
  if (own !== undefined) return own;
  return trimmed === trimmed.toLowerCase()
    ? trimmed.replace(/(^|[\s(/-])\p{Ll}/gu, (letter) => letter.toUpperCase())
    : trimmed;
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
