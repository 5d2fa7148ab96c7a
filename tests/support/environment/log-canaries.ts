import { setLogDestination } from "@/lib/kernel/log";

/** Lines that were logged since the last look. */
const lines: string[] = [];

setLogDestination({ write: (line) => void lines.push(line) }, "info");

/** Names, addresses and credentials of the people in tests/support. */
const canaries = [
  /[\w.+-]+@[\w-]+\.\w{2,}/,
  /\+\d{8,}/,
  /\beyJ[\w-]{10,}/,
  /Mina Member|Robin Test|a long walk by the river/,
];

export function takeLines(): string[] {
  return lines.splice(0);
}

export const personalIn = (logged: readonly string[]): string[] =>
  logged.filter((line) => canaries.some((canary) => canary.test(line)));
