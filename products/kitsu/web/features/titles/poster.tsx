import { cx } from '@seaworthy/platform/ui';
import type { Poster as PosterPicture } from '../../api/types.ts';

interface Props {
  readonly poster: PosterPicture;
  readonly className?: string;
  /** Loaded at once: for the one poster that leads a page. */
  readonly eager?: boolean;
  /** Empty where the name stands beside it. */
  readonly alt?: string;
}

/** A poster of 2:3 on its own colour, which is there before the picture. The colour is an attribute: no inline style. */
export function Poster({ poster, className, eager = false, alt = '' }: Props) {
  return (
    <span
      className={cx('relative block aspect-[2/3] shrink-0 overflow-hidden rounded-sm bg-hover', className)}
    >
      <svg aria-hidden className="absolute inset-0 size-full">
        <rect width="100%" height="100%" fill={poster.background} />
      </svg>
      {/* biome-ignore lint/performance/noImgElement: drawn SVGs of one size have nothing to optimise */}
      <img
        src={poster.url}
        alt={alt}
        width={200}
        height={300}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
        className="absolute inset-0 size-full object-cover"
      />
    </span>
  );
}
