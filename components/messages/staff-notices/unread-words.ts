export const unreadWords = (unread: number): string => `${unread} unread ${unread === 1 ? "notice" : "notices"}`;
