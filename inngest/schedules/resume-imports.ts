import { inngest } from "@/inngest/client";
import { resumeImports } from "@/lib/domain/imports";
import { systemCaller } from "@/lib/kernel/caller";
import { inEachOrganization } from "./each-organization";

/** An import runs in the process that received the request. After a crash it resumes here. */
export const resumeStalledImports = inngest.createFunction(
  {
    id: "resume-imports",
    name: "Resume stalled imports",
    triggers: [{ cron: "*/2 * * * *" }],
    retries: 2,
    concurrency: 1,
  },
  ({ step }) =>
    inEachOrganization(step, "resume", (organization) => resumeImports(systemCaller("Imports", organization))),
);
