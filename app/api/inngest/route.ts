import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

type Handlers = ReturnType<typeof serve>;
type Call = Parameters<Handlers["POST"]>;

let cached: Handlers | undefined;

/**
 * Created on the first request, because the build loads this file without configuration. Only signed requests are accepted,
 * including registration, unless INNGEST_DEV is set.
 */
const handlers = (): Handlers => {
  cached ??= serve({ client: inngest, functions, enableUnauthedSync: false });
  return cached;
};

export const GET = (...call: Call) => handlers().GET(...call);
export const POST = (...call: Call) => handlers().POST(...call);
export const PUT = (...call: Call) => handlers().PUT(...call);
