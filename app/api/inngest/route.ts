import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

type Handlers = ReturnType<typeof serve>;
type Call = Parameters<Handlers["POST"]>;

let made: Handlers | undefined;

/**
 * Made with the first request, since a build loads this file without any configuration. Only signed requests are answered,
 * registration included, unless INNGEST_DEV says that this is a developer's machine.
 */
const handlers = (): Handlers => {
  made ??= serve({ client: inngest, functions, enableUnauthedSync: false });
  return made;
};

export const GET = (...call: Call) => handlers().GET(...call);
export const POST = (...call: Call) => handlers().POST(...call);
export const PUT = (...call: Call) => handlers().PUT(...call);
