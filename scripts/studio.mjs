import { launch } from "./bootstrap/launch.mjs";
import { settings } from "./bootstrap/settings.mjs";

await launch(
  async () => {
    settings();
  },
  () => import("./start/studio"),
);
