export { listStaffNotices } from "./list";
export { readAllStaffNotices, updateStaffNotice } from "./mark";
export { type NewNotice, notifyStaff } from "./notify-staff";
export { countUnreadByUser } from "./unread";
