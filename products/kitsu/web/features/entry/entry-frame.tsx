import type { ReactNode } from 'react';

/** The place of a short form: one narrow column, where the eye falls. */
export function EntryFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-auto w-full max-w-[22.5rem] py-4 sm:py-12">
      <h1 className="mb-6 text-2xl">{title}</h1>
      {children}
    </div>
  );
}
