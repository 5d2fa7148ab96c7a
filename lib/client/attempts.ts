import { type Contract, pathParams, takesIdempotencyKey } from "@/lib/contracts/contract";
import { deviceNow } from "./clock";
import { digestOf } from "./digest";

/**
 * An attempt whose outcome is unknown: its answer was lost, or is not here yet. `request` and `place` are digests, so that
 * the browser's storage holds nothing of what was typed.
 */
type Open = { key: string; request: string; place: string; at_ms: number };

export type Attempt = {
  idempotency_key: string;
  /** The server has answered, whatever the answer: the same request is a new one from now on. */
  settled(): void;
  /** No answer came. The same request, or a changed one from the same page, goes out under the same key. */
  lost(): void;
};

/** After this time the same request is meant as a second one. */
const forgottenAfterMs = 10 * 60 * 1_000;
const storageName = "fitflow.open-attempts";

/** Of this document; what a document left behind has no sender any more and counts as lost. */
const under_way = new Map<string, number>();

/**
 * Gives a request its key, or null where the contract takes none. After a lost answer the same request goes out under its
 * first key, also after a reload, so that it happens once. A changed request from the same page goes out under that key too:
 * the server refuses it if the first one was stored, and stores it if the first one was not.
 */
export function beginAttempt(
  contract: Contract,
  input: Record<string, unknown>,
  { organization, body }: { organization?: string; body?: Blob },
): Attempt | null {
  if (!takesIdempotencyKey(contract)) return null;
  const inPath = pathParams(contract.path).map((name) => input[name]);
  const place = digestOf([contract.id, organization, pathname(), inPath]);
  const request = digestOf([contract.id, organization, input, body && [body.size, body.type]]);
  const open = readOpen();
  const known =
    open.find((one) => one.request === request) ?? open.find((one) => one.place === place && !under_way.has(one.key));
  const key = known?.key ?? newKey();
  const others = open.filter((one) => one.key !== key);
  writeOpen([...others, { key, request, place, at_ms: deviceNow() }]);
  under_way.set(key, (under_way.get(key) ?? 0) + 1);
  const leave = () => {
    const left = (under_way.get(key) ?? 1) - 1;
    if (left > 0) under_way.set(key, left);
    else under_way.delete(key);
  };
  return {
    idempotency_key: key,
    settled: () => {
      leave();
      writeOpen(readOpen().filter((one) => one.key !== key));
    },
    lost: leave,
  };
}

/** Works on pages without https too, where crypto.randomUUID is missing. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

const pathname = (): string => (typeof location === "undefined" ? "" : location.pathname);

let in_memory: Open[] | undefined;

function readOpen(): Open[] {
  in_memory ??= readStored();
  return in_memory.filter(({ at_ms }) => deviceNow() - at_ms < forgottenAfterMs);
}

function readStored(): Open[] {
  try {
    return JSON.parse(sessionStorage.getItem(storageName) ?? "[]") as Open[];
  } catch {
    return [];
  }
}

function writeOpen(list: Open[]): void {
  in_memory = list;
  try {
    if (list.length > 0) sessionStorage.setItem(storageName, JSON.stringify(list));
    else sessionStorage.removeItem(storageName);
  } catch {
    // A browser that refuses storage forgets with a reload.
  }
}
