/** System fonts. Devanagari fonts come before the generic family, which may lack the script. */
const FONTS =
  'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans Devanagari", "Kohinoor Devanagari", "Nirmala UI", sans-serif';

/** Long words and URLs break, so that the mail fits a phone. */
const breaking = { overflowWrap: "anywhere", wordBreak: "break-word" } as const;

export const styles = {
  page: { backgroundColor: "#f3f4f6", margin: "0", padding: "24px 12px", fontFamily: FONTS },
  sheet: { backgroundColor: "#ffffff", maxWidth: "560px", borderRadius: "8px", padding: "24px 28px" },
  header: { marginBottom: "20px" },
  // White in dark mode too: most logos are made for a white background.
  logo: { backgroundColor: "#ffffff", borderRadius: "6px", padding: "4px", maxWidth: "240px" },
  name: { ...breaking, color: "#16181d", fontSize: "16px", fontWeight: 600, lineHeight: "24px", margin: "0" },
  heading: { ...breaking, color: "#16181d", fontSize: "22px", fontWeight: 600, lineHeight: "32px", margin: "0 0 16px" },
  text: { ...breaking, color: "#16181d", fontSize: "16px", lineHeight: "26px", margin: "0 0 16px" },
  action: { margin: "8px 0 20px" },
  button: {
    ...breaking,
    borderRadius: "6px",
    display: "inline-block",
    fontSize: "16px",
    fontWeight: 600,
    lineHeight: "24px",
    padding: "12px 20px",
    textDecoration: "none",
  },
  rule: { borderColor: "#e3e5e9", margin: "20px 0 16px" },
  footer: { ...breaking, color: "#5c6370", fontSize: "13px", lineHeight: "20px", margin: "0 0 8px" },
  unsubscribe: { color: "#5c6370", textDecoration: "underline" },
} as const;

/** For mail clients that support it. Other clients invert the light colours. */
export const darkModeCss = (link: string): string =>
  [
    ":root{color-scheme:light dark;supported-color-schemes:light dark}",
    "@media (prefers-color-scheme:dark){",
    // Repeats the body's colour on the cell that fills it, for clients that drop the body.
    ".page,.page>table>tbody>tr>td{background-color:#101114!important}",
    ".sheet{background-color:#1b1d22!important}",
    ".ink{color:#f2f3f5!important}",
    ".quiet{color:#a8adb8!important}",
    ".rule{border-color:#343841!important}",
    `.link{color:${link}!important}`,
    "}",
  ].join("");
