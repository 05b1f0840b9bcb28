import type { ReactNode } from 'react';

/** A subject of a settings page: what it is about on the left, what to do about it on the right. */
export function Section({
  id,
  title,
  text,
  children,
}: {
  id: string;
  title: string;
  text?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-b border-line py-7 last:border-0 md:grid-cols-[14rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="scroll-mt-24 text-lg">
          {title}
        </h2>
        {text && <p className="mt-1 text-sm text-mute">{text}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
