import { serve } from "inngest/next";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";

/** Only signed requests are answered, registration included, unless INNGEST_DEV says that this is a developer's machine. */
export const { GET, POST, PUT } = serve({ client: inngest, functions, enableUnauthedSync: false });
