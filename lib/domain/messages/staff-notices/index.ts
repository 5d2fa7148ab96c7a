export { listStaffNotices } from "./list";
export { readAllStaffNotices, updateStaffNotice } from "./mark";
export { type NewNotice, tellStaff } from "./tell";
export { unreadOf } from "./unread";
