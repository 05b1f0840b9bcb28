import { Check } from 'lucide-react';

/** Says that something was done, `times` times so far; it is read out each time. */
export function Saved({ times, text }: { times: number; text: string }) {
  return (
    <p role="status" className="flex items-center gap-1.5 text-sm text-live">
      {times > 0 && (
        <span key={times} className="flex items-center gap-1.5">
          <Check aria-hidden className="size-4" />
          {text}
        </span>
      )}
    </p>
  );
}
