import { create } from "qrcode";

interface QrCodeProps {
  text: string;
  /** The accessible name, such as "Entry code". */
  label: string;
  className?: string;
}

/** Rendered without a quiet zone. Put it on a white background with a margin of at least four modules. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${modules.size} ${modules.size}`}
      shapeRendering="crispEdges"
      className={className}
    >
      <path d={outline(modules.size, (row, column) => modules.get(row, column) === 1)} className="fill-black" />
    </svg>
  );
}

/** An SVG path with one rectangle per run of dark modules. */
function outline(size: number, isDark: (row: number, column: number) => boolean): string {
  let path = "";
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (column + 1 < size && isDark(row, column + 1)) column++;
      path += `M${start} ${row}h${column - start + 1}v1H${start}z`;
    }
  }
  return path;
}
