export { getAccount } from "./account";
export { grantCredit } from "./grant";
export { getCompanyStatement, getCompanyStatementPdf, getStatement, getStatementPdf } from "./statement";
