export const unreadText = (unread: number): string => `${unread} unread ${unread === 1 ? "notice" : "notices"}`;
