import { History, Quote, Search } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { Suggestion } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Dictionary } from '../../i18n/translated.ts';
import { Poster } from '../titles/poster.tsx';
import { Highlighted } from './highlighted.tsx';
import { foundNames } from './matched-name.ts';
import type { PaletteOption } from './palette-options.ts';
import type { SearchBoxWords } from './search-box-words.ts';
import { WayIcon } from './way-icon.tsx';

interface Props {
  readonly id: string;
  readonly option: PaletteOption;
  readonly isActive: boolean;
  readonly box: SearchBoxWords;
  readonly words: Dictionary['palette'];
  readonly q: string;
  /** The query that the suggestions answer. */
  readonly met: string;
  onPick(option: PaletteOption, event: MouseEvent): void;
  onPoint(option: PaletteOption): void;
}

/** An option of the palette: a real link, so that it can be opened in another tab, that the field's keys move over. */
export function OptionLink({ id, option, isActive, onPick, onPoint, ...rest }: Props) {
  return (
    <a
      id={id}
      href={option.href}
      role="option"
      aria-selected={isActive}
      tabIndex={-1}
      className="palette-option"
      data-kind={option.kind}
      // The focus stays in the field.
      onMouseDown={(event) => event.preventDefault()}
      onPointerMove={(event) => event.pointerType === 'mouse' && onPoint(option)}
      onClick={(event) => onPick(option, event)}
    >
      <Content option={option} {...rest} />
    </a>
  );
}

type ContentProps = Pick<Props, 'option' | 'box' | 'words' | 'q' | 'met'>;

function Content({ option, box, words, q, met }: ContentProps): ReactNode {
  switch (option.kind) {
    case 'title':
      return <SuggestedTitle suggestion={option.suggestion} box={box} met={met} />;
    case 'recent':
      return (
        <>
          <History aria-hidden />
          <span className="truncate">{option.recent.text}</span>
        </>
      );
    case 'way':
      return (
        <>
          <WayIcon name={option.way.name} />
          <span className="truncate">{words[option.way.name]}</span>
        </>
      );
    case 'literal':
      return (
        <>
          <Quote aria-hidden />
          <span className="truncate text-soft">{fill(words.literal, { q })}</span>
        </>
      );
    default:
      return (
        <>
          <Search aria-hidden />
          <span className="truncate text-soft">{fill(words.all, { q })}</span>
        </>
      );
  }
}

function SuggestedTitle({
  suggestion,
  box,
  met,
}: {
  suggestion: Suggestion;
  box: SearchBoxWords;
  met: string;
}) {
  const { first, second, matched } = foundNames(suggestion, met, box);
  const { kind, year, poster } = suggestion;
  const below = matched ?? second;
  return (
    <>
      <Poster poster={poster} className="w-9" eager />
      <span className="min-w-0 flex-1">
        <span lang={first.lang} className="block truncate font-medium">
          <Highlighted name={first.text} met={met} />
        </span>
        {below && (
          <span lang={below.lang} className="mt-0.5 block truncate text-xs text-mute">
            <Highlighted name={below.text} met={met} />
          </span>
        )}
      </span>
      <span className="text-xs whitespace-nowrap text-mute tabular-nums">
        {[box.kind[kind], year].filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
