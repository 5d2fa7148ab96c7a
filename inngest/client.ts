import { type ClientOptions, Inngest } from "inngest";
import { env, usesEmbeddedExecutor } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { embeddedFetch, embeddedKeys } from "./embedded";

/**
 * Getters, because a build loads this file without a configuration. Without Inngest keys the client talks to the embedded
 * executor of this process; otherwise the SDK reads INNGEST_*.
 */
const options: ClientOptions & { signingKey?: string } = {
  id: "fitflow",
  aiMetadata: false,
  get isDev() {
    return env().INNGEST_DEV !== "0";
  },
  get eventKey() {
    return usesEmbeddedExecutor() ? embeddedKeys().event_key : (env().INNGEST_EVENT_KEY ?? "");
  },
  get signingKey() {
    return usesEmbeddedExecutor() ? embeddedKeys().signing_key : (env().INNGEST_SIGNING_KEY ?? "");
  },
  get baseUrl() {
    return usesEmbeddedExecutor() ? embeddedKeys().base_url : (env().INNGEST_BASE_URL ?? "");
  },
  fetch: (input, init) => (usesEmbeddedExecutor() ? embeddedFetch(input, init) : fetch(input, init)),
  logger: {
    debug: (...parts) => write("debug", parts),
    info: (...parts) => write("info", parts),
    warn: (...parts) => write("warn", parts),
    error: (...parts) => write("error", parts),
  },
};

function write(level: "debug" | "info" | "warn" | "error", parts: unknown[]): void {
  const [first, ...rest] = parts;
  const facts = typeof first === "object" && first !== null ? first : {};
  const words = (typeof first === "object" && first !== null ? rest : parts).map(String).join(" ");
  if (words === "Signature validation failed") warnOfUnsignedRequest(facts);
  else log()[level](facts, words);
}

/** Anybody can send such requests, so the log line has no stack. */
function warnOfUnsignedRequest({ err, method }: { err?: unknown; method?: unknown }): void {
  const why = err instanceof Error ? err.message : undefined;
  log().warn({ method, why }, "rejected a request to the jobs: invalid signature");
}

export const inngest = new Inngest(options);
