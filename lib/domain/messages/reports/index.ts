export { receiveReports } from "./receive";
