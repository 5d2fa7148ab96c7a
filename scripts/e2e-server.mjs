import { launch } from "./bootstrap/launch.mjs";
import { refuseBusyPort } from "./bootstrap/port.mjs";

await launch(
  () => refuseBusyPort(Number(process.env.E2E_PORT ?? 3100), "E2E_PORT=… npm test"),
  () => import("./testing/e2e-server"),
);
