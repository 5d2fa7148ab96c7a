import { launch } from "./bootstrap/launch.mjs";

await launch(
  async () => {},
  () => import("./start/build"),
);
