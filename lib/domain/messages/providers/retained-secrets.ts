import { Problem } from "@/lib/kernel/errors";
import { readableSecrets, type Secrets, type StoredProvider } from "./stored";
import { fieldsOf } from "./vendor-fields";

type Change = { vendor: string; settings: Record<string, unknown>; secrets: Secrets };

/**
 * A14: the stored secrets that remain valid. None remains if the vendor or a setting that binds the secrets changes. Otherwise a
 * person who may change settings could send an unknown password to their own server.
 */
export function retainedSecrets(before: StoredProvider, change: Change): Secrets {
  const stored = readableSecrets(before);
  const fields = fieldsOf(before.channel, change.vendor);
  const is_rebound =
    before.vendor !== change.vendor ||
    fields.some(
      ({ name, binds_secrets }) =>
        binds_secrets && normalized(before.settings[name]) !== normalized(change.settings[name]),
    );
  if (!is_rebound) return stored;
  const missing = fields.filter(({ name }) => stored[name] !== undefined && change.secrets[name] === undefined);
  if (missing.length === 0) return {};
  throw new Problem("invalid_input", "Enter the stored secrets again: they would go to another server or account.", {
    errors: missing.map(({ name, label }) => ({
      field: `secrets.${name}`,
      message: `Enter the ${label.toLowerCase()} again: it was stored for another server or account`,
    })),
  });
}

/** Compares like a form: a number equals its digits, an empty text equals no value. */
const normalized = (value: unknown): string => String(value ?? "").trim();
