/** The fox: two ears, cheeks and a muzzle out of five straight cuts. */
export function Logo({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <path d="M3 3l9.5 7h7L29 3l-1 14-12 12.5L4 17z" className="fill-solid" />
      <path d="M4.2 17.2L16 29.5l-4.2-9.2z" className="fill-ink" />
      <path d="M27.8 17.2L16 29.5l4.2-9.2z" className="fill-ink" />
      <path d="M6.2 6.8l4.6 3.4-3.6 3.6z" className="fill-ground" />
      <path d="M25.8 6.8l-4.6 3.4 3.6 3.6z" className="fill-ground" />
    </svg>
  );
}
