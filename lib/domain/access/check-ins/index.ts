export { checkIn } from "./check-in";
export { checkOut } from "./check-out";
export { closeStaleVisits } from "./close-stale";
export { getCheckIn } from "./get";
export { listCheckIns, listMemberCheckIns, pageOfScans } from "./list";
export { entryOutlook } from "./outlook";
export { type ScanRow, scansByIds } from "./scan";
export { undoCheckIn } from "./undo";
