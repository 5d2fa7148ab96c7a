import { launch } from "./bootstrap/launch.mjs";
import { refuseBusyPort } from "./bootstrap/port.mjs";
import { settings } from "./bootstrap/settings.mjs";

await launch(
  () => refuseBusyPort(settings().port, "npm run dev"),
  () => import("./start/dev"),
);
