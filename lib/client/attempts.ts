import { type Contract, pathParams, takesIdempotencyKey } from "@/lib/contracts/contract";
import { deviceNow } from "./clock";
import { digestOf } from "./digest";

/**
 * A request whose outcome is unknown: in flight, or its response was lost. `request` and `scope` are digests, so that the browser's
 * storage contains no user input.
 */
type PendingAttempt = { key: string; request: string; scope: string; at_ms: number };

/** What the sender of a request reports its outcome to. */
export type AttemptHandle = {
  idempotency_key: string;
  /** The server responded. From now on the same request gets a new key. */
  settled(): void;
  /** The response was lost. The same request, or a changed one from the same page, reuses the key. */
  lost(): void;
};

/** After this time the same request is considered a new one. */
const expiresAfterMs = 10 * 60 * 1_000;
const storageName = "fitflow.open-attempts";

/** Requests of this document. Those of an earlier document count as lost. */
const in_flight = new Map<string, number>();

/**
 * Assigns an idempotency key, or null if the contract takes none. After a lost response the same request reuses its key, also after
 * a reload. A changed request from the same page reuses it too: the server rejects it if the first one was stored, and stores it
 * otherwise.
 */
export function beginAttempt(
  contract: Contract,
  input: Record<string, unknown>,
  { organization, body }: { organization?: string; body?: Blob },
): AttemptHandle | null {
  if (!takesIdempotencyKey(contract)) return null;
  const inPath = pathParams(contract.path).map((name) => input[name]);
  const scope = digestOf([contract.id, organization, pathname(), inPath]);
  const request = digestOf([contract.id, organization, input, body && [body.size, body.type]]);
  const pending = readPending();
  const known =
    pending.find((one) => one.request === request) ??
    pending.find((one) => one.scope === scope && !in_flight.has(one.key));
  const key = known?.key ?? newKey();
  const others = pending.filter((one) => one.key !== key);
  writePending([...others, { key, request, scope, at_ms: deviceNow() }]);
  in_flight.set(key, (in_flight.get(key) ?? 0) + 1);
  const finish = () => {
    const left = (in_flight.get(key) ?? 1) - 1;
    if (left > 0) in_flight.set(key, left);
    else in_flight.delete(key);
  };
  return {
    idempotency_key: key,
    settled: () => {
      finish();
      writePending(readPending().filter((one) => one.key !== key));
    },
    lost: finish,
  };
}

/** crypto.randomUUID is missing on pages without https. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const pathname = (): string => (typeof location === "undefined" ? "" : location.pathname);

let in_memory: PendingAttempt[] | undefined;

function readPending(): PendingAttempt[] {
  in_memory ??= readStored();
  return in_memory.filter(({ at_ms }) => deviceNow() - at_ms < expiresAfterMs);
}

function readStored(): PendingAttempt[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageName) ?? "[]") as PendingAttempt[];
  } catch {
    return [];
  }
}

function writePending(list: PendingAttempt[]): void {
  in_memory = list;
  try {
    if (list.length > 0) sessionStorage.setItem(storageName, JSON.stringify(list));
    else sessionStorage.removeItem(storageName);
  } catch {
    // Without storage, pending attempts are lost on reload.
  }
}
