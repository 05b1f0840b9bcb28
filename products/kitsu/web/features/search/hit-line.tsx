import type { CardWords } from '../titles/card-words.ts';
import { TitleLine } from '../titles/title-line.tsx';
import { Highlighted } from './highlighted.tsx';
import type { ListedHit } from './listed-hit.ts';
import { foundNames } from './matched-name.ts';

interface Props {
  readonly hit: ListedHit;
  readonly words: CardWords;
  /** The query as it was understood. */
  readonly met: string;
  /** What stands before the name by which a title was found. */
  readonly foundAs: string;
}

/** A found title, with the name by which it was found when that is none of the names shown. */
export function HitLine({ hit, words, met, foundAs }: Props) {
  const { matched } = foundNames(hit, met, words);
  return (
    <TitleLine
      title={hit}
      words={words}
      note={
        matched && (
          <span className="second-name">
            {foundAs}{' '}
            <span lang={matched.lang} className="text-soft">
              <Highlighted name={matched.text} met={met} />
            </span>
          </span>
        )
      }
    />
  );
}
