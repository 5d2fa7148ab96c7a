export { listStaffNotices } from "./list";
export { readAllStaffNotices, updateStaffNotice } from "./mark";
export { notifyStaff } from "./notify-staff";
export { countUnreadByUser } from "./unread";
