export { cancelBulk } from "./cancel";
export { createBulk } from "./create";
export { finishBulk } from "./finish";
export { getBulk, listBulk } from "./list";
export { prepareBulk } from "./prepare";
export { previewBulk } from "./preview";
