import type { Franchise, RelationKind, TitleCard, TitleDetail } from '../../api/types.ts';
import type { Locale } from '../../i18n/locale.ts';
import { cardWords } from '../titles/card-words.ts';
import { TitleLine } from '../titles/title-line.tsx';

/** So many titles stand open around the current one. */
const SHOWN_MAX = 9;

/** The titles of a franchise around one of them in the order of release, and in that of the story where a source states it. */
export function FranchiseOrder({
  locale,
  franchise,
  title,
}: {
  locale: Locale;
  franchise: Franchise;
  title: TitleDetail;
}) {
  const words = locale.words.titlePage.franchise;
  const { items, storyOrder } = franchise;
  const byId = new Map(items.map((item) => [item.id, item]));
  const story = storyOrder.flatMap((id) => byId.get(id) ?? []);
  const released = items.filter(({ id }) => storyOrder.includes(id));
  const isSame = story.every((item, place) => item.id === released[place]?.id);
  return (
    <>
      <h3 className="mb-1 font-text text-sm font-medium tracking-normal text-mute">{words.releaseOrder}</h3>
      <Order locale={locale} items={around(items, title.id)} all={items} title={title} />
      {story.length > 1 && isSame && <p className="mt-2 text-sm text-mute">{words.sameOrder}</p>}
      {story.length > 1 && !isSame && (
        <details className="mt-2">
          <summary className="inline-flex min-h-8 items-center text-sm font-medium text-accent">
            {words.storyOrder}
          </summary>
          <Order locale={locale} items={story} all={story} title={title} />
        </details>
      )}
    </>
  );
}

function Order({
  locale,
  items,
  all,
  title,
}: {
  locale: Locale;
  items: readonly TitleCard[];
  all: readonly TitleCard[];
  title: TitleDetail;
}) {
  const words = cardWords(locale);
  const relationOf = new Map(title.related.map(({ relation, title: other }) => [other.id, relation]));
  return (
    <ol
      className="grid grid-cols-1 gap-x-8 xl:grid-flow-col xl:grid-cols-2 xl:[grid-template-rows:repeat(var(--rows),auto)]"
      style={{ '--rows': Math.ceil(items.length / 2) } as object}
    >
      {items.map((item) => (
        <TitleLine
          key={item.id}
          title={item}
          words={words}
          isCurrent={item.id === title.id}
          lead={
            <span className="w-6 shrink-0 text-right text-sm text-mute tabular-nums">
              {all.indexOf(item) + 1}
            </span>
          }
          note={<Note locale={locale} isHere={item.id === title.id} relation={relationOf.get(item.id)} />}
        />
      ))}
    </ol>
  );
}

function Note({
  locale,
  isHere,
  relation,
}: {
  locale: Locale;
  isHere: boolean;
  relation: RelationKind | undefined;
}) {
  const words = locale.words.titlePage.franchise;
  const text = isHere ? words.here : words.relation[relation ?? 'unspecified'];
  if (text === '') return null;
  return <span className={isHere ? 'text-xs font-medium text-accent' : 'text-xs text-soft'}>{text}</span>;
}

/** The titles before and after the current one; where the franchise ends on one side, more of the other. */
function around(items: readonly TitleCard[], id: number): readonly TitleCard[] {
  const place = items.findIndex((item) => item.id === id);
  const first = Math.min(
    Math.max(0, place - Math.floor(SHOWN_MAX / 2)),
    Math.max(0, items.length - SHOWN_MAX),
  );
  return items.slice(first, first + SHOWN_MAX);
}
