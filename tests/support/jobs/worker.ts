import { Executor } from "@/inngest/embedded";
import { jobProcess } from "./process";

/** An application with an executor in its own process. It starts work on command and runs until it is killed. */

const id = process.argv[2] ?? "";
const { inngest, happen, listen } = jobProcess(id);

const greet = inngest.createFunction(
  { id: "greet", triggers: [{ event: `${id}/enrolled` }], retries: 3 },
  async ({ event, step }) => {
    await step.run("write", () => happen(`write:${event.data.n}`).then(() => event.data.n));
    await Promise.all(
      ["mail", "text"].map((kind) => step.run(kind, () => happen(`${kind}:${event.data.n}`).then(() => kind))),
    );
  },
);

void listen([greet]).then((line) => {
  process.once("message", () => new Executor({ app: line }).start());
  process.send?.("ready");
});
