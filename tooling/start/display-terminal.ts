import { stripVTControlCharacters, styleText } from 'node:util';
import type { Display, Output, Step } from './display.ts';
import { failureWord } from './failure.ts';

interface Row {
  readonly title: string;
  readonly startedAt: number;
  state: 'running' | 'done' | 'failed';
  tookMs: number;
  text: string;
  measure: { readonly done: number; readonly total: number } | undefined;
}

type Style = Parameters<typeof styleText>[0];

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const REDRAW_MS = 80;
const TITLE_CHARS = 16;
const BAR_CHARS = 20;

/** One row a step, redrawn in place: spinner, what it does, a bar where there is a measure, the time it takes. */
export function createTerminalDisplay(output: Output, options: { readonly colour: boolean }): Display {
  const paint = (style: Style, text: string): string =>
    options.colour ? styleText(style, text, { validateStream: false }) : text;
  let rows: Row[] = [];
  let drawnRows = 0;
  let timer: NodeJS.Timeout | undefined;

  const draw = (above?: string): void => {
    const up = drawnRows > 0 ? `\u001b[${drawnRows}A` : '';
    const columns = output.columns ?? 80;
    const lines = rows.map((row) => `${cut(rowText(row, paint), columns - 1)}\u001b[K\n`);
    // The cursor goes to the first row, what stays is written there, the rows again below it.
    output.write(`${up}\r${above === undefined ? '' : `\u001b[J${above}\n`}${lines.join('')}`);
    drawnRows = rows.length;
  };
  const settle = (): void => {
    clearInterval(timer);
    timer = undefined;
    if (rows.length > 0) draw();
    rows = [];
    drawnRows = 0;
  };
  const finish = (row: Row, state: 'done' | 'failed', text: string): void => {
    Object.assign(row, { state, text, measure: undefined, tookMs: performance.now() - row.startedAt });
    draw();
    if (rows.every((one) => one.state !== 'running')) settle();
  };

  return {
    step(title): Step {
      const row: Row = {
        title,
        startedAt: performance.now(),
        state: 'running',
        tookMs: 0,
        text: '',
        measure: undefined,
      };
      rows.push(row);
      timer ??= setInterval(() => draw(), REDRAW_MS).unref();
      draw();
      return {
        doing: (what) => void Object.assign(row, { text: what }),
        progress: (done, total) => void Object.assign(row, { measure: { done, total } }),
        done: (what) => finish(row, 'done', what),
        failed: (error) => finish(row, 'failed', failureWord(error)),
      };
    },
    line: (text) => draw(text),
    warn: (text) => draw(`${paint('yellow', '!')} ${text}`),
    settle,
  };
}

function rowText(row: Row, paint: (style: Style, text: string) => string): string {
  const tookMs = row.state === 'running' ? performance.now() - row.startedAt : row.tookMs;
  const seconds = paint('dim', `${(tookMs / 1_000).toFixed(1)} s`);
  const measure = row.measure === undefined ? '' : `${bar(row.measure)} `;
  return `  ${mark(row.state, paint)} ${row.title.padEnd(TITLE_CHARS)} ${measure}${row.text}${row.text === '' ? '' : '  '}${seconds}`;
}

function mark(state: Row['state'], paint: (style: Style, text: string) => string): string {
  if (state === 'done') return paint('green', '✓');
  if (state === 'failed') return paint('red', '✗');
  const frame = Math.floor(performance.now() / REDRAW_MS) % FRAMES.length;
  return paint('cyan', FRAMES[frame] ?? '');
}

function bar({ done, total }: { readonly done: number; readonly total: number }): string {
  const full = total === 0 ? BAR_CHARS : Math.round((done / total) * BAR_CHARS);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CHARS - full)} ${done}/${total}`;
}

/** A row that wrapped could not be redrawn in place; a cut one loses its colours. */
function cut(text: string, columns: number): string {
  const plain = stripVTControlCharacters(text);
  return plain.length <= columns ? text : plain.slice(0, columns);
}
