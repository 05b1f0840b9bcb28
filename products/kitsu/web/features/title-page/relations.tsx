import type { RelationKind, TitleDetail } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type CardWords, cardWords } from '../titles/card-words.ts';
import { TitleLine } from '../titles/title-line.tsx';

/** What a viewer looks for first, first. */
const ORDER: readonly RelationKind[] = [
  'prequel',
  'sequel',
  'parent',
  'movie',
  'side_story',
  'spin_off',
  'summary',
  'alternative',
  'other',
  'unspecified',
];

/** So many of a group stand open; some franchises relate dozens of titles to each other. */
const OPEN = 10;

/** Related titles, grouped by what they are to this one. */
export function Relations({
  locale,
  related,
  heading,
}: {
  locale: Locale;
  related: TitleDetail['related'];
  heading: string;
}) {
  if (related.length === 0) return null;
  const { titles } = locale.words;
  const words = cardWords(locale);
  const groups = ORDER.map((kind) => ({
    kind,
    members: related.filter(({ relation }) => relation === kind),
  })).filter(({ members }) => members.length > 0);
  const [only] = groups;
  return (
    <section aria-labelledby="related">
      <h2 id="related" className="mb-3 text-xl">
        {heading}
      </h2>
      <div className="space-y-6">
        {groups.map(({ kind, members }) => (
          <div key={kind}>
            {!(groups.length === 1 && only?.kind === 'unspecified') && (
              <h3 className="mb-1 font-text text-sm font-medium tracking-normal text-mute">
                {titles.relation[kind]}
              </h3>
            )}
            <Lines titles={members.slice(0, OPEN)} words={words} />
            {members.length > OPEN && (
              <details>
                <summary className="inline-flex min-h-8 items-center text-sm font-medium text-accent">
                  {locale.count(members.length - OPEN, titles.moreRelated)}
                </summary>
                <Lines titles={members.slice(OPEN)} words={words} />
              </details>
            )}
          </div>
        ))}
      </div>
    </section>
  );
}

function Lines({ titles, words }: { titles: TitleDetail['related']; words: CardWords }) {
  return (
    <ul className="grid grid-cols-1 gap-x-8 md:grid-cols-2">
      {titles.map(({ title }) => (
        <TitleLine key={title.id} title={title} words={words} />
      ))}
    </ul>
  );
}
