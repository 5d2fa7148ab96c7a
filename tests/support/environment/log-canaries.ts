import { setLogDestination } from "@/lib/kernel/log";

/** Lines that were logged since the last look. */
const lines: string[] = [];

setLogDestination({ write: (line) => void lines.push(line) }, "info");

/** What the people of tests/support are called and reached by, and what they sign in with. */
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
