import type { ReactNode } from 'react';
import { listTitles } from '../../api/catalogue.ts';
import { Poster } from '../titles/poster.tsx';

const POSTERS = 9;

/** The ways in, on wide screens beside a wall of posters: what one comes in for. Without titles there is only the form. */
export async function EntryScene({ children }: { children: ReactNode }) {
  const answer = await listTitles({ sort: 'popularity', limit: POSTERS });
  const titles = answer.ok ? answer.data.items : [];
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] lg:gap-x-16">
      <div className="lg:pt-6">{children}</div>
      {titles.length === POSTERS && (
        <div aria-hidden className="entry-wall max-lg:hidden">
          {titles.map(({ id, poster }) => (
            <Poster key={id} poster={poster} />
          ))}
        </div>
      )}
    </div>
  );
}
