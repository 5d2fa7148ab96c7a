export { cancelBulk } from "./cancel";
export { createBulk } from "./create";
export { failBulk } from "./fail";
export { finishBulks } from "./finish";
export { getBulk, listBulk } from "./list";
export { prepareBulk } from "./prepare";
export { previewBulk } from "./preview";
export { retryBulk } from "./retry";
