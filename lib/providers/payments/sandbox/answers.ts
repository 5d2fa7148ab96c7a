import { createHash } from "node:crypto";
import { SandboxRefusal, type Vendor } from "./objects";

/** The same call under the same key gets the first answer. Another call under it is refused. */
export async function once<T>(vendor: Vendor, key: string, body: unknown, work: () => Promise<T>): Promise<T> {
  const { tx, now } = vendor;
  const body_hash = createHash("sha256").update(canonical(body)).digest("base64url");
  const stored = await tx.find("answer", key);
  if (stored) {
    if (stored.data.body_hash !== body_hash) throw new SandboxRefusal("This key was used for another call.");
    return stored.data.value as T;
  }
  const value = await work();
  await tx.save({
    ref: key,
    kind: "answer",
    data: { body_hash, value },
    owner_ref: null,
    parent_ref: null,
    due_at: null,
    created_at: now.toString(),
  });
  return value;
}

/** Independent of the order of the fields. */
const canonical = (body: unknown): string =>
  JSON.stringify(body, (_, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)))
      : value,
  );

export const digestOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64url");
