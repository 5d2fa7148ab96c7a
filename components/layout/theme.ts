export const themeCookie = "theme";

export type Theme = "light" | "dark" | "system";

/** What the cookie says; anything else follows the device. */
export function themeFrom(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}

/** For <html>: no attribute lets the device decide in CSS, so the first paint is already right. */
export function themeAttributes(theme: Theme) {
  return { "data-theme": theme === "system" ? undefined : theme };
}
