export { depositCash, listBankDeposits } from "./bank";
export { closeTill } from "./close";
export { currentTill, listTillSessions } from "./list";
export { moveCash } from "./move";
export { openTill } from "./open";
export { getTillReport } from "./report";
