import { cx } from '@seaworthy/platform/ui';
import Link from 'next/link';
import type { Franchise } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import type { Locale } from '../../i18n/locale.ts';
import { displayNames } from '../titles/names.ts';
import { layOutFranchise, NODE, type Node, type Timeline } from './franchise-layout.ts';
import { pathOf } from './franchise-routes.ts';
import { shortName } from './short-name.ts';

/** More would be a wall of names; the whole franchise is one link away. */
const TITLES_MAX = 24;

/**
 * A franchise on a time axis, one lane for each form, with a line for each stated connection. Every title is a link in reading
 * order; the lines are told as text as well. Drawn by the server, scrolled sideways where it does not fit.
 */
export function FranchiseTimeline({
  locale,
  franchise,
  currentId,
}: {
  locale: Locale;
  franchise: Franchise;
  /** The title whose page this is; the page of the franchise itself shows it all. */
  currentId?: number;
}) {
  const words = locale.words.titlePage.franchise;
  const titlesMax = currentId === undefined ? franchise.items.length : TITLES_MAX;
  const timeline = layOutFranchise(franchise, currentId, titlesMax);
  const isPart = timeline.nodes.length < franchise.items.length;
  return (
    <figure aria-label={fill(words.timeline, { name: franchise.name })} className="mb-6">
      <div className="timeline">
        <div className="relative" style={{ width: timeline.width, height: timeline.height }}>
          <Lines timeline={timeline} />
          {timeline.years.map(({ year, x, width }) => (
            <span key={year} className="timeline-year" style={{ left: x, width }}>
              <span>{year ?? words.yearUnknown}</span>
            </span>
          ))}
          {timeline.lanes.map(({ lane, y }) => (
            <span key={lane} className="timeline-lane" style={{ top: y }}>
              <span>{words.lanes[lane]}</span>
            </span>
          ))}
          <ol>
            {timeline.nodes.map((node) => (
              <TimelineTitle key={node.title.id} locale={locale} node={node} franchise={franchise} />
            ))}
          </ol>
        </div>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-xs text-mute">
        {isPart && <span>{fill(words.shown, { n: locale.number(timeline.nodes.length) })}</span>}
        {franchise.connections.length === 0 && <span>{words.unstated}</span>}
        <Legend locale={locale} timeline={timeline} />
      </figcaption>
      <Connections locale={locale} franchise={franchise} />
    </figure>
  );
}

function TimelineTitle({ locale, node, franchise }: { locale: Locale; node: Node; franchise: Franchise }) {
  const { title, lane, isCurrent, x, y } = node;
  const { first } = displayNames(title, locale);
  const base = franchise.items.find(({ slug }) => slug === franchise.slug);
  const bases = base === undefined ? [franchise.name] : [displayNames(base, locale).first.text, base.title];
  const kind = locale.words.titles.kindShort[title.kind];
  const facts = [lane === 'extra' ? kind : '', title.score === null ? '' : locale.score(title.score)]
    .filter(Boolean)
    .join(' · ');
  // What is to be read comes in it as it stands, so that who speaks to the computer can say it.
  const label = [first.text, facts, lane === 'extra' ? '' : kind, title.year].filter(Boolean).join(', ');
  return (
    <li className={cx('timeline-node', isCurrent && 'timeline-here')} style={{ left: x, top: y, ...NODE }}>
      <Link
        href={locale.href(`/anime/${title.slug}`)}
        prefetch={false}
        aria-label={label}
        title={first.text}
        {...(isCurrent && { 'aria-current': 'page' as const })}
      >
        {/* biome-ignore lint/performance/noImgElement: drawn SVGs of one size have nothing to optimise */}
        <img
          src={title.poster.url}
          alt=""
          width={36}
          height={54}
          loading="lazy"
          decoding="async"
          style={{ backgroundColor: title.poster.background }}
        />
        <span className="min-w-0">
          <span lang={first.lang} className="timeline-name">
            {title.id === base?.id ? first.text : shortName(first.text, bases)}
          </span>
          <span className="timeline-facts">{facts}</span>
        </span>
      </Link>
    </li>
  );
}

function Lines({ timeline }: { timeline: Timeline }) {
  const { width, height, years, lanes, edges } = timeline;
  return (
    <svg aria-hidden width={width} height={height} className="timeline-lines">
      <defs>
        <marker
          id="timeline-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto"
        >
          <path d="M0 0.500L7.500 4L0 7.500Z" />
        </marker>
      </defs>
      {years.slice(1).map(({ year, x }) => (
        <path key={year} className="timeline-rule" d={`M${x - 16.5} 0V${height}`} />
      ))}
      {lanes.slice(1).map(({ lane, y }) => (
        <path key={lane} className="timeline-rule" d={`M0 ${y - 4.5}H${width}`} />
      ))}
      {edges.map(({ kind, route }) => (
        <path
          key={pathOf(route)}
          className={`timeline-edge timeline-${kind}`}
          d={pathOf(route)}
          markerEnd="url(#timeline-arrow)"
        />
      ))}
    </svg>
  );
}

/** What the lines mean; only those that are drawn. */
function Legend({ locale, timeline }: { locale: Locale; timeline: Timeline }) {
  const words = locale.words.titlePage.franchise;
  const kinds = [...new Set(timeline.edges.map(({ kind }) => kind))];
  return kinds.map((kind) => (
    <span key={kind} className="inline-flex items-center gap-2">
      <svg aria-hidden width="28" height="8" className="timeline-lines static">
        <path className={`timeline-edge timeline-${kind}`} d="M0 4H28" />
      </svg>
      {words.relation[kind]}
    </span>
  ));
}

/** The lines in words, for those who cannot or do not want to follow them. */
function Connections({ locale, franchise }: { locale: Locale; franchise: Franchise }) {
  const { connections, items } = franchise;
  if (connections.length === 0) return null;
  const words = locale.words.titlePage.franchise;
  const byId = new Map(items.map((item) => [item.id, item]));
  return (
    <details className="mt-1 text-sm">
      <summary className="inline-flex min-h-8 items-center text-xs text-soft hover:text-ink">
        {locale.count(connections.length, words.connections)}
      </summary>
      <ul className="space-y-1 text-soft">
        {connections.map(({ from, to, kind }) => {
          const [source, target] = [byId.get(from), byId.get(to)];
          if (!source || !target) return null;
          return (
            <li key={`${from} ${to}`}>
              {displayNames(source, locale).first.text} → {displayNames(target, locale).first.text}
              <span className="text-mute"> · {words.relation[kind]}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
