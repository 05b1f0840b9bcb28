import { CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Trouble } from '../api/outcome.ts';
import type { FormWords } from '../i18n/form-words.ts';
import { fill } from '../i18n/format.ts';

interface Props {
  readonly words: FormWords;
  readonly trouble: Trouble | undefined;
  /** What this form says in place of the general sentence, by kind of trouble. */
  readonly own?: Readonly<Partial<Record<Trouble['kind'], string>>>;
  /** Fields that say themselves what is wrong with them. */
  readonly fields?: readonly string[];
}

/** What kept a form from being done, as far as no field of it says so. It is read out as soon as it is there. */
export function FormNote({ words, trouble, own, fields = [] }: Props) {
  const isSaid = trouble !== undefined && fields.some((field) => trouble.fields[field] !== undefined);
  return (
    <div role="alert" className="empty:mb-0">
      {trouble && !isSaid && (
        <p className="flex gap-2.5 rounded-md bg-warn-wash px-3 py-2.5 text-sm text-warn">
          <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
          <span>
            <Said words={words} trouble={trouble} own={own} />
          </span>
        </p>
      )}
    </div>
  );
}

function Said({ words, trouble, own }: { words: FormWords; trouble: Trouble; own: Props['own'] }) {
  const { kind, retryAtMs, requestId = '', suspensionReason } = trouble;
  if (kind === 'limited') return <Wait words={words} untilMs={retryAtMs ?? 0} />;
  if (suspensionReason !== undefined) return fill(words.troubles.suspended, { reason: suspensionReason });
  return own?.[kind] ?? fill(words.troubles[kind], { id: requestId });
}

const MS_PER_S = 1_000;
const secondsTo = (untilMs: number) => Math.max(0, Math.ceil((untilMs - performance.now()) / MS_PER_S));

/** Counts down to the moment from which trying again makes sense. The sentence is read out once, not each second. */
function Wait({ words, untilMs }: { words: FormWords; untilMs: number }) {
  const [leftS, setLeftS] = useState(() => secondsTo(untilMs));
  useEffect(() => {
    setLeftS(secondsTo(untilMs));
    const timer = setInterval(() => setLeftS(secondsTo(untilMs)), MS_PER_S);
    return () => clearInterval(timer);
  }, [untilMs]);
  if (leftS === 0) return words.troubles.over;
  const clock = `${Math.floor(leftS / 60)}:${String(leftS % 60).padStart(2, '0')}`;
  const [before = '', after = ''] = words.troubles.limited.split('{time}');
  return (
    <>
      {before}
      <span aria-live="off" className="tabular-nums">
        {clock}
      </span>
      {after}
    </>
  );
}
