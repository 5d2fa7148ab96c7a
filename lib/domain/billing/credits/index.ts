export { getAccount } from "./account";
export { availableCredit } from "./available";
export { grantCredit } from "./grant";
export { getCompanyStatement, getCompanyStatementPdf, getStatement, getStatementPdf } from "./statement";
