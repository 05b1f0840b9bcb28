const redrawMs = 500;

/** The line that says what is being done now: redrawn on a terminal, absent elsewhere. */
export interface ProgressLine {
  show(text: string): void;
  /** Takes the line away; what is written next starts on a clean line. Again is harmless. */
  end(): void;
}

/** Starts the line; seconds since its start are counted in it. */
export function progressLine(stream: NodeJS.WriteStream, title: string): ProgressLine {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const startedAt = Date.now();
  let text = '';
  const draw = (): void => {
    const line = `  ${title} ${Math.round((Date.now() - startedAt) / 1000)} s ${text}`;
    stream.write(`\r\u001b[K${line.slice(0, (stream.columns ?? 80) - 1)}`);
  };
  let timer: NodeJS.Timeout | undefined = setInterval(draw, redrawMs);
  draw();
  return {
    show(now) {
      text = now;
    },
    end() {
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      stream.write('\r\u001b[K');
    },
  };
}
