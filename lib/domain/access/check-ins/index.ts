export { checkIn } from "./check-in";
export { checkOut } from "./check-out";
export { closeStaleVisits } from "./close-stale";
export { getCheckIn } from "./get";
export { listCheckIns, listMemberCheckIns, pageOfScans } from "./list";
export { previewEntry } from "./preview-entry";
export { type ScanRow, scansByIds } from "./scans";
export { undoCheckIn } from "./undo";
