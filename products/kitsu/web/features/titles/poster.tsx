import { cx } from '@seaworthy/platform/ui';
import type { Poster as PosterPicture } from '../../api/types.ts';

interface Props {
  readonly poster: Pick<PosterPicture, 'url' | 'background'>;
  readonly className?: string;
  /** Loaded at once: for the posters that a page opens with. */
  readonly eager?: boolean;
  /** Empty where the name stands beside it. */
  readonly alt?: string;
}

/** A poster of 2:3 on its own colour, which is there before the picture. */
export function Poster({ poster, className, eager = false, alt = '' }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: drawn SVGs of one size have nothing to optimise
    <img
      src={poster.url}
      alt={alt}
      width={200}
      height={300}
      decoding="async"
      {...(eager ? { fetchPriority: 'high' } : { loading: 'lazy' })}
      style={{ backgroundColor: poster.background }}
      className={cx('poster', className)}
    />
  );
}
