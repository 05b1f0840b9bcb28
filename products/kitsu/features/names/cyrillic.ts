/** How each Cyrillic letter sounds, in Latin letters; those without a sound of their own are left out. */
const SOUNDS: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  ё: 'yo',
  є: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  і: 'i',
  ї: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/**
 * Writes Cyrillic letters by their sound in Latin ones, both for names heard in Japanese and written by Polivanov's
 * rules (дзё, си, тя) or as English has them (джо, ши, ча). Sounds that Polivanov writes otherwise than Hepburn are made
 * equal by the sound key, not here. Other characters stay as they are.
 */
export function cyrillicToLatin(text: string): string {
  let result = '';
  for (const character of text.replaceAll('дж', 'j')) result += SOUNDS[character] ?? character;
  return result;
}
