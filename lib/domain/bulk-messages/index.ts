export { cancelBulk } from "./cancel";
export { createBulk } from "./create";
export { bulkWithinReach } from "./find";
export { finishBulk } from "./finish";
export { getBulk, listBulk } from "./list";
export { prepareBulk } from "./prepare";
export { previewBulk } from "./preview";
