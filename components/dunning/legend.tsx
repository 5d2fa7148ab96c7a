import { Sign } from "./stations";

const signs = [
  { kind: "refused", text: "refused" },
  { kind: "next", text: "next" },
  { kind: "stopped", text: "stopped" },
  { kind: "door", text: "door closed" },
] as const;

export function Legend() {
  return (
    <ul aria-label="Signs" className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-3">
      {signs.map(({ kind, text }) => (
        <li key={kind} className="flex items-center gap-1.5">
          <svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
            <Sign kind={kind} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
