import { printTable } from "@/scripts/bench/table";
import type { Part } from "./parts";

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export function reportParts(parts: Part[]): void {
  const rows = parts.map(({ name, share, functions }) => [
    name,
    percent(share),
    functions.map((one) => `${one.name} ${percent(one.share)}`).join(", "),
  ]);
  printTable(["part", "self time", "most of it"], rows, [0, 2]);
}
