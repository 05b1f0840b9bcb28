/** Words that everybody would try first in a password for Kitsu. */
export const KITSU_WORDS: readonly string[] = ['kitsu', 'anime'];
