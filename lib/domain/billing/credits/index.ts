export { getAccount } from "./account";
export { availableCredit } from "./available";
export { grantCredit } from "./grant";
export { creditExpiry } from "./lapse";
export { getCompanyStatement, getCompanyStatementPdf, getStatement, getStatementPdf } from "./statement";
