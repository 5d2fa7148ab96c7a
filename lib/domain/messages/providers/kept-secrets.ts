import { Problem } from "@/lib/kernel/errors";
import { readableSecrets, type Secrets, type Stored } from "./stored";
import { fieldsOf } from "./vendor-fields";

type Change = { vendor: string; settings: Record<string, unknown>; secrets: Secrets };

/**
 * A14: the stored secrets that stay in force. None stays where the vendor or a setting that binds the secrets changes: a person
 * who may change settings could otherwise have a password that they do not know sent to a server of their own.
 */
export function keptSecrets(before: Stored, change: Change): Secrets {
  const stored = readableSecrets(before);
  const fields = fieldsOf(before.channel, change.vendor);
  const is_moved =
    before.vendor !== change.vendor ||
    fields.some(
      ({ name, binds_secrets }) => binds_secrets && textOf(before.settings[name]) !== textOf(change.settings[name]),
    );
  if (!is_moved) return stored;
  const missing = fields.filter(({ name }) => stored[name] !== undefined && change.secrets[name] === undefined);
  if (missing.length === 0) return {};
  throw new Problem("invalid_input", "Enter the stored secrets again: they would go to another server or account.", {
    errors: missing.map(({ name, label }) => ({
      field: `secrets.${name}`,
      message: `Enter the ${label.toLowerCase()} again: it was stored for another server or account`,
    })),
  });
}

/** As a form gives it: a number and its digits are alike, and so are an empty text and none. */
const textOf = (value: unknown): string => String(value ?? "").trim();
