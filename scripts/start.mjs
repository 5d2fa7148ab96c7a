import { launch } from "./bootstrap/launch.mjs";
import { checkPortIsFree } from "./bootstrap/port.mjs";
import { settings } from "./bootstrap/settings.mjs";

await launch(
  () => checkPortIsFree(settings().port, "npm start"),
  () => import("./start/start"),
);
