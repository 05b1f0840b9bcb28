/** The first stop of the Tab key: jumps over the header to the element with the id `target`. */
export function SkipLink({ target, children }: { target: string; children: string }) {
  return (
    <a
      href={`#${target}`}
      className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-solid px-4 py-2 font-semibold text-on-solid focus:translate-y-0"
    >
      {children}
    </a>
  );
}
