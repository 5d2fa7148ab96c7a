export { getAccount } from "./account";
export { grantCredit } from "./grant";
export { getStatement } from "./statement";
