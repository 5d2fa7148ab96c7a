import { launch } from "./bootstrap/launch.mjs";
import { chosenSteps } from "./bootstrap/test-steps.mjs";

await launch(
  async () => {
    chosenSteps(process.argv.slice(2));
  },
  () => import("./testing/test"),
);
