import pg from 'pg';

const INT8 = pg.types.builtins.INT8;
/** Array types have no names in the driver; these are their fixed OIDs. */
const TEXT_ARRAY: number = 1009;
const INT8_ARRAY: number = 1016;
const DATE = pg.types.builtins.DATE;
const DATE_ARRAY: number = 1182;

/**
 * How column values arrive: int8 (so `count(*)` too) as a number, numeric as a string (it is exact and stays so),
 * timestamptz as a Date, date as its text `YYYY-MM-DD` (a calendar day has no time zone). Everything else is the
 * driver's own choice.
 */
export const valueTypes: pg.CustomTypesConfig = { getTypeParser };

function getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  if (format !== 'binary') {
    if (oid === INT8) return safeInteger;
    if (oid === DATE) return (text) => text;
    if (oid === INT8_ARRAY)
      return (text) => arrayOf(text).map((item) => (item === null ? null : safeInteger(item)));
    if (oid === DATE_ARRAY) return arrayOf;
  }
  return pg.types.getTypeParser(oid, format);
}

function arrayOf(text: string): (string | null)[] {
  return pg.types.getTypeParser(TEXT_ARRAY, 'text')(text);
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(
    `The database returned ${text}, which a number cannot hold exactly: select it as text.`,
  );
}
