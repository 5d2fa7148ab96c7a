export { inactiveMembersNotice } from "./inactive-members";
