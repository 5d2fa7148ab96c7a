import { launch } from "./bootstrap/launch.mjs";
import { checkPortIsFree } from "./bootstrap/port.mjs";

await launch(
  () => checkPortIsFree(Number(process.env.E2E_PORT ?? 3100), "E2E_PORT=… npm test"),
  () => import("./testing/e2e-server"),
);
