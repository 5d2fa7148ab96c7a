export { advanceClosure, failClosure } from "./advance";
export { createClosure, getClosure, listClosures, retryClosure, undoClosure } from "./create";
export { previewClosure } from "./preview";
