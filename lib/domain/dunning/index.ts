export { followFailure } from "./follow";
export { advanceDunning, tryNewMethod } from "./run";
