export { listStaffNotices } from "./list";
export { readAllStaffNotices, updateStaffNotice } from "./mark";
export { tellStaff } from "./tell";
export { unreadOf } from "./unread";
