const KEY = 'kitsu.entered-address';

/** Keeps, for this tab, the address that somebody entered: the next form about it need not ask again. */
export function rememberAddress(email: string): void {
  try {
    sessionStorage.setItem(KEY, email);
  } catch {
    // Then it is entered once more.
  }
}

/** As `ref` of a field: fills in the address that was entered in this tab before, when the field appears. */
export function recallAddress(input: HTMLInputElement | null): void {
  if (input === null || input.value !== '') return;
  try {
    input.value = sessionStorage.getItem(KEY) ?? '';
  } catch {
    // It stays empty.
  }
}
