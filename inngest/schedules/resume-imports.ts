import { inngest } from "@/inngest/client";
import { resumeImports } from "@/lib/domain/imports";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/** An import runs in the process that was asked for it. After a crash it goes on here, whether or not its page is open. */
export const resumeStalledImports = inngest.createFunction(
  {
    id: "resume-imports",
    name: "Continue imports that stopped",
    triggers: [{ cron: "*/2 * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "resume", (organization) => resumeImports(systemCaller("Imports", organization))),
);
