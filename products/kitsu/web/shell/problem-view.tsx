import { buttonClass, Notice } from '@seaworthy/platform/ui';
import { CircleHelp, CloudOff, RotateCw } from 'lucide-react';
import Link from 'next/link';
import type { Problem } from '../api/server.ts';
import type { Locale } from '../i18n/locale.ts';
import { renderScope } from '../server/render-scope.ts';

type Shown = 'not_found' | 'invalid' | 'unavailable';

const STATUS: Readonly<Record<Shown, number>> = { not_found: 404, invalid: 400, unavailable: 503 };

/** What a reader is told of a problem: a page that he may not see is none. */
function shownAs(problem: Problem): Shown {
  return problem === 'unauthenticated' || problem === 'forbidden' ? 'not_found' : problem;
}

interface Props {
  readonly locale: Locale;
  readonly problem: Problem;
  /** What exactly was not found; the general sentence otherwise. */
  readonly notFound?: { readonly title: string; readonly text: string };
}

/**
 * The page in place of one that cannot be shown. It is an ordinary rendered page, complete without JavaScript, and
 * tells the server around Next which status to answer with.
 */
export function ProblemView({ locale, problem: met, notFound }: Props) {
  const problem = shownAs(met);
  renderScope().status = STATUS[problem];
  const { problem: words } = locale.words.site;
  const said = {
    not_found: notFound ?? { title: words.notFoundTitle, text: words.notFoundText },
    invalid: { title: words.invalidTitle, text: words.invalidText },
    unavailable: { title: words.unavailableTitle, text: words.unavailableText },
  }[problem];
  return (
    <>
      <meta name="robots" content="noindex" />
      <Notice
        level={1}
        icon={problem === 'unavailable' ? <CloudOff aria-hidden /> : <CircleHelp aria-hidden />}
        title={said.title}
        actions={
          <>
            {problem === 'unavailable' && (
              // biome-ignore lint/a11y/useValidAnchor: an empty reference is this very address, loaded anew also without JavaScript
              <a href="" className={buttonClass({ tone: 'solid' })}>
                <RotateCw aria-hidden className="size-4" />
                {words.retry}
              </a>
            )}
            {problem !== 'unavailable' && (
              <>
                <Link href={locale.href('/anime')} prefetch={false} className={buttonClass()}>
                  {words.catalogue}
                </Link>
                <Link href={locale.href('/')} prefetch={false} className={buttonClass({ tone: 'ghost' })}>
                  {words.home}
                </Link>
              </>
            )}
          </>
        }
      >
        <p>{said.text}</p>
      </Notice>
    </>
  );
}
