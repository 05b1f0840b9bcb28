import type { Dictionary } from '../../i18n/translated.ts';

/** Which keys do what, for those who have a keyboard. Readers know the pattern by the field's role. */
export function PaletteKeys({ words: { keys } }: { words: Dictionary['palette'] }) {
  const known = [
    ['↑ ↓', keys.choose],
    ['↵', keys.open],
    ['Ctrl ↵', keys.newTab],
    ['Esc', keys.close],
  ];
  return (
    <p aria-hidden className="palette-keys">
      {known.map(([key, what]) => (
        <span key={key}>
          <kbd>{key}</kbd> {what}
        </span>
      ))}
    </p>
  );
}
