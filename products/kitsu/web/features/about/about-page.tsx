import type { Metadata } from 'next';
import { catalogueFacts } from '../../api/catalogue.ts';
import type { CatalogueFacts } from '../../api/types.ts';
import { fill } from '../../i18n/format.ts';
import { type Locale, localeOf } from '../../i18n/locale.ts';
import { pageMetadata } from '../../i18n/metadata.ts';
import { Breadcrumbs } from '../../shell/breadcrumbs.tsx';
import { ProblemView } from '../../shell/problem-view.tsx';
import { Bars } from './bars.tsx';
import { Sources } from './sources.tsx';

interface Props {
  readonly params: Promise<{ lang: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = localeOf((await params).lang);
  const { title, description } = locale.words.about;
  return pageMetadata(locale, { page: '/about', title, description });
}

/** Where the data comes from, how old it is, how much is known, and the rules it is shown by. */
export async function AboutPage({ params }: Props) {
  const locale = localeOf((await params).lang);
  const words = locale.words.about;
  const answer = await catalogueFacts();
  if (!answer.ok) return <ProblemView locale={locale} problem={answer.problem} />;
  const facts = answer.data;
  return (
    <>
      <Breadcrumbs locale={locale} path={[]} here={words.title} />
      <h1 className="text-2xl sm:text-3xl">{words.title}</h1>
      {facts.titleCount === 0 ? <Empty locale={locale} /> : <Known locale={locale} facts={facts} />}
      <div className="mt-12 grid max-w-6xl gap-x-16 gap-y-10 md:grid-cols-2">
        <Rules locale={locale} />
        <div className="space-y-10">
          <Text heading={words.ranking.heading} text={words.ranking.text} />
          <Text heading={words.licence.heading} text={words.licence.text} />
          <a
            href="/api/v1/catalogue"
            className="inline-flex min-h-7 items-center text-sm text-soft underline decoration-edge underline-offset-4 hover:text-accent"
          >
            {words.machine}
          </a>
        </div>
      </div>
    </>
  );
}

function Empty({ locale }: { locale: Locale }) {
  return (
    <div className="mt-4 max-w-prose space-y-3 text-soft">
      <p>{locale.words.about.empty}</p>
      <pre className="overflow-x-auto rounded-md bg-sunken px-4 py-3 text-sm">
        <code>npm run kitsu -- import dataset FILE</code>
      </pre>
    </div>
  );
}

function Known({ locale, facts }: { locale: Locale; facts: CatalogueFacts }) {
  const { about, titles, titlePage } = locale.words;
  const count = locale.count(facts.titleCount, titles.count);
  const lead = fill(about.lead, {
    titles: count,
    names: locale.count(facts.nameCount, titlePage.namesCount),
    sources: locale.count(facts.sources.length, about.sourcesCount),
  });
  const covered = facts.coverage.map(({ field, count: known }) => ({
    label: about.coverage.fields[field],
    count: known,
  }));
  const forms = facts.kinds.map(({ value, count: known }) => ({ label: titles.kind[value], count: known }));
  return (
    <>
      <p className="mt-2 max-w-prose text-lg text-soft">{lead}</p>
      {facts.updatedAt && (
        <p className="mt-1 text-sm text-mute">
          {fill(about.updated, { date: locale.date(facts.updatedAt) })}
        </p>
      )}
      <Sources locale={locale} sources={facts.sources} />
      <div className="mt-12 grid max-w-6xl gap-x-16 gap-y-10 md:grid-cols-2">
        <section aria-labelledby="coverage">
          <h2 id="coverage" className="text-xl">
            {about.coverage.heading}
          </h2>
          <p className="mt-1 mb-4 max-w-prose text-sm text-mute">
            {fill(about.coverage.text, { titles: count })}
          </p>
          <Bars locale={locale} rows={covered} total={facts.titleCount} />
        </section>
        <section aria-labelledby="forms">
          <h2 id="forms" className="mb-4 text-xl">
            {about.forms}
          </h2>
          <Bars locale={locale} rows={forms} total={facts.titleCount} />
          <Also locale={locale} facts={facts} />
        </section>
      </div>
    </>
  );
}

function Also({ locale, facts }: { locale: Locale; facts: CatalogueFacts }) {
  const { also } = locale.words.about;
  const lines = [
    locale.count(facts.nameLanguageCount, also.languages),
    locale.count(facts.genreCount, also.genres),
    locale.count(facts.studioCount, also.studios),
    locale.count(facts.franchiseCount, also.franchises),
    locale.count(facts.adultCount, also.adult),
  ];
  return (
    <>
      <h3 className="mt-8 mb-2 font-text text-sm font-medium tracking-normal text-mute">{also.heading}</h3>
      <ul className="space-y-1 text-sm text-soft tabular-nums">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

function Rules({ locale }: { locale: Locale }) {
  const { rules } = locale.words.about;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules" className="mb-3 text-xl">
        {rules.heading}
      </h2>
      <ul className="max-w-prose list-disc space-y-2 pl-5 text-soft marker:text-mute">
        {rules.items.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </section>
  );
}

function Text({ heading, text }: { heading: string; text: readonly string[] }) {
  return (
    <section>
      <h2 className="mb-3 text-xl">{heading}</h2>
      <div className="max-w-prose space-y-3 text-soft">
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </section>
  );
}
