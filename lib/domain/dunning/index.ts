export { followAboveMandate } from "./above-mandate";
export { pauseDunning, resumeDunning, updateDunning } from "./actions";
export { exportDunning, getDunning, listDunning, summarizeDunning } from "./board";
export { followFailure } from "./follow";
export { notifyMethodUntried } from "./notice";
export { advanceDunning, tryNewMethod } from "./run";
export { tryDunning } from "./try-now";
