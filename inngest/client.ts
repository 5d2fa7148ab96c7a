import { type ClientOptions, Inngest } from "inngest";
import { env, runsJobsItself } from "@/lib/kernel/env";
import { log } from "@/lib/kernel/log";
import { embeddedFetch, embeddedKeys } from "./embedded";

/**
 * Asked anew at each use, since a build loads this file without any configuration. With no Inngest configured the client
 * speaks to the embedded executor of this process; otherwise the SDK reads INNGEST_* as it always does.
 */
const options: ClientOptions & { signingKey?: string } = {
  id: "fitflow",
  aiMetadata: false,
  get isDev() {
    return env().INNGEST_DEV !== "0";
  },
  get eventKey() {
    return runsJobsItself() ? embeddedKeys().event_key : (env().INNGEST_EVENT_KEY ?? "");
  },
  get signingKey() {
    return runsJobsItself() ? embeddedKeys().signing_key : (env().INNGEST_SIGNING_KEY ?? "");
  },
  get baseUrl() {
    return runsJobsItself() ? embeddedKeys().base_url : (env().INNGEST_BASE_URL ?? "");
  },
  fetch: (input, init) => (runsJobsItself() ? embeddedFetch(input, init) : fetch(input, init)),
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
  if (words === "Signature validation failed") warnOfStranger(facts);
  else log()[level](facts, words);
}

/** Anybody can send such a request, as often as they like: it is worth a line, and no stack. */
function warnOfStranger({ err, method }: { err?: unknown; method?: unknown }): void {
  const why = err instanceof Error ? err.message : undefined;
  log().warn({ method, why }, "a request to the jobs was refused: it is not signed as Inngest signs");
}

export const inngest = new Inngest(options);
