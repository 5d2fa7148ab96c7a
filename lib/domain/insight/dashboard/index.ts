export { getDashboard } from "./get";
export { getOpenWork, readOpenWork } from "./open-work";
export { readDashboardPage } from "./read-page";
