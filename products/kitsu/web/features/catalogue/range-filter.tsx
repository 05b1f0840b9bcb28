'use client';

import { TextInput } from '@seaworthy/platform/ui';
import { type ChangeEvent, useEffect, useRef, useState } from 'react';

/** A step of a range and how many titles lie in it. The last one may have no end. */
export interface RangeStep {
  readonly from: number;
  readonly to: number | null;
  readonly count: number;
}

interface Props {
  readonly legend: string;
  /** Names of the form fields, which also carry the values without JavaScript. */
  readonly names: readonly [from: string, to: string];
  readonly labels: readonly [from: string, to: string];
  readonly values: readonly [from: number | undefined, to: number | undefined];
  readonly steps: readonly RangeStep[];
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}

/** Longer than an answer takes: what comes back within it is about an earlier position of the handle. */
const OWN_MS = 1_500;

/**
 * A range to choose: two handles over a plot of how many titles lie where, and two number fields that say the same
 * exactly. The handles move from step to step with the arrow keys and speak the value of their step.
 */
export function RangeFilter({ legend, names, labels, values, steps, min, max, step = 1 }: Props) {
  const [shown, setShown] = useState<readonly [string, string]>(textOf(values));
  const editedAt = useRef(0);
  const [from, to] = values;
  useEffect(() => {
    if (performance.now() - editedAt.current > OWN_MS) setShown(textOf([from, to]));
  }, [from, to]);
  const set = (end: 0 | 1, text: string) => {
    editedAt.current = performance.now();
    setShown((before) => (end === 0 ? [text, before[1]] : [before[0], text]));
  };
  const last = steps.length - 1;
  const [low, high] = [lowest(steps, shown[0]), highest(steps, shown[1])];
  const slide = (end: 0 | 1) => (event: ChangeEvent<HTMLInputElement>) => {
    const at = Number(event.target.value);
    if (end === 0) set(0, at <= 0 ? '' : String(steps[Math.min(at, high)]?.from ?? ''));
    else set(1, at >= last ? '' : String(steps[Math.max(at, low)]?.to ?? ''));
  };
  const handle = (end: 0 | 1) => ({
    type: 'range',
    min: 0,
    max: last,
    step: 1,
    value: end === 0 ? low : high,
    onChange: slide(end),
    'aria-label': `${legend}: ${labels[end]}`,
    'aria-valuetext': String((end === 0 ? steps[low]?.from : (steps[high]?.to ?? steps[high]?.from)) ?? ''),
  });
  const field = (end: 0 | 1) => (
    <TextInput
      type="number"
      inputMode={step < 1 ? 'decimal' : 'numeric'}
      name={names[end]}
      min={min}
      max={max}
      step={step}
      placeholder={labels[end]}
      aria-label={`${legend}: ${labels[end]}`}
      value={shown[end]}
      onChange={(event) => set(end, event.target.value)}
      data-own
    />
  );
  // Where no title has the value, such as a score that no source states, there is nothing to choose.
  if (shown.every((text) => text === '') && steps.every(({ count }) => count === 0)) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{legend}</legend>
      {last > 0 && (
        <div className="range" data-set={shown.some((text) => text !== '') || undefined}>
          <Plot steps={steps} low={low} high={high} />
          <input {...handle(0)} />
          <input {...handle(1)} />
        </div>
      )}
      <div className="flex items-center gap-2">
        {field(0)}
        <span aria-hidden className="text-mute">
          –
        </span>
        {field(1)}
      </div>
    </fieldset>
  );
}

const PLOT_HEIGHT = 32;

/** The number of titles in each step as bars, those within the range in colour. */
function Plot({ steps, low, high }: { steps: readonly RangeStep[]; low: number; high: number }) {
  const most = Math.max(1, ...steps.map(({ count }) => count));
  // What there is at all is to be seen, however little it is beside the most.
  const height = (count: number) => (count === 0 ? 0 : Math.max(1.5, (count / most) * PLOT_HEIGHT));
  const bars = steps
    .map(
      ({ count }, index) => `M${index + 0.1} ${PLOT_HEIGHT}v${-height(count).toFixed(1)}h.8V${PLOT_HEIGHT}z`,
    )
    .join('');
  const inside = `inset(0 ${(100 * (steps.length - 1 - high)) / steps.length}% 0 ${(100 * low) / steps.length}%)`;
  return (
    <svg aria-hidden viewBox={`0 0 ${steps.length} ${PLOT_HEIGHT}`} preserveAspectRatio="none">
      <path d={bars} />
      <path d={bars} style={{ clipPath: inside }} />
    </svg>
  );
}

function textOf([from, to]: Props['values']): readonly [string, string] {
  return [String(from ?? ''), String(to ?? '')];
}

function lowest(steps: readonly RangeStep[], from: string): number {
  if (from === '') return 0;
  const found = steps.findLastIndex((step) => step.from <= Number(from));
  return Math.max(0, found);
}

function highest(steps: readonly RangeStep[], to: string): number {
  const found = to === '' ? -1 : steps.findIndex((step) => step.to === null || step.to >= Number(to));
  return found < 0 ? steps.length - 1 : found;
}
