import { useEffect, useState } from 'react';

/** Cells of quiet around the code, as its standard asks for. */
const MARGIN = 4;

/** A QR code, drawn in the browser: its text goes to nobody. Black on white in both themes, since that is what cameras read. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const [cells, setCells] = useState<readonly (readonly boolean[])[]>();
  useEffect(() => {
    import('qr').then(
      ({ encodeQR }) => setCells(encodeQR(text, 'raw', { ecc: 'medium', border: MARGIN })),
      // Without the picture there is the key below it.
      () => undefined,
    );
  }, [text]);
  if (!cells) return <div className="size-48 rounded-md bg-sunken" />;
  const path = cells
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${cells.length} ${cells.length}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-md"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
