export { getAccount } from "./account";
export { grantCredit } from "./grant";
export { creditExpiry } from "./lapse";
export { getCompanyStatement, getCompanyStatementPdf, getStatement, getStatementPdf } from "./statement";
