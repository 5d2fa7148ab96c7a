import { confirmFresh } from "./bootstrap/fresh.mjs";
import { launch } from "./bootstrap/launch.mjs";
import { upOptions } from "./bootstrap/options.mjs";
import { checkPortIsFree } from "./bootstrap/port.mjs";
import { refuseSecondStart } from "./bootstrap/running.mjs";
import { settings } from "./bootstrap/settings.mjs";

await launch(
  async () => {
    const { port, data_dir } = settings();
    await refuseSecondStart(data_dir);
    await checkPortIsFree(port, "npm run up");
    await confirmFresh(data_dir, upOptions(process.argv.slice(2)));
  },
  () => import("./start/up"),
);
