import { highlight } from './highlight.ts';

/** A name with the parts marked that a query met. */
export function Highlighted({ name, met }: { name: string; met: string }) {
  let at = 0;
  return highlight(name, met).map((part) => {
    const key = at;
    at += part.text.length;
    return part.met ? (
      <mark key={key} className="met">
        {part.text}
      </mark>
    ) : (
      part.text
    );
  });
}
