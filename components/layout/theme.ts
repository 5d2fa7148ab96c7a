export const themeCookie = "theme";

export type Theme = "light" | "dark" | "system";

/** The theme in the cookie. Any other value follows the device. */
export function themeFrom(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}

/** Attributes of <html>. Without the attribute CSS follows the device, so that the first paint is correct. */
export function themeAttributes(theme: Theme) {
  return { "data-theme": theme === "system" ? undefined : theme };
}
