"use client";

interface PointerNoteProps {
  title: string;
  lines: readonly { label: string; value: string }[];
}

/** The dark note at the pointer. */
export function PointerNote({ title, lines }: PointerNoteProps) {
  return (
    <div className="ch-note">
      <b>{title}</b>
      {lines.map((line) => (
        <span key={line.label}>
          {line.label} {line.value}
        </span>
      ))}
    </div>
  );
}
