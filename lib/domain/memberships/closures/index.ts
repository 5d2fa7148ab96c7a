export { advanceClosure, failClosure } from "./advance";
export { createClosure, getClosure, listClosures, retryClosure, undoClosure } from "./create";
export { listClosureExceptions } from "./exceptions";
export { previewClosure } from "./preview";
