import localFont from "next/font/local";

/** Put `geist.variable` on <html>. */
export const geist = localFont({
  src: "../../public/fonts/geist-variable.woff2",
  variable: "--font-geist",
  weight: "100 900",
  display: "swap",
  fallback: ["system-ui", "-apple-system", "Segoe UI", "sans-serif"],
});
