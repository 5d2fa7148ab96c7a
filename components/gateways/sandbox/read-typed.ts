import { type SandboxMethodKind, type SandboxTestMethod, sandboxMethodTyped } from "@/lib/values/sandbox/test-methods";

/** What the payer typed. Only `expiry` and `code` of cards. */
export type Typed = { number: string; expiry: string; code: string };

type Read = { method: SandboxTestMethod | null; errors: Partial<Typed> };

const refusals: Record<SandboxMethodKind, string> = {
  card: "This is a test page. Use one of the test cards.",
  bank_debit: "This is a test page. Use one of the test accounts.",
  upi: "This is a test page. Use one of the test UPI IDs.",
};

/** The test method that was typed, or one sentence for each field that must change. */
export function readTyped(kind: SandboxMethodKind, { number, expiry, code }: Typed): Read {
  const method = sandboxMethodTyped(kind, number) ?? null;
  const errors: Partial<Typed> = {};
  if (!method) errors.number = refusals[kind];
  if (kind === "card") {
    if (!/^(0[1-9]|1[0-2])\s*\/?\s*\d{2}$/.test(expiry.trim())) errors.expiry = "Enter month and year, such as 12 / 49";
    if (!/^\d{3,4}$/.test(code.trim())) errors.code = "Enter 3 or 4 digits";
  }
  return { method: Object.keys(errors).length === 0 ? method : null, errors };
}
